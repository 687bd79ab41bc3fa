namespace Analysis;

/// <summary>
/// A corpus of news: its documents and the gazetteer by which they are read. Texts are loaded and their checksums verified when it is
/// opened; annotations are made when they are first asked for.
/// </summary>
public sealed partial class Corpus
{
    private readonly string? _entitiesFile;
    private readonly Dictionary<string, Document> _byId;

    private Corpus(string folder, IReadOnlyList<Document> texts, IReadOnlyList<string> warnings, string? entities)
    {
        Folder = folder;
        Texts = texts;
        Warnings = warnings;
        _entitiesFile = entities;
        _byId = new Dictionary<string, Document>(texts.Count, StringComparer.Ordinal);
        foreach (var text in texts) _byId.Add(text.Id, text);
    }

    /// <summary>Full path of the folder, or of the one file, it was opened from; empty for documents given directly.</summary>
    public string Folder { get; }

    /// <summary>What is odd about the corpus but no error, such as a text file that the manifest doesn't name; one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Path of the gazetteer: the one named, else <c>entities.tsv</c> in the folder, else the project's.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public string EntitiesFile => _entitiesFile ?? throw new FileNotFoundException(
        $"no gazetteer: there is no entities.tsv in '{Folder}' and none in a folder 'corpus' above; name one: Corpus.Open(folder, entities: path)");

    /// <summary>The document of that id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such document.</exception>
    public Document this[string id] =>
        _byId.GetValueOrDefault(id)
        ?? throw new KeyNotFoundException($"no document '{id}' among {Texts.Count}: {string.Join(", ", Texts.Take(8).Select(document => document.Id))}{(Texts.Count > 8 ? ", …" : "")}");

    /// <summary>The documents as they were loaded.</summary>
    internal IReadOnlyList<Document> Texts { get; }

    /// <summary>
    /// Opens the corpus at hand: the folder or file that the environment variable <c>ANALYSIS_CORPUS</c> names (<c>analysis run --corpus</c> sets
    /// it), else the nearest folder <c>corpus</c> in or above the current directory, then in or above the library's own.
    /// The gazetteer is what <c>ANALYSIS_ENTITIES</c> names, else found as by <see cref="Open(string, string?)"/>.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is none; the message says where it was looked for.</exception>
    /// <exception cref="InvalidDataException">As for <see cref="Open(string, string?)"/>.</exception>
    public static Corpus Open()
    {
        var entities = Environment.GetEnvironmentVariable(CorpusFolders.EntitiesVariable);
        return Open(CorpusFolders.Find(), string.IsNullOrEmpty(entities) ? null : entities);
    }

    /// <summary>The folder, or the one file, that <see cref="Open()"/> opens.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none; the message says where it was looked for.</exception>
    public static string FindFolder() => CorpusFolders.Find();

    /// <summary>
    /// Opens a folder laid out as this project's (<c>documents.csv</c>, <c>articles/*.txt</c>) or a user's own: text files with a CSV
    /// manifest that has at least the columns <c>id</c> and <c>file</c>, text files alone (the id is the file name up to its first
    /// <c>.</c> or <c>_</c>), or JSON Lines <c>{"id","text","date","title"}</c>; or one such file. Files are UTF-8. A document without a date loads.
    /// </summary>
    /// <param name="folder">The folder, or one file of text (<c>.txt</c>) or JSON Lines (<c>.jsonl</c>); beside a file nothing else is read.</param>
    /// <param name="entities">Gazetteer; left out, it is <c>entities.tsv</c> in the folder, else the project's.</param>
    /// <exception cref="FileNotFoundException">There is no such folder, file or gazetteer.</exception>
    /// <exception cref="InvalidDataException">A file is changed (its SHA-256 is not the manifest's), missing or not UTF-8, the manifest or
    /// a line is malformed, or an id is used twice; the message names the file, where in it, what was expected and what was found.</exception>
    public static Corpus Open(string folder, string? entities = null)
    {
        var source = DocumentSource.Open(folder);
        return new Corpus(source.Location, [.. source.Read()], source.Warnings, CorpusFolders.FindEntities(source.Location, entities));
    }

    /// <summary>A corpus of documents that are at hand already.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="entities">Gazetteer; left out, it is the project's.</param>
    /// <exception cref="ArgumentException">Two documents have one id.</exception>
    public static Corpus Of(IEnumerable<Document> documents, string? entities = null)
    {
        Document[] texts = [.. documents];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in texts)
        {
            if (!ids.Add(document.Id)) throw new ArgumentException($"two documents have the id '{document.Id}'", nameof(documents));
        }

        return new Corpus("", texts, [], CorpusFolders.FindEntities("", entities));
    }
}
