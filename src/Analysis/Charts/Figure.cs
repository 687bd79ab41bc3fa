namespace Analysis;

/// <summary>
/// A chart as a value: what it shows, how it is titled and described, the numbers behind it and the passages behind each mark. It draws
/// itself in a notebook, and <see cref="Save(string)"/> writes it to a file. Change a copy by <c>with</c>.
/// </summary>
/// <remarks>
/// Colours are Okabe and Ito's palette, which colour-blind readers can tell apart; a label, symbol or pattern goes with each colour.
/// </remarks>
public sealed partial record Figure
{
    private const int LeastWidth = 320;
    private const int UsualWidth = 900;
    private const int LeastHeight = 200;
    private static readonly Regex Kebab = new("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant);

    internal Figure(Chart chart, string title, string id, Func<string, string>? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Drawn, Title, Id) = (name is null ? chart : chart with { NameOf = name }, title, id);
        Height = Math.Max(LeastHeight, Drawn.HeightAt(UsualWidth));
    }

    /// <summary>
    /// Name of the figure and of its files: lower-case letters a–z and digits, words joined by single hyphens. Empty where the figure has
    /// none; a notebook then names the files after the cell.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not written so.</exception>
    public string Id
    {
        get;
        init => field = value.Length == 0 || Kebab.IsMatch(value)
            ? value
            : throw new ArgumentException(
                $"a figure's id is lower-case letters and digits joined by hyphens, such as 'entity-counts'; found '{value}'",
                nameof(value));
    }

    /// <summary>The finding or the question, in one line; drawn above the chart.</summary>
    public string Title { get => Language.Digits(Language.Say(field)); init; }

    /// <summary>The language in which it is shown; see <see cref="In"/>.</summary>
    public Language Language => Drawn.Language;

    /// <summary>How many there are and from when, in one line below the title. Default: what the chart says itself.</summary>
    public string Subtitle { get => field.Length > 0 ? Language.Say(field) : Drawn.Subtitle; init; } = "";

    /// <summary>How to read the chart, for the text below it; empty when the chart needs none.</summary>
    public string Caption { get => Language.Say(field); init; } = "";

    /// <summary>The chart in words, for readers who do not see the picture. Default: made from the numbers.</summary>
    public string Alt
    {
        get => Language.Digits(field.Length > 0 ? Language.Say(field) : Drawn.Describe());
        init;
    } = "";

    /// <summary>Where the numbers come from; drawn below the chart after “Source:”. Default: empty, no such line.</summary>
    public string Source { get => Language.Say(field); init; } = "";

    /// <summary>
    /// The numbers that are drawn, made anew at each call: a row for each mark, with its id or its two, the words drawn for it and its
    /// values. Words are in the figure's language.
    /// </summary>
    public DataFrame Data => MarkTable.Of(Drawn.Marks, Language);

    /// <summary>The passages behind the marks, in the order in which they are cited.</summary>
    /// <exception cref="ArgumentException">A passage matches no mark of the figure; the message names the nearest.</exception>
    public IReadOnlyList<Evidence> Evidence
    {
        get => Cited;
        init => Cited = CitedPassages.Matching(Drawn.Marks, value).Count() == value.Count
            ? CitedPassages.Of(value)
            : throw NoMark(value.Except(CitedPassages.Matching(Drawn.Marks, value)).First());
    }

    internal CitedPassages Cited { get; init; } = CitedPassages.None;

    /// <summary>Width in CSS pixels; 320 or more. Default: 900.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is smaller.</exception>
    public int Width { get; init => field = AtLeast(LeastWidth, value, "wide"); } = UsualWidth;

    /// <summary>Height in CSS pixels, 200 or more. Default: what the marks need.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is smaller.</exception>
    public int Height { get; init => field = AtLeast(LeastHeight, value, "high"); }

    /// <summary>
    /// The chart of Plotly.NET, made anew at each call, to style, combine and show with its verbs. They change it in place; the figure
    /// stays as it is. <see cref="Of"/> makes a figure of the result, with this one's texts, numbers and evidence.
    /// </summary>
    public GenericChart Chart
    {
        get
        {
            var chart = Styled(Drawn.Make(this));
            if (GenericChart.getLayout(chart) is { Meta: FigureMeta meta } layout) layout.Meta = meta with { Figure = this };
            return chart;
        }
    }

    internal Chart Drawn { get; private init; }

    /// <summary>Room for title, subtitle and footer in pixels: a chart that scrolls is wider than the page.</summary>
    internal int HeadWidth { get => Math.Min(field, Width); private init; } = int.MaxValue;

    /// <summary>The figure for a picture that stands alone: its caption is drawn below the chart.</summary>
    internal Figure WithCaptionInside
    {
        get
        {
            var inside = this with { HasCaptionInside = true };
            return inside with { Height = Height + FigureLayout.CaptionHeight(inside) };
        }
    }

    /// <summary>Whether the caption is drawn in the chart.</summary>
    internal bool HasCaptionInside { get; private init; }

    /// <summary>The figure for a document, whose text says what stands above and below the marks.</summary>
    internal Figure MarksAlone =>
        this with { IsMarksAlone = true, Height = Math.Max(LeastHeight, Height - (int)FigureLayout.HeadHeight(this)) };

    /// <summary>Whether title, subtitle, note and source are left out of the chart.</summary>
    internal bool IsMarksAlone { get; private init; }

    /// <summary>What is not drawn, and what an asterisk means, where names that the gazetteer lacks are drawn; else empty.</summary>
    internal string Note =>
        $"{Drawn.Remark} {(Drawn.Marks.Any(mark => mark.IsUnlisted) || UnlistedName.IsIn(Title) ? Language.Text("unlisted") : "")}".Trim();

    /// <summary>The caption, then the note.</summary>
    internal string WholeCaption => $"{Caption} {Note}".Trim();

    private Func<GenericChart, GenericChart> Styled { get; init; } = chart => chart;

    /// <summary>
    /// The same figure with its chart changed by Plotly.NET's verbs, such as <c>figure.With(chart => chart.WithSize(700, 500))</c>.
    /// </summary>
    /// <param name="style">Changes the chart and returns it; runs whenever the chart is made.</param>
    public Figure With(Func<GenericChart, GenericChart> style)
    {
        ArgumentNullException.ThrowIfNull(style);
        var before = Styled;
        return (this with { Styled = chart => style(before(chart)) }).Sized();
    }

    /// <summary>
    /// The same figure in another language. Its own texts are the library's; those of the notebook, units and labels are translated where
    /// the library knows them. Names are where a corpus is known: that of the language, as in <c>figure.In(corpus.Language)</c>, else that
    /// whose <see cref="Corpus.NameOf"/> names the marks. In Arabic bars grow from right to left, and time runs from left to right as it
    /// does in the charts of the Arabic press.
    /// </summary>
    public Figure In(Language language) => As(Width, Drawn with
    {
        Language = !language.HasNames && Drawn.NameOf.Target is Corpus corpus ? corpus.In(language).Language : language,
    });

    /// <summary>The same figure for a page of another width, as high as its marks need there.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="page">Width of the page, where the figure is wider and scrolls.</param>
    internal Figure At(int width, int page = int.MaxValue) => As(width, Drawn, page);

    // What the height has beyond the need of title, subtitle, marks and footer stays.
    private Figure As(int width, Chart drawn, int page = int.MaxValue)
    {
        var figure = this with { Width = width, Drawn = drawn, HeadWidth = page };
        return figure with { Height = Math.Max(LeastHeight, Height - NeededHeight + figure.NeededHeight) };
    }

    private int NeededHeight => Drawn.HeightAt(Width) + (int)(FigureLayout.HeadHeight(this) + FigureLayout.FooterHeight(this));

    // The size that a style gives its chart is the figure's: pictures and pages are made for it.
    private Figure Sized()
    {
        var layout = GenericChart.getLayout(Chart);
        return this with { Width = PlainChart.Pixels(layout.Width) ?? Width, Height = PlainChart.Pixels(layout.Height) ?? Height };
    }

    /// <summary>
    /// The same figure with more evidence: the passages that stand for its marks. Those for things that it does not draw, such as bars
    /// after the fortieth, are left out.
    /// </summary>
    /// <param name="passages">The passages, such as <c>Evidence.Of(corpus.Mentions, corpus, m => m.Entity)</c>.</param>
    /// <exception cref="ArgumentException">There are passages and none of them matches a mark; the message names the nearest.</exception>
    public Figure Citing(IEnumerable<Evidence> passages)
    {
        Evidence[] matching = [.. CitedPassages.Matching(Drawn.Marks, passages)];
        return matching.Length == 0 && Drawn.Marks.Count > 0 && passages.FirstOrDefault() is { } first
            ? throw NoMark(first)
            : this with { Cited = CitedPassages.Of(Evidence.Count == 0 ? matching : [.. Evidence, .. matching]) };
    }

    private ArgumentException NoMark(Evidence passage) =>
        CitedPassages.NoMark(Drawn.Marks, passage.Mark, "no mark of the figure matches evidence for");

    /// <summary>
    /// The figure as plotly.js takes it: <c>data</c>, <c>layout</c> and <c>config</c>, with texts, marks and narrower layouts in
    /// <c>layout.meta</c>.
    /// </summary>
    public string ToPlotlyJson() => PlotlyJson.Of(Chart).ToJsonString(JsonForm.Compact);

    /// <summary>The title and the numbers in words.</summary>
    public override string ToString() => $"{Title}\n{Alt}";

    /// <summary>An id made of words.</summary>
    internal static string IdOf(string words)
    {
        var letters = words.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').ToArray();
        return string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("figure"));
    }

    private static int AtLeast(int least, int pixels, string direction) => pixels >= least
        ? pixels
        : throw new ArgumentOutOfRangeException(nameof(pixels), pixels, $"a figure is {least} pixels {direction} or more");
}
