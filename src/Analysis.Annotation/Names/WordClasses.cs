using System.Runtime.CompilerServices;

namespace Analysis;

/// <summary>Classes of words that are not names of the gazetteer: given names, and ordinary words, which new names never contain.</summary>
internal sealed class WordClasses
{
    private const int ShortestImperfect = 4;
    private const int ShortestPrefixed = 3;
    private const int LongestWord = 32;

    private static readonly string[] Endings = ["ه", "تين", "تان", "تي", "ين", "ون", "ات", "ان", "ا", "ها", "هم"];

    private readonly FormTable<Kind> _kinds = new();
    private readonly FormTable<NamePart> _parts = new();
    private readonly Vocabulary _vocabulary;

    /// <summary>Reads the lists.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
            var kind = row[1] switch
            {
                "verb" => Kind.Verb,
                "noun" => Kind.Noun,
                "adjective" => Kind.Adjective,
                "particle" => Kind.Particle,
                _ => throw row.Error($"class '{row[1]}', expected verb, noun, adjective or particle"),
            };
            var form = vocabulary.Add(row[0]);
            if (_kinds[form] == Kind.Unknown) _kinds[form] = kind;
        }

        foreach (var row in Lexicon.Read("name-parts.tsv", "word", "role"))
        {
            if (!Enum.TryParse<NamePart>(row[1], ignoreCase: true, out var part)) throw row.Error($"role '{row[1]}', expected {string.Join(", ", Enum.GetNames<NamePart>()[1..])}");
            var form = vocabulary.Add(row[0]);
            _parts[form] |= part;
            if (part == NamePart.Say) vocabulary.Mark(form, WordUses.Title);
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

    /// <summary>Whether a word without article has the shape of a verb in the feminine past: تحولت.</summary>
    public static bool IsVerbLike(ReadOnlySpan<char> key) => key is [_, _, _, .., 'ت'] and not [.., 'ا', 'ت'] && !HasArticle(key);

    /// <summary>Whether a token may be an adjective in the name of an institution: one of origin or kind, with the article.</summary>
    public bool IsNameAdjective(TokenStream tokens, int token)
    {
        var key = tokens.Key(token);
        if (Is(tokens.Form[token], NamePart.Kind)) return true;
        return key is ['ا', 'ل', _, _, _, .., 'ي'] or ['ا', 'ل', _, _, _, .., 'ي', 'ه'] && !Is(tokens.Form[token], NamePart.Function)
            && Of(tokens, token) != Kind.Noun;
    }

    /// <summary>Whether a token is a verb of saying.</summary>
    public bool IsSaying(TokenStream tokens, int token)
    {
        foreach (var reading in tokens.Readings(token))
        {
            if (Is(reading.Stem, NamePart.Say)) return true;
        }

        return false;
    }

    /// <summary>Whether a token is a verb.</summary>
    public bool IsVerb(TokenStream tokens, int token) => Of(tokens, token) == Kind.Verb || IsSaying(tokens, token);

    /// <summary>The class of a token by its whole form.</summary>
    public Kind Whole(TokenStream tokens, int token) => _kinds[tokens.Form[token]];

    /// <summary>The class of a token by its whole form, else by its stem without proclitics, article and pronoun.</summary>
    public Kind Of(TokenStream tokens, int token)
    {
        var whole = Whole(tokens, token);
        if (whole != Kind.Unknown) return whole;
        foreach (var reading in tokens.Readings(token))
        {
            var kind = _kinds[reading.Stem];
            if (kind is Kind.Unknown or Kind.Given or Kind.GivenWord) continue;
            var length = _vocabulary.Forms[reading.Stem].Length;

            // كمال does not mean "like money": a preposition needs a longer word.
            // The pronoun ي is ignored, since half of all surnames end in it.
            if ((reading.Proclitics & (Proclitics.By | Proclitics.For | Proclitics.Like | Proclitics.Ask)) != 0
                && length < ShortestPrefixed + 1) continue;
            if (reading.Tail > 0 && (length < ShortestPrefixed || tokens.Key(token)[^1] is 'ي' or 'ك')) continue;
            return kind;
        }

        return Shaped(tokens.Key(token));
    }

    // The class of a word that no list contains, by its letters.
    private Kind Shaped(ReadOnlySpan<char> key)
    {
        if (key.Length > LongestWord) return Kind.Unknown;
        if (key is ['و' or 'ف', _, _, _, _, ..])
        {
            var rest = Shaped(key[1..]);
            if (rest != Kind.Unknown) return rest;
        }

        if (key is ['ب' or 'ل' or 'ك', 'ا', 'ل', ..] || (key is ['ب' or 'ل', _, _, _, _, _, ..] && IsPattern(key[1..]))) key = key[1..];
        var definite = key is ['ا' or 'ل', 'ل', ..];
        if (definite) key = key[2..];
        else if (IsVerb(key)) return Kind.Verb;
        if (IsPattern(key)) return Kind.Noun;
        Span<char> feminine = stackalloc char[LongestWord];
        foreach (var ending in Endings)
        {
            if (key.Length < ending.Length + ShortestPrefixed || !key.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = key[..^ending.Length];
            var kind = _kinds[_vocabulary.Forms.Find(stem)];
            if (kind == Kind.Adjective || (kind == Kind.Noun && (ending == "ا" || stem.Length > ShortestPrefixed))) return kind;
            if (IsPattern(stem)) return Kind.Noun;

            // إدارتين, إدارات; إدارة is listed.
            if (ending[0] is not ('ت' or 'ا')) continue;
            stem.CopyTo(feminine);
            feminine[stem.Length] = 'ه';
            kind = _kinds[_vocabulary.Forms.Find(feminine[..(stem.Length + 1)])];
            if (kind is Kind.Noun or Kind.Adjective) return kind;
        }

        return Kind.Unknown;
    }

    // يعلن, ستعلن; انهار, اكتمل, استقبل; تعلن, أعلنت, أعلنوا of a listed verb.
    private bool IsVerb(ReadOnlySpan<char> key)
    {
        if (key is ['س', 'ي' or 'ت' or 'ن', _, _, _, ..]) return true;
        if (key is ['ي', _, _, .., not 'ي'] && key.Length is >= ShortestImperfect and <= ShortestImperfect + 2) return true;
        if (key is ['ت' or 'ن' or 'ي', _, _, ..])
        {
            Span<char> past = stackalloc char[key.Length];
            key.CopyTo(past);
            past[0] = 'ا';
            if (IsListedVerb(past) || IsListedVerb(key[1..])) return true;
        }

        return key is ['ا', 'ن', _, 'ا', _] or ['ا', _, 'ت', _, _] or ['ا', 'س', 'ت', _, _, _]
            || (key is [_, _, _, .., 'ت'] && IsListedVerb(key[..^1])) || (key is [_, _, _, .., 'و', 'ا'] && IsListedVerb(key[..^2]));
    }

    private bool IsListedVerb(ReadOnlySpan<char> key) => _kinds[_vocabulary.Forms.Find(key)] == Kind.Verb;

    // Patterns of nouns of action, participles and broken plurals, which names hardly have: منافسة, تدريب, احتلال, تواصل, مصادر, عوامل, مستشفى.
    private static bool IsPattern(ReadOnlySpan<char> key) => key is not [.., 'ي'] && key is
        ['م', _, 'ا', _, _] or ['م', _, 'ا', _, _, 'ه'] or ['م', _, 'ا', _, 'ي', _]
        or ['ت', _, _, 'ي', _] or ['ت', _, _, 'ي', _, 'ه'] or ['ت', _, 'ا', _, _]
        or ['ا', _, 'ت', _, 'ا', _] or ['ا', 'س', 'ت', _, _, 'ا', _] or ['ا', 'ن', _, _, 'ا', _]
        or [_, 'و', 'ا', _, _] or [_, 'و', 'ا', _, 'ي', _] or ['م', 'س', 'ت', _, _, ..] or ['م', 'ت', _, _, _];

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
        if (tokens.Kind[token] != TokenKind.Word) return Kind.Unknown;
        var whole = Whole(tokens, token);
        if (whole is Kind.Given or Kind.GivenWord) return whole;
        if (whole != Kind.Unknown) return Kind.Unknown;
        foreach (var reading in tokens.Readings(token))
        {
            if (reading.Tail != 0 || (reading.Proclitics & (Proclitics.Article | Proclitics.Will | Proclitics.Ask)) != 0) continue;
            var kind = _kinds[reading.Stem];
            if (kind is not (Kind.Given or Kind.GivenWord)) continue;
            skip = reading.Skip;
            return kind;
        }

        return Kind.Unknown;
    }

    /// <summary>Whether a word without article has the shape of an adjective, participle or plural: نائية, مزودين, برادارات.</summary>
    public static bool IsInflected(ReadOnlySpan<char> key) =>
        key is not ['ا', 'ل', ..] && (key.EndsWith("يه", StringComparison.Ordinal) || key.EndsWith("ين", StringComparison.Ordinal)
            || key.EndsWith("ات", StringComparison.Ordinal) || key is ['م', _, _, _, 'ه'] or ['م', _, _, _, _, 'ه'] or ['م', 'ت', _, _, _, ..] or ['م', 'س', 'ت', _, _, ..]);

    /// <summary>Whether a token consists of the preposition ل or ب and an ordinary word; no name begins like that.</summary>
    public bool IsPhrase(TokenStream tokens, int token) =>
        tokens.Key(token)[0] is 'ل' or 'ب' && Whole(tokens, token) == Kind.Unknown
            && Of(tokens, token) is not (Kind.Unknown or Kind.Given or Kind.GivenWord);
}
