namespace Analysis;

/// <content>How a corpus is opened, and kept for whoever opens it again.</content>
public sealed partial class Corpus
{
    private static (CorpusReading Reading, string Files)? _kept;

    /// <summary>
    /// Opens the corpus at hand: the folder or file that the environment variable <c>ANALYSIS_CORPUS</c> names (<c>analysis run
    /// --corpus</c> sets it), else the nearest folder that holds a
    /// <c>corpus.json</c> or is called <c>corpus</c>, at, in or above the current directory, then the library's own.
    /// The gazetteer is what <c>ANALYSIS_ENTITIES</c> names, else found as by <see cref="Open(string, string?, bool, bool)"/>.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is none; the message says where it was looked for.</exception>
    /// <exception cref="InvalidDataException">As for <see cref="Open(string, string?, bool, bool)"/>.</exception>
    public static Corpus Open()
    {
        static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
        var corpus = Open(CorpusFolders.Find(), Variable(CorpusFolders.EntitiesVariable),
            Variable(CorpusFolders.LandmarksVariable) is not null, Variable(CorpusFolders.DeduplicateVariable) is not null);
        return Variable(CorpusFolders.LanguageVariable) is { } language ? corpus.In(Language.Of(language)) : corpus;
    }

    /// <summary>
    /// Opens a folder laid out as this project's (<c>documents.csv</c>, <c>articles/*.txt</c>) or a user's own: text files with a CSV
    /// manifest that has at least the columns <c>id</c> and <c>file</c>, text files alone (the id is the file name up to its first <c>.</c>
    /// or <c>_</c>), or JSON Lines <c>{"id","text","date","title"}</c>; or one such file. Files are UTF-8. A document without a date loads.
    /// </summary>
    /// <param name="folder">The folder, or one file of text (<c>.txt</c>) or JSON Lines (<c>.jsonl</c>); beside a file nothing else is
    /// read.</param>
    /// <param name="entities">Gazetteer; default: <c>entities.tsv</c> in the folder, else the project's.</param>
    /// <param name="landmarks">Whether the file <c>landmarks.tsv</c> beside the gazetteer dates events; see
    /// <see cref="Landmarks"/>.</param>
    /// <param name="deduplicate">Whether copies (see <see cref="Duplicates"/>) are left out, so that each report counts once; a warning
    /// says how many.</param>
    /// <exception cref="FileNotFoundException">There is no such folder, file or gazetteer.</exception>
    /// <exception cref="InvalidDataException">There is no document in it, a file is changed (its SHA-256 is not the manifest's), missing
    /// or not UTF-8, the manifest or a line is malformed, or an id is used twice; the message names the file, where in it, what was
    /// expected and what was found.</exception>
    public static Corpus Open(string folder, string? entities = null, bool landmarks = false, bool deduplicate = false)
    {
        var documents = DocumentSource.Open(folder);
        var source = new CorpusSource(
            documents.Location, CorpusFolders.FindEntities(documents.Location, entities), landmarks, deduplicate);
        var language = CorpusDescription.Of(source.Folder).ShownIn;
        if (_kept is { } kept && kept.Reading.Source == source && kept.Files == StateOf(kept.Reading))
            return new Corpus(kept.Reading) { _language = language };
        Document[] texts = [.. documents.Read()];
        if (texts.Length == 0)
            throw new InvalidDataException($"'{source.Folder}' holds no documents; expected a JSON object on each line");
        var copies = (deduplicate ? NearDuplicates.In(texts) : []).Select(copy => copy.Document).ToHashSet(StringComparer.Ordinal);
        texts = Array.FindAll(texts, text => !copies.Contains(text.Id));
        var odd = new OddDocuments();
        foreach (var text in texts) odd.Add(text);
        string[] left = copies.Count == 0 ? []
            : [$"{Counted.Of(copies.Count, "near-duplicate")} of {Counted.Of(texts.Length + copies.Count, "document")} left out"];
        return new Corpus(new(source, texts, [.. documents.Warnings, .. left, .. odd.Warnings])) { _language = language };
    }

    /// <summary>The same corpus, to be shown in another language.</summary>
    public Corpus In(Language language) => new(_reading) { _language = language };

    /// <summary>A corpus of documents that are in memory already.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="entities">Gazetteer; default: the project's.</param>
    /// <exception cref="ArgumentException">Two documents have one id.</exception>
    public static Corpus Of(IEnumerable<Document> documents, string? entities = null)
    {
        Document[] texts = [.. documents];
        var twice = texts.GroupBy(document => document.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null) throw new ArgumentException($"two documents have the id '{twice.Key}'", nameof(documents));
        return new Corpus(new(new("", CorpusFolders.FindEntities("", entities), false, false), texts, []));
    }

    /// <summary>
    /// Lets this process read the corpus once: whoever opens it again gets the same records, in frames of their own, until one of its files
    /// is changed.
    /// </summary>
    internal void Keep() => _kept = (_reading, StateOf(_reading));

    // Names, sizes and times of all files that a corpus is read from.
    private static string StateOf(CorpusReading reading)
    {
        var around = Path.GetDirectoryName(reading.EntitiesFile) is { } beside ? Directory.EnumerateFiles(beside) : [];
        var own = Directory.Exists(reading.Source.Folder)
            ? Directory.EnumerateFiles(reading.Source.Folder, "*", SearchOption.AllDirectories) : [reading.Source.Folder];
        return string.Join('\n', own.Concat(around).Distinct().Order(StringComparer.Ordinal).Select(name => new FileInfo(name))
            .Select(file => FormattableString.Invariant(
                $"{file.FullName} {(file.Exists ? file.Length : 0)} {file.LastWriteTimeUtc.Ticks}")));
    }
}
