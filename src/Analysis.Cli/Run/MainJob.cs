using System.Diagnostics;
using System.Globalization;
using Analysis.Notebooks;

namespace Analysis.Cli;

/// <summary>One run of the main job.</summary>
internal sealed class MainJob
{
    public required IReadOnlyList<string> Notebooks { get; init; }

    public bool Write { get; init; }

    public string? Output { get; init; }

    /// <summary>A folder or one file; null for the project's corpus.</summary>
    public string? CorpusFolder { get; init; }

    public string? Entities { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public bool IsTerminal { get; init; }

    /// <summary>0 when every notebook ran to its end, 1 when one failed, 2 when something needed is not there.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var since = DateTime.UtcNow;
        if (Write && (CorpusFolder ?? Entities) is not null)
            throw new InvalidDataException("--write keeps outputs about the project's own corpus: leave out --corpus and --entities");
        if (CorpusFolder is not null && !Path.Exists(CorpusFolder))
            throw new DirectoryNotFoundException($"--corpus names '{CorpusFolder}', where there is nothing; expected a folder of texts or a .jsonl file");
        var files = NotebookFiles.Of(Notebooks);
        var output = Path.GetFullPath(Output ?? Path.Combine(Project.Root(), "artifacts"));
        if (CorpusFolder is not null) Environment.SetEnvironmentVariable(CorpusFolders.CorpusVariable, Path.GetFullPath(CorpusFolder));
        if (Entities is not null) Environment.SetEnvironmentVariable(CorpusFolders.EntitiesVariable, Path.GetFullPath(Entities));

        var warmUp = CSharpSession.WarmUpAsync();
        var figures = new FigureCollection(Path.Combine(output, "figures"));
        var tables = new TableCollection(Path.Combine(output, "tables"));
        var corpus = Corpus.Open();
        foreach (var warning in corpus.Warnings) Error.WriteLine("warning: " + warning);

        var progress = new RunProgressLines(Out, IsTerminal);
        var runs = await new NotebookRunner(new NotebookRunOptions
        {
            Progress = progress.Tell,
            Displayed = (file, displayed) =>
            {
                if (displayed.Value is DataFrame table) tables.Add(file, displayed.Cell, table);
            },
            Picture = figures.AddAsync,
        }).RunAllAsync(files, cancellation).ConfigureAwait(false);
        progress.Close();

        tables.AddCorpus(corpus);
        foreach (var correction in corpus.CorrectionsIdle) Error.WriteLine("warning: " + correction.ToWarning());
        await figures.CompleteAsync().ConfigureAwait(false);
        var report = ReportFolder.Write(Path.Combine(output, "report"), runs, corpus);
        if (Notebooks.Count == 0) MadeFiles.Settle(output, since, ["report", "figures", "tables"]);
        if (Write) Save(runs);
        foreach (var run in runs.Where(run => !run.Succeeded)) Error.WriteLine("error: " + run.Failure);
        Summarize(output, runs, figures, tables, report, Stopwatch.GetElapsedTime(began));
        await warmUp.ConfigureAwait(false);
        return runs.All(run => run.Succeeded) ? 0 : 1;
    }

    // A notebook that failed keeps what is committed: half a run is no output to keep.
    private static void Save(IReadOnlyList<NotebookRun> runs)
    {
        foreach (var run in runs.Where(run => run.Succeeded)) run.Notebook.Save(run.Notebook.File);
    }

    private void Summarize(
        string output, IReadOnlyList<NotebookRun> runs, FigureCollection figures, TableCollection tables, string report, TimeSpan took)
    {
        var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), output);
        if (shown.StartsWith("..", StringComparison.Ordinal)) shown = output;
        var ran = runs.Count(run => run.Succeeded);
        Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ran} of {Counted.Of(runs.Count, "notebook")} ran in {took.TotalSeconds:0.0} s"));
        Out.WriteLine($"report   {Path.Combine(shown, Path.GetRelativePath(output, report))}");
        Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figures  {Path.Combine(shown, "figures")}: {figures.Count} as {string.Join(", ", figures.Formats)}"));
        Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tables   {Path.Combine(shown, "tables")}: {tables.Count} as csv"));
        foreach (var warning in figures.Warnings.Append(Figure.ExportAvailability).Where(warning => warning.Length > 0).Distinct()) Out.WriteLine(warning);
    }
}
