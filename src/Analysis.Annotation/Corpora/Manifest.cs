using System.Globalization;

namespace Analysis;

/// <summary>One row of a manifest.</summary>
/// <param name="File">The file as named in the manifest.</param>
/// <param name="Sha256">SHA-256 of the file's bytes in lower-case hexadecimal; empty if the manifest gives none.</param>
/// <param name="Entry">The document without its text.</param>
/// <param name="Line">1-based line of the manifest.</param>
internal sealed record ManifestRow(string File, string Sha256, Document Entry, int Line);

/// <summary>
/// A CSV table of documents, one row per file. The columns <c>id</c> and <c>file</c> are required; <c>sha256</c>, <c>published</c> (or
/// <c>date</c>), <c>published_interval</c>, <c>published_basis</c>, <c>title_ar</c> (or <c>title</c>), <c>title_en</c>, <c>language</c>
/// and <c>date_rationale</c> are optional; other columns are ignored.
/// </summary>
internal sealed class Manifest
{
    private readonly string _source;
    private readonly string[] _header;

    private Manifest(string path, string[] header)
    {
        Path = path;
        _source = System.IO.Path.GetFileName(path);
        _header = header;
    }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>Its rows, in file order.</summary>
    public IReadOnlyList<ManifestRow> Rows { get; private set; } = [];

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="InvalidDataException">A required column is missing, a
    /// column occurs twice, or a row has an invalid value.</exception>
    public static Manifest Read(string path)
    {
        var source = System.IO.Path.GetFileName(path);
        using var reader = new StringReader(Utf8Text.Decode(File.ReadAllBytes(path), source));
        Manifest? manifest = null;
        var rows = new List<ManifestRow>();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in Csv.Read(reader, source))
        {
            if (manifest is null)
            {
                manifest = new Manifest(path, record.Fields);
                manifest.CheckHeader();
                continue;
            }

            var row = manifest.Row(record);
            Once(ids, row.Entry.Id, row.Line, source, "id");
            Once(files, row.File, row.Line, source, "file");
            rows.Add(row);
        }

        if (manifest is null) throw new InvalidDataException($"{source}: the file is empty, a header with the columns 'id' and 'file' is expected");
        manifest.Rows = rows;
        return manifest;
    }

    private static void Once(Dictionary<string, int> seen, string value, int line, string source, string column)
    {
        if (seen.TryAdd(value, line)) return;
        throw new InvalidDataException($"{source}, line {line}: {column} '{value}' stands on line {seen[value]} already");
    }

    private void CheckHeader()
    {
        foreach (var column in (ReadOnlySpan<string>)["id", "file"])
        {
            if (Array.IndexOf(_header, column) < 0)
                throw new InvalidDataException($"{_source}, line 1: no column '{column}' among '{string.Join(',', _header)}'");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in _header)
        {
            var name = column switch { "date" => "published", "title" => "title_ar", _ => column };
            if (!names.Add(name)) throw new InvalidDataException($"{_source}, line 1: two columns for '{name}'");
        }
    }

    private ManifestRow Row(CsvRecord record)
    {
        var file = Field(record, "file").Replace('\\', '/');
        if (file.Length == 0) throw Bad(record, "'file' is empty");
        if (file.Any(char.IsControl)) throw Bad(record, "'file' holds a control character");
        if (System.IO.Path.IsPathRooted(file) || Array.IndexOf(file.Split('/'), "..") >= 0)
            throw Bad(record, $"file '{file}' lies outside the folder; a path inside it is expected");

        var hash = Field(record, "sha256").ToLowerInvariant();
        if (hash.Length > 0 && (hash.Length != 64 || hash.AsSpan().ContainsAnyExceptInRange('0', 'f') || hash.AsSpan().ContainsAnyInRange(':', '`')))
            throw Bad(record, $"sha256 '{hash}' found, 64 hexadecimal digits expected");

        var id = Field(record, "id");
        if (!Document.IsId(id)) throw Bad(record, $"id '{id}' found, a name without blanks at its ends and without control characters expected");

        var language = Field(record, "language");
        var entry = new Document(
            id,
            "",
            Date(record),
            Field(record, "published_interval"),
            Field(record, "published_basis"),
            Field(record, "title_ar", "title"),
            Field(record, "title_en"),
            language.Length == 0 ? "ar" : language,
            Field(record, "date_rationale"),
            file);
        return new ManifestRow(file, hash, entry, record.Line);
    }

    private DateOnly? Date(CsvRecord record)
    {
        var field = Field(record, "published", "date");
        if (field.Length == 0) return null;
        return DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Bad(record, $"date '{field}' found, YYYY-MM-DD or nothing expected");
    }

    private string Field(CsvRecord record, string column, string? otherwise = null)
    {
        var at = Array.IndexOf(_header, column);
        if (at < 0 && otherwise is not null) at = Array.IndexOf(_header, otherwise);
        return at < 0 ? "" : record[at];
    }

    private InvalidDataException Bad(CsvRecord record, string problem) => new($"{_source}, line {record.Line}: {problem}");
}
