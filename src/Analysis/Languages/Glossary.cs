namespace Analysis;

/// <summary>
/// English for Arabic words that stand alone, such as labels of a chart: a name that has an English form, and the letters of any other in
/// Latin ones (<c>transliteration.tsv</c>). Passages are left as they are.
/// </summary>
/// <param name="names">Arabic names and titles, and ids of entities, with their English forms.</param>
internal sealed partial class Glossary(IReadOnlyDictionary<string, string> names)
{
    private const int MostWords = 4;
    private const string Article = "ال";

    private static readonly Dictionary<char, (string Latin, string Start)> Letters = LanguageTexts
        .Read("transliteration.tsv", ["letter", "latin", "start"])
        .ToDictionary(row => row[0][0], row => (row[1], row[2].Length > 0 ? row[2] : row[1]));

    /// <summary>Whether a text is no passage: none in Arabic, one with an English form, or a few words.</summary>
    public bool StandsAlone(string text) => !IsArabic(text) || names.ContainsKey(text) || text.Split(' ').Length <= MostWords;

    /// <summary>
    /// A text in Arabic that stands alone, with its English in brackets, each in its direction in any line; of an id the name. Null where
    /// there is nothing to say.
    /// </summary>
    public string? Of(string text)
    {
        if (!IsArabic(text)) return names.GetValueOrDefault(text);
        if (!StandsAlone(text)) return null;
        return $"{ShownText.IsolateRightToLeft(text)} "
            + ShownText.IsolateLeftToRight($"({names.GetValueOrDefault(text) ?? Transliterate(text)})");
    }

    internal static string Transliterate(string text) => string.Join(' ', text.Replace("إي", "إ", StringComparison.Ordinal)
        .Split([' ', '*', '|'], StringSplitOptions.RemoveEmptyEntries).Select(word =>
            word.Length > Article.Length + 1 && word.StartsWith(Article, StringComparison.Ordinal)
                ? $"al-{Word(word[Article.Length..])}" : Word(word)));

    /// <summary>A name in Latin letters, its words but the article with a capital.</summary>
    internal static string TransliterateName(string name) =>
        NameStart().Replace(Transliterate(name), start => start.Value.ToUpperInvariant());

    [GeneratedRegex(@"(?<=(?:^| )(?:al-)?[‘’]?)(?!al-)\p{Ll}")]
    private static partial Regex NameStart();

    private static string Word(string word) => string.Concat(word.Select((letter, at) =>
        !Letters.TryGetValue(letter, out var latin) ? $"{letter}"
        // Beside a long vowel it is a consonant.
        : at == 0 || word[at - 1] is 'ا' or 'آ'
                || (at + 1 < word.Length && word[at + 1] is 'ا' or 'آ' or 'ة') ? latin.Start : latin.Latin));

    // A question mark begins the id of a name that the gazetteer lacks.
    private static bool IsArabic(string text) => !text.StartsWith('?') &&
        text.Any(letter => ShownText.IsRightToLeft(letter)) && !text.Any(char.IsAsciiLetter);
}
