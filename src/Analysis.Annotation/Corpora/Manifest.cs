namespace Analysis;

/// <summary>One row of a manifest.</summary>
/// <param name="File">The file as named in the manifest.</param>
/// <param name="Sha256">SHA-256 of the file's bytes in lower-case hexadecimal; empty if the manifest gives none.</param>
/// <param name="Entry">The document without its text.</param>
/// <param name="Line">1-based line of the manifest.</param>
internal sealed record ManifestRow(string File, string Sha256, Document Entry, int Line);

/// <summary>
/// A CSV table of documents, one row per file. The columns <c>id</c> and <c>file</c> are required; <c>sha256</c>, <c>published</c> (or
/// <c>date</c>), <c>published_interval</c>, <c>published_basis</c>, <c>title_ar</c> (or <c>title</c>), <c>title_en</c>, <c>language</c>,
/// <c>date_rationale</c> and <c>outlet</c> are optional; other columns are ignored. In front of a formula a <c>'</c> is
/// left out, see <see cref="Csv.IsFormula"/>.
/// </summary>
internal sealed class Manifest
{
    private const int HashLength = 64;

    private readonly string _source;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Column, string Value), int> _lines = [];

    private Manifest(string source, CsvRecord header)
    {
        _source = source;
        for (var at = 0; at < header.Fields.Length; at++)
        {
            var name = header.Fields[at] switch { "date" => "published", "title" => "title_ar", var column => column ?? "" };
            if (!_columns.TryAdd(name, at)) throw Bad(header, $"two columns for '{name}'");
        }

        string[] required = ["id", "file"];
        if (Array.Find(required, column => !_columns.ContainsKey(column)) is { } missing)
            throw Bad(header, $"no column '{missing}' among '{string.Join(',', header.Fields)}'");
    }

    /// <summary>Reads the rows of a manifest, in file order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="warnings">Takes what is odd about it but no error, a sentence each.</param>
    /// <exception cref="InvalidDataException">
    /// A required column is missing, a column occurs twice, or a row has an invalid value.
    /// </exception>
    public static List<ManifestRow> Read(string path, List<string> warnings)
    {
        var source = Path.GetFileName(path);
        var text = Utf8Text.Read(path, source);
        var separator = Csv.SeparatorOf(text);
        if (separator == ';') warnings.Add($"{source}, line 1: semicolons between columns found, commas expected; it is read as it is");
        var records = Csv.Read(text, source, separator).ToList();
        if (records.Count == 0)
            throw new InvalidDataException($"{source}: the file is empty, a header with the columns 'id' and 'file' is expected");
        var manifest = new Manifest(source, records[0]);
        return records.GetRange(1, records.Count - 1).ConvertAll(manifest.Row);
    }

    private ManifestRow Row(CsvRecord record)
    {
        var file = Field(record, "file").Replace('\\', '/');
        if (file.Length == 0) throw Bad(record, "'file' is empty");
        if (file.Any(char.IsControl)) throw Bad(record, "'file' holds a control character");
        if (Path.IsPathRooted(file) || file.Split('/').Contains(".."))
            throw Bad(record, $"file '{file}' lies outside the folder; a path inside it is expected");
        file = string.Join('/', file.Split('/').Where(part => part is not ("" or ".")));
        CheckOnce(record, "file", file);

        var hash = Field(record, "sha256").ToLowerInvariant();
        if (hash.Length > 0 && (hash.Length != HashLength || !hash.All(char.IsAsciiHexDigit)))
            throw Bad(record, $"sha256 '{hash}' found, {HashLength} hexadecimal digits expected");

        var id = Field(record, "id");
        if (!Document.IsId(id)) throw Bad(record, $"id '{id}' found, {Document.ExpectedId} expected");
        CheckOnce(record, "id", id);
        var interval = Field(record, "published_interval");
        if (interval.Length > 0 && !IsInterval(interval.Split('/')))
            throw Bad(record, $"published_interval '{interval}' found, EDTF such as 2020-03-30/2020-04-02 or nothing expected");
        var language = Field(record, "language") is { Length: > 0 } named ? named : "ar";
        var entry = new Document(id, "", Date(record), interval, Field(record, "published_basis"), Field(record, "title_ar"),
            Field(record, "title_en"), language, Field(record, "date_rationale"), file, Field(record, "outlet"));
        return new ManifestRow(file, hash, entry, record.Line);
    }

    private DateOnly? Date(CsvRecord record) => Field(record, "published") is not { Length: > 0 } field ? null
        : Document.TryDate(field, out var date) ? date : throw Bad(record, $"date '{field}' found, YYYY-MM-DD or nothing expected");

    // Days, months or years, one or two of them; either may be open.
    private static bool IsInterval(string[] ends) => ends.Length <= 2 && Array.TrueForAll(ends, end => end is "" or ".."
        || (end.TrimEnd('~', '?', '%') is { Length: 4 or 7 or 10 } date && Document.TryDate($"{date}-01-01"[..10], out _)));

    private string Field(CsvRecord record, string column) => !_columns.TryGetValue(column, out var at) ? ""
        : record.Fields[at] is ['\'', .. var rest] && Csv.IsFormula(rest.AsSpan().TrimStart('\'')) ? rest : record.Fields[at] ?? "";

    private void CheckOnce(CsvRecord record, string column, string value)
    {
        if (!_lines.TryAdd((column, value), record.Line))
            throw Bad(record, $"{column} '{value}' stands on line {_lines[(column, value)]} already");
    }

    private InvalidDataException Bad(CsvRecord record, string problem) => new($"{_source}, line {record.Line}: {problem}");
}
