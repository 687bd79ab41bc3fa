using System.Runtime.CompilerServices;

namespace Analysis.Cli;

/// <summary>One thing that the project uses.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsThere">Whether the machine has it and it works.</param>
/// <param name="Detail">What was found, or what is not made without it and how to get it.</param>
internal sealed record Finding(string Name, bool IsThere, string Detail);

/// <summary>Tries what the project uses.</summary>
internal static class Examination
{
    private const string GetBrowser =
        $"figures are not saved as PNG, SVG or PDF: install Chrome, Edge or Chromium, or name its program in {Machine.BrowserVariable}";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Findings on a machine. An installed browser is started; nothing is fetched.</summary>
    public static async IAsyncEnumerable<Finding> FindingsAsync(
        Machine machine, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return await BrowserAsync(machine, cancellation).ConfigureAwait(false);
        yield return new("fonts", true, $"{string.Join(" and ", FontFace.All.Select(face => face.Family).Distinct())} are in the library");
        yield return Corpus();
    }

    private static async Task<Finding> BrowserAsync(Machine machine, CancellationToken cancellation)
    {
        if (machine.Browsers.Count == 0)
            return machine.Npm is { } npm
                ? new("browser", true, $"none is installed: {npm} fetches a Chromium of 70 MB when the first picture is made")
                : new("browser", false, GetBrowser);
        try
        {
            await using var page = await DrawingPage.StartAsync(machine, Patience, ChartAssets.PlotlyScript, cancellation)
                .ConfigureAwait(false);
            return new("browser", true, page.Browser.Program);
        }
        catch (Exception error) when (Browser.IsFailure(error))
        {
            return new("browser", false, $"{error.Message}; {GetBrowser}");
        }
    }

    private static Finding Corpus()
    {
        try
        {
            var corpus = Analysis.Corpus.Open();
            return new("corpus", true, $"{Counted.Of(corpus.Documents.Count, "document")} in {corpus.Folder}, checksums match");
        }
        catch (Exception error) when (Failures.IsInput(error))
        {
            return new("corpus", false, error.Message);
        }
    }
}
