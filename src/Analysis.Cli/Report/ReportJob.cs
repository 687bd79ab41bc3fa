namespace Analysis.Cli;

/// <summary>Runs the notebooks and has their worker write the report of what they show.</summary>
internal sealed class ReportJob
{
    public required IReadOnlyList<string> Notebooks { get; init; }

    /// <summary>The folder to write to; needed but with <see cref="Again"/>.</summary>
    public string? To { get; init; }

    /// <summary>Ids of figures, separated by commas; empty for all figures and tables.</summary>
    public string Figures { get; init; } = "";

    /// <summary>Language of the report, <c>en</c> or <c>ar</c>; null for what <c>corpus.json</c> says.</summary>
    public string? Language { get; init; }

    /// <summary>Digits of a report in Arabic, <c>latn</c> or <c>arab</c>; null for those of the language.</summary>
    public string? Digits { get; init; }

    /// <summary>The manifest of a report that is to be made again.</summary>
    public string? Again { get; init; }

    public string? CorpusFolder { get; init; }

    public string? Entities { get; init; }

    /// <summary>Whether near-duplicates are left out.</summary>
    public bool Deduplicate { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public bool IsTerminal { get; init; }

    /// <summary>0 when every notebook ran and, with <see cref="Again"/>, all data are the same; else 1.</summary>
    /// <exception cref="InvalidDataException">Something given is not what it should be.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        if (To is null && Again is null) throw new InvalidDataException("--to is missing: name the folder to write the report to");
        var before = Again is null ? null : ReportManifest.Load(Again);
        var variables = Variables(before?.Language ?? Language);
        var temporary = To is null ? Directory.CreateTempSubdirectory("analysis-report-").FullName : null;
        try
        {
            var folder = Path.GetFullPath(To ?? temporary!);
            AtomicFile.Try(folder);
            var ran = await WriteAsync(Request(folder, before), variables, cancellation).ConfigureAwait(false);
            return ran && (before is null || IsSame(before, ReportManifest.Load(Path.Combine(folder, ReportFolder.Manifest)))) ? 0 : 1;
        }
        finally
        {
            if (temporary is not null) Directory.Delete(temporary, recursive: true);
        }
    }

    private WriteReport Request(string folder, ReportManifest? before) =>
        new(folder, before is null ? Figures : before.Parameters.GetValueOrDefault(WriteReport.FiguresParameter, ""));

    private async Task<bool> WriteAsync(
        WriteReport request, IReadOnlyDictionary<string, string> variables, CancellationToken cancellation)
    {
        var notebooks = NotebookFiles.Of(Notebooks).Select(NotebookRun.Of).ToList();
        var progress = new RunProgressLines(Out, IsTerminal);
        await using var job = new NotebookRuns(Error) { Variables = variables, Progress = progress.Tell };
        var sound = true;
        foreach (var loaded in notebooks)
        {
            var run = loaded.Error is null
                ? await job.RunAsync(loaded.Notebook.WithoutOutputs(), cancellation).ConfigureAwait(false)
                : loaded;
            if (run.Error is not null) Error.WriteLine("error: " + run.Failure);
            sound &= run.Error is null;
        }

        var written = await job.WriteReportAsync(request, cancellation).ConfigureAwait(false);
        progress.Close();
        Out.WriteLine($"report   {Project.Shown(request.Folder)}: {Counted.Of(written.Count, "file")}");
        return sound;
    }

    private bool IsSame(ReportManifest before, ReportManifest now)
    {
        var differences = before.Differences(now).ToList();
        foreach (var difference in differences) Out.WriteLine(difference);
        if (differences.Count == 0) Out.WriteLine("all data are the same, byte for byte");
        return differences.Count == 0;
    }

    private IReadOnlyDictionary<string, string> Variables(string? language)
    {
        if (CorpusFolder is not null && !Path.Exists(CorpusFolder))
            throw new DirectoryNotFoundException(
                $"--corpus: '{CorpusFolder}' does not exist; expected a folder of texts or a .jsonl file");
        var corpus = CorpusFolder is null ? null : Path.GetFullPath(CorpusFolder);
        var shown = language is null && Digits is null
            ? null
            : LanguageOptions.Of(language, Digits, CorpusDescription.Of(corpus ?? CorpusFolders.Find()).ShownIn);
        return CorpusVariables.Of(corpus, Entities, Deduplicate, landmarks: false, shown);
    }
}
