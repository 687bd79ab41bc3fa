namespace Analysis;

/// <summary>Writes chronologies as a page that needs no network, no script and no other file.</summary>
public static class TimelinePage
{
    /// <summary>
    /// Writes a page with a list of the entries for each year: when, what, the sentence and its source. Entries without a date come last.
    /// It runs from right to left in Arabic. The stream stays open.
    /// </summary>
    /// <param name="chronology">The entries, in the order of the page.</param>
    /// <param name="output">Where the text goes, UTF-8.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="language">Language of the page; default: English.</param>
    /// <param name="documentName">Turns a document's id into the words that stand for it; default: the id.</param>
    public static void WriteTimelinePage(this IEnumerable<ChronologyEntry> chronology, Stream output, string title,
        Language? language = null, Func<string, string>? documentName = null)
    {
        language ??= Language.English;
        documentName ??= id => id;
        var years = chronology.GroupBy(entry => YearOf(entry)).OrderBy(year => year.Key ?? int.MaxValue)
            .Select(year => $"<h2>{language.Digits(InvariantText.Format(year.Key) ?? language.Text("timeline-no-date"))}</h2>\n<ol>\n"
                + $"{string.Concat(year.Select(entry => Entry(entry, language, documentName)))}</ol>\n");
        output.Write(Encoding.UTF8.GetBytes(ChartAssets.Fill(ChartAssets.ReadText("timeline-page.html"), part => part switch
        {
            "language" => language.Tag,
            "direction" => language.Direction,
            "title" => Html(title),
            _ => string.Concat(years),
        })));
    }

    private static int? YearOf(ChronologyEntry entry) => (entry.Earliest ?? entry.Latest)?.Year;

    private static string Entry(ChronologyEntry entry, Language language, Func<string, string> documentName)
    {
        var date = Edtf.TryParse(entry.Date, out var read) ? DateWords.Of(read, language) : "";
        var sources = language.List(entry.Documents.Distinct().Select(documentName));
        return $"""
            <li>
            <time><bdi>{Html(language.Digits(date))}</bdi></time>
            <h3 dir="auto">{Html(entry.Headline)}</h3>
            <p dir="auto">{Html(entry.Text)}</p>
            <p class="source" dir="auto">{Html(sources)}</p>
            </li>

            """;
    }

    private static string Html(string text) => WebUtility.HtmlEncode(ShownText.Contained(text));
}
