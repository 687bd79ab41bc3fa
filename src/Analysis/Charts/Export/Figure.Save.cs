using System.Text;

namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// Writes the figure in the format that the file's extension names: <c>.json</c> (what plotly.js draws, with texts and evidence in
    /// <c>layout.meta</c>) or <c>.csv</c> (the numbers, with the addresses of each row's evidence).
    /// The file is written whole or not at all; folders are made.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The extension is none of these.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, FigureFile.Bytes(this, path));
    }
}

/// <summary>Figures as files of text.</summary>
internal static class FigureFile
{
    public static byte[] Bytes(Figure figure, string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JSON" => Encoding.UTF8.GetBytes(PlotlyDocument.Of(figure).ToJsonString(PlotlyDocument.Readable) + "\n"),
        ".CSV" => Encoding.UTF8.GetBytes(Csv(figure)),
        var other => throw new ArgumentException($"a figure is saved as .png, .svg, .pdf, .html, .json or .csv; found '{other}'", nameof(path)),
    };

    private static string Csv(Figure figure)
    {
        var evidence = new EvidenceIndex(figure.Evidence);
        var cited = figure.Evidence.Count > 0;
        var columns = figure.Data.Columns;
        using var writer = new StringWriter { NewLine = "\n" };
        Analysis.Csv.WriteRecord(writer, [.. columns.Select(column => column.Name), .. cited ? ["Evidence"] : Array.Empty<string>()]);
        for (var row = 0; row < figure.Data.Count; row++)
        {
            var marks = figure.Chart.MarksOf(row).SelectMany(evidence.Of).Select(passage => passage.Address);
            Analysis.Csv.WriteRecord(writer,
                [.. columns.Select(column => column[row] is null ? null : FrameValues.Text(column[row])), .. cited ? [string.Join("; ", marks)] : Array.Empty<string>()]);
        }
        return writer.ToString();
    }
}
