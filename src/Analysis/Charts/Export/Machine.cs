using System.Runtime.InteropServices;

namespace Analysis;

/// <summary>What is asked of the machine when a browser is looked for.</summary>
internal sealed record Machine(OSPlatform System, Func<string, string?> Variable, Func<string, bool> FileExists)
{
    private static readonly string[] LinuxPrograms =
        ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge-stable", "microsoft-edge"];

    private static readonly string[] MacPrograms =
    [
        "Google Chrome.app/Contents/MacOS/Google Chrome", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "Chromium.app/Contents/MacOS/Chromium",
    ];

    private static readonly string[] WindowsPrograms =
        [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe"];

    /// <summary>The machine that the program runs on.</summary>
    public static Machine Current { get; } = new(
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux,
        Environment.GetEnvironmentVariable, File.Exists);

    /// <summary>npm's Chromium is built for this system and processor alone.</summary>
    public bool RunsBundledChromium => System == OSPlatform.Linux && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Places where Chrome, Edge and Chromium are installed on this system.</summary>
    public IEnumerable<string> InstalledBrowsers()
    {
        if (System == OSPlatform.Windows)
            return from program in WindowsPrograms
                   from root in new[] { Variable("ProgramFiles"), Variable("ProgramFiles(x86)"), Variable("LOCALAPPDATA") }
                   where !string.IsNullOrEmpty(root)
                   select root + '\\' + program;
        if (System == OSPlatform.OSX)
            return from program in MacPrograms
                   from root in new[] { "/Applications", $"{Variable("HOME")}/Applications" }
                   select $"{root}/{program}";
        return from program in LinuxPrograms
               from folder in (Variable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
               select $"{folder}/{program}";
    }
}
