namespace Analysis;

/// <summary>
/// Reads noun phrases: a head noun with its genitives, adjectives and apposition is one participant, and those joined by <c>و</c> are read
/// together. A participant is the person named in the phrase, else the body or place, else the state of the nationality in it.
/// </summary>
internal sealed class Participants(EventSentence words)
{
    /// <summary>Words that an apposition between commas may have.</summary>
    private const int LongestApposition = 12;

    private Draft _draft = null!;
    private int _end;
    private bool _receives;

    /// <summary>Mentions that name the participants of the phrase read last, by index; −1 stands for factions without a name.</summary>
    public List<int> Heads { get; } = [];

    /// <summary>Whether phrases inside a relative clause are read; else one ends before it.</summary>
    public bool InRelative { get; set; }

    /// <summary>Reads the phrase that begins at a token; returns the token behind it.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="first">First token of the phrase.</param>
    /// <param name="end">Where it ends at the latest.</param>
    /// <param name="receives">Whether <c>ل</c> brings the target of the event, and so ends the phrase.</param>
    public int Read(Draft draft, int first, int end, bool receives)
    {
        (_draft, _end, _receives) = (draft, end, receives);
        Heads.Clear();
        var token = One(first);
        while (true)
        {
            var next = token < end && words[token].Comma ? token + 1 : token;
            if (next >= end || words[next].Cut || Breaks(next) || words[next].Joined is not (Proclitics.And or Proclitics.Like)) return token;
            token = One(next);
        }
    }

    /// <summary>Whether a noun phrase can begin with a token.</summary>
    public bool Starts(Draft draft, int token) =>
        words[token].Mention >= 0 ? draft.Mention(words[token].Mention).FirstToken == token : !words[token].Symbol && !Breaks(token);

    /// <summary>Whether a noun phrase ends before a word.</summary>
    public bool Breaks(int token)
    {
        ref var word = ref words[token];
        return word.EndsPhrase || (word.Relative && !InRelative && word.Mention < 0);
    }

    private int One(int first)
    {
        var titled = words[first].Mention < 0;
        var (head, militia, token) = (-1, false, first);
        while (token < _end)
        {
            ref var word = ref words[token];
            if (token > first && Breaks(token))
            {
                if (militia && word.Has(EventCues.Preposition) && token + 1 < _end && words[token + 1].Mention >= 0) token++;
                else if (head < 0 && !militia && titled && BodyFollows(token)) token++;
                else break;
            }
            else if (word.Mention >= 0)
            {
                if (militia && head < 0)
                {
                    token = _draft.Mention(word.Mention).EndToken;
                    break;
                }

                if (token > first && ((word.Joined != Proclitics.None && !(head < 0 && titled && Possesses(token))) || !Takes(head, word.Mention, titled, token))) break;
                if (head < 0 || Type(word.Mention) != EntityType.Demonym) head = word.Mention;
                token = Math.Max(token + 1, _draft.Mention(word.Mention).EndToken);
            }
            else
            {
                if (token > first && word.Joined is Proclitics.By or Proclitics.For or Proclitics.And) break;
                if (head >= 0 && !(titled && Type(head) != EntityType.Person && IsPerson(token + 1))) break;
                militia |= head < 0 && IsMilitia(token);
                token++;
            }
        }

        if (militia && head < 0) Heads.Add(-1);
        token = Apposition(token, ref head, titled);
        if (head >= 0) Heads.Add(head);
        return Math.Max(token, first + 1);
    }

    // A name behind a title; a nationality behind anything; a body or state only in the genitive.
    private bool Takes(int head, int mention, bool titled, int token)
    {
        var type = Type(mention);
        if (head < 0) return (type & (EntityType.Demonym | EntityType.Person)) != 0 || words[token].Joined == Proclitics.For || words[token - 1].Mention >= 0 || TakesGenitive(_draft.Tokens.Key(token - 1));
        return type == EntityType.Demonym || (type == EntityType.Person && titled && Type(head) != EntityType.Person);
    }

    // Neither a word with the article nor a plural that kept its ن does.
    private static bool TakesGenitive(ReadOnlySpan<char> noun) => !noun.StartsWith("ال") && !noun.EndsWith("ون");

    // المحيط الخارجي للسفارة: the genitive of a word that has an adjective.
    private bool Possesses(int token) => !_receives && words[token].Joined == Proclitics.For && (Type(words[token].Mention) & (EntityType.Organization | EntityType.ArmedGroup | EntityType.Facility)) != 0;

    // قائد سابق في الحرس, عدد من موظفي السفارة: the body of one without a name.
    private bool BodyFollows(int token)
    {
        if (!words[token].Has(EventCues.Preposition) || words[token].Relative || token + 1 >= _end) return false;
        var relation = words[token].Relation;
        if (words[token + 1].Mention is >= 0 and var body) return relation is EventRelation.In or EventRelation.From && (Type(body) & (EntityType.Organization | EntityType.ArmedGroup)) != 0;
        return relation switch
        {
            EventRelation.In => IsPerson(token + 2),
            EventRelation.From => words[token - 1].Mention < 0 && !Breaks(token + 1) && !words[token + 1].IsNoun,
            _ => false,
        };
    }

    // قائد فيلق القدس، إسماعيل قاآني، and قاآني، قائد الفيلق،.
    private int Apposition(int token, ref int head, bool titled)
    {
        if (token + 1 >= _end || !words[token].Comma || words[token + 1].Cut) return token;
        if (titled && IsPerson(token + 1) && words[token + 1].Joined == Proclitics.None)
        {
            head = words[token + 1].Mention;
            token = _draft.Mention(head).EndToken;
            return token < _end && words[token].Comma ? token + 1 : token;
        }

        if (head < 0 || words[token + 1].Mention >= 0 || Breaks(token + 1) || words[token + 1].Joined != Proclitics.None) return token;
        for (var close = token + 2; close < Math.Min(_end, token + LongestApposition); close++)
        {
            if (words[close].Comma) return close + 1;
            if (words[close].Cut || words[close].IsVerb || words[close].Has(EventCues.Verb | EventCues.Complement)) return token;
        }

        return token;
    }

    private bool IsPerson(int token) => token < _end && words[token].Mention >= 0 && Type(words[token].Mention) == EntityType.Person;

    // فصائل مسلحة, جماعات موالية لإيران: factions without a name.
    private bool IsMilitia(int token)
    {
        if (!words[token].Has(EventCues.Militia)) return false;
        for (var behind = token; behind < Math.Min(_end, token + 4); behind++)
        {
            if (words[behind].Has(EventCues.Backed)) return true;
        }

        return false;
    }

    private EntityType Type(int mention) => _draft.Mention(mention).Type;
}
