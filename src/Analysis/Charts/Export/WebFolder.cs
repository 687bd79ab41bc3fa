namespace Analysis;

/// <summary>
/// Where plotly.js and the fonts lie: in <c>web</c> beside the library, or in <c>lib/web</c> of the artifacts folder that the library was
/// built into.
/// </summary>
internal sealed record WebFolder(string Folder)
{
    private const string Script = "plotly.min.js";
    private static readonly Lazy<WebFolder?> FoundOnce = new(() => Find(Starts()));

    /// <summary>The folder that belongs to this library; null where the build could not get the files.</summary>
    public static WebFolder? Found => FoundOnce.Value;

    public string ScriptFile => Path.Combine(Folder, Script);

    /// <summary>Folder of the Chromium that npm brings; it need not exist.</summary>
    public string BundledChromium => Path.GetFullPath(Path.Combine(Folder, "..", "..", "web", "node_modules", "@sparticuz", "chromium"));

    public static WebFolder? Find(IEnumerable<string> starts)
    {
        foreach (var start in starts)
        {
            if (Holds(Path.Combine(start, "web"))) return new(Path.Combine(start, "web"));
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                foreach (var candidate in new[] { Path.Combine(folder.FullName, "lib", "web"), Path.Combine(folder.FullName, "artifacts", "lib", "web") })
                    if (Holds(candidate)) return new(candidate);
        }
        return null;
    }

    private static bool Holds(string folder) => File.Exists(Path.Combine(folder, Script));

    private static IEnumerable<string> Starts()
    {
        // Empty where an engine loads the library from memory.
        var beside = Path.GetDirectoryName(typeof(WebFolder).Assembly.Location);
        if (!string.IsNullOrEmpty(beside)) yield return beside;
        yield return AppContext.BaseDirectory;
        yield return Directory.GetCurrentDirectory();
    }
}
