namespace Analysis.Cli;

/// <summary><c>analysis worker</c>, hidden: the process that <see cref="Worker"/> starts.</summary>
internal sealed class WorkerCommand
{
    public const string Name = "worker";

    private readonly TextWriter _reports;
    private readonly ShownItems _shown = new();
    private OutputFiles? _files;
    private Corpus? _corpus;
    private ReportTexts? _texts;
    private Task? _tables;

    private WorkerCommand(TextWriter reports) => _reports = reports;

    public static Command Create()
    {
        var (requests, reports) = (new Argument<string>("requests"), new Argument<string>("reports"));
        var command = new Command(Name) { requests, reports };
        command.Hidden = true;
        command.SetAction(async (result, _) =>
        {
            // Ctrl-C reaches every process of the terminal; the parent decides.
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
            var queue = new BlockingCollection<Request>();
            var input = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, result.GetValue(requests)!));
            new Thread(() => Listen(input, queue)) { IsBackground = true }.Start();
            var output = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, result.GetValue(reports)!)) { AutoFlush = true };
            var worker = new WorkerCommand(TextWriter.Synchronized(output));
            while (true) await worker.DoAsync(queue.Take(CancellationToken.None)).ConfigureAwait(false);
        });
        return command;
    }

    // When the parent is done, or gone. Threads and handlers that a notebook left behind must not hold the process.
    private static void Listen(StreamReader input, BlockingCollection<Request> queue)
    {
        while (input.ReadLine() is { } line) queue.Add(JsonSerializer.Deserialize<Request>(line)!);
        using var end = new Timer(_ => Process.GetCurrentProcess().Kill(), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        Environment.Exit(0);
    }

    private void Tell(Report report) => _reports.WriteLine(JsonSerializer.Serialize(report, JsonForm.Compact));

    private async Task DoAsync(Request request)
    {
        try
        {
            if (request is OpenOutput open) Open(open);
            else if (request is RunNotebook run) await RunAsync(run).ConfigureAwait(false);
            else if (request is WriteReport report) await WriteReportAsync(report).ConfigureAwait(false);
            else await WriteTablesAsync(_corpus!).ConfigureAwait(false);
        }
        catch (Exception error) when (Failures.IsInput(error))
        {
            Tell(new Refused(error.Message));
        }
    }

    private void Open(OpenOutput open)
    {
        _corpus = Corpus.Open();
        _corpus.Keep();
        _files = new OutputFiles(open.Folder, open.Written, Tell);
        _texts = new ReportTexts(_corpus, Path.Combine(open.Folder, "report"));
        Tell(new CorpusRead("", _corpus.Warnings));
        if (open.Tables) _tables = Task.Run(WriteTables);
        // Most notebooks draw, and the first figure need not wait; a browser that is not there is fetched only when one is drawn.
        if (Machine.Current.Browsers.Count > 0) _ = PictureExporter.TryAsync(PictureExporter.Shared.StartAsync);
    }

    private async Task RunAsync(RunNotebook request)
    {
        // Figures and tables are named after the notebook's number and the cell.
        var prefix = Path.GetFileNameWithoutExtension(request.File).Split('-')[0] + "-";
        var notebook = Notebook.Parse(request.Notebook.ToJsonString(), request.File);
        _shown.Begin(notebook);
        var run = await new NotebookRunner
        {
            CellStarted = cell => Tell(new CellStarted(cell.Index)),
            CellFinished = cell => Tell(new CellFinished(cell.Index, cell.ExecutionCount, cell.Json["outputs"]!)),
            Language = _corpus?.Language ?? Language.English,
            Draw = figure => DrawAsync(HtmlReport.PageName(request.File), figure),
            // What is written now is not kept for a report.
            FigureShown = _files is null ? _shown.Add : null,
            TableShown = _files is null ? _shown.Add : (cell, table) => _files.Save(prefix + cell, table),
            ConcordanceShown = (table, lines) => ShowLines(HtmlReport.PageName(request.File), table, lines),
        }.RunAsync(notebook).ConfigureAwait(false);
        // The next notebook needs as much memory as this one leaves behind: giving it back and asking for it again takes time.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        Tell(new NotebookFinished(run.FailedCell, run.Error));
    }

    private async Task<byte[]?> DrawAsync(string page, Figure figure)
    {
        if (_files is null || _texts is null) return null;
        var pictures = Task.Run(() => _files.SaveAsync(figure));
        try
        {
            Tell(new Wrote(_texts.Write(page, figure)));
        }
        catch (IOException)
        {
            await pictures.ConfigureAwait(false);
            throw;
        }

        return await pictures.ConfigureAwait(false);
    }

    private void ShowLines(string page, string table, IEnumerable<ConcordanceLine> lines)
    {
        if (_texts is not null) Tell(new Wrote(_texts.Write(page, table, lines)));
    }

    private async Task WriteReportAsync(WriteReport request)
    {
        var corpus = Corpus.Open();
        Tell(new CorpusRead("", corpus.Warnings));
        var description = CorpusDescription.Of(corpus.Folder).In(corpus.Language);
        var isOwn = Project.Find() is { } project && corpus.Folder == Path.Combine(project, "corpus");
        string[] figures = [.. ReportJob.FiguresOf(request.Parameters)];
        var report = corpus.Report(description.Title) with
        {
            Introduction = description.Intro,
            Parameters = request.Parameters,
        };
        // The notebooks' findings are in English, and on the project's own corpus.
        var withFindings = isOwn && !corpus.Language.IsRightToLeft;
        var saved = await _shown.AddTo(report, figures, withFindings).WriteAsync(request.Folder).ConfigureAwait(false);
        if (saved.Warning.Length > 0) Tell(new Warned(saved.Warning));
        Tell(new ReportWritten(saved.Files));
    }

    // Notebooks use one core; the other has time for this.
    private void WriteTables()
    {
        Tell(new Wrote(_texts!.WriteArticles()));
        // A copy of the corpus, so that these frames can be collected when the loop ends.
        foreach (var (name, rows, frame) in _corpus!.In(_corpus.Language).Frames)
            _files!.SaveCorpus(CorpusExport.FileNameOf(name), rows(), frame);
    }

    private async Task WriteTablesAsync(Corpus corpus)
    {
        await (_tables ??= Task.Run(WriteTables)).ConfigureAwait(false);
        var contents = corpus.Language.Text(
            "contents", corpus.Documents.Count, corpus.Mentions.Count, corpus.Times.Count, corpus.Events.Count);
        if (corpus.Unlisted.Count > 0) contents += corpus.Language.Text("contents-unlisted", corpus.Unlisted.Count);
        Tell(new CorpusRead(contents, corpus.CorrectionsIdle.Select(correction => correction.ToWarning())));
    }
}
