namespace Analysis;

/// <summary>
/// The texts of the library in each language, read once: <c>texts.tsv</c> holds those that the code names by a key, <c>phrases.tsv</c>
/// English ones that notebooks, measures and frames hold, which are found by their words. <c>{0}</c> stands for what is put in,
/// <c>{0:documents}</c> for so many of what the text of that key names. Forms for numbers are parted by <c>|</c>: in English for 1 and
/// others; in Arabic for 0, 1, 2, 3–10, 11–99 and others, as Unicode CLDR has them.
/// </summary>
internal static class LanguageTexts
{
    private static readonly string[] Codes = ["en", "ar"];

    private static readonly Dictionary<string, string[]> Texts = Read("texts.tsv", ["key", .. Codes]).ToDictionary(
        row => row[0], row => row.Fields[1..]);

    private static readonly List<LexiconRow> PhraseRows = Read("phrases.tsv", Codes);

    // Found in any case, such as SET; of two that differ in their case alone the one that is written alike.
    private static readonly ILookup<string, LexiconRow> Phrases = PhraseRows.Where(row => !IsPattern(row)).ToLookup(
        row => row[0], StringComparer.OrdinalIgnoreCase);

    // The longest first: it says more of what it stands for.
    private static readonly (Regex English, string Other)[] Patterns = [.. PhraseRows.Where(IsPattern)
        .OrderByDescending(row => row[0].Length).Select(row => (new Regex(
        $"^{Placeholder.Replace(Regex.Escape(row[0]), "(?<p$1>.+)")}\\z", RegexOptions.CultureInvariant), row[1]))];

    /// <summary>The keys of <c>texts.tsv</c>.</summary>
    public static IEnumerable<string> Keys => Texts.Keys;

    /// <summary>The phrases in English, then in Arabic.</summary>
    public static IEnumerable<(string English, string Arabic)> All => PhraseRows.Select(row => (row[0], row[1]));

    private static Regex Placeholder => new(@"\\\{(\d)}", RegexOptions.CultureInvariant);

    /// <summary>A text of <c>texts.tsv</c>.</summary>
    /// <param name="code">Code of the language.</param>
    /// <param name="key">Its key.</param>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public static string Of(string code, string key) =>
        Texts.GetValueOrDefault(key)?[Array.IndexOf(Codes, code)] ?? throw new KeyNotFoundException($"texts.tsv has no text '{key}'");

    /// <summary>A phrase in another language, what stands in its places too; null where the table has none.</summary>
    public static string? Phrase(string english, Language language)
    {
        if (Phrases[english].MinBy(row => row[0] != english) is { } known) return known[1];
        foreach (var (pattern, other) in Patterns)
            if (pattern.Match(english) is { Success: true } found)
                return language.Fill(other, [.. Enumerable.Range(0, found.Groups.Count - 1)
                    .Select(place => language.Say(found.Groups[$"p{place}"].Value))]);
        return null;
    }

    /// <summary>The form of a text for a number; of a noun after a preposition, its genitive.</summary>
    public static string Form(string text, long number, bool isGenitive = false)
    {
        var forms = text.Split('|');
        if (forms.Length < 3) return forms[number == 1 ? 0 : ^1];
        var form = forms[number is >= 0 and <= 2 ? (int)number : (number % 100) switch { >= 3 and <= 10 => 3, >= 11 => 4, _ => 5 }];
        return form.Split('/')[isGenitive ? ^1 : 0];
    }

    private static bool IsPattern(LexiconRow row) => row[0].Contains("{0}", StringComparison.Ordinal);

    internal static List<LexiconRow> Read(string file, string[] columns)
    {
        using var reader = new StreamReader(typeof(LanguageTexts).Assembly.GetManifestResourceStream(file)!);
        return Lexicon.Read(reader, file, columns);
    }
}

/// <summary>What a corpus has in two languages.</summary>
internal static class LanguageNames
{
    /// <summary>The title in the language, else in the other.</summary>
    public static string TitleIn(this Document document, Language language) =>
        document.TitleEnglish.Length == 0 || (language.IsRightToLeft && document.Title.Length > 0) ? document.Title : document.TitleEnglish;

    /// <summary>What a document is called beside its date: its outlet, else its title, else its id in brackets.</summary>
    public static string SourceIn(this Document document, Language language) => ShownText.Contained(
        document.Outlet.Length > 0 ? document.Outlet : document.TitleIn(language) is { Length: > 0 } title ? title : $"({document.Id})");

    /// <summary>Its <see cref="SourceIn"/> and its date, such as <c>Al Jazeera, 3 Jan 2020</c>.</summary>
    /// <param name="document">The document.</param>
    /// <param name="language">The language.</param>
    /// <param name="isLabel">Whether the source is cut: <c>Quds Force…, 31 Mar 2020</c>.</param>
    public static string NameIn(this Document document, Language language, bool isLabel = false)
    {
        const int MostLetters = 19;
        var source = document.SourceIn(language);
        if (isLabel && source.Length > MostLetters)
        {
            var blank = source.LastIndexOf(' ', MostLetters);
            source = source[..(blank > 0 ? blank : MostLetters)].TrimEnd(' ', '.', '،') + "…";
        }

        source = language.Quoted(source);
        if (document.Published is not { } day) return source;
        return language.Text("extent-day", language.IsRightToLeft ? source : ShownText.Anchored(source), day);
    }
}
