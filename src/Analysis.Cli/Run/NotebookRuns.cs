using System.Globalization;
using Analysis.Notebooks;

namespace Analysis.Cli;

/// <summary>
/// Runs notebooks in workers: one for all, and another for the rest when it has ended or was ended. Keeps what they report.
/// </summary>
internal sealed class NotebookRuns : IAsyncDisposable
{
    private readonly List<string> _files = [];
    private Worker? _worker;

    /// <summary>Folder for figures and tables; null for neither, nor for pictures.</summary>
    public string? Output { get; init; }

    /// <summary>Longest time that a notebook may take from the start of its first cell; null for as long as it likes.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Whether each notebook has a worker of its own.</summary>
    public bool Isolate { get; init; }

    public RunProgressLines? Progress { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>The files that the workers wrote.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>The corpus that the notebooks read; null until it is open.</summary>
    public CorpusOpened? Corpus { get; private set; }

    /// <summary>Runs a notebook and puts the outputs into it.</summary>
    /// <exception cref="InvalidDataException">The corpus is not one.</exception>
    public async Task<NotebookRun> RunAsync(Notebook notebook, CancellationToken cancellation)
    {
        if (Isolate) await DisposeAsync().ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var cell = "";
        try
        {
            var worker = await WorkerAsync().ConfigureAwait(false);
            await worker.SendAsync(new RunNotebook(notebook.File, notebook.Json)).ConfigureAwait(false);
            while (await ReceiveAsync(worker, limit.Token).ConfigureAwait(false) is { } report)
            {
                switch (report)
                {
                    case CellStarted started:
                        if (cell.Length == 0 && Limit is { } longest) limit.CancelAfter(longest);
                        cell = notebook.Cells[started.Cell].Name;
                        Progress?.Tell(notebook, started.Cell);
                        break;
                    case CellFinished finished:
                        notebook.Cells[finished.Cell].SetResult(finished.ExecutionCount, finished.Outputs);
                        break;
                    case NotebookFinished ran:
                        return new NotebookRun(notebook, ran.FailedCell, ran.Error);
                }
            }

            return await FailAsync("ProcessEnded", await worker.ObituaryAsync().ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return cancellation.IsCancellationRequested
                ? await FailAsync("Interrupted", "the run was interrupted").ConfigureAwait(false)
                : await FailAsync("TimeLimit", string.Create(CultureInfo.InvariantCulture, $"the notebook ran longer than its limit of {Limit!.Value.TotalSeconds} s")).ConfigureAwait(false);
        }

        async Task<NotebookRun> FailAsync(string name, string message)
        {
            _worker?.Kill();
            await DisposeAsync().ConfigureAwait(false);
            return new NotebookRun(notebook, cell, CellError.Of(name, message));
        }
    }

    /// <summary>Writes the tables of the corpus; what it says of the corpus, null where the worker ended first.</summary>
    public async Task<TablesWritten?> WriteTablesAsync(CancellationToken cancellation)
    {
        var worker = await WorkerAsync().ConfigureAwait(false);
        await worker.SendAsync(new WriteTables()).ConfigureAwait(false);
        while (await ReceiveAsync(worker, cancellation).ConfigureAwait(false) is { } report)
        {
            if (report is TablesWritten tables) return tables;
        }

        await Error.WriteLineAsync($"error: the tables of the corpus are not all written: {await worker.ObituaryAsync().ConfigureAwait(false)}").ConfigureAwait(false);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_worker is { } worker) await worker.DisposeAsync().ConfigureAwait(false);
        _worker = null;
    }

    private async Task<Worker> WorkerAsync()
    {
        if (_worker is not null) return _worker;
        _worker = Worker.Start(Error);
        if (Output is not null) await _worker.SendAsync(new OpenOutput(Output, _files)).ConfigureAwait(false);
        return _worker;
    }

    private async Task<Report?> ReceiveAsync(Worker worker, CancellationToken cancellation)
    {
        var report = await worker.ReceiveAsync(cancellation).ConfigureAwait(false);
        switch (report)
        {
            case Refused refused:
                throw new InvalidDataException(refused.Message);
            case Warned warned:
                await Error.WriteLineAsync("warning: " + warned.Message).ConfigureAwait(false);
                break;
            case Wrote wrote:
                _files.AddRange(wrote.Files);
                break;
            case CorpusOpened opened:
                foreach (var warning in Corpus is null ? opened.Warnings : []) await Error.WriteLineAsync("warning: " + warning).ConfigureAwait(false);
                Corpus = opened;
                break;
        }

        return report;
    }
}
