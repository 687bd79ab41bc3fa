namespace Analysis.Notebooks;

/// <summary>What a host tells an <see cref="HtmlReport"/>.</summary>
public sealed record HtmlReportOptions
{
    /// <summary>Heading of the index page.</summary>
    public string Title { get; init; } = "Notebooks";

    /// <summary>What the report is about, in Markdown; stands below the heading of the index page.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>BCP 47 tag of the language that most prose is in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What the report was made from, in one line; stands below each page.</summary>
    public string Provenance { get; init; } = "";

    /// <summary>A plotly.js bundle, copied into the report so that charts are drawn without a network; null for pictures alone.</summary>
    public string? PlotlyScript { get; init; }

    /// <summary>Fonts, copied into the report.</summary>
    public IReadOnlyList<ReportFont> Fonts { get; init; } = [];
}

/// <summary>A font file that a report brings along.</summary>
/// <param name="Family">Name of the family, such as <c>Noto Sans Arabic</c>.</param>
/// <param name="File">The file, in a format that browsers read (<c>.woff2</c>).</param>
/// <param name="Weight">100 to 900; 400 is regular, 700 is bold.</param>
/// <param name="UnicodeRange">The characters that it is used for, as CSS writes them; null for all.</param>
public sealed record ReportFont(string Family, string File, int Weight = 400, string? UnicodeRange = null);
