using Microsoft.FSharp.Collections;
using PlotMargin = Plotly.NET.LayoutObjects.Margin;

namespace Analysis;

/// <summary>What all figures have around their marks: title, source line, margins and fonts.</summary>
internal static class FigureLayout
{
    public const double TitleSize = 19;
    private const double FooterSize = 11;
    private const double SubtitleSize = 13;
    private const double CaptionSize = 12;
    private const double Edge = 16;

    // Longer texts end in an ellipsis.
    private const int MostLines = 6;

    /// <summary>The drawn chart of a figure with everything around it.</summary>
    public static GenericChart Complete(Figure figure, Drawing drawing)
    {
        var layout = drawing.Layout;
        var margin = Outer(figure, drawing.Margin);
        (layout.Title, layout.Font, layout.Width, layout.Height) = (Title(figure), Letters(), figure.Width, figure.Height);
        layout.Margin = new PlotMargin
        {
            Left = Math.Round(margin.Left), Right = Math.Round(margin.Right),
            Top = Math.Round(margin.Top), Bottom = Math.Round(margin.Bottom),
            AutoExpand = false,
        };
        layout.PaperBgColor = layout.PlotBgColor = Palette.Paper;
        layout.HoverMode = "closest";
        layout.HoverLabel = new()
        {
            Align = figure.Language.IsRightToLeft ? "right" : "left",
            BgColor = Palette.Paper,
            BorderColor = Palette.Muted,
            Font = Letters(),
        };
        if (Around(figure, margin).ToArray() is { Length: > 0 } around) layout.Annotations = [.. layout.Annotations ?? [], .. around];
        var config = new Config();
        config.SetProperty("displaylogo", false);
        config.SetProperty("responsive", false);
        return GenericChart.NewMultiChart(ListModule.OfSeq(drawing.Traces), layout, config, new DisplayOptions());
    }

    /// <summary>A chart without marks, which says so: a corpus need not have what a notebook asks for.</summary>
    public static Drawing Nothing(Language language)
    {
        var note = Axes.Note(language.Text("no-data"), (0.5, "center"), (0.5, "middle"));
        return new([], new Layout { XAxis = Axes.Hidden(0, 1), YAxis = Axes.Hidden(0, 1), Annotations = [note] }, default);
    }

    /// <summary>Pixels between the margins of a figure, in which its marks are placed.</summary>
    public static (double Width, double Height) PlotSize(Figure figure, Margin margin)
    {
        var outer = Outer(figure, margin);
        return (PlotWidth(figure.Width, margin), figure.Height - outer.Top - outer.Bottom);
    }

    /// <summary>Pixels between the margins of a figure of that width.</summary>
    public static double PlotWidth(int width, Margin margin) => width - margin.Left - margin.Right - (2 * Edge);

    /// <param name="lines">Lines of the title: plotly.js sets the first of several higher than a single one.</param>
    public static Padding TitlePadding(int lines = 1)
    {
        var padding = new Padding();
        foreach (var side in new[] { "l", "r" }) padding.SetProperty(side, Edge);
        padding.SetProperty("t", lines > 1 ? Math.Round(Edge + (0.7 * TitleSize)) : Edge);
        return padding;
    }

    /// <summary>The title as it is drawn: an Arabic one stands at the right.</summary>
    private static Title Title(Figure figure)
    {
        var rightToLeft = Lettering.RunsRightToLeft(figure.Title, figure.Language);
        return new()
        {
            Text = Lines(TitleLines(figure), figure.Language, "<b>", "</b>"),
            Font = new() { Size = TitleSize, Color = Palette.Ink },
            XRef = "container", X = rightToLeft ? 1 : 0, XAnchor = rightToLeft ? "right" : "left",
            YRef = "container", Y = 1, YAnchor = "top",
            Pad = TitlePadding(TitleLines(figure).Count),
        };
    }

    /// <summary>
    /// Title and subtitle in one text, for a chart whose title has its own look. Both have one colour: a page turns that of a text when
    /// it is dark, but none that is written inside a text.
    /// </summary>
    public static string Heading(Figure figure) => Lines(TitleLines(figure), figure.Language) + string.Concat(SubtitleLines(figure).Select(
        line => "<br>" + Lines([line], figure.Language, $"<span style=\"font-size:{SubtitleSize}px\">", "</span>")));

    private static string Lines(IEnumerable<string> lines, Language language, string before = "", string after = "") => string.Join(
        "<br>", lines.Select(line => $"{before}{Lettering.Escape(Lettering.Anchor(line, language))}{after}"));

    public static Font Letters() => new() { Family = Lettering.Family, Size = Axes.LabelSize, Color = Palette.Ink };

    private static IReadOnlyList<string> TitleLines(Figure figure) =>
        figure.IsMarksAlone ? [] : Lettering.Wrap(figure.Title, TitleSize * 1.04, figure.HeadWidth - (2 * Edge), MostLines);

    private static Margin Outer(Figure figure, Margin inner) => new(
        inner.Left + Edge,
        inner.Top + HeadHeight(figure) + 14,
        inner.Right + Edge,
        inner.Bottom + 6 + FooterHeight(figure) + CaptionHeight(figure));

    /// <summary>Room that title and subtitle need above the chart.</summary>
    public static double HeadHeight(Figure figure) => figure.IsMarksAlone ? 0
        : TitleHeight(figure) + (SubtitleLines(figure).Count * SubtitleSize * 1.5);

    private static double TitleHeight(Figure figure) => Edge + (TitleLines(figure).Count * TitleSize * 1.3);

    private static IReadOnlyList<string> SubtitleLines(Figure figure) =>
        figure.IsMarksAlone ? [] : Lettering.Wrap(figure.Subtitle, SubtitleSize, figure.HeadWidth - (2 * Edge), MostLines);

    /// <summary>Room that the caption needs below the chart, where it is drawn there.</summary>
    public static int CaptionHeight(Figure figure) => (int)Math.Ceiling(CaptionLines(figure).Count * CaptionSize * 1.35);

    private static IReadOnlyList<string> CaptionLines(Figure figure) =>
        figure.HasCaptionInside ? Lettering.Wrap(figure.Caption, CaptionSize, figure.Width - (2 * Edge), 6) : [];

    /// <summary>Room that note and source need below the chart.</summary>
    public static double FooterHeight(Figure figure) =>
        FooterLines(figure).Count is > 0 and var lines ? FooterSize * ((1.4 * lines) + 0.75) : 0;

    /// <summary>The lines below the chart: notes on the drawing, what an asterisk means, and the source.</summary>
    private static IReadOnlyList<string> FooterLines(Figure figure) => figure.IsMarksAlone ? [] : Lettering.Wrap(
        $"{figure.Note} {(figure.Source.Length > 0 ? figure.Language.Text("source", figure.Source) : "")}",
        FooterSize, figure.HeadWidth - (2 * Edge), MostLines);

    /// <summary>The lines around the chart: subtitle, caption, and what an asterisk means with the source.</summary>
    private static IEnumerable<Annotation> Around(Figure figure, Margin margin)
    {
        var all = figure.Language.IsRightToLeft;
        var (subtitle, caption, footer) = (SubtitleLines(figure), CaptionLines(figure), FooterLines(figure));
        Annotation Line(string text, bool right, double edge, string anchor, double up, double size) => Axes.Note(
            text, (right ? 1.0 : 0.0, right ? "right" : "left"), (edge, anchor),
            xShift: right ? margin.Right - Edge : Edge - margin.Left, yShift: up, size: size);
        if (subtitle.Count > 0) yield return Line(string.Join('\n', subtitle),
            all || Lettering.RunsRightToLeft(figure.Subtitle, figure.Language), 1, "top", margin.Top - TitleHeight(figure), SubtitleSize);
        if (caption.Count > 0) yield return Line(string.Join('\n', caption),
            all, 0, "bottom", 6 + FooterHeight(figure) - margin.Bottom, CaptionSize);
        if (footer.Count > 0)
            yield return Line(string.Join('\n', footer), all, 0, "bottom", 6 - margin.Bottom, FooterSize);
    }
}
