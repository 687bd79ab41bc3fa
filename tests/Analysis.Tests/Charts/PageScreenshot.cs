namespace Analysis.Tests;

/// <summary>
/// For looking at pages while working on them: <c>ANALYSIS_PAGE=page.html dotnet run --project tests/Analysis.Tests -- -class
/// Analysis.Tests.PageScreenshot -explicit on</c> writes <c>page.png</c> and fails with what the page reported.
/// </summary>
public sealed class PageScreenshot
{
    [Fact(Explicit = true)]
    public async Task The_whole_page_that_the_environment_names_is_saved_as_a_picture_beside_it()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var file = Path.GetFullPath(Environment.GetEnvironmentVariable("ANALYSIS_PAGE") ?? throw new InvalidOperationException("ANALYSIS_PAGE names no file"));
        var cancellation = TestContext.Current.CancellationToken;
        await using var browser = await Browser.StartAsync(cancellation);
        var page = await browser.OpenPageAsync(cancellation: cancellation);
        await page.NavigateAsync(new Uri(file), cancellation);
        var height = (await page.EvaluateAsync("new Promise(done => setTimeout(() => done(document.documentElement.scrollHeight), 1500))", cancellation)).GetInt32();
        await File.WriteAllBytesAsync(Path.ChangeExtension(file, ".png"), await page.ScreenshotAsync(1280, height, cancellation), cancellation);
        Assert.Empty(page.Errors);
    }
}
