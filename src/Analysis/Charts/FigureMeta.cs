namespace Analysis;

/// <summary>
/// The figure that a chart is of, in <c>layout.meta</c>. The chart stays the figure's through all verbs of Plotly.NET, so that
/// <see cref="Figure.Of"/> finds the figure again.
/// </summary>
/// <param name="Figure">The figure.</param>
/// <param name="Marks">The marks in the order to which <c>customdata</c> of the traces refers.</param>
internal sealed record FigureMeta(Figure Figure, IReadOnlyList<ChartMark> Marks)
{
    /// <summary>Widths for which pages have the chart laid out anew, so that it fits a tablet and a phone.</summary>
    private static readonly int[] Narrower = [620, 340];

    /// <summary>That of a figure's chart.</summary>
    public static FigureMeta Of(Figure figure) => GenericChart.getLayout(figure.Chart).Meta as FigureMeta ?? new(figure, []);

    /// <summary>The figure's texts, the words and the number of passages of each mark, and the chart laid out for narrower pages.</summary>
    public JsonNode ToJson()
    {
        var language = Figure.Language;
        return new JsonObject
        {
            ["id"] = Figure.Id, ["title"] = Figure.Title, ["caption"] = language.Digits(Figure.WholeCaption),
            ["alt"] = Figure.Alt, ["source"] = language.Digits(Figure.Source),
            ["marks"] = new JsonArray(
                [.. Marks.Select(mark => new JsonArray(language.Digits(mark.Words(language)), Figure.Cited.CountOf(mark)))]),
            ["narrower"] = new JsonArray([.. from width in Narrower
                let least = Math.Max(width, Figure.Drawn.LeastWidth)
                where least < Figure.Width
                let chart = Figure.At(least, page: width).Chart
                where PlainChart.Pixels(GenericChart.getLayout(chart).Width) == least
                select PlotlyJson.ForDrawing(chart)]),
        };
    }

    /// <summary>The passages behind each mark that has any, with its number.</summary>
    public IEnumerable<(int Mark, Evidence[] Passages)> Passages() =>
        Marks.Select((mark, number) => (number, Figure.Cited.Of(mark))).Where(mark => mark.Item2.Length > 0);
}
