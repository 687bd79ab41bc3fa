using System.Net;

namespace Analysis;

/// <summary>Writes chronologies as a page that needs no network, no script and no other file.</summary>
public static class TimelinePage
{
    private const string Style = """
        :root { color-scheme: light dark; --line: light-dark(#c9c5bd, #45474d); --soft: light-dark(#5c5c63, #a5a3a0); }
        body { font: 17px/1.6 "Noto Sans", "Noto Sans Arabic", "Segoe UI", Tahoma, sans-serif; }
        body { margin: 0 auto; padding: 1rem 1.25rem 4rem; max-width: 46rem; }
        h1 { line-height: 1.3; } h2 { margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 0; }
        ol { list-style: none; margin: 0; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--line); }
        li { margin: 0 0 1.25rem; } p { margin: .2rem 0; overflow-wrap: anywhere; } time, .source { color: var(--soft); font-size: .85rem; }
        @media print { body { font-size: 10pt; max-width: none; padding: 0; } li { break-inside: avoid; } h2 { break-after: avoid; } }
        """;

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
        output.Write(Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html>
            <html lang="{language.Tag}" dir="{language.Direction}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <h1 dir="auto">{Html(title)}</h1>
            {string.Concat(years)}</body>
            </html>

            """));
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
