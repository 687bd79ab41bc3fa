using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace Analysis;

/// <summary>Pages that lie on disk, printed by the browser.</summary>
internal static class PagePrint
{
    // A4 in CSS pixels.
    private const int PaperWidth = 794;
    private const int PaperHeight = 1123;

    /// <summary>How long a page may take.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    public static async Task<byte[]> PdfAsync(Browser browser, string file)
    {
        var page = await OpenAsync(browser, file).ConfigureAwait(false);
        await using var closing = page.ConfigureAwait(false);
        return await PdfAsync(page, new()
        {
            PreferCSSPageSize = true,
            Format = PaperFormat.A4,
            PrintBackground = true,
            Tagged = true,
            Outline = true,
        }).ConfigureAwait(false);
    }

    /// <summary>What the page shows, its text as it is written; the same page gives the same file.</summary>
    public static async Task<byte[]> PdfAsync(IPage page, PdfOptions options)
    {
        await page.EvaluateExpressionAsync(ChartAssets.ReadText("pdf-text.js")).ConfigureAwait(false);
        var pdf = await page.PdfDataAsync(options).ConfigureAwait(false);
        await page.EvaluateExpressionAsync("unmarkText()").ConfigureAwait(false);
        return PdfText.Ordered(Undated(pdf));
    }

    /// <summary>A picture of a piece of the page, laid out for paper, as high as a sheet; null after its end.</summary>
    public static async Task<byte[]?> SheetAsync(Browser browser, string file, int number)
    {
        var page = await OpenAsync(browser, file).ConfigureAwait(false);
        await using var closing = page.ConfigureAwait(false);
        await page.SetViewportAsync(new() { Width = PaperWidth, Height = PaperHeight }).ConfigureAwait(false);
        await page.EmulateMediaTypeAsync(MediaType.Print).ConfigureAwait(false);
        await page.AddStyleTagAsync(new AddTagOptions { Content = "html{overflow:hidden}body{padding:18mm 17mm}" }).ConfigureAwait(false);
        var height = await page.EvaluateExpressionAsync<int>(ChartAssets.ReadText("print.js")).ConfigureAwait(false);
        var top = (number - 1) * PaperHeight;
        if (top >= height) return null;
        // A clip would count from the left end of what a page from right to left overflows by.
        await page.EvaluateFunctionAsync("top => { document.body.style.marginTop = `${-top}px`; }", top).ConfigureAwait(false);
        return await page.ScreenshotDataAsync(new() { Type = ScreenshotType.Png, CaptureBeyondViewport = false }).ConfigureAwait(false);
    }

    // The times of making are set to 2000.
    private static byte[] Undated(byte[] pdf)
    {
        foreach (var key in new[] { "/CreationDate (D:"u8.ToArray(), "/ModDate (D:"u8.ToArray() })
        {
            var at = pdf.AsSpan().IndexOf(key);
            if (at >= 0) "20000101000000"u8.CopyTo(pdf.AsSpan(at + key.Length));
        }

        return pdf;
    }

    private static async Task<IPage> OpenAsync(Browser browser, string file)
    {
        var page = await browser.OpenPageAsync().ConfigureAwait(false);
        await page.GoToAsync(new Uri(file).AbsoluteUri, (int)Patience.TotalMilliseconds).ConfigureAwait(false);
        await page.EvaluateExpressionAsync(ChartAssets.ReadText("print.js")).ConfigureAwait(false);
        return page;
    }
}
