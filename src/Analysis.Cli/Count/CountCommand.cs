namespace Analysis.Cli;

/// <summary><c>analysis count</c>: frequencies, co-mentions and reports by month of a corpus larger than memory.</summary>
internal static class CountCommand
{
    private static readonly Argument<string> Tables =
        new("tables")
        {
            Description = "Folder of tables in Parquet, as 'annotate --format parquet' and 'export --format parquet' write it.",
        };

    private static readonly Option<string?> Output =
        Options.Text("--output", "DIR", "Folder to write to (default: counts in the folder of the tables).");

    private static readonly Option<int?> Top = Options.Number(
        "--top", "How many entities and pairs are written, the most frequent first (default: 1000). Their intervals take time.");

    public static Command Create() => new Command("count", "Count frequencies, co-mentions and reports by month from tables in Parquet.")
    {
        Tables, Output, Top,
    }.Doing(result =>
    {
        var (tables, top) = (result.GetRequiredValue(Tables), result.GetValue(Top) ?? 1000);
        var folder = new ExportFolder(result.GetValue(Output) ?? Path.Combine(tables, "counts"));
        if (!Directory.Exists(tables)) throw new DirectoryNotFoundException($"no folder '{tables}'");
        AtomicFile.Try(folder.PathOf(""));
        var counts = CorpusCounts.Read(tables);
        folder.WriteCsv("frequencies.csv", counts.Frequencies(top));
        folder.WriteCsv("co-mentions.csv", counts.CoMentions().OrderByDescending(pair => pair.Both).Take(top).ToDataFrame());
        folder.WriteCsv("reports-by-month.csv", counts.ReportsByMonth());
        Console.WriteLine(FormattableString.Invariant(
            $"{folder.Shown("")}: {counts.Documents:N0} documents, {counts.Words:N0} words, {counts.Sentences:N0} sentences"));
    });
}
