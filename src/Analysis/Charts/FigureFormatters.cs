namespace Analysis;

/// <summary>
/// How notebooks show a figure. The object that plotly.js takes and plain text always work, PNG (base64, two pixels to one of the figure)
/// where a browser is there to draw it. HTML is whole in itself, for engines that pass no chart objects on: its first use carries plotly.js.
/// </summary>
internal sealed class FigureFormatters : FormatterSource
{
    private int _shown;

    public override IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<Figure>("text/html", (figure, writer) => writer.Write(FigureHtml.Fragment(figure, Picture(figure), Interlocked.Exchange(ref _shown, 1) == 0 ? Script() : null))),
        new Formatter<Figure>("application/vnd.plotly.v1+json", (figure, writer) => writer.Write(figure.ToPlotlyJson())),
        new PictureFormatter(Picture),
        new Formatter<Figure>("text/plain", (figure, writer) => writer.Write(figure.ToString())),
    ];

    private static byte[]? Picture(Figure figure)
    {
        if (!Figure.CanExport) return null;
        try
        {
            return Task.Run(() => FigureFile.RenderAsync(figure, ["png"], CancellationToken.None)).GetAwaiter().GetResult()[0];
        }
        catch (Exception error) when (error is IOException or TimeoutException)
        {
            // A browser that fails must not cost the reader the chart, which draws itself without a picture; Save reports the failure.
            return null;
        }
    }

    private static string? Script() => WebFolder.Found is { } web ? File.ReadAllText(web.ScriptFile) : null;
}

/// <summary>Writes PNG in base64; formats nothing where no picture can be made.</summary>
internal sealed class PictureFormatter(Func<Figure, byte[]?> draw)
{
    public string MimeType { get; } = "image/png";

    public bool Format(object? instance, TextWriter writer)
    {
        if (instance is not Figure figure || draw(figure) is not { } picture) return false;
        writer.Write(Convert.ToBase64String(picture));
        return true;
    }
}
