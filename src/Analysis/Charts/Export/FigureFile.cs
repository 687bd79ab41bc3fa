using System.Text;

namespace Analysis;

/// <summary>Contents of a figure's files.</summary>
internal static class FigureFile
{
    private static readonly string[] Formats = ["png", "svg", "pdf", "html", "json", "csv"];

    /// <summary>The format that a file's extension names.</summary>
    public static string FormatOf(string path) =>
        Formats.FirstOrDefault(format => path.EndsWith($".{format}", StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"a figure is saved as .png, .svg, .pdf, .html, .json or .csv; found '{path}'", nameof(path));

    public static bool IsPicture(string format) => format is "png" or "svg" or "pdf";

    /// <summary>The figure as HTML, JSON or CSV.</summary>
    public static byte[] Text(Figure figure, string format) => Encoding.UTF8.GetBytes(format switch
    {
        "json" => PlotlyJson.Of(figure.Chart).ToJsonString(PlotlyJson.Readable) + "\n",
        "csv" => MarkTable.Csv(figure.Drawn.Marks, figure.Evidence),
        _ => FigureHtml.Page(figure),
    });
}
