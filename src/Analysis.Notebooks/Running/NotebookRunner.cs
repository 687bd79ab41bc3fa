using System.Globalization;

namespace Analysis.Notebooks;

/// <summary>
/// Runs notebooks, each in a fresh session. While a notebook runs, the process's current directory is the notebook's folder, as in
/// every Jupyter client; so notebooks run one after another. The same notebook and data give the same outputs.
/// </summary>
/// <param name="options">What the host wants; null for nothing.</param>
public sealed class NotebookRunner(NotebookRunOptions? options = null)
{
    private static readonly SemaphoreSlim CurrentDirectory = new(1, 1);
    private readonly NotebookRunOptions _options = options ?? new NotebookRunOptions();

    /// <summary>Runs notebook files in order. One that fails, or cannot be read, stops; the others go on.</summary>
    /// <returns>One run for each file, in the same order.</returns>
    public async Task<IReadOnlyList<NotebookRun>> RunAllAsync(IEnumerable<string> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        _ = CSharpSession.WarmUpAsync();
        var finishing = new List<Task<NotebookRun>>();
        foreach (var file in files)
        {
            NotebookDocument notebook;
            try
            {
                notebook = NotebookDocument.Load(file);
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException or UnauthorizedAccessException)
            {
                var error = new CellError(exception.GetType().Name, exception.Message, "", null, "", [exception.Message]);
                finishing.Add(Task.FromResult(new NotebookRun(new NotebookDocument([], []) { File = file }, "", error)));
                continue;
            }

            // Pictures of one notebook are finished while the cells of the next run.
            finishing.Add(await RunCellsAsync(notebook, cancellation).ConfigureAwait(false));
        }

        return await Task.WhenAll(finishing).ConfigureAwait(false);
    }

    /// <summary>Runs one notebook.</summary>
    public async Task<NotebookRun> RunAsync(NotebookDocument notebook, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return await (await RunCellsAsync(notebook, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<Task<NotebookRun>> RunCellsAsync(NotebookDocument notebook, CancellationToken cancellation)
    {
        await CurrentDirectory.WaitAsync(cancellation).ConfigureAwait(false);
        var before = Directory.GetCurrentDirectory();
        try
        {
            var folder = notebook.File.Length > 0 ? Path.GetDirectoryName(Path.GetFullPath(notebook.File))! : before;
            Directory.SetCurrentDirectory(folder);
            using var session = new CSharpSession(new CSharpSessionOptions
            {
                Folder = folder,
                Displayed = displayed => _options.Displayed?.Invoke(notebook.File, displayed),
                Picture = _options.Picture,
                PackageCache = _options.PackageCache,
            });
            var results = await RunCellsAsync(notebook, session, cancellation).ConfigureAwait(false);
            return FinishAsync(notebook, session, results);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
            CurrentDirectory.Release();
        }
    }

    private async Task<Dictionary<int, CellResult>> RunCellsAsync(
        NotebookDocument notebook, CSharpSession session, CancellationToken cancellation)
    {
        var results = new Dictionary<int, CellResult>();
        var code = Enumerable.Range(0, notebook.Cells.Count).Where(index => notebook.Cells[index].Kind == CellKind.Code).ToList();
        Tell(RunStep.NotebookStarted, "", 0);
        for (var position = 0; position < code.Count; position++)
        {
            var index = code[position];
            var cell = notebook.Cells[index];
            var id = Name(cell, index);
            Tell(RunStep.CellStarted, id, position);
            // A cell in another language goes to the session as such, which refuses it by name.
            var source = cell.Language == "csharp" ? cell.Source : $"#!{cell.Language}\n{cell.Source}";
            var result = results[index] = await session.RunAsync(source, id, cancellation: cancellation).ConfigureAwait(false);
            Tell(result.Succeeded ? RunStep.CellFinished : RunStep.CellFailed, id, position);
            if (!result.Succeeded)
                break;
        }

        Tell(RunStep.NotebookFinished, "", 0);
        return results;

        void Tell(RunStep step, string cell, int position) =>
            _options.Progress?.Invoke(new RunProgress(notebook.File, step, cell, position, code.Count));
    }

    private static async Task<NotebookRun> FinishAsync(NotebookDocument notebook, CSharpSession session, Dictionary<int, CellResult> results)
    {
        await session.CompletePicturesAsync().ConfigureAwait(false);
        var cells = notebook.Cells.Select((cell, index) => cell.Kind != CellKind.Code
            ? cell
            : results.TryGetValue(index, out var result)
                ? cell with { ExecutionCount = result.ExecutionCount, Outputs = [.. result.Outputs] }
                : cell with { ExecutionCount = null, Outputs = [] });
        var failed = results.FirstOrDefault(pair => !pair.Value.Succeeded);
        return new NotebookRun(notebook with { Cells = [.. cells] }, failed.Value?.Cell, failed.Value?.Error);
    }

    private static string Name(NotebookCell cell, int index) =>
        cell.Id.Length > 0 ? cell.Id : string.Create(CultureInfo.InvariantCulture, $"cell {index + 1}");
}
