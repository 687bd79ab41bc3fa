namespace Analysis;

/// <summary>How often events of a kind are reported for a month.</summary>
/// <param name="Month">Month of the events, such as <c>2020-01</c>; null where the reports don't say.</param>
/// <param name="Kind">Kind of event.</param>
/// <param name="Reports">Number of reports; several may be of one event.</param>
public sealed record MonthlyReports(string? Month, string Kind, int Reports);

/// <summary>
/// The counts of a corpus larger than memory: how often entities are mentioned, together with which others, and what is reported for
/// which month. They are read from the tables of <see cref="ParquetExport"/>, whatever number of parts these have, and the measures are
/// those of the same corpus in memory, number for number. Memory grows with the number of documents, entities and pairs, not of mentions.
/// </summary>
public sealed partial class CorpusCounts
{
    private readonly KeyCodes<string> _entities = new();
    private readonly JointCounts _together = new();
    private readonly Dictionary<(string? Month, string Kind), int> _reports;
    private readonly CountsByDocument _byDocument = new();

    private CorpusCounts(string folder)
    {
        CheckShards(folder);
        var documents = Rows<DocumentSize>(folder, "documents").OrderBy(document => document.Number).ToList();
        if (documents.Zip(documents.Skip(1)).FirstOrDefault(pair => pair.First.Number == pair.Second.Number) is ({ } one, { } other))
        {
            throw new InvalidDataException($"'{folder}' has two documents with the number {one.Number}, '{one.Id}' and '{other.Id}', "
                + "expected parts of one corpus, each once");
        }

        var unread = new HashSet<(string Document, int Sentence)>();
        foreach (var sentence in Rows<SentencePlace>(folder, "sentences"))
        {
            if (sentence.Kind == nameof(SentenceKind.Body)) Sentences++;
            else unread.Add((sentence.Document, sentence.Index));
        }

        foreach (var document in documents.Where(each => each.Words > 0)) _byDocument.AddUnits(document.Id, document.Words);
        CountMentions(folder, unread);
        _reports = Enumerable.CountBy(
            Rows<EventDay>(folder, "events"), report => (Periods.MonthOf(report.Earliest, report.Latest), report.Kind)).ToDictionary();
    }

    /// <summary>Number of documents that have a word.</summary>
    public int Documents => _byDocument.Documents;

    /// <summary>Number of words.</summary>
    public long Words => _byDocument.Size;

    /// <summary>Number of sentences of running text: the units in which entities are mentioned together.</summary>
    public int Sentences { get; }

    /// <summary>Counts the tables in a folder.</summary>
    /// <param name="folder">The folder that <see cref="ParquetExport"/> wrote.</param>
    /// <exception cref="DirectoryNotFoundException">A table is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not Parquet, the tables of a shard are missing, or two parts hold the same
    /// document.
    /// </exception>
    public static CorpusCounts Read(string folder) => new(folder);

    /// <inheritdoc cref="Analysis.Frequencies.Of(IEnumerable{Mention}, IEnumerable{Token}, int, int)"/>
    public DataFrame<Frequency> Frequencies(int top = int.MaxValue, int seed = 1) => Analysis.Frequencies.Of(_byDocument, top, seed);

    /// <summary>The pairs of entities that share a sentence, as <see cref="Analysis.CoMentions.Of"/> measures them.</summary>
    /// <param name="minimum">Least number of sentences with both.</param>
    public DataFrame<CoMention> CoMentions(int minimum = 2) =>
        Analysis.CoMentions.Measure(_together, _entities.Keys, Sentences, minimum);

    /// <summary>The reports of each month, in order of time, then of kinds; those of unknown months last.</summary>
    public DataFrame<MonthlyReports> ReportsByMonth() => _reports
        .Select(count => new MonthlyReports(count.Key.Month, count.Key.Kind, count.Value))
        .OrderBy(row => row.Month is null).ThenBy(row => row.Month, StringComparer.Ordinal).ThenBy(row => row.Kind, StringComparer.Ordinal)
        .ToDataFrame();

    // A shard's file is called part-2-of-8: where there is one, all eight must be there.
    private static void CheckShards(string folder)
    {
        var found = Files(folder, "documents").Select(file => ShardFile().Match(Path.GetFileName(file))).Where(match => match.Success)
            .Select(match => (Shard: Number(match.Groups[1]), Of: Number(match.Groups[2]))).ToHashSet();
        foreach (var shards in found.Select(file => file.Of).Distinct())
        {
            int[] missing = [.. Enumerable.Range(1, shards).Where(shard => !found.Contains((shard, shards)))];
            if (missing.Length == 0) continue;
            var names = Counted.Names([.. missing.Select(shard => FormattableString.Invariant($"{shard}"))]);
            throw new InvalidDataException($"'{folder}' has no tables of shard {names} of {shards}, expected those of all shards");
        }
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    // The mentions of a sentence follow each other: a document is in one part.
    private void CountMentions(string folder, HashSet<(string Document, int Sentence)> unread)
    {
        var (document, sentence, counted) = ("", -1, false);
        foreach (var mention in Rows<MentionPlace>(folder, "mentions"))
        {
            if (mention.Sentence != sentence || mention.Document != document)
            {
                (document, sentence) = (mention.Document, mention.Sentence);
                counted = !unread.Contains((document, sentence));
                _together.EndUnit();
            }

            if (counted) _together.Add(_entities.Of(mention.Entity));
            _byDocument.AddHit(mention.Document, mention.Entity);
        }
    }

    private static IEnumerable<TRow> Rows<TRow>(string folder, string table)
        where TRow : class, new() => Files(folder, table).SelectMany(ParquetRows.Read<TRow>);

    private static IEnumerable<string> Files(string folder, string table)
    {
        var path = Path.Combine(folder, table);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : throw new DirectoryNotFoundException($"'{folder}' has no table '{table}', expected a folder of Parquet files");
    }

    [GeneratedRegex(@"^part-(\d{1,6})-of-(\d{1,6})\.parquet$")]
    private static partial Regex ShardFile();

    internal sealed class DocumentSize
    {
        public int Number { get; set; }

        public string Id { get; set; } = "";

        public int Words { get; set; }
    }

    internal sealed class SentencePlace
    {
        public string Document { get; set; } = "";

        public int Index { get; set; }

        public string Kind { get; set; } = "";
    }

    internal sealed class MentionPlace
    {
        public string Document { get; set; } = "";

        public int Sentence { get; set; }

        public string Entity { get; set; } = "";
    }

    internal sealed class EventDay
    {
        public string Kind { get; set; } = "";

        public DateOnly? Earliest { get; set; }

        public DateOnly? Latest { get; set; }
    }
}
