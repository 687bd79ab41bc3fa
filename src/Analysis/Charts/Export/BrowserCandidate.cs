namespace Analysis;

/// <summary>A browser that may be there: its program, or the package that it can be unpacked from.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Program">Path of the program; null for the one in a package.</param>
/// <param name="Package">Folder of the package; null for an installed browser.</param>
internal sealed record BrowserCandidate(string Name, string? Program, string? Package)
{
    /// <summary>Names the program to use and no other.</summary>
    public const string Variable = "ANALYSIS_BROWSER";

    /// <summary>The browsers to try, in order: the one that the environment names; else those installed, then the one that npm brings.</summary>
    public static IReadOnlyList<BrowserCandidate> On(Machine machine, WebFolder? web)
    {
        if (machine.Variable(Variable) is { Length: > 0 } named) return [new(named, named, null)];
        var installed = machine.InstalledBrowsers().Where(machine.FileExists).Distinct().Select(path => new BrowserCandidate(path, path, null));
        var bundled = web is not null && machine.RunsBundledChromium && machine.FileExists(Path.Combine(web.BundledChromium, "bin", "chromium.br"))
            ? new[] { new BrowserCandidate("the Chromium that npm brings", null, web.BundledChromium) }
            : [];
        return [.. installed, .. bundled];
    }
}
