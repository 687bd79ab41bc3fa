using System.Diagnostics;

namespace Analysis.Cli;

/// <summary>One thing that the project uses.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsThere">Whether the machine has it.</param>
/// <param name="Detail">What was found, or what is not made without it and how to get it.</param>
internal sealed record Finding(string Name, bool IsThere, string Detail);

/// <summary>Looks for what the project uses.</summary>
internal static class Examination
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static IEnumerable<Finding> Findings() => Findings(Machine.Current, WebFolder.Found, Project.Find(), Version);

    /// <summary>Findings on a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="web">Where plotly.js and the fonts lie; null where the build could not get them.</param>
    /// <param name="project">The project's folder; null where there is none.</param>
    /// <param name="version">First line that a program prints of its version; null where it doesn't run.</param>
    public static IEnumerable<Finding> Findings(Machine machine, WebFolder? web, string? project, Func<string, string?> version)
    {
        yield return Program(version, "dotnet", ".NET SDK", "install the .NET 10 SDK: nothing can be built without it");
        yield return Program(version, "npm", "npm", "install Node.js 20 or later with npm and build again: charts are not drawn in the report without plotly.js, which it brings");
        yield return web is null
            ? new Finding("plotly.js", false, "charts are neither drawn in the report nor saved as pictures: install npm and build again" + WhatWentWrong(project))
            : new Finding("plotly.js", true, web.ScriptFile);
        var fonts = web is null ? 0 : Directory.GetFiles(web.Folder, "*.woff2").Length;
        yield return fonts == 0
            ? new Finding("fonts", false, "Noto Sans and Noto Sans Arabic are not embedded; charts use the system's fonts: install npm and build again")
            : new Finding("fonts", true, $"{Counted.Of(fonts, "file")} of Noto Sans and Noto Sans Arabic in {web!.Folder}");
        var browsers = BrowserCandidate.On(machine, web);
        yield return browsers.Count == 0
            ? new Finding("browser", false, $"figures are not saved as PNG, SVG or PDF: install Chrome, Edge or Chromium, or name its program in {BrowserCandidate.Variable}")
            : new Finding("browser", true, browsers[0].Name);
        yield return Corpus();
    }

    private static Finding Program(Func<string, string?> version, string program, string name, string without) =>
        version(program) is { } found ? new Finding(name, true, found) : new Finding(name, false, without);

    // npm writes a log only where it ran; the build writes the outcome wherever there is one.
    private static string WhatWentWrong(string? project) =>
        project is not null && ((string[])["npm.log", "outcome.txt"]).FirstOrDefault(file => File.Exists(Path.Combine(project, "artifacts", "web", file))) is { } log
            ? $" (artifacts/web/{log} says what went wrong)"
            : "";

    private static Finding Corpus()
    {
        try
        {
            var corpus = Analysis.Corpus.Open();
            return new Finding("corpus", true, $"{Counted.Of(corpus.Documents.Count, "document")} in {corpus.Folder}, checksums right");
        }
        catch (Exception error) when (Failures.IsInput(error))
        {
            return new Finding("corpus", false, error.Message);
        }
    }

    private static string? Version(string program)
    {
        // On Windows npm is a script, which only the shell finds.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", program, "--version"])
            : new ProcessStartInfo(program, ["--version"]);
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        try
        {
            using var process = Process.Start(start);
            if (process is null) return null;
            var line = process.StandardOutput.ReadLineAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            return process.ExitCode == 0 ? line.GetAwaiter().GetResult() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
