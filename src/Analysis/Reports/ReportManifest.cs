namespace Analysis;

/// <summary>What a report was made of, and what it holds: the same inputs and version make the same data.</summary>
/// <param name="Title">Title of the report.</param>
/// <param name="Language">Language of its frame.</param>
/// <param name="Version">Version of the library, with the commit after <c>+</c> where that is known.</param>
/// <param name="Parameters">What the figures were made with.</param>
/// <param name="Packages">The assemblies that the library uses, with their versions.</param>
/// <param name="Inputs">SHA-256 of the corpus' files, gazetteer and event tables, by their names.</param>
/// <param name="Files">SHA-256 of the report's files, by their paths.</param>
internal sealed record ReportManifest(
    string Title, string Language, string Version, IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string> Packages, IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, string> Files)
{
    private static readonly string[] Beside =
    [
        CorpusFolders.DescriptionFile, "documents.csv", DocumentSource.CorrectionsFile, CorpusFolders.DecisionsFile,
    ];

    private static readonly string[] BesideGazetteer = ["events.tsv", "landmarks.tsv"];

    private static readonly Assembly Library = typeof(Corpus).Assembly;

    /// <summary>Version of the library.</summary>
    public static string CodeVersion { get; } =
        Library.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? $"{Library.GetName().Version}";

    /// <summary>The manifest of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="files">Its files.</param>
    public static ReportManifest Of(CorpusReport report, IEnumerable<(string Path, string Sha256)> files) => new(
        report.Title, report.Language.Tag, CodeVersion, report.Parameters,
        Sorted(Library.GetReferencedAssemblies().Where(each => !each.Name!.StartsWith("System", StringComparison.Ordinal))
            .Select(each => (each.Name!, $"{each.Version}"))),
        Sorted(InputsOf(report.Corpus)), Sorted(files));

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="InvalidDataException">The file is no manifest; the message names it, and the line where that is known.</exception>
    public static ReportManifest Load(string file) => JsonForm.Read<ReportManifest>(file, file, "the manifest of a report");

    /// <summary>The text of the file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonForm.File) + "\n";

    /// <summary>
    /// What another making of the report has different: its inputs, and the data of its figures and tables. Pictures and documents are left
    /// out, for they depend on the browser. Empty where all is the same, byte for byte.
    /// </summary>
    public IEnumerable<string> Differences(ReportManifest other) =>
        Differences(Inputs, other.Inputs).Concat(Differences(Data(Files), Data(other.Files)));

    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> mine, IReadOnlyDictionary<string, string> others) =>
        from name in mine.Keys.Union(others.Keys).Order(StringComparer.Ordinal)
        let difference = !others.ContainsKey(name) ? "is missing" : !mine.TryGetValue(name, out var hash) ? "is new"
            : hash != others[name] ? "differs" : ""
        where difference.Length > 0
        select $"{name} {difference}";

    private static Dictionary<string, string> Data(IReadOnlyDictionary<string, string> files) =>
        files.Where(file => file.Key.Contains('/', StringComparison.Ordinal) && Path.GetExtension(file.Key) is ".csv" or ".json" or ".md")
            .ToDictionary();

    private static IEnumerable<(string Name, string Sha256)> InputsOf(Corpus corpus)
    {
        var isFolder = Directory.Exists(corpus.Folder);
        var folder = isFolder ? corpus.Folder : Path.GetDirectoryName(corpus.Folder) ?? "";
        foreach (var text in corpus.Texts.DistinctBy(text => text.File.Length > 0 ? text.File : text.Id))
        {
            var file = Path.Combine(folder, text.File);
            yield return folder.Length > 0 && File.Exists(file)
                ? (text.File.Replace('\\', '/'), Hash(File.ReadAllBytes(file)))
                : ($"text {text.Id}", Hash(Encoding.UTF8.GetBytes(text.Text)));
        }

        var gazetteer = corpus.EntitiesFile;
        string[] others =
        [
            .. isFolder ? Beside.Select(name => Path.Combine(folder, name)) : [],
            gazetteer, .. BesideGazetteer.Select(name => Path.Combine(Path.GetDirectoryName(gazetteer)!, name)),
        ];
        foreach (var file in others.Where(File.Exists)) yield return (Path.GetFileName(file), Hash(File.ReadAllBytes(file)));
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static SortedDictionary<string, string> Sorted(IEnumerable<(string Name, string Value)> pairs) =>
        new(pairs.ToDictionary(pair => pair.Name, pair => pair.Value), StringComparer.Ordinal);
}
