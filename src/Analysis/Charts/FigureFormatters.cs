namespace Analysis;

/// <summary>
/// How notebooks show a figure. The object that plotly.js takes and plain text always work; HTML is whole in itself, for engines that pass
/// no chart objects on.
/// </summary>
internal sealed class FigureFormatters : FormatterSource
{
    public override IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<Figure>("application/vnd.plotly.v1+json", (figure, writer) => writer.Write(figure.ToPlotlyJson())),
        new Formatter<Figure>("text/plain", (figure, writer) => writer.Write(figure.ToString())),
    ];
}
