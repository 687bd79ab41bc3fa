namespace Analysis.Cli;

/// <summary>Runs the notebooks and has their worker write the report of what they show.</summary>
internal sealed class ReportJob
{
    public required IReadOnlyList<string> Notebooks { get; init; }

    /// <summary>The folder to write to; needed but with <see cref="Again"/>.</summary>
    public string? To { get; init; }

    /// <summary>Ids of figures, separated by commas; empty for all figures and tables.</summary>
    public string Figures { get; init; } = "";

    /// <summary>The manifest of a report that is to be made again.</summary>
    public string? Again { get; init; }

    public CorpusChoice Corpus { get; init; } = new();

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
        var (_, _, variables) = (Corpus with { Language = before?.Language ?? Corpus.Language }).Find();
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
        var notebooks = NotebookFiles.Of(Notebooks).Select(NotebookRun.Of).Where(IsTaken).ToList();
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

    // A lesson about the tools, not the corpus, is no part of a report that names no notebooks.
    private bool IsTaken(NotebookRun run) => Notebooks.Count > 0 || run.Error is not null || !run.Notebook.Cells[0].HasTag("no-report");

    private bool IsSame(ReportManifest before, ReportManifest now)
    {
        var differences = before.Differences(now).ToList();
        foreach (var difference in differences) Out.WriteLine(difference);
        if (differences.Count == 0) Out.WriteLine("all data are the same, byte for byte");
        return differences.Count == 0;
    }
}
