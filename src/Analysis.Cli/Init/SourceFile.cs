using System.IO.Enumeration;

namespace Analysis.Cli;

/// <summary>A file that a corpus is made of.</summary>
/// <param name="Location">Its path.</param>
/// <param name="Name">Its path below the folder that was named, for people: without control characters.</param>
internal sealed record SourceFile(string Location, string Name)
{
    /// <summary>The kinds of files that are read.</summary>
    public const string Kinds = ".txt, .docx, .html, .htm, .csv, .jsonl, .jsonl.gz";

    private const string Compressed = ".jsonl.gz";

    private static readonly EnumerationOptions Within = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>The files that are named, and those of the folders that are named, in ordinal order. Links in folders count as files:
    /// they are not followed, since they may lead out of the folder or back into it.</summary>
    /// <exception cref="FileNotFoundException">One that is named is not there.</exception>
    public static IReadOnlyList<SourceFile> In(IEnumerable<string> named) => [.. named.SelectMany(name =>
        File.Exists(name) ? [Of(File.ResolveLinkTarget(name, returnFinalTarget: true)?.FullName ?? name, Path.GetFileName(name))]
        : Directory.Exists(name) ? Below(name).Order(StringComparer.Ordinal)
            .Select(file => Of(file, Path.GetRelativePath(name, file).Replace('\\', '/')))
        : throw new FileNotFoundException($"no file or folder '{name}'", name))];

    /// <summary>Its name without folder and extension, as an id.</summary>
    public string Id => Path.GetFileName(Name)[..^Kind.Length].Trim() is var id && Document.IsId(id) ? id : "document";

    private string Kind => Name.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase) ? Compressed : Path.GetExtension(Name);

    /// <summary>Reads its documents one by one. A line that is no document comes with the reason; that of a whole file is 0.</summary>
    /// <param name="fields">Names of columns and properties.</param>
    /// <param name="note">Takes what a person should know of how the file was read.</param>
    /// <exception cref="InvalidDataException">The file is not of its kind; the message says what was found and expected.</exception>
    public IEnumerable<DocumentLine> Read(FieldNames fields, Action<string> note) => Kind.ToLowerInvariant() switch
    {
        _ when new FileInfo(Location).LinkTarget is not null =>
            throw new InvalidDataException("a link found, which is not followed: name the file or folder that it leads to"),
        _ when new FileInfo(Location).Length == 0 => throw new InvalidDataException("no bytes found, a text expected"),
        ".txt" => [new(0, new Document("", ReadText(note)), null)],
        ".html" or ".htm" => [new(0, HtmlArticle.Read(RegularFile.ReadAllBytes(Location), Name), null)],
        ".docx" => [new(0, WordText.Read(RegularFile.ReadAllBytes(Location), note), null)],
        ".csv" => ReadTable(ReadText(note).TrimStart('\uFEFF'), fields, note),
        ".jsonl" or Compressed => ReadLines(fields, note),
        ".xlsx" => throw new InvalidDataException("a workbook found, text expected: save it as CSV"),
        var other => throw new InvalidDataException($"a file named '{other}' found, expected {Kinds}"),
    };

    private static FileSystemEnumerable<string> Below(string folder) => new(folder, (ref entry) => entry.ToSpecifiedFullPath(), Within)
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || IsLink(ref entry),
        ShouldRecursePredicate = (ref entry) => !IsLink(ref entry),
    };

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
        && entry.ToFileSystemInfo().LinkTarget is not null;

    private static SourceFile Of(string location, string name) =>
        new(location, string.Concat(name.Select(letter => char.IsControl(letter) ? '-' : letter)));

    private string ReadText(Action<string> note)
    {
        var text = TextEncodings.Decode(RegularFile.ReadAllBytes(Location), Name, out var encoding);
        Tell(encoding, note);
        return text;
    }

    private static void Tell(Encoding? encoding, Action<string> note)
    {
        if (encoding is not null) note($"read as {encoding.WebName}, not UTF-8");
    }

    private IEnumerable<DocumentLine> ReadLines(FieldNames fields, Action<string> note)
    {
        using Stream file = Kind.Length == Compressed.Length ? GzipFile.Open(Location) : RegularFile.OpenRead(Location);
        using var lines = TextEncodings.ToUtf8(file, out var encoding);
        Tell(encoding, note);
        foreach (var line in DocumentLine.Read(lines, fields))
            yield return line.Problem == fields.NoText
                ? line with { Problem = $"{line.Problem}; --fields text=NAME says which property holds the text" } : line;
    }

    private IEnumerable<DocumentLine> ReadTable(string text, FieldNames fields, Action<string> note)
    {
        var separator = Csv.SeparatorOf(text);
        note($"columns separated by {(separator == ';' ? "semicolons" : "commas")}");
        var records = Csv.Scan(text, separator);
        var header = records.First();
        if (!header.Fields.Contains(fields.Text))
        {
            var found = header.Problem ?? $"no column '{fields.Text}' among '{string.Join(separator, header.Fields)}'";
            throw new InvalidDataException($"{Name}, line {header.Line}: {found}; --fields text=NAME says which column holds the text");
        }

        return records.Skip(1).Select(record => record.Problem is { } problem
            ? new DocumentLine(record.Line, null, problem)
            : DocumentLine.Of(record.Line, () => fields.Read(
                name => Array.IndexOf(header.Fields, name) is >= 0 and var at ? record.Fields[at] : null)));
    }
}
