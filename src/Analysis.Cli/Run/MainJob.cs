namespace Analysis.Cli;

/// <summary>One run of the main job.</summary>
internal sealed class MainJob
{
    public required IReadOnlyList<string> Notebooks { get; init; }

    public bool Write { get; init; }

    public string? Output { get; init; }

    public CorpusChoice Corpus { get; init; } = new();

    /// <summary>Assignments to the variables of a cell tagged <c>parameters</c>: <c>name=value</c>.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>How long a notebook may take; null for as long as it likes.</summary>
    public TimeSpan? Timeout { get; init; }

    public bool Isolate { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public bool IsTerminal { get; init; }

    /// <summary>0 when every notebook ran to its end, else 1. The report is written in either case, after a cancellation too.</summary>
    /// <exception cref="InvalidDataException">Something given is not what it should be; nothing was written.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        CheckOptions();
        var notebooks = NotebookFiles.Of(Notebooks).Select(Load).ToList();
        var (location, corpus, variables) = (Corpus with { Folder = FindCorpus(notebooks) }).Find();
        var output = Path.GetFullPath(Output ?? Path.Combine(Project.Root(), "artifacts"));
        AtomicFile.Try(output);
        if (CorpusEstimate.Of(location).Warning(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) is { } tooLarge)
            await Error.WriteLineAsync("warning: " + tooLarge).ConfigureAwait(false);
        Out.WriteLine($"running {Counted.Of(notebooks.Count, "notebook")}");

        var progress = new RunProgressLines(Out, IsTerminal);
        await using var job = new NotebookRuns(Error)
        {
            Output = output,
            Variables = variables,
            Limit = Timeout,
            Isolate = Isolate,
            Progress = progress.Tell,
        };
        var runs = new List<NotebookRun>();
        foreach (var loaded in notebooks)
            runs.Add(loaded.Error is null ? await RunAsync(job, loaded.Notebook, cancellation).ConfigureAwait(false) : loaded);
        var isWhole = !cancellation.IsCancellationRequested && await job.WriteTablesAsync(cancellation).ConfigureAwait(false);
        progress.Close();

        var folder = Path.Combine(output, "report");
        var report = Report(location, corpus, job.Corpus?.Contents ?? "", runs) with
        {
            HasArticles = isWhole,
            Concordances = ReportTexts.ConcordancesAmong(folder, job.Files),
        };
        string[] written = [.. job.Files, .. report.Write(folder, runs)];
        if (Notebooks.Count == 0) MadeFiles.Settle(output, written, isWhole);
        foreach (var run in runs.Where(run => Write && run.Error is null)) run.Notebook.Save();
        foreach (var run in runs.Where(run => run.Error is not null)) Error.WriteLine("error: " + run.Failure);
        var ran = runs.Count(run => run.Error is null);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Out.WriteLine(FormattableString.Invariant($"{ran} of {Counted.Of(runs.Count, "notebook")} ran in {took:0.0} s"));
        if (job.Corpus is { Contents.Length: > 0 } read) Out.WriteLine($"corpus   {read.Contents}");
        Summarize(output, written);
        return isWhole && ran == runs.Count ? 0 : 1;
    }

    private NotebookRun Load(string file)
    {
        var loaded = NotebookRun.Of(file);
        if (loaded.Error is not null) return loaded;
        var notebook = loaded.Notebook.WithoutOutputs();
        NotebookParameters.Set(notebook, Parameters);
        return loaded with { Notebook = notebook };
    }

    private static async Task<NotebookRun> RunAsync(NotebookRuns job, Notebook notebook, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested
            ? new NotebookRun(notebook, "", CellError.Of("Interrupted", "the run was interrupted before this notebook"))
            : await job.RunAsync(notebook, cancellation).ConfigureAwait(false);

    private void CheckOptions()
    {
        if (Write && !Corpus.IsOwn)
            throw new InvalidDataException(
                "--write keeps outputs about the project's own corpus: leave out --corpus, --entities, --deduplicate, --landmarks");
        if (Write && Corpus.Language is not (null or "en"))
            throw new InvalidDataException("--write keeps outputs in English: leave out --language");
        if (Write && Parameters.Count > 0)
            throw new InvalidDataException("--write keeps outputs of the notebook as it stands: leave out -p");
    }

    // Notebooks that lie in a corpus folder open that corpus, as they do in Jupyter.
    private string? FindCorpus(IEnumerable<NotebookRun> notebooks)
    {
        if (Corpus.Folder is not null) return Corpus.Folder;
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(CorpusFolders.CorpusVariable))) return null;
        var folders = notebooks.Select(each => Path.GetDirectoryName(each.Notebook.File)!).Distinct().ToList();
        return folders is [var folder] && File.Exists(Path.Combine(folder, CorpusFolders.DescriptionFile)) ? folder : null;
    }

    private static HtmlReport Report(string location, CorpusDescription corpus, string contents, IEnumerable<NotebookRun> runs)
    {
        List<string> introduction = corpus.Intro.Length > 0
            ? [.. corpus.Intro.Split('\n', StringSplitOptions.RemoveEmptyEntries)]
            : [corpus.ShownIn.Text("report-intro", corpus.Title)];
        var isForeign = Project.Find() is { } project && location != Path.Combine(project, "corpus")
            && runs.Any(run => Path.GetDirectoryName(run.Notebook.File) == Path.Combine(project, "notebooks"));
        if (isForeign) introduction.Add(corpus.ShownIn.Text("report-foreign"));
        return new()
        {
            Title = corpus.Title,
            Introduction = introduction,
            WithoutFindings = isForeign,
            Language = corpus.Language,
            Provenance = contents.Length > 0 ? corpus.ShownIn.Text("report-made", contents) : "",
        };
    }

    private void Summarize(string output, string[] written)
    {
        var shown = Project.Shown(output);
        Out.WriteLine($"report   {Path.Combine(shown, "report", "index.html")}");
        foreach (var kind in (string[])["figures", "tables"])
        {
            var files = written.Where(file => Path.GetDirectoryName(file) == Path.Combine(output, kind)).ToList();
            if (files.Count == 0) continue;
            var count = files.Select(Path.GetFileNameWithoutExtension).Distinct().Count();
            var formats = string.Join(", ", files.Select(file => Path.GetExtension(file)[1..]).Distinct());
            Out.WriteLine(FormattableString.Invariant($"{kind,-8} {Path.Combine(shown, kind)}: {count} as {formats}"));
        }

        if (!Figure.CanExport) Out.WriteLine(Figure.ExportAvailability);
    }
}
