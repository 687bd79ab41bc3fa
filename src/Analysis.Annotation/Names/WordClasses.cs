using System.Runtime.CompilerServices;

namespace Analysis;

/// <summary>Classes of words that are not names of the gazetteer: given names, and ordinary words, which new names never contain.</summary>
internal sealed class WordClasses
{
    private const int ShortestImperfect = 4;
    private const int ShortestPrefixed = 3;

    private static readonly string[] Endings = ["ه", "تين", "تان", "ين", "ون", "ات", "ان", "ا"];

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
            _parts[vocabulary.Add(row[0])] |= part;
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
        return key is ['ا', 'ل', _, _, _, .., 'ي'] or ['ا', 'ل', _, _, _, .., 'ي', 'ه'] && !Is(tokens.Form[token], NamePart.Function);
    }

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
            if ((reading.Proclitics & (Proclitics.By | Proclitics.For | Proclitics.Like | Proclitics.Ask)) != 0 && length < ShortestPrefixed + 1) continue;
            if (reading.Tail > 0 && (length < ShortestPrefixed || tokens.Key(token)[^1] is 'ي' or 'ك')) continue;
            return kind;
        }

        return IsImperfect(tokens.Key(token)) ? Kind.Verb : Inflected(tokens.Key(token));
    }

    // أجنبيتين, الأمنيون: the list contains adjectives in the masculine singular only.
    private Kind Inflected(ReadOnlySpan<char> key)
    {
        if (key is ['و' or 'ف' or 'ب', 'ا', 'ل', ..]) key = key[1..];
        if (key is ['ل', 'ل', ..]) key = key[2..];
        if (key is ['ا', 'ل', ..]) key = key[2..];
        foreach (var ending in Endings)
        {
            if (key.Length < ending.Length + ShortestPrefixed || !key.EndsWith(ending, StringComparison.Ordinal)) continue;
            var form = _vocabulary.Forms.Find(key[..^ending.Length]);
            if (_kinds[form] == Kind.Adjective || (_kinds[form] == Kind.Noun && ending == "ا")) return _kinds[form];
        }

        return Kind.Unknown;
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
        tokens.Key(token)[0] is 'ل' or 'ب' && Whole(tokens, token) == Kind.Unknown && Of(tokens, token) is not (Kind.Unknown or Kind.Given or Kind.GivenWord);

    // يعلن, سيعلن, ستعلن: verbs that are not in the list.
    private static bool IsImperfect(ReadOnlySpan<char> key)
    {
        if (key.Length > ShortestImperfect && key[0] == 'و') key = key[1..];
        if (key.Length > ShortestImperfect && key[0] == 'س' && key[1] is 'ي' or 'ت') return true;
        return key.Length is >= ShortestImperfect and <= ShortestImperfect + 2 && key[0] == 'ي' && key[^1] != 'ي';
    }
}
