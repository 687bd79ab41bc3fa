namespace Analysis;

/// <summary>
/// SVG whose text is drawn as shapes, for programs such as Word and LibreOffice that ignore the fonts in a file. It is made of the PDF by
/// <c>pdftocairo</c> of poppler, where that is installed: no package of .NET draws shaped Arabic without a native library of its own.
/// </summary>
internal static class SvgOutlines
{
    private const string Program = "pdftocairo";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The first page of a PDF; null where the program is missing or fails.</summary>
    public static async Task<string?> OfAsync(byte[] pdf)
    {
        try
        {
            var (exit, svg, _) = await ProgramRun.OfAsync(new(Program, ["-svg", "-f", "1", "-l", "1", "-", "-"]), pdf, Patience)
                .ConfigureAwait(false);
            return exit == 0 ? svg : null;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException or TimeoutException)
        {
            return null;
        }
    }
}
