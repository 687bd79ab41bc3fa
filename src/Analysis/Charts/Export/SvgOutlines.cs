using System.Diagnostics;

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
            var streams = new ProcessStartInfo(Program, ["-svg", "-f", "1", "-l", "1", "-", "-"])
            { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(streams)!;
            var svg = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            await process.StandardInput.BaseStream.WriteAsync(pdf).ConfigureAwait(false);
            process.StandardInput.Close();
            try
            {
                await process.WaitForExitAsync().WaitAsync(Patience).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                process.Kill();
                return null;
            }

            return process.ExitCode == 0 ? await svg.ConfigureAwait(false) : null;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException)
        {
            return null;
        }
    }
}
