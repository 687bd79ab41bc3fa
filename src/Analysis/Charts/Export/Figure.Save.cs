namespace Analysis;

public sealed partial record Figure
{
    /// <summary>Whether <see cref="Save(string)"/> can write PNG, SVG and PDF on this machine.</summary>
    public static bool CanExport => ExportAvailability.Length == 0;

    /// <summary>One sentence that says what cannot be saved on this machine and how to change that; empty where everything can.</summary>
    public static string ExportAvailability => PictureExporter.Obstacle(WebFolder.Found, BrowserCandidate.On(Machine.Current, WebFolder.Found));

    /// <summary>
    /// Writes the figure in the format that the file's extension names: <c>.png</c> (two pixels to one of the figure), <c>.svg</c> and
    /// <c>.pdf</c> (with their fonts), <c>.html</c> (a page that needs no other file), <c>.json</c> (what plotly.js draws, with texts and
    /// evidence in <c>layout.meta</c>) or <c>.csv</c> (the numbers, with the addresses of each row's evidence).
    /// The file is written whole or not at all; folders are made.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The extension is none of these.</exception>
    /// <exception cref="InvalidOperationException">The format needs what this machine lacks; the message is <see cref="ExportAvailability"/>.</exception>
    /// <exception cref="IOException">The file cannot be written, or the browser that draws failed.</exception>
    public void Save(string path) => Task.Run(() => SaveAsync(path)).GetAwaiter().GetResult();

    /// <inheritdoc cref="Save(string)"/>
    public async Task SaveAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var format = FigureFile.FormatOf(path);
        AtomicFile.Write(path, (await FigureFile.RenderAsync(this, [format], cancellation).ConfigureAwait(false))[0]);
    }

    /// <summary>
    /// Writes every figure in every format as <c>folder/id.format</c>, each drawn once by one browser. Formats that this machine cannot make
    /// are left out; <see cref="ExportAvailability"/> says why.
    /// </summary>
    /// <param name="figures">Figures with different ids.</param>
    /// <param name="folder">The folder; made where it is not there.</param>
    /// <param name="formats">Extensions without the dot, such as <c>png</c>.</param>
    /// <param name="cancellation">Stops between two figures.</param>
    /// <returns>The files written, in order.</returns>
    /// <exception cref="ArgumentException">Two figures share an id, or a format is none that <see cref="Save(string)"/> writes.</exception>
    /// <exception cref="IOException">A file cannot be written, or the browser that draws failed.</exception>
    public static async Task<IReadOnlyList<string>> SaveAllAsync(
        IEnumerable<Figure> figures, string folder, IEnumerable<string> formats, CancellationToken cancellation = default)
    {
        Figure[] all = [.. figures];
        if (all.CountBy(figure => figure.Id).FirstOrDefault(id => id.Count > 1) is { Value: { } twice })
            throw new ArgumentException($"{all.Count(figure => figure.Id == twice)} figures have the id '{twice}', which names their files", nameof(figures));
        string[] made = [.. formats.Select(format => FigureFile.FormatOf($".{format}")).Where(FigureFile.CanMake)];
        List<string> files = [];
        foreach (var figure in all)
        {
            var contents = await FigureFile.RenderAsync(figure, made, cancellation).ConfigureAwait(false);
            foreach (var (format, content) in made.Zip(contents))
            {
                var path = Path.Combine(folder, $"{figure.Id}.{format}");
                AtomicFile.Write(path, content);
                files.Add(path);
            }
        }
        return files;
    }
}
