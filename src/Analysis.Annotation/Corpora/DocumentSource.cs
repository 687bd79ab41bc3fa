using System.Security.Cryptography;
using System.Text;

namespace Analysis;

/// <summary>
/// Documents on disk, read one at a time so that a corpus of any size needs bounded memory. The source is a text file, a folder or a
/// JSON Lines file. A folder has the layout of this project's corpus (<c>documents.csv</c> and <c>articles/</c>), or contains <c>*.txt</c>
/// files with or without a CSV manifest (<c>documents.csv</c>, or the only <c>*.csv</c>). <c>*.jsonl</c> files are read only if there are
/// no text files, since beside text files they are annotations; <c>corrections.jsonl</c> is never read as documents. Files are read in
/// ordinal order of their names, regardless of the manifest's order.
/// </summary>
public sealed class DocumentSource
{
    private readonly List<TextFile> _texts = [];
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

    /// <summary>Whether the source is a single JSON Lines file, whose lines can be read one by one.</summary>
    internal bool IsJsonLinesFile => Location != _folder && _lines.Count == 1;

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
        else if (IsJsonLines(path)) source._lines.Add(path);
        else source.AddTexts([path], source._folder, manifest, complete: false);
        source.CheckIds();
        return source;
    }

    /// <summary>Reads the documents one by one. Each file is opened only when it is reached.</summary>
    /// <exception cref="InvalidDataException">A file does not match the checksum in the manifest or is not UTF-8, a line is not a
    /// document, or an id occurs twice; the message names the file and the position, and says what was expected and found.</exception>
    public IEnumerable<Document> Read()
    {
        foreach (var (path, entry, hash) in _texts)
        {
            var bytes = File.ReadAllBytes(path);
            if (hash.Length > 0) Verify(bytes, hash, entry.File);
            yield return entry with { Text = Utf8Text.Decode(bytes, entry.File) };
        }

        if (_lines.Count == 0) yield break;
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in _lines)
        {
            var file = Relative(path);
            using var reader = Utf8Text.Open(path);
            var number = 0;
            while (NextLine(reader, path, file) is { } line)
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                var document = Parse(line, file, number);
                if (!ids.TryAdd(document.Id, file)) throw new InvalidDataException($"{file}, line {number}: id '{document.Id}' is used already, in {ids[document.Id]}");
                yield return document;
            }
        }
    }

    private void FindInFolder(string? manifest)
    {
        var own = manifest is null ? OwnManifest() : null;
        var root = _folder;
        var texts = Files(root, "*.txt");
        if (texts.Count == 0 && Directory.Exists(Path.Combine(_folder, "articles")))
        {
            root = Path.Combine(_folder, "articles");
            texts = Files(root, "*.txt");
        }

        AddTexts(texts, root, own ?? manifest, complete: own is not null);
        if (_texts.Count == 0) _lines.AddRange(Files(_folder, "*.jsonl").Where(path => Path.GetFileName(path) != CorpusFolders.CorrectionsFile));
        if (_texts.Count + _lines.Count == 0)
            throw new InvalidDataException($"'{_folder}' holds no documents: no *.txt, no articles/*.txt and no *.jsonl");
    }

    private string? OwnManifest()
    {
        var named = Path.Combine(_folder, "documents.csv");
        if (File.Exists(named)) return named;
        var tables = Files(_folder, "*.csv");
        return tables.Count switch
        {
            0 => null,
            1 => tables[0],
            _ => throw new InvalidDataException(
                $"'{_folder}' holds {tables.Count} CSV files ({string.Join(", ", tables.Select(Path.GetFileName))}); name the manifest documents.csv"),
        };
    }

    private void AddTexts(List<string> paths, string root, string? manifestPath, bool complete)
    {
        var left = new SortedSet<string>(paths, StringComparer.Ordinal);
        if (manifestPath is not null)
        {
            var absent = new List<string>();
            foreach (var row in Manifest.Read(manifestPath).Rows)
            {
                var path = Resolve(row.File, root, manifestPath);
                if (path is not null && (left.Remove(path) || complete)) Add(path, row.Entry, row.Sha256);
                else if (complete)
                    throw new InvalidDataException($"{Relative(manifestPath)}, line {row.Line}: file '{row.File}' expected in '{root}', none found");
                else absent.Add(row.File);
            }

            if (absent.Count > 0 && Location == _folder)
                _warnings.Add($"{Path.GetFileName(manifestPath)} names {(absent.Count == 1 ? $"a file that is not in '{root}': {absent[0]}" : $"{absent.Count} files that are not in '{root}', the first is {absent[0]}")}");
        }

        foreach (var path in left)
        {
            Add(path, new Document(Document.IdOf(path), ""), "");
            if (manifestPath is not null) _warnings.Add($"{Relative(path)} is not in the manifest {Path.GetFileName(manifestPath)}: nothing but its text is known");
        }

        _texts.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
    }

    // The file names of a manifest are relative to the folder of the texts or to the manifest's own folder.
    private static string? Resolve(string file, string root, string manifestPath)
    {
        var path = Path.GetFullPath(Path.Combine(root, file));
        if (File.Exists(path)) return path;
        path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifestPath))!, file));
        return File.Exists(path) ? path : null;
    }

    private void Add(string path, Document entry, string hash) => _texts.Add(new TextFile(path, entry with { File = Relative(path) }, hash));

    private void CheckIds()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, entry, _) in _texts)
        {
            if (!Document.IsId(entry.Id)) throw new InvalidDataException($"{entry.File}: the name gives no id, since nothing stands before its first '.' or '_'");
            if (!files.TryAdd(entry.Id, entry.File))
                throw new InvalidDataException($"{entry.File}: id '{entry.Id}' is that of {files[entry.Id]} too; ids are file names up to the first '.' or '_' where no manifest gives them");
        }
    }

    private static void Verify(byte[] bytes, string expected, string file)
    {
        var found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (found != expected) throw new InvalidDataException($"{file}: the file has changed; SHA-256 {expected} expected, {found} found");
    }

    private static Document Parse(string line, string file, int number)
    {
        try
        {
            return Document.FromJson(line) with { File = file };
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{file}, line {number}: {error.Message}", error);
        }
    }

    private static string? NextLine(StreamReader reader, string path, string file)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw Utf8Text.Invalid(path, file);
        }
    }

    private static bool IsJsonLines(string path) => path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    private static List<string> Files(string folder, string pattern)
    {
        var files = new List<string>(Directory.EnumerateFiles(folder, pattern));
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private sealed record TextFile(string Path, Document Entry, string Sha256);

    private string Relative(string path) => Path.GetRelativePath(_folder, path).Replace('\\', '/');
}
