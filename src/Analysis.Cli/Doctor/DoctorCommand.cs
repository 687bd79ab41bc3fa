namespace Analysis.Cli;

/// <summary><c>analysis doctor</c>: what this machine has, and which outputs it cannot make.</summary>
internal static class DoctorCommand
{
    private const string GetBrowser =
        $"figures are not saved as PNG, SVG or PDF: install Chrome, Edge or Chromium, or name its program in {Machine.BrowserVariable}";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create() => new Command(
        "doctor", "Report what this machine has and which outputs it cannot make.").Doing(async (_, cancellation) =>
    {
        var fonts = string.Join(" and ", FontFace.All.Select(face => face.Family).Distinct());
        Console.Out.WriteLine(await BrowserAsync(Machine.Current, cancellation).ConfigureAwait(false));
        Console.Out.WriteLine(Finding(true, "fonts", $"{fonts} are in the library"));
        Console.Out.WriteLine(Corpus());
        return 0;
    });

    /// <summary>A line on the browser of a machine. An installed one is started; nothing is fetched.</summary>
    public static async Task<string> BrowserAsync(Machine machine, CancellationToken cancellation)
    {
        if (machine.Browsers.Count == 0) return machine.Npm is { } npm
            ? Finding(true, "browser", $"none is installed: {npm} fetches a Chromium of 70 MB when the first picture is made")
            : Finding(false, "browser", GetBrowser);
        try
        {
            await using var browser = await Browser.StartAsync(machine, Patience, ChartAssets.PlotlyScript, cancellation)
                .ConfigureAwait(false);
            return Finding(true, "browser", browser.Program);
        }
        catch (IOException error)
        {
            return Finding(false, "browser", $"{error.Message}; {GetBrowser}");
        }
    }

    private static string Corpus()
    {
        try
        {
            var corpus = Analysis.Corpus.Open();
            return Finding(true, "corpus", $"{Counted.Of(corpus.Documents.Count, "document")} in {corpus.Folder}, checksums match");
        }
        catch (Exception error) when (Failures.IsInput(error))
        {
            return Finding(false, "corpus", error.Message);
        }
    }

    private static string Finding(bool isThere, string name, string detail) => $"{(isThere ? "ok     " : "missing")}  {name,-8} {detail}";
}
