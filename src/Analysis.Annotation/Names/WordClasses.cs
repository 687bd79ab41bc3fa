namespace Analysis;

/// <summary>Classes of words that are not names of the gazetteer: given names, and ordinary words, which new names never contain.</summary>
internal sealed partial class WordClasses
{
    private const int ShortestStem = 3;
    private const int LongestWord = 32;

    private static readonly string[] Endings = ["ه", "تين", "تان", "تي", "ين", "ون", "ات", "ان", "ا", "ها", "هم"];

    private readonly FormTable<Kind> _kinds = new();
    private readonly FormTable<NamePart> _parts = new();
    private readonly Vocabulary _vocabulary;

    /// <summary>Reads the lists.</summary>
    public WordClasses(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        foreach (var row in Lexicon.Read("given-names.tsv", "name", "use"))
        {
            var form = vocabulary.Add(row[0]);
            if (row[1] is not ("plain" or "tribal" or "word")) throw row.Error($"use '{row[1]}', expected plain, tribal or word");
            _kinds[form] = row[1] == "plain" ? Kind.Given : Kind.GivenWord;
            if (row[1] != "word") vocabulary.Mark(form, WordUses.Given);
        }

        foreach (var row in Lexicon.Read("ordinary-words.tsv", "word", "class"))
        {
            var form = vocabulary.Add(row[0]);
            if (_kinds[form] == Kind.Unknown) _kinds[form] = row.Parse<Kind>(1);
        }

        foreach (var row in Lexicon.Read("name-parts.tsv", "word", "role"))
        {
            var form = vocabulary.Add(row[0]);
            _parts[form] |= row.Parse<NamePart>(1);
            if (Is(form, NamePart.Say)) vocabulary.Mark(form, WordUses.Title);
        }
    }

    /// <summary>The class of a word, as the finders of new names use it.</summary>
    public enum Kind : byte
    {
        /// <summary>In no list.</summary>
        Unknown,

        /// <summary>A given name.</summary>
        Given,

        /// <summary>A given name that is also an ordinary word.</summary>
        GivenWord,

        /// <summary>A verb.</summary>
        Verb,

        /// <summary>A noun.</summary>
        Noun,

        /// <summary>An adjective.</summary>
        Adjective,

        /// <summary>A preposition, conjunction, pronoun, number or word of time.</summary>
        Particle,
    }

    /// <summary>Whether a form has one of some roles.</summary>
    public bool Is(int form, NamePart parts) => (_parts[form] & parts) != 0;

    /// <summary>Whether a token has the article and at least two letters after it.</summary>
    public static bool HasArticle(ReadOnlySpan<char> key) => key is ['ا', 'ل', _, _, ..];

    /// <summary>
    /// Whether a word without article has the shape of an adjective, participle, plural or verb in the feminine past: نائية, مزودين,
    /// برادارات, تحولت.
    /// </summary>
    public static bool IsInflected(ReadOnlySpan<char> key) => !HasArticle(key) && key is [.., 'ي', 'ه' or 'ن'] or [.., 'ا', 'ت']
        or [_, _, _, .., 'ت'] or ['م', _, _, _, 'ه'] or ['م', _, _, _, _, 'ه'] or ['م', 'ت', _, _, _, ..] or ['م', 'س', 'ت', _, _, ..];

    /// <summary>Whether a token may be an adjective in the name of an institution: one of origin or kind, with the article.</summary>
    public bool IsNameAdjective(TokenStream tokens, int token) => Is(tokens.Form[token], NamePart.Kind)
        || (tokens.Key(token) is ['ا', 'ل', _, _, _, .., 'ي'] or ['ا', 'ل', _, _, _, .., 'ي', 'ه']
            && (tokens.Uses[token] & WordUses.Title) == 0 && Of(tokens, token) != Kind.Noun);

    /// <summary>Whether a token is a verb of saying.</summary>
    public bool IsSaying(TokenStream tokens, int token) => (_parts.Of(tokens.Readings(token)) & NamePart.Say) != 0;

    /// <summary>Whether a token is a verb.</summary>
    public bool IsVerb(TokenStream tokens, int token) => Of(tokens, token) == Kind.Verb || IsSaying(tokens, token);

    /// <summary>
    /// The class of a token by its whole form. Folding makes على, وعلى and علي, وعلي equal; the raw text distinguishes them.
    /// </summary>
    public Kind Whole(TokenStream tokens, int token)
    {
        var isOn = tokens.Text[tokens.End[token] - 1] == 'ى' && tokens.Key(token).TrimStart("وف") is "علي";
        return isOn ? Kind.Particle : _kinds[tokens.Form[token]];
    }

    /// <summary>The class of a token by its whole form, else by its stem without proclitics, article and pronoun.</summary>
    public Kind Of(TokenStream tokens, int token)
    {
        if (Whole(tokens, token) is not Kind.Unknown and var whole) return whole;
        ref var known = ref tokens.Class(token);
        if (known == 0) known = (byte)(OfParts(tokens, token) + 1);
        return (Kind)(known - 1);
    }

    private Kind OfParts(TokenStream tokens, int token)
    {
        foreach (var reading in tokens.Readings(token))
        {
            var kind = _kinds[reading.Stem];
            if (kind is Kind.Given && (reading.Proclitics & Proclitics.And) != 0) return Kind.Noun; // عمر ومريم
            if (kind is Kind.Unknown or Kind.Given or Kind.GivenWord) continue;

            // كمال does not mean "like money": a preposition needs a longer word.
            var isPrefixed = (reading.Proclitics & (Proclitics.By | Proclitics.For | Proclitics.Like)) != 0;
            if (!isPrefixed || _vocabulary.Forms[reading.Stem].Length > ShortestStem) return kind;
        }

        var key = tokens.Key(token);
        if (key.Length > LongestWord) return Kind.Unknown;
        var shaped = Shaped(key);
        return shaped == Kind.Unknown && key is ['و', _, _, _, _, ..] ? Shaped(key[1..]) : shaped;
    }

    /// <summary>Whether a token may be part of a new name: a word that is not an ordinary one.</summary>
    public bool IsNameLike(TokenStream tokens, int token) =>
        tokens.Kind[token] == TokenKind.Word && tokens.Key(token).Length > 1
        && Of(tokens, token) is Kind.Unknown or Kind.Given or Kind.GivenWord;

    /// <summary>
    /// The class of a given name at a token, with or without proclitics; <see cref="Kind.Unknown"/> if it is not a given name.
    /// </summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="token">The token.</param>
    /// <param name="skip">Number of letters before the name.</param>
    public Kind GivenName(TokenStream tokens, int token, out int skip)
    {
        skip = 0;
        var whole = Whole(tokens, token);
        if (whole is Kind.Given or Kind.GivenWord) return whole;
        foreach (var reading in whole == Kind.Unknown ? tokens.Readings(token) : [])
        {
            if (reading.Tail != 0) continue;
            skip = reading.Skip;
            if (_kinds[reading.Stem] is Kind.Given or Kind.GivenWord) return _kinds[reading.Stem];
        }

        return Kind.Unknown;
    }

    /// <summary>Whether no name begins with a token: ل or ب with an ordinary word, an indefinite adjective, or a particle.</summary>
    public bool IsPhrase(TokenStream tokens, int token) => tokens.Key(token)[0] is 'ل' or 'ب' && Whole(tokens, token) == Kind.Unknown
        ? !IsNameLike(tokens, token) : !HasArticle(tokens.Key(token)) && Of(tokens, token) is Kind.Adjective or Kind.Particle;

    // The class of a word that no list contains, by its letters.
    private Kind Shaped(ReadOnlySpan<char> key)
    {
        if (key is ['ب' or 'ل', _, _, _, _, _, ..] && Pattern().IsMatch(key[1..])) return Kind.Noun;
        if (key is ['ا' or 'ل', 'ل', ..]) key = key[2..];
        else if (IsVerb(key)) return Kind.Verb;
        if (Pattern().IsMatch(key)) return Kind.Noun;
        foreach (var ending in Endings)
        {
            if (key.Length < ending.Length + ShortestStem || !key.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = key[..^ending.Length];
            var kind = Listed(stem);
            if (kind == Kind.Adjective || (kind == Kind.Noun && (ending == "ا" || stem.Length > ShortestStem))) return kind;
            if (kind == Kind.Verb && ending == "ا") return Kind.Noun; // طلبا
            if (Pattern().IsMatch(stem)) return Kind.Noun;

            // إدارتين, إدارات; إدارة is listed.
            kind = ending[0] is 'ت' or 'ا' ? Listed($"{stem}ه") : Kind.Unknown;
            if (kind is Kind.Noun or Kind.Adjective) return kind;
        }

        return Kind.Unknown;
    }

    // تعلن, أعلنت of a listed verb, or a word with the letters of one.
    private bool IsVerb(ReadOnlySpan<char> key) => Verb().IsMatch(key)
        || (key is ['ت' or 'ن' or 'ي', _, _, ..] && Listed(key[1..]) == Kind.Verb)
        || (key is [_, _, _, .., 'ت'] && Listed(key[..^1]) == Kind.Verb);

    /// <summary>Whether a search key is listed as a word that is no mere name.</summary>
    public bool IsOrdinary(ReadOnlySpan<char> key) => Listed(key) > Kind.Given;

    private Kind Listed(ReadOnlySpan<char> key) => _kinds[_vocabulary.Forms.Find(key)];

    // يعلن, ستعلن, انهار, اكتمل, استقبل
    [GeneratedRegex("^(?:س[يتن].{3,}|ي.{2,4}(?<!ي)|ي.{2,4}ه[ام]|[يت].{3,}ون|ي.{3,}ان|ان.ا.|ا.ت..|است...)$")]
    private static partial Regex Verb();

    // Nouns of action, participles and broken plurals, which names hardly have: منافسة, تدريب, احتلال, تواصل, مصادر, عوامل.
    [GeneratedRegex("^(?:م.ا(?:..ه?|.ي.)|ت..ي.ه?|ت.ا..|ا.ت.ا.|است..ا.|ان..ا.|.وا.ي?.|مست.{2,}|مت...)$(?<!ي)")]
    private static partial Regex Pattern();
}
