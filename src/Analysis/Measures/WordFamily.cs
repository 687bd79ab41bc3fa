namespace Analysis;

/// <summary>The forms of a word that differ in spelling, article, attached particles or an attached pronoun only.</summary>
internal sealed class WordFamily
{
    /// <summary>The article, as a search key.</summary>
    public const string Article = "ال";

    /// <summary>Fewest letters of a word that is looked up without its article too.</summary>
    public const int ShortestStem = 3;

    private readonly Vocabulary _vocabulary = new();
    private readonly HashSet<int> _stems = [];
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The family of a word, which may have an article or not.</summary>
    public WordFamily(string word)
    {
        var key = Normalizer.Normalize(word, NormalizationLevel.Key);
        _stems.Add(_vocabulary.Add(key));
        if (key.StartsWith(Article, StringComparison.Ordinal) && key.Length >= Article.Length + ShortestStem)
            _stems.Add(_vocabulary.Add(key[Article.Length..]));
        _vocabulary.Close();
    }

    /// <summary>Whether a token is one of the forms.</summary>
    public bool Contains(Token token)
    {
        if (!_known.TryGetValue(token.Normal, out var contains))
        {
            contains = Clitics.Read(_vocabulary, Letters.KeyOf(token.Surface)).Any(reading => _stems.Contains(reading.Stem));
            _known.Add(token.Normal, contains);
        }

        return contains;
    }
}
