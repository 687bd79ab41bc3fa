namespace Analysis.Cli;

/// <summary>Runs the notebooks and has their worker write the report of what they show.</summary>
/// <param name="given">The command line of <see cref="ReportCommand"/>.</param>
/// <param name="output">Takes what is told of the run.</param>
/// <param name="error">Takes warnings and errors.</param>
/// <param name="isTerminal">Whether progress is shown on a line that is written over.</param>
internal sealed class ReportJob(ParseResult given, TextWriter output, TextWriter error, bool isTerminal = false)
{
    // Names of the parameters in a manifest.
    private const string FiguresParameter = "figures";
    private const string NotebooksParameter = "notebooks";
    private const string DeduplicateParameter = "deduplicate";

    /// <summary>0 when every notebook ran and, with <c>--again</c>, all data are the same; else 1.</summary>
    /// <exception cref="InvalidDataException">Something given is not what it should be.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var (to, again, choice) = (given.GetValue(ReportCommand.To), given.GetValue(ReportCommand.Again), CorpusOptions.Choice(given));
        if (to is null && again is null) throw new InvalidDataException("--to is missing: name the folder to write the report to");
        var before = again is null ? null : ReportManifest.Load(again);
        var known = before?.Parameters ?? new Dictionary<string, string>();
        var isDeduplicated = choice.Deduplicate || known.ContainsKey(DeduplicateParameter);
        choice = choice with { Language = before?.Language ?? choice.Language, Deduplicate = isDeduplicated };
        var (location, _, variables) = choice.Find();
        var here = Directory.GetCurrentDirectory();
        string[] folders = [Project.Find() ?? here, Directory.Exists(location) ? location : Path.GetDirectoryName(location)!, here];
        var named = given.GetValue(ReportCommand.Notebooks) is { Length: > 0 } chosen ? chosen
            : (string[])[.. known.GetValueOrDefault(NotebooksParameter, "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => FileOf(name, folders))];
        var notebooks = NotebookFiles.Of(named).Select(NotebookRun.Of).Where(run => named.Length > 0 || IsTaken(run)).ToList();
        var parameters = new Dictionary<string, string>
        {
            [FiguresParameter] = known.GetValueOrDefault(FiguresParameter, given.GetValue(ReportCommand.Figures) ?? ""),
            [NotebooksParameter] = string.Join('\n', notebooks.Select(run => NameOf(run.Notebook.File, folders))),
        };
        if (isDeduplicated) parameters[DeduplicateParameter] = "yes";
        ShownItems.Check([.. FiguresOf(parameters)], notebooks.ConvertAll(run => run.Notebook));
        var temporary = to is null ? Directory.CreateTempSubdirectory("analysis-report-").FullName : null;
        try
        {
            var folder = Path.GetFullPath(to ?? temporary!);
            AtomicFile.Try(folder);
            var ran = await WriteAsync(new(folder, parameters), notebooks, variables, cancellation).ConfigureAwait(false);
            return ran && (before is null || IsSame(before, ReportManifest.Load(Path.Combine(folder, ReportFolder.Manifest)))) ? 0 : 1;
        }
        finally
        {
            if (temporary is not null) Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>Ids of the figures that a report is to have; none for all.</summary>
    public static IEnumerable<string> FiguresOf(IReadOnlyDictionary<string, string> parameters) => parameters
        .GetValueOrDefault(FiguresParameter, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task<bool> WriteAsync(
        WriteReport request, List<NotebookRun> notebooks, IReadOnlyDictionary<string, string> variables, CancellationToken cancellation)
    {
        var progress = new RunProgressLines(output, isTerminal);
        await using var job = new NotebookRuns(error) { Variables = variables, Progress = progress.Tell };
        var sound = true;
        foreach (var loaded in notebooks)
        {
            var run = await job.RunAsync(loaded, cancellation).ConfigureAwait(false);
            if (run.Error is not null) error.WriteLine("error: " + run.Failure);
            sound &= run.Error is null;
        }

        var written = await job.WriteReportAsync(request, cancellation).ConfigureAwait(false);
        progress.Close();
        output.WriteLine($"report   {Project.Shown(request.Folder)}: {Counted.Of(written.Count, "file")}");
        return sound;
    }

    // A lesson about the tools, not the corpus, is no part of a report that names no notebooks.
    private static bool IsTaken(NotebookRun run) => run.Error is not null || !run.Notebook.Cells[0].HasTag("no-report");

    // A name that another clone of the project has too, or another copy of the corpus; no path of this machine is told.
    private static string NameOf(string file, string[] folders) =>
        folders.Select(folder => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .FirstOrDefault(name => !name.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(name))
        ?? Path.GetFileName(file);

    private static string FileOf(string name, string[] folders) =>
        folders.Select(folder => Path.Combine(folder, name)).OrderBy(file => !File.Exists(file)).First();

    private bool IsSame(ReportManifest before, ReportManifest now)
    {
        var differences = before.Differences(now).ToList();
        foreach (var difference in differences) output.WriteLine(difference);
        if (differences.Count == 0) output.WriteLine("all data are the same, byte for byte");
        return differences.Count == 0;
    }
}
