namespace Analysis;

public sealed partial record Figure
{
    private static readonly string[] Pictures = ["png", "svg", "pdf"];
    private static readonly string[] Texts = ["html", "json", "csv"];

    /// <summary>Whether <see cref="Save(string)"/> can write PNG, SVG and PDF on this machine, as far as is known before a browser is
    /// started.</summary>
    public static bool CanExport => ExportAvailability.Length == 0;

    /// <summary>
    /// One sentence that says what cannot be saved on this machine and how to change that; empty where everything can. A browser that fails
    /// changes
    /// it while the program runs.
    /// </summary>
    public static string ExportAvailability => PictureExporter.Shared.Obstacle;

    /// <summary>
    /// Writes the figure in the format that the file's extension names: <c>.png</c> (two pixels to one of the figure), <c>.svg</c> and
    /// <c>.pdf</c> (with their fonts), <c>.html</c> (a page that needs no other file and opens the passages behind each mark),
    /// <c>.json</c> (what plotly.js draws, with texts, marks and narrower layouts in <c>layout.meta</c>) or <c>.csv</c>
    /// (<see cref="Data"/>, with the addresses of each mark's passages).
    /// The file is written whole or not at all; folders are made.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The extension is none of these.</exception>
    /// <exception cref="IOException">The file cannot be written, or no picture can be made; the message says why.</exception>
    public void Save(string path) => Task.Run(() => SaveAsync(path)).GetAwaiter().GetResult();

    /// <inheritdoc cref="Save(string)"/>
    public async Task SaveAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var format = FormatOf(path);
        AtomicFile.Write(path, Pictures.Contains(format)
            ? (await PictureExporter.Shared.DrawAsync(WithCaptionInside, [format], cancellation).ConfigureAwait(false))[0]
            : Content(format));
    }

    /// <summary>Writes the figure in several formats as <c>folder/id.format</c>, drawn once. Where no picture can be made, the other
    /// formats are written all the same, and pictures of that name made before are deleted.</summary>
    /// <param name="folder">The folder; made where it is not there.</param>
    /// <param name="formats">Extensions without the dot, such as <c>png</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">The figure has no id.</exception>
    /// <exception cref="ArgumentException">A format is none that <see cref="Save(string)"/> writes.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public Task<SavedFigure> SaveAsync(string folder, IEnumerable<string> formats, CancellationToken cancellation = default) =>
        SaveAsync(PictureExporter.Shared, folder, formats, cancellation);

    internal async Task<SavedFigure> SaveAsync(PictureExporter exporter, string folder, IEnumerable<string> formats,
        CancellationToken cancellation)
    {
        if (Id.Length == 0) throw new InvalidOperationException(
            $"the figure '{Title}' has no id to name its files: give it one, such as figure with {{ Id = \"named-most\" }}");
        string[] all = [.. formats.Select(format => FormatOf($".{format}"))];
        string[] pictures = [.. all.Where(Pictures.Contains)];
        var contents = all.Except(pictures).ToDictionary(format => format, Content);
        var (drawn, warning) = pictures.Length == 0 ? ([], "") : await PictureExporter.TryAsync(
            () => exporter.DrawAsync(WithCaptionInside, pictures, cancellation)).ConfigureAwait(false);
        foreach (var (format, picture) in pictures.Zip(drawn ?? [])) contents[format] = picture;
        string FileOf(string format) => Path.Combine(folder, $"{Id}.{format}");
        string[] written = [.. all.Where(contents.ContainsKey)];
        foreach (var format in written) AtomicFile.Write(FileOf(format), contents[format]);
        // A picture made before shows other data.
        foreach (var file in pictures.Except(written).Select(FileOf).Where(File.Exists)) File.Delete(file);
        return new([.. written.Select(FileOf)], warning);
    }

    /// <summary>The format that a file's extension names.</summary>
    private static string FormatOf(string path) =>
        Pictures.Concat(Texts).FirstOrDefault(format => path.EndsWith($".{format}", StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"a figure is saved as .png, .svg, .pdf, .html, .json or .csv; found '{path}'", nameof(path));

    /// <summary>The figure as HTML, JSON or CSV.</summary>
    private byte[] Content(string format) => format switch
    {
        "json" => Encoding.UTF8.GetBytes(PlotlyJson.Of(Chart).ToJsonString(JsonForm.Readable) + "\n"),
        "csv" => MarkTable.WithAddresses(this).ToCsvBytes(),
        _ => Encoding.UTF8.GetBytes(FigureHtml.Page(this)),
    };
}

/// <summary>The files of a figure.</summary>
/// <param name="Files">The files written, in the order of the formats.</param>
/// <param name="Warning">Why there is no picture, in one sentence; empty where there is one, or none was asked for. The same for all
/// figures where the browser failed.</param>
public sealed record SavedFigure(IReadOnlyList<string> Files, string Warning);
