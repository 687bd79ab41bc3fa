namespace Analysis.Notebooks;

/// <summary>
/// Runs notebooks, each on a kernel of its own, one after another: the current directory and the formatters are the process's. The same
/// notebook and data give the same outputs.
/// </summary>
public sealed class NotebookRunner
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private static readonly string[] Languages = ["csharp", "html", "markdown"];

    /// <summary>Told before a code cell runs.</summary>
    public Action<NotebookCell>? CellStarted { get; init; }

    /// <summary>Told when a code cell has run, its outputs in it; at the notebook's end again of each whose outputs have changed.</summary>
    public Action<NotebookCell>? CellFinished { get; init; }

    /// <summary>
    /// Draws a figure that a cell shows, as PNG; null for no picture. The figure has an id, one of its own in the notebook. This runs
    /// beside the following cells.
    /// </summary>
    public Func<Figure, Task<byte[]?>> Draw { get; init; } = _ => Task.FromResult<byte[]?>(null);

    /// <summary>Told of each figure that a cell (its name) shows, with an id of its own in the notebook.</summary>
    public Action<string, Figure>? FigureShown { get; init; }

    /// <summary>The language in which figures and tables are shown.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Told of each table that a cell (its name) shows.</summary>
    public Action<string, TableView>? TableShown { get; init; }

    /// <summary>Told of each concordance that a cell shows: the name of its table, which is the cell's and from the second on has a number,
    /// and all lines.</summary>
    public Action<string, IEnumerable<ConcordanceLine>>? ConcordanceShown { get; init; }

    /// <summary>Runs a notebook, from its first cell to its last or to one that fails, and puts the outputs into it.</summary>
    public async Task<NotebookRun> RunAsync(Notebook notebook)
    {
        using var surroundings = new Surroundings(Path.GetDirectoryName(Path.GetFullPath(notebook.File))!);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        // The figures themselves, with their passages, are not kept.
        var pictures = new List<(JsonObject Output, int Width, int Height, Task<byte[]?> Png)>();
        var changed = new HashSet<JsonNode?>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var tables = new HashSet<string>(StringComparer.Ordinal);
        var number = Path.GetFileNameWithoutExtension(notebook.File).Split('-')[0];
        using var session = new NotebookSession(Show);
        var (failed, error) = ("", (CellError?)null);
        foreach (var cell in notebook.Code)
        {
            CellStarted?.Invoke(cell);
            (var outputs, error) = await RunAsync(session, cell).ConfigureAwait(false);
            cell.SetResult(session.ExecutionCount, outputs);
            CellFinished?.Invoke(cell);
            if (error is null) continue;
            failed = cell.Name;
            break;
        }

        foreach (var (output, width, height, png) in pictures)
        {
            if (await png.ConfigureAwait(false) is not { } bytes) continue;
            output["data"]!["image/png"] = Convert.ToBase64String(bytes);
            output["metadata"]!["image/png"] = new JsonObject { ["width"] = width, ["height"] = height };
            changed.Add(output.Parent);
        }

        foreach (var cell in notebook.Code.Where(cell => changed.Contains(cell.Json["outputs"]))) CellFinished?.Invoke(cell);
        return new NotebookRun(notebook, failed, error);

        void Show(string cell, object? value, JsonObject output)
        {
            // An output that belongs to an earlier cell was updated.
            if (output.Parent is not null) changed.Add(output.Parent);
            // More than one representation, or another, is what the cell asked for.
            if (output["data"] is not JsonObject { Count: 1 } data) return;
            if (data.ContainsKey("text/html") && TableView.TryCreate(value) is { } table)
            {
                data["text/plain"] = JsonText.Lines(table.ToString());
                if (Language.IsRightToLeft) data["text/html"] = JsonText.Lines(table.ToHtml(Language));
                TableShown?.Invoke(cell, table);
                var name = tables.Take(cell);
                if ((table.Source ?? value) is IEnumerable<ConcordanceLine> lines) ConcordanceShown?.Invoke(name, lines);
            }

            if (FigureFormatters.FigureOf(value) is not { } shown || !data.ContainsKey("text/plain")) return;
            var figure = shown.In(Language) with { Id = ids.Take(shown.Id.Length > 0 ? shown.Id : Figure.IdOf($"{number}-{cell}")) };
            FigureShown?.Invoke(cell, figure);
            data[Plotly] = JsonNode.Parse(figure.ToPlotlyJson());
            data["text/plain"] = JsonText.Lines(figure.ToString());
            // What the drawing prints is not the cell's output.
            using (ExecutionContext.SuppressFlow())
                pictures.Add((output, figure.Width, figure.Height, Task.Run(() => Draw(figure))));
        }
    }

    private static async Task<(JsonArray Outputs, CellError? Error)> RunAsync(NotebookSession session, NotebookCell cell) =>
        cell.Language == "csharp" ? await session.RunAsync(cell.Source, cell.Name).ConfigureAwait(false)
        : Languages.Contains(cell.Language) ? await session.RunAsync($"#!{cell.Language}\n{cell.Source}", cell.Name).ConfigureAwait(false)
        : ([], CellError.Of("LanguageError", $"the cell is written in '{cell.Language}'; cells in {string.Join(", ", Languages)} can run"));
}
