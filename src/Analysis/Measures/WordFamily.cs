namespace Analysis;

/// <summary>The forms of a word that differ in spelling, article, attached particles or an attached pronoun only.</summary>
internal sealed class WordFamily
{
    private readonly Vocabulary _vocabulary = new();
    private readonly HashSet<int> _stems = [];
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The family of a word, which may have an article or not.</summary>
    public WordFamily(string word)
    {
        var key = Normalizer.Normalize(word, NormalizationLevel.Key).Text;
        _stems.Add(_vocabulary.Add(key));
        if (key.StartsWith("ال", StringComparison.Ordinal) && key.Length > 4) _stems.Add(_vocabulary.Add(key[2..]));
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
