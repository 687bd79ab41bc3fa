using System.Diagnostics;

namespace Analysis;

/// <summary>Other programs, run to their end.</summary>
internal static class ProgramRun
{
    /// <summary>Runs a program; one that does not end in time, or is not waited for any more, is ended.</summary>
    /// <param name="start">The program, its arguments and its folder.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Its exit code, and what it wrote to standard output and to standard error.</returns>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static async Task<(int Exit, string Output, string Errors)> OfAsync(
        ProcessStartInfo start, byte[] input, TimeSpan patience, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.BaseStream.WriteAsync(input, limit.Token).ConfigureAwait(false);
            process.StandardInput.Close();
            // A program that it has started may hold its output open.
            var texts = await Task.WhenAll(output, errors).WaitAsync(limit.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return (process.ExitCode, texts[0], texts[1]);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{Path.GetFileName(start.FileName)} did not end within {patience.TotalSeconds:0} s", late);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
