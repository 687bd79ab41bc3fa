namespace Analysis.Cli;

/// <summary>One run of the main job.</summary>
/// <param name="given">The command line of <see cref="RunCommand"/>.</param>
/// <param name="output">Takes what is told of the run.</param>
/// <param name="error">Takes warnings and errors.</param>
/// <param name="isTerminal">Whether progress is shown on a line that is written over.</param>
internal sealed class MainJob(ParseResult given, TextWriter output, TextWriter error, bool isTerminal = false)
{
    private readonly CorpusChoice _choice = CorpusOptions.Choice(given);
    private readonly string[] _parameters = given.GetValue(RunCommand.Parameters) ?? [];
    private readonly bool _writes = given.GetValue(RunCommand.Write);

    /// <summary>0 when every notebook ran to its end, else 1. The report is written in either case, after a cancellation too.</summary>
    /// <exception cref="InvalidDataException">Something given is not what it should be; nothing was written.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        CheckOptions();
        var named = given.GetValue(RunCommand.Notebooks) ?? [];
        var notebooks = NotebookFiles.Of(named).Select(Load).ToList();
        var (location, corpus, variables) = (_choice with { Folder = FindCorpus(notebooks) }).Find();
        var folder = Path.GetFullPath(given.GetValue(RunCommand.Output) ?? Path.Combine(Project.Root(), "artifacts"));
        AtomicFile.Try(folder);
        var size = DocumentSource.Open(location).Measure();
        if (CorpusEstimate.Warning(size, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) is { } tooLarge)
            await error.WriteLineAsync("warning: " + tooLarge).ConfigureAwait(false);
        output.WriteLine($"running {Counted.Of(notebooks.Count, "notebook")}");

        var progress = new RunProgressLines(output, isTerminal);
        await using var job = new NotebookRuns(error)
        {
            Output = folder,
            Variables = variables,
            Limit = given.GetValue(RunCommand.Timeout),
            Isolate = given.GetValue(RunCommand.Isolate),
            Progress = progress.Tell,
        };
        var runs = new List<NotebookRun>();
        foreach (var loaded in notebooks) runs.Add(await job.RunAsync(loaded, cancellation).ConfigureAwait(false));
        var isWhole = !cancellation.IsCancellationRequested && await job.WriteTablesAsync(cancellation).ConfigureAwait(false);
        progress.Close();

        var pages = Path.Combine(folder, "report");
        var report = Report(location, corpus, job.Corpus?.Contents ?? "", runs) with
        {
            HasArticles = isWhole,
            Concordances = ReportTexts.ConcordancesAmong(pages, job.Files),
        };
        string[] written = [.. job.Files, .. report.Write(pages, runs)];
        MadeFiles.Settle(folder, written, isWhole && named.Length == 0);
        foreach (var run in runs.Where(run => _writes && run.Error is null)) run.Notebook.Save();
        foreach (var run in runs.Where(run => run.Error is not null)) error.WriteLine("error: " + run.Failure);
        var ran = runs.Count(run => run.Error is null);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        output.WriteLine(FormattableString.Invariant($"{ran} of {Counted.Of(runs.Count, "notebook")} ran in {took:0.0} s"));
        if (job.Corpus is { Contents.Length: > 0 } read) output.WriteLine($"corpus   {read.Contents}");
        Summarize(folder, written);
        return isWhole && ran == runs.Count ? 0 : 1;
    }

    private NotebookRun Load(string file)
    {
        var loaded = NotebookRun.Of(file);
        if (loaded.Error is null) NotebookParameters.Set(loaded.Notebook, _parameters);
        return loaded;
    }

    private void CheckOptions()
    {
        if (_writes && !_choice.IsOwn)
            throw new InvalidDataException(
                "--write keeps outputs about the project's own corpus: leave out --corpus, --entities, --deduplicate, --landmarks");
        if (_writes && _choice.Language is not (null or "en"))
            throw new InvalidDataException("--write keeps outputs in English: leave out --language");
        if (_writes && _parameters.Length > 0)
            throw new InvalidDataException("--write keeps outputs of the notebook as it stands: leave out -p");
    }

    // Notebooks that lie in a corpus folder open that corpus, as they do in Jupyter.
    private string? FindCorpus(IEnumerable<NotebookRun> notebooks)
    {
        if (_choice.Folder is not null) return _choice.Folder;
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

    private void Summarize(string folder, string[] written)
    {
        var shown = Project.Shown(folder);
        output.WriteLine($"report   {Path.Combine(shown, "report", "index.html")}");
        foreach (var kind in (string[])["figures", "tables"])
        {
            var files = written.Where(file => Path.GetDirectoryName(file) == Path.Combine(folder, kind)).ToList();
            if (files.Count == 0) continue;
            var count = files.Select(Path.GetFileNameWithoutExtension).Distinct().Count();
            var formats = string.Join(", ", files.Select(file => Path.GetExtension(file)[1..]).Distinct());
            output.WriteLine(FormattableString.Invariant($"{kind,-8} {Path.Combine(shown, kind)}: {count} as {formats}"));
        }
    }
}
