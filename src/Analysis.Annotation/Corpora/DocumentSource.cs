using System.Security.Cryptography;

namespace Analysis;

/// <summary>
/// Documents on disk, read one at a time so that a corpus of any size needs bounded memory. The source is a text file, a folder or a
/// JSON Lines file. A folder has the layout of this project's corpus (<c>documents.csv</c> and <c>articles/*.txt</c>), or contains
/// <c>*.txt</c> files, with or without a CSV manifest (<c>documents.csv</c>, or the only <c>*.csv</c>). <c>*.jsonl</c> and
/// <c>*.jsonl.gz</c> files are read only if there are no text files, since beside text files they are annotations;
/// <c>corrections.jsonl</c> is never read as documents. Files are read in ordinal order of their names, regardless of the manifest's order.
/// </summary>
public sealed class DocumentSource
{
    /// <summary>Name of the file in a corpus folder with a person's corrections of the annotations.</summary>
    internal const string CorrectionsFile = "corrections.jsonl";

    private const string Compressed = ".gz";

    private readonly List<(string Path, Document Entry, string Sha256)> _texts = [];
    private readonly List<string> _lines = [];
    private readonly List<string> _warnings = [];
    private readonly string _folder;

    private DocumentSource(string path)
    {
        Location = path;
        _folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
    }

    /// <summary>Full path of the file or folder.</summary>
    public string Location { get; }

    /// <summary>Irregularities that are not errors, such as a text file that is not in the manifest; one sentence each.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Opens a source. Only the file names and the manifest are read; <see cref="Read"/> reads the texts.</summary>
    /// <param name="path">A text file, a <c>.jsonl</c> file, or a folder.</param>
    /// <param name="manifest">A manifest to use instead of the folder's own.
    /// Unlike the folder's own, it may name files that do not exist.</param>
    /// <exception cref="FileNotFoundException">The file or folder, or the manifest, does not exist.</exception>
    /// <exception cref="InvalidDataException">The folder contains no documents, the manifest is malformed or names a missing file,
    /// or two documents have the same id.</exception>
    public static DocumentSource Open(string path, string? manifest = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (manifest is not null && !File.Exists(manifest)) throw new FileNotFoundException($"no manifest '{manifest}'", manifest);
        var source = new DocumentSource(path);
        if (Directory.Exists(path)) source.FindInFolder(manifest);
        else if (!File.Exists(path)) throw new FileNotFoundException($"no file or folder '{path}'", path);
        else if (IsLines(path)) source._lines.Add(path);
        else source.AddTexts([path], source._folder, manifest, complete: false);
        source.CheckIds();
        source.WarnOfLinks();
        return source;
    }

    private static bool IsLines(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the documents one by one. Each file is opened only when it is reached.</summary>
    /// <exception cref="InvalidDataException">A file does not match the checksum in the manifest or is not UTF-8, a line is not a
    /// document, or an id occurs twice; the message names the file and the position, and says what was expected and found.</exception>
    public IEnumerable<Document> Read()
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        return _texts.Select(text => ReadText(text, _warnings.Add)).Concat(_lines.SelectMany(path => ReadLines(path, ids)));
    }

    /// <summary>Reads the documents in batches; one that cannot be read has the reason, and the others are read.</summary>
    /// <param name="fields">The names of the properties of JSON Lines; null for the project's own form.</param>
    internal IEnumerable<DocumentBatch> Batches(FieldNames? fields) =>
        _texts.Select(text => new DocumentBatch(text.Entry.File, 1, new FileInfo(text.Path).Length, batch => [ReadText(text, batch)]))
            .Concat(_lines.SelectMany(path => DocumentBatch.OfLines(OpenLines(path), Relative(path), fields)));

    /// <summary>Size of the files of documents, in bytes; null where some are compressed.</summary>
    internal long? Size() => _lines.Exists(path => path.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase)) ? null
        : _texts.ConvertAll(text => text.Path).Concat(_lines).Sum(path => new FileInfo(path).Length);

    /// <summary>Number and size of the documents; lines are counted and not parsed.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    internal (int Documents, long Bytes) Measure()
    {
        var (documents, bytes) = (_texts.Count, _texts.Sum(text => new FileInfo(text.Path).Length));
        foreach (var path in _lines)
        {
            using var lines = OpenLines(path);
            foreach (var block in LineBlock.Read(lines))
                using (block) (documents, bytes) = (documents + block.Count, bytes + block.Length);
        }

        return (documents, bytes);
    }

    private static DocumentLine ReadText((string Path, Document Entry, string Sha256) text, DocumentBatch batch)
    {
        try
        {
            return new(0, ReadText(text, note => batch.Note = note), null);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new(0, null, error.Message);
        }
    }

    private static Document ReadText((string Path, Document Entry, string Sha256) file, Action<string> tell)
    {
        var bytes = RegularFile.ReadAllBytes(file.Path);
        var found = file.Sha256.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (found != file.Sha256)
            throw new InvalidDataException($"{file.Entry.File}: the file has changed; SHA-256 {file.Sha256} expected, {found} found "
                + "(write that into the manifest's cell, or empty it, if the change is meant)");
        var text = TextEncodings.Decode(bytes, file.Entry.File, out var encoding);
        if (TextEncodings.Note(file.Entry.File, encoding) is { } note) tell(note);
        return file.Entry with { Text = text };
    }

    private static Stream OpenLines(string path) =>
        path.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase) ? GzipFile.Open(path) : RegularFile.OpenRead(path);

    private IEnumerable<Document> ReadLines(string path, Dictionary<string, string> ids)
    {
        var file = Relative(path);
        using var stream = TextEncodings.ToUtf8(OpenLines(path), out var encoding);
        if (TextEncodings.Note(file, encoding) is { } note) _warnings.Add(note);
        foreach (var (number, document, problem) in DocumentLine.Read(stream))
        {
            // The whole file is decoded once more, for the offset of the byte.
            if (problem == DocumentLine.NotUtf8) Utf8Text.Read(path, file);
            if (document is null) throw new InvalidDataException($"{file}, line {number}: {problem}");
            if (!ids.TryAdd(document.Id, file))
                throw new InvalidDataException($"{file}, line {number}: id '{document.Id}' is used already, in {ids[document.Id]}");
            yield return document with { File = file };
        }
    }

    private void FindInFolder(string? manifest)
    {
        var own = manifest is null ? OwnManifest() : null;
        var articles = Path.Combine(_folder, "articles");
        var (beside, inside) = (Files(_folder, "*.txt"), Directory.Exists(articles) ? Files(articles, "*.txt") : []);
        var (texts, root) = inside.Count > 0 ? (inside, articles) : (beside, _folder);
        AddTexts(texts, root, own ?? manifest, complete: own is not null);
        var unread = root == _folder ? [] : beside.Except(_texts.ConvertAll(text => text.Path)).Select(Relative).ToList();
        if (unread.Count > 0) _warnings.Add($"texts beside the folder 'articles' are not read: {Counted.Names(unread)}");
        if (_texts.Count == 0)
            _lines.AddRange(Files(_folder, "*.jsonl").Concat(Files(_folder, "*.jsonl.gz")).Order(StringComparer.Ordinal));
        _lines.Remove(Path.Combine(_folder, CorrectionsFile));
        var workbooks = Files(_folder, "*.xlsx").ConvertAll(Relative);
        if (workbooks.Count > 0) _warnings.Add($"workbooks are not read, save them as CSV: {Counted.Names(workbooks)}");
        if (_texts.Count + _lines.Count == 0)
            throw new InvalidDataException($"'{_folder}' holds no documents: no *.txt, no articles/*.txt and no *.jsonl; "
                + "'analysis init' makes a corpus of other files");
    }

    private string? OwnManifest()
    {
        var named = Path.Combine(_folder, "documents.csv");
        if (File.Exists(named)) return named;
        var tables = Files(_folder, "*.csv");
        if (tables.Count <= 1) return tables.FirstOrDefault();
        var names = string.Join(", ", tables.Select(Path.GetFileName));
        throw new InvalidDataException($"'{_folder}' holds {tables.Count} CSV files ({names}); name the manifest documents.csv");
    }

    // Adds the texts with their rows of the manifest. If it must be complete, a row without a file is an error.
    private void AddTexts(List<string> paths, string root, string? manifestPath, bool complete)
    {
        var manifest = Path.GetFileName(manifestPath);
        var absent = new List<string>();
        foreach (var row in manifestPath is null ? [] : Manifest.Read(manifestPath, _warnings))
        {
            var path = Resolve(row.File, root, manifestPath!);
            if (path is not null && (paths.Remove(path) || complete)) Add(path, row.Entry, row.Sha256);
            else absent.Add(row.File);
            if (path is null && complete)
                throw new InvalidDataException($"{manifest}, line {row.Line}: file '{row.File}' expected in '{root}', none found");
        }

        if (absent.Count > 0 && Location == _folder)
        {
            _warnings.Add(absent.Count == 1 ? $"{manifest} names a file that is not in '{root}': {absent[0]}"
                : $"{manifest} names {absent.Count} files that are not in '{root}', the first is {absent[0]}");
        }

        foreach (var path in paths) Add(path, new Document(Document.IdOf(path), ""), "");
        if (manifest is not null && paths.Count > 0)
        {
            _warnings.Add(paths.Count == 1 ? $"{Relative(paths[0])} is not in the manifest {manifest}: nothing but its text is known"
                : $"{paths.Count} files are not in the manifest {manifest}, nothing but their texts is known: "
                    + Counted.Names(paths.ConvertAll(Relative)));
        }

        _texts.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
    }

    // The file names of a manifest are relative to the folder of the texts or to the manifest's own folder.
    private static string? Resolve(string file, string root, string manifestPath)
    {
        string[] folders = [root, Path.GetDirectoryName(Path.GetFullPath(manifestPath))!];
        return folders.Select(folder => Path.GetFullPath(Path.Combine(folder, file))).FirstOrDefault(File.Exists);
    }

    private void Add(string path, Document entry, string hash) => _texts.Add((path, entry with { File = Relative(path) }, hash));

    // What a link leads to outside the folder ends up in reports and exports.
    private void WarnOfLinks()
    {
        if (Location != _folder) return;
        var outside = _texts.Select(text => text.Path).Concat(_lines).Where(LeadsOutside).Select(Relative).ToList();
        if (outside.Count > 0)
            _warnings.Add($"{Counted.Of(outside.Count, "file")} read by a link that leads out of the folder: {Counted.Names(outside)}");
    }

    private bool LeadsOutside(string path)
    {
        for (var at = path; at.Length > _folder.Length; at = Path.GetDirectoryName(at)!)
        {
            if (File.ResolveLinkTarget(at, returnFinalTarget: true)?.FullName is { } target
                && !target.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private void CheckIds()
    {
        var entries = _texts.ConvertAll(text => text.Entry);
        if (entries.Find(entry => !Document.IsId(entry.Id)) is { } nameless)
            throw new InvalidDataException($"{nameless.File}: the name gives no id, since nothing stands before its first '.' or '_'");
        var twice = entries.ToLookup(entry => entry.Id).FirstOrDefault(group => group.Skip(1).Any());
        if (twice?.ToList() is not [var first, var second, ..]) return;
        throw new InvalidDataException($"{second.File}: id '{second.Id}' is that of {first.File} too; "
            + "ids are file names up to the first '.' or '_' where no manifest gives them");
    }

    private static List<string> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)];

    private string Relative(string path) => Path.GetRelativePath(_folder, path).Replace('\\', '/');
}
