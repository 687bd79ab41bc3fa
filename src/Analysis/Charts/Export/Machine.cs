namespace Analysis;

/// <summary>The machine, as far as the search for a browser asks.</summary>
internal sealed record Machine(OSPlatform System, Func<string, string?> Variable, Func<string, bool> FileExists)
{
    /// <summary>The environment variable that names the browser to use and no other.</summary>
    public const string BrowserVariable = "ANALYSIS_BROWSER";

    private static readonly string[] LinuxPrograms =
        ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable", "microsoft-edge"];

    private static readonly string[] MacPrograms =
        ["Google Chrome.app/Contents/MacOS/Google Chrome", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "Chromium.app/Contents/MacOS/Chromium"];

    private static readonly string[] WindowsPrograms =
        [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe"];

    private static readonly string[] WindowsFolders = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];

    /// <summary>The machine that the program runs on.</summary>
    public static Machine Current { get; } = new(
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux,
        Environment.GetEnvironmentVariable, File.Exists);

    /// <summary>
    /// The browsers to try, in order: the one that the environment names and no other; else Chrome, Edge and Chromium where they are
    /// installed, then the Chromium that npm has brought.
    /// </summary>
    public IReadOnlyList<string> Browsers => Variable(BrowserVariable) is { Length: > 0 } named
        ? [named] : [.. Installed.Where(FileExists).Distinct()];

    /// <summary>
    /// npm, which can bring a Chromium where no browser is installed; null where it is missing or the processor or system is another.
    /// </summary>
    public string? Npm => System == OSPlatform.Linux && RuntimeInformation.ProcessArchitecture == Architecture.X64
        && string.IsNullOrEmpty(Variable(BrowserVariable))
        ? OnPath("npm").FirstOrDefault(FileExists)
        : null;

    private IEnumerable<string> Installed => System == OSPlatform.Windows
        ? WindowsPrograms.SelectMany(program => WindowsFolders.Select(Variable).OfType<string>().Select(root => $@"{root}\{program}"))
        : System == OSPlatform.OSX
        ? MacPrograms.SelectMany(program => new[] { $"/Applications/{program}", $"{Variable("HOME")}/Applications/{program}" })
        : LinuxPrograms.SelectMany(OnPath).Append(NpmChromium.ProgramIn(NpmChromium.UserCache));

    private IEnumerable<string> OnPath(string program) =>
        (Variable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => $"{folder}/{program}");
}
