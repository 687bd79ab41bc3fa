using System.CommandLine;
using System.Runtime.CompilerServices;

namespace Analysis.Cli;

/// <summary><c>analysis doctor</c>: what this machine has, and which outputs it cannot make.</summary>
internal static class DoctorCommand
{
    private const string GetBrowser =
        $"figures are not saved as PNG, SVG or PDF: install Chrome, Edge or Chromium, or name its program in {Machine.BrowserVariable}";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var command = new Command("doctor", "Report what this machine has and which outputs it cannot make.");
        command.SetAction(async (_, cancellation) =>
        {
            await foreach (var (name, isThere, detail) in FindingsAsync(Machine.Current, cancellation).ConfigureAwait(false))
                Console.Out.WriteLine($"{(isThere ? "ok     " : "missing")}  {name,-8} {detail}");
            return 0;
        });
        return command;
    }

    /// <summary>
    /// The things that the project uses: whether the machine has each and it works, and what was found or how to get it. An installed
    /// browser is started; nothing is fetched.
    /// </summary>
    public static async IAsyncEnumerable<(string Name, bool IsThere, string Detail)> FindingsAsync(
        Machine machine, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return await BrowserAsync(machine, cancellation).ConfigureAwait(false);
        yield return ("fonts", true, $"{string.Join(" and ", FontFace.All.Select(face => face.Family).Distinct())} are in the library");
        yield return Corpus();
    }

    private static async Task<(string, bool, string)> BrowserAsync(Machine machine, CancellationToken cancellation)
    {
        if (machine.Browsers.Count == 0) return machine.Npm is { } npm
            ? ("browser", true, $"none is installed: {npm} fetches a Chromium of 70 MB when the first picture is made")
            : ("browser", false, GetBrowser);
        try
        {
            await using var browser = await Browser.StartAsync(machine, Patience, ChartAssets.PlotlyScript, cancellation)
                .ConfigureAwait(false);
            return ("browser", true, browser.Program);
        }
        catch (IOException error)
        {
            return ("browser", false, $"{error.Message}; {GetBrowser}");
        }
    }

    private static (string, bool, string) Corpus()
    {
        try
        {
            var corpus = Analysis.Corpus.Open();
            return ("corpus", true, $"{Counted.Of(corpus.Documents.Count, "document")} in {corpus.Folder}, checksums match");
        }
        catch (Exception error) when (Failures.IsInput(error))
        {
            return ("corpus", false, error.Message);
        }
    }
}
