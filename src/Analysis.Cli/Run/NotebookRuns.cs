namespace Analysis.Cli;

/// <summary>Runs notebooks in workers: one for all, and another for the rest when it has ended or was ended.</summary>
/// <param name="error">Takes warnings, and what programs that notebooks start write.</param>
internal sealed class NotebookRuns(TextWriter error) : IAsyncDisposable
{
    private readonly List<string> _files = [];
    private readonly HashSet<string> _warnings = new(StringComparer.Ordinal);
    private Worker? _worker;

    /// <summary>Folder for figures and tables; null for neither.</summary>
    public string? Output { get; init; }

    /// <summary>Variables of the workers' environment, beside those of this process; see <see cref="CorpusChoice.Find"/>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Longest time that a notebook may take from the start of its first cell; null for as long as it likes.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Whether each notebook has a worker of its own.</summary>
    public bool Isolate { get; init; }

    /// <summary>Told before each cell (its place in the notebook) runs.</summary>
    public Action<Notebook, int> Progress { get; init; } = (_, _) => { };

    /// <summary>The files that the workers wrote.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>The corpus that the notebooks read; null until it is open.</summary>
    public CorpusRead? Corpus { get; private set; }

    /// <summary>Runs a notebook as it was loaded; one that could not be loaded, or comes after an interruption, is not run.</summary>
    /// <exception cref="InvalidDataException">The corpus is not one.</exception>
    public async Task<NotebookRun> RunAsync(NotebookRun loaded, CancellationToken cancellation)
    {
        if (loaded.Error is not null) return loaded;
        var notebook = loaded.Notebook.WithoutOutputs();
        return cancellation.IsCancellationRequested
            ? new NotebookRun(notebook, "", CellError.Of("Interrupted", "the run was interrupted before this notebook"))
            : await RunAsync(notebook, cancellation).ConfigureAwait(false);
    }

    // Puts the outputs into the notebook.
    private async Task<NotebookRun> RunAsync(Notebook notebook, CancellationToken cancellation)
    {
        if (Isolate) await DisposeAsync().ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var cell = "";
        NotebookRun Failed(string name, string message) => new(notebook, cell, CellError.Of(name, message));
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
                        Progress(notebook, started.Cell);
                        break;
                    case CellFinished finished:
                        notebook.Cells[finished.Cell].SetResult(finished.ExecutionCount, finished.Outputs.AsArray());
                        break;
                    case NotebookFinished ran:
                        return new NotebookRun(notebook, ran.FailedCell, ran.Error);
                }
            }

            _worker = null;
            return Failed("ProcessEnded", await worker.EndAsync().ConfigureAwait(false));
        }
        catch (InvalidDataException refused) when (Corpus is not null)
        {
            // The corpus was read, so what was refused is this notebook's output.
            return Failed("OutputError", refused.Message);
        }
        catch (OperationCanceledException)
        {
            _worker!.Kill();
            await DisposeAsync().ConfigureAwait(false);
            if (cancellation.IsCancellationRequested) return Failed("Interrupted", "the run was interrupted");
            var seconds = Limit!.Value.TotalSeconds;
            return Failed("TimeLimit", FormattableString.Invariant($"the notebook ran longer than {seconds} s, its limit"));
        }
    }

    /// <summary>Writes the tables of the corpus; whether all are written.</summary>
    public async Task<bool> WriteTablesAsync(CancellationToken cancellation)
    {
        string end;
        try
        {
            if (await AskAsync<CorpusRead>(new WriteTables(), cancellation).ConfigureAwait(false) is not null) return true;
            end = await _worker!.EndAsync().ConfigureAwait(false);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or InvalidDataException)
        {
            end = stopped is InvalidDataException refused ? refused.Message : "the run was interrupted";
        }

        await error.WriteLineAsync($"error: the tables of the corpus are not all written: {end}").ConfigureAwait(false);
        return false;
    }

    /// <summary>Writes the report of what the notebooks showed; its files.</summary>
    /// <exception cref="InvalidDataException">It cannot be made as it was asked for, or the worker has ended.</exception>
    public async Task<IReadOnlyList<string>> WriteReportAsync(WriteReport request, CancellationToken cancellation) =>
        (await AskAsync<ReportWritten>(request, cancellation).ConfigureAwait(false))?.Files
        ?? throw new InvalidDataException($"the report is not written: {await _worker!.EndAsync().ConfigureAwait(false)}");

    public async ValueTask DisposeAsync()
    {
        if (_worker is { } worker) await worker.DisposeAsync().ConfigureAwait(false);
        _worker = null;
    }

    private async Task<Worker> WorkerAsync()
    {
        if (_worker is not null) return _worker;
        _worker = new Worker(error, Variables);
        if (Output is not null) await _worker.SendAsync(new OpenOutput(Output, _files, Tables: !Isolate)).ConfigureAwait(false);
        return _worker;
    }

    // The answer to a request; null where the worker has ended before.
    private async Task<T?> AskAsync<T>(Request request, CancellationToken cancellation)
        where T : Report
    {
        var worker = await WorkerAsync().ConfigureAwait(false);
        await worker.SendAsync(request).ConfigureAwait(false);
        while (await ReceiveAsync(worker, cancellation).ConfigureAwait(false) is { } report)
            if (report is T answer and not CorpusRead { Contents: "" }) return answer;
        return null;
    }

    // Takes what any worker may report at any time.
    private async Task<Report?> ReceiveAsync(Worker worker, CancellationToken cancellation)
    {
        var report = await worker.ReceiveAsync(cancellation).ConfigureAwait(false);
        if (report is Refused refused) throw new InvalidDataException(refused.Message);
        if (report is Wrote wrote) _files.AddRange(wrote.Files);
        if (report is CorpusRead corpus) Corpus = corpus;
        // Each worker opens the corpus; what is odd about it is said once.
        foreach (var warning in (report as CorpusRead)?.Warnings ?? (report is Warned warned ? [warned.Message] : []))
            if (_warnings.Add(warning)) await error.WriteLineAsync("warning: " + warning).ConfigureAwait(false);
        return report;
    }
}
