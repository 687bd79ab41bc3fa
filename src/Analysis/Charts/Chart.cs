namespace Analysis;

/// <summary>What a figure draws, apart from its title and texts. One derived record for each kind of chart.</summary>
internal abstract record Chart
{
    /// <summary>The language of its words.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Turns the id of what is drawn into the words for it, in English or in the language of a corpus.</summary>
    public Func<string, string> NameOf { get; init; } = id => id;

    /// <summary>
    /// Whether an Arabic reader expects it mirrored: its values and categories then run from right to left. Time and the measures of a
    /// scatter plot do not: charts of the Arabic press run from left to right there.
    /// </summary>
    public virtual bool IsMirrored => false;

    /// <summary>Height in pixels at which the marks have room in a figure of that width.</summary>
    public abstract int HeightAt(int width);

    /// <summary>Width in pixels below which marks could not be told apart; a narrower page scrolls.</summary>
    public virtual int LeastWidth => 0;

    /// <summary>The marks, in the order of the figure's table.</summary>
    public abstract IReadOnlyList<ChartMark> Marks { get; }

    /// <summary>How many things are drawn, and from when, for the line below the title; empty where the chart doesn't say.</summary>
    public virtual string Subtitle => "";

    /// <summary>Notes on the drawing: what is left out and why, and what a line stands for; empty if nothing needs saying.</summary>
    public virtual string Remark => "";

    /// <summary>The chart in words with its numbers.</summary>
    public abstract string Describe();

    /// <summary>Traces and layout of the figure, whose marks say what they are; the title and the source are not yet in it.</summary>
    public abstract Drawing Draw(Figure figure, EvidenceIndex evidence);

    /// <summary>The words drawn for an id.</summary>
    protected string Name(string id) => Language.Say(NameOf(id));

    /// <summary>The finished chart, made anew at each call.</summary>
    public virtual GenericChart Make(Figure figure)
    {
        var evidence = new EvidenceIndex(figure.Cited, Language);
        var drawing = Marks.Count == 0 ? FigureLayout.Nothing(Language) : Draw(figure, evidence);
        if (Language.IsRightToLeft) drawing = RightToLeft.Of(drawing, IsMirrored, Language.HasArabicDigits);
        var chart = FigureLayout.Complete(figure, drawing);
        GenericChart.getLayout(chart).Meta = new FigureMeta(figure, evidence.Drawn);
        return chart;
    }
}

/// <summary>A drawn chart.</summary>
/// <param name="Traces">Traces, the lowest first.</param>
/// <param name="Layout">Axes, legend, annotations and shapes.</param>
/// <param name="Margin">Room that labels need around the plot, in pixels; the title and the source come on top of it.</param>
internal sealed record Drawing(IReadOnlyList<Trace> Traces, Layout Layout, Margin Margin);

/// <summary>Room around a plot, in pixels.</summary>
internal readonly record struct Margin(double Left, double Top, double Right, double Bottom);
