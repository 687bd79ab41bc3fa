namespace Analysis.Cli;

/// <summary>One run of <c>analysis init</c>. All is written beside the folder first, so that none is left half made.</summary>
/// <param name="given">The command line.</param>
/// <param name="stop">Ends the run at a text, and nothing is made.</param>
internal sealed class CorpusMaker(ParseResult given, CancellationToken stop)
{
    private static readonly string[] Columns =
    [
        "id", "file", "sha256", "published", "published_interval", "published_basis", "title_ar", "title_en", "language",
        "date_rationale", "outlet", "source",
    ];

    private readonly string _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given.GetRequiredValue(InitCommand.Folder)));
    private readonly FieldNames _fields = FieldNames.Parse(given.GetValue(InitCommand.Fields)).Reading(WrittenDate.Parse);
    private readonly string _language = given.GetRequiredValue(InitCommand.Language);
    private readonly TextWriter _output = given.InvocationConfiguration.Output;
    private readonly TextWriter _error = given.InvocationConfiguration.Error;
    private readonly List<string?[]> _rows = [];
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly OddDocuments _odd = new();
    private string _making = "";
    private int _skipped;

    /// <summary>Makes the folder.</summary>
    /// <returns>0 if all was read, 1 if something was skipped.</returns>
    /// <exception cref="InvalidDataException">The language is not a BCP 47 tag, or no text could be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="IOException">The folder is there and not empty, a source is not there, or a file cannot be written.</exception>
    public int Execute()
    {
        if (!CorpusDescription.IsLanguage(_language))
            throw new InvalidDataException($"--language: '{_language}' found, a BCP 47 tag such as ar expected");
        if (File.Exists(_folder) || (Directory.Exists(_folder) && Directory.EnumerateFileSystemEntries(_folder).Any()))
            throw new IOException($"'{_folder}' is there and not empty; expected the name of a new folder, or an empty one");
        var files = SourceFile.In(given.GetRequiredValue(InitCommand.Sources));
        AtomicFile.Try(Path.GetDirectoryName(_folder)!);
        _making = Path.Combine(
            Path.GetDirectoryName(_folder)!, FormattableString.Invariant($".{Path.GetFileName(_folder)}.{Environment.ProcessId}.tmp"));
        try
        {
            foreach (var file in files) Add(file);
            stop.ThrowIfCancellationRequested();
            if (_rows.Count > 0) Finish();
        }
        finally
        {
            if (Directory.Exists(_making)) Directory.Delete(_making, recursive: true);
        }

        foreach (var warning in _odd.Warnings) _error.WriteLine("warning: " + warning);
        return Summarize(files.Count);
    }

    private int Summarize(int files)
    {
        var shown = Project.Shown(_folder);
        _output.WriteLine($"read     {Counted.Of(_rows.Count + _skipped, "text")} in {Counted.Of(files, "file")}");
        _output.WriteLine($"skipped  {Counted.Of(_skipped, "text")}");
        _output.WriteLine($"written  {Counted.Of(_rows.Count, "text")}");
        if (_rows.Count == 0) throw new InvalidDataException($"no text was read, so '{shown}' was not made");
        _output.WriteLine($"fill in  {Path.Combine(shown, "documents.csv")}");
        var notebook = Path.Combine(shown, FirstNotebook.Name);
        _output.WriteLine($"then     dotnet run --project src/Analysis.Cli -- run {notebook} --corpus {shown}");
        return _skipped > 0 ? 1 : 0;
    }

    private void Add(SourceFile file)
    {
        IEnumerator<DocumentLine>? lines = null;
        bool Next()
        {
            try
            {
                lines ??= file.Read(_fields, note => _output.WriteLine($"{file.Name}: {note}")).GetEnumerator();
                return lines.MoveNext();
            }
#pragma warning disable CA1031 // A file that cannot be read, for whatever reason, does not keep the others from being read.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Skip(fault.Message.StartsWith(file.Name, StringComparison.Ordinal) ? fault.Message : $"{file.Name}: {fault.Message}");
                return false;
            }
        }

        while (!stop.IsCancellationRequested && Next()) Add(lines!.Current, file);
        lines?.Dispose();
    }

    private void Add(DocumentLine line, SourceFile file)
    {
        var source = line.Number == 0 ? file.Name : FormattableString.Invariant($"{file.Name}, line {line.Number}");
        var text = line.Document?.Text.TrimStart('\uFEFF').ReplaceLineEndings("\n") ?? "";
        if (line.Document is not { } document) Skip($"{source}: {line.Problem}");
        else if (string.IsNullOrWhiteSpace(text)) Skip($"{source}: no text found");
        else if (document.Id.Length > 0 && _ids.TryGetValue(document.Id, out var first))
            Skip($"{source}: id '{document.Id}' is that of {first} too, expected ids to be unique");
        else Write(document with { Text = text, Id = document.Id.Length > 0 ? document.Id : NewId(line.Number, file.Id) }, source);
    }

    private string NewId(int line, string name)
    {
        var stem = line == 0 ? name : FormattableString.Invariant($"{name}-{line}");
        while (true)
        {
            var number = _numbers[stem] = _numbers.GetValueOrDefault(stem) + 1;
            var id = number == 1 ? stem : FormattableString.Invariant($"{stem}-{number}");
            if (!_ids.ContainsKey(id)) return id;
        }
    }

    private void Write(Document document, string source)
    {
        var file = FormattableString.Invariant($"{_rows.Count + 1:000000}.txt");
        var bytes = Utf8Text.Strict.GetBytes(document.Text);
        var articles = Directory.CreateDirectory(Path.Combine(_making, "articles")).FullName;
        File.WriteAllBytes(Path.Combine(articles, file), bytes);
        var basis = document.PublishedBasis.Length > 0 ? document.PublishedBasis : document.Published is null ? null : "given";
        _ids.Add(document.Id, source);
        _odd.Add(document);
        _rows.Add([
            document.Id, file, Convert.ToHexStringLower(SHA256.HashData(bytes)),
            document.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, basis, Filled(document.Title), null, _language,
            null, Filled(document.Outlet), source]);
    }

    private static string? Filled(string cell) => cell.Length > 0 ? cell : null;

    private void Skip(string problem)
    {
        _error.WriteLine("error: " + problem.ReplaceLineEndings(" "));
        _skipped++;
    }

    private void Finish()
    {
        var description = new CorpusDescription(given.GetValue(InitCommand.Title) ?? Path.GetFileName(_folder));
        // For Excel, in which it is filled in.
        AtomicFile.WriteText(Path.Combine(_making, "documents.csv"), new UTF8Encoding(true, throwOnInvalidBytes: true), writer =>
        {
            CsvOutput.WriteRecord(writer, Columns);
            foreach (var row in _rows) CsvOutput.WriteRecord(writer, Array.ConvertAll(row, CsvOutput.Inert));
        });
        AtomicFile.WriteText(
            Path.Combine(_making, CorpusFolders.DescriptionFile), Utf8Text.Strict, writer => writer.Write(description.ToJson()));
        var notebook = FirstNotebook.Write(_folder, description.Title);
        AtomicFile.Write(Path.Combine(_making, FirstNotebook.Name), Encoding.UTF8.GetBytes(notebook));
        Directory.CreateDirectory(_folder);
        foreach (var made in Directory.EnumerateFileSystemEntries(_making).ToList())
            Directory.Move(made, Path.Combine(_folder, Path.GetFileName(made)));
    }
}
