namespace Analysis;

/// <summary>
/// A chart as a value: what it shows, how it is titled and described, the numbers behind it and the sentences behind each mark. It draws
/// itself in a notebook, and <see cref="Save(string)"/> writes it to a file. Change a copy by <c>with</c>.
/// </summary>
/// <remarks>
/// Colours are Okabe and Ito's palette, which colour-blind readers can tell apart; a label, symbol or pattern stands beside colour everywhere.
/// The same figure is valid for plotly.js 2.35 and 4.1.
/// </remarks>
[TypeFormatterSource(typeof(FigureFormatters), PreferredMimeTypes = ["text/html"])]
public sealed partial record Figure
{
    private const int LeastHeight = 200;

    internal Figure(Chart chart, DataFrame data, string id, string title)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Chart, Data, Id, Title) = (chart, data, id, title);
        Height = Math.Max(LeastHeight, chart.PreferredHeight);
    }

    /// <summary>Name of the figure and of its files: lower-case letters a–z and digits, words joined by single hyphens.</summary>
    /// <exception cref="ArgumentException">The value is not written so.</exception>
    public string Id
    {
        get;
        init => field = IsKebab(value)
            ? value
            : throw new ArgumentException($"a figure's id is lower-case letters and digits joined by hyphens, such as 'entity-counts'; found '{value}'", nameof(value));
    }

    /// <summary>The finding or the question, in one line; drawn above the chart.</summary>
    public string Title { get; init; }

    /// <summary>How to read the chart, for the text below it; empty when the chart needs none.</summary>
    public string Caption { get; init; } = "";

    /// <summary>What a reader who does not see the picture is told; made from the numbers unless set.</summary>
    public string Alt
    {
        get => field.Length > 0 ? field : Chart.Describe(this);
        init;
    } = "";

    /// <summary>Where the numbers come from; drawn below the chart after “Source:”, empty when nothing is to stand there.</summary>
    public string Source { get; init; } = "";

    /// <summary>The numbers that are drawn, one record a mark, or one row a matrix row.</summary>
    public DataFrame Data { get; }

    /// <summary>The passages behind the marks, in the order in which they are cited.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Width in CSS pixels; 400 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is smaller.</exception>
    public int Width
    {
        get;
        init => field = value >= 400 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "a figure is 400 pixels wide or more");
    } = 900;

    /// <summary>Height in CSS pixels, 200 or more; made to fit the marks unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is smaller.</exception>
    public int Height
    {
        get;
        init => field = value >= LeastHeight ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "a figure is 200 pixels high or more");
    }

    internal Chart Chart { get; }

    /// <summary>The figure as plotly.js takes it: <c>data</c>, <c>layout</c> and <c>config</c>, with texts and evidence in <c>layout.meta</c>.</summary>
    public string ToPlotlyJson() => PlotlyDocument.Of(this).ToJsonString(PlotlyDocument.Compact);

    /// <summary>The title and the numbers in words.</summary>
    public override string ToString() => $"{Title}\n{Alt}";

    private static bool IsKebab(string id) =>
        id.Length > 0 && id[0] != '-' && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal)
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
