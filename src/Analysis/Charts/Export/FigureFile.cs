using System.Text;

namespace Analysis;

/// <summary>Contents of a figure's files.</summary>
internal static class FigureFile
{
    private static readonly string[] Formats = ["png", "svg", "pdf", "html", "json", "csv"];

    public static string FormatOf(string path) =>
        Formats.FirstOrDefault(format => path.EndsWith($".{format}", StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"a figure is saved as .png, .svg, .pdf, .html, .json or .csv; found '{path}'", nameof(path));

    public static bool CanMake(string format) =>
        IsPicture(format) ? Figure.CanExport : format != "html" || WebFolder.Found is not null;

    /// <summary>The figure in each format, in their order.</summary>
    public static async Task<IReadOnlyList<byte[]>> RenderAsync(Figure figure, IReadOnlyList<string> formats, CancellationToken cancellation)
    {
        string[] pictures = [.. formats.Where(IsPicture)];
        var drawn = pictures.Length == 0 ? [] : await PictureExporter.ShareAsync(exporter => exporter.RenderAsync(figure, pictures, cancellation), cancellation).ConfigureAwait(false);
        return [.. formats.Select(format => IsPicture(format) ? drawn[Array.IndexOf(pictures, format)] : Encoding.UTF8.GetBytes(Text(figure, format)))];
    }

    private static bool IsPicture(string format) => format is "png" or "svg" or "pdf";

    private static string Text(Figure figure, string format) => format switch
    {
        "json" => PlotlyDocument.Of(figure).ToJsonString(PlotlyDocument.Readable) + "\n",
        "csv" => Table(figure),
        _ => FigureHtml.Page(figure, WebFolder.Found ?? throw new InvalidOperationException(Figure.ExportAvailability)),
    };

    private static string Table(Figure figure)
    {
        var evidence = new EvidenceIndex(figure.Evidence);
        var cited = figure.Evidence.Count > 0;
        var columns = figure.Data.Columns;
        using var writer = new StringWriter { NewLine = "\n" };
        Csv.WriteRecord(writer, [.. columns.Select(column => column.Name), .. cited ? ["Evidence"] : Array.Empty<string>()]);
        for (var row = 0; row < figure.Data.Rows.Count; row++)
        {
            var addresses = figure.Chart.MarksOf(row).SelectMany(evidence.Of).Select(passage => passage.Address);
            Csv.WriteRecord(writer,
                [.. columns.Select(column => InvariantText.Format(column[row])), .. cited ? [string.Join("; ", addresses)] : Array.Empty<string>()]);
        }
        return writer.ToString();
    }
}
