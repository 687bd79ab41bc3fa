namespace Analysis;

/// <summary>A noun phrase of a clause.</summary>
/// <param name="Slot">How it is joined: <see cref="Slots.Object"/> without a preposition.</param>
/// <param name="First">First token of the noun.</param>
/// <param name="Heads">Mentions that name its participants, by index.</param>
/// <param name="Militia">Whether it names factions of a side without a name.</param>
/// <param name="Participant">Whether a noun in it is a person, body, weapon or thing that news is about, or a number counts it.</param>
/// <param name="Plain">Whether its only mention is a nationality.</param>
internal sealed record NounPhrase(Slots Slot, int First, List<int> Heads, bool Militia, bool Participant, bool Plain)
{
    /// <summary>Whether it names somebody.</summary>
    public bool IsNamed => Heads.Count > 0 || Militia;
}

/// <summary>
/// Reads the noun phrases of a clause. A phrase is a noun with its genitives, adjectives and apposition; <c>و</c> joins another to it. A
/// participant is the person in it, else the body or place, else the state of the nationality. A phrase ends before an indefinite noun that
/// follows a definite one, since a genitive stands after the noun that it belongs to.
/// </summary>
internal sealed class NounPhrases(EventSentence words)
{
    private const int LongestApposition = 12;
    private const int MostDescribed = 30;

    private const EventCues Ending = EventCues.Complement | EventCues.Negation | EventCues.Relative | EventCues.Temporal | EventCues.Source
        | EventCues.Hypothetical | EventCues.Attribution | EventCues.Past | EventCues.Already;

    private int _end;
    private bool _inRelative;
    private Slots _apart;
    private List<int> _heads = [];
    private bool _militia;
    private bool _participant;

    /// <summary>The phrases from one token on and before another.</summary>
    /// <param name="first">First token.</param>
    /// <param name="end">Token after the last.</param>
    /// <param name="inRelative">Whether the clause is relative; else the words of relative clauses are passed over.</param>
    /// <param name="apart">Slots of the rule, which no noun takes for itself: مساعدات لأوكرانيا.</param>
    public List<NounPhrase> Read(int first, int end, bool inRelative, Slots apart = Slots.None)
    {
        (_end, _inRelative, _apart) = (end, inRelative, apart);
        var phrases = new List<NounPhrase>();
        for (var token = first; token < end;)
        {
            if (words[token].Relative && !inRelative)
            {
                token++;
                continue;
            }

            var slot = ReadPreposition(ref token);
            if (token >= end) break;
            if (!Starts(token))
            {
                token++;
                continue;
            }

            if (slot == Slots.Object) slot = words[token].Joined switch { Proclitics.By => Slots.By, Proclitics.For => Slots.For, _ => slot };
            (_heads, _militia, _participant) = ([], false, false);
            var start = token;
            token = ReadJoined(token);
            var plain = _heads.Count > 0 && _heads.TrueForAll(head => words.Draft.Mention(head).Type == EntityType.Demonym);
            phrases.Add(new NounPhrase(slot, start, _heads, _militia, _participant, plain));
        }

        return phrases;
    }

    private bool IsNamed(int token) => token < _end && words[token].Mention >= 0;

    private bool IsPerson(int token) => IsNamed(token) && words.MentionAt(token).Type == EntityType.Person;

    private Slots ReadPreposition(ref int token)
    {
        ref var word = ref words[token];
        var joins = word.Slot != Slots.None || word.Has(EventCues.Preposition | EventCues.Source | EventCues.Temporal);
        if (word.Mention >= 0 || !joins) return Slots.Object;
        var slot = word.Slot == Slots.None ? Slots.Other : word.Slot;
        token++;
        if (token < _end && words[token].Slot == Slots.Agent) (slot, token) = (Slots.Agent, token + 1);

        // على وسط المدينة: the place inside is what the first preposition joins.
        while (token < _end && (words[token].QuotationMark || words[token] is { Mention: < 0, Slot: Slots.In or Slots.Near })) token++;
        return slot;
    }

    private bool Starts(int token) =>
        words[token].Mention >= 0 ? words.MentionAt(token).FirstToken == token : !words[token].Symbol && !Breaks(token);

    private bool Breaks(int token)
    {
        ref var word = ref words[token];
        if (word.Mention >= 0) return false;
        return word.Comma || word.Time >= 0 || word.Slot != Slots.None || word.Has(Ending | EventCues.Preposition) || word.IsVerbOnly
            || (word.Has(EventCues.Cut) && !word.IsVerb) || (word.Symbol && !word.QuotationMark) || (word.Relative && !_inRelative);
    }

    // فلان وفلان، وفلان.
    private int ReadJoined(int first)
    {
        var token = ReadOne(first);
        while (true)
        {
            var next = token < _end && words[token].Comma ? token + 1 : token;
            if (next >= _end || Breaks(next) || words[next].Joined is not (Proclitics.And or Proclitics.Like)) return token;
            token = ReadOne(next);
        }
    }

    private int ReadOne(int first)
    {
        var (head, token, definite, titled, militia) = (-1, first, false, words[first].Mention < 0, false);
        for (; token < _end; token++)
        {
            ref var word = ref words[token];
            var leads = token == first;
            if (word.Mention >= 0)
            {
                var type = words.MentionAt(token).Type;
                if (!leads && !Belongs(token, head, titled, definite)) break;
                if (head < 0 || type != EntityType.Demonym) head = Known(word.Mention, head);
                definite |= type != EntityType.Demonym || word.Article;
                token = Math.Max(token, words.MentionAt(token).EndToken - 1);
            }
            else if (word.Slot == Slots.Genitive)
            {
                definite = false;
            }
            else if (!leads && Breaks(token))
            {
                if (head >= 0 || !titled || !BodyFollows(first, token)) break;
                definite = false;
            }
            else if (!word.Symbol)
            {
                if (!leads && (EndsBefore(token, definite) || (head >= 0 && BeginsAnother(token)))) break;
                definite |= word.Article || (leads && word.Suffixed);
                militia |= IsMilitia(token);
                _participant |= word.Has(EventCues.Person | EventCues.Thing) || words.Draft.Tokens.Kind[token] == TokenKind.Number;
            }
        }

        token = Apposition(token, ref head, titled);
        if (head < 0 && !militia) head = Described(words[first].Article || first + 1 >= token ? first : first + 1);
        if (militia && (head < 0 || words.Draft.Mention(head).FirstToken > first)) _militia = true;
        else if (head >= 0) _heads.Add(head);
        return Math.Max(token, first + 1);
    }

    // A person whom the gazetteer lacks acts for the body that his title names.
    private int Known(int person, int body) =>
        body >= 0 && words.Draft.Mention(person) is { Type: EntityType.Person, Entity: < 0 } && words.Draft.Mention(body).Entity >= 0
            ? body : person;

    private bool Belongs(int token, int head, bool titled, bool definite) =>
        words[token].Joined == Proclitics.None ? Continues(token, head, titled, definite) : IsOwner(token, head, titled);

    // A nationality after anything; a name after a title; a body or state only as a genitive.
    private bool Continues(int token, int head, bool titled, bool definite) => words.MentionAt(token).Type switch
    {
        EntityType.Demonym => true,
        EntityType.Person => titled && (head < 0 || IsDefinite(words.Draft.Mention(head))),
        _ => head < 0 && (!definite || words[token - 1].Mention >= 0),
    };

    // الرئيس الأمريكي may be followed by a name; قوة عراقية and a person's name may not.
    private bool IsDefinite(in MentionMark head) =>
        head.Type != EntityType.Person && (head.Type != EntityType.Demonym || head.FirstToken < words.First || words[head.FirstToken].Article);

    // القائد العام للجيش: a body after a title and ل, unless the rule has a role for it.
    private bool IsOwner(int token, int head, bool titled) =>
        head < 0 && titled && words[token].Joined == Proclitics.For && (_apart & Slots.For) == 0
        && words.MentionAt(token).Type != EntityType.Person;

    // A word with a proclitic, an indefinite one after a definite one, or one in another case is not of the phrase.
    private bool EndsBefore(int token, bool definite) =>
        words[token].Joined is Proclitics.By or Proclitics.For or Proclitics.And || (definite && !words[token].Article) || EndsCase(token);

    // استهدفت مسيرة إسرائيلية سيارة, الخارجية العراقية السفير التركي: a person, thing or deed after a name is another phrase, unless it
    // is a title before a name.
    private bool BeginsAnother(int token) =>
        (words[token].Has(EventCues.Person | EventCues.Thing) && !IsPerson(token + 1)) || words[token] is { IsNoun: true, Article: true };

    // السفارة after السفارة الأمريكية, الجماعة after a name of a group: the last mention that the noun describes; −1 for none.
    private int Described(int token)
    {
        const EntityType Describable = EntityType.Organization | EntityType.ArmedGroup | EntityType.Facility;
        if (!words[token].Article) return -1;
        var noun = words.Key(token)[2..];
        var mentions = words.Draft.Mentions;
        for (var (index, tried) = (words.LastMention(token), 0); index >= 0 && tried < MostDescribed; index--, tried++)
        {
            var mention = mentions[index];
            if (mention.Entity < 0 || (mention.Type & Describable) == 0) continue;
            var group = mention.Type == EntityType.ArmedGroup && words[token].Has(EventCues.Militia);
            if (group || words.Draft.Tokens.Key(mention.FirstToken).EndsWith(noun)) return index;
        }

        return -1;
    }

    // An accusative in ا stands apart from the noun before it.
    private bool EndsCase(int token)
    {
        var before = words.Key(token - 1);
        var key = words.Key(token);
        if (IsNominative(token - 1, token)) return true;
        if (words[token].Article || words[token - 1].Mention >= 0 || words.Draft.Tokens.Kind[token - 1] != TokenKind.Word) return false;
        return key.Length > 3 && key[^1] == 'ا' && before[^1] != 'ا' && !before.EndsWith("ين");
    }

    // مسلحون: a plural in ون takes no genitive, and only adjectives in ون: مسلحون حوثيون.
    private bool IsNominative(int plural, int next) => words.Key(plural).EndsWith("ون") && !words.Key(next).EndsWith("ون");

    // قيادي في حزب الله, عدد من موظفي السفارة: the body of somebody without a name.
    private bool BodyFollows(int first, int token)
    {
        var owns = words[token].Slot is Slots.In or Slots.From || (words[token].Slot == Slots.For && (_apart & Slots.For) == 0);
        if (!owns || token + 1 >= _end) return false;
        if (!IsNamed(token + 1))
        {
            if (words[token].Slot == Slots.In) return IsPerson(token + 2);
            return !Breaks(token + 1);
        }

        var somebody = words[first].Has(EventCues.Person) || words[token - 1].Has(EventCues.Person);
        return somebody && (words.MentionAt(token + 1).Type & (EntityType.Organization | EntityType.ArmedGroup)) != 0;
    }

    // قائد فيلق القدس، إسماعيل قاآني, and قاآني، قائد الفيلق،.
    private int Apposition(int token, ref int head, bool titled)
    {
        if (token + 1 >= _end || !words[token].Comma || words[token + 1].IsVerb || words[token + 1].Joined != Proclitics.None) return token;
        if (titled && IsPerson(token + 1))
        {
            head = Known(words[token + 1].Mention, head);
            token = words.MentionAt(token + 1).EndToken;
            return token < _end && words[token].Comma ? token + 1 : token;
        }

        if (head < 0 || IsNamed(token + 1) || Breaks(token + 1)) return token;
        var body = head;
        for (var close = token + 2; close < Math.Min(_end, token + LongestApposition); close++)
        {
            if (words[close].Mention >= 0 && words.Draft.Mention(body).Entity < 0) body = Known(body, words[close].Mention);
            if (words[close].IsVerbOnly || words[close].Has(EventCues.Complement)) return token;
            if (!words[close].Comma) continue;
            head = body;
            return close + 1;
        }

        return token;
    }

    // فصائل مسلحة, جماعات موالية لإيران.
    private bool IsMilitia(int token) => words[token].Has(EventCues.Militia) && words.Has(token, Math.Min(_end, token + 4), EventCues.Backed);
}
