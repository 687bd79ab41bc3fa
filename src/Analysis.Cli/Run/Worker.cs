using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;

namespace Analysis.Cli;

/// <summary>
/// A process of this program in which notebooks run, so that one that ends its process costs itself only. The two talk through pipes of their own: the
/// worker's standard streams belong to what notebooks start.
/// </summary>
internal sealed class Worker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string[] LastWords = ["Unhandled exception", "Process terminated", "Stack overflow", "Out of memory", "Fatal error"];

    private readonly Process _process;
    private readonly AnonymousPipeServerStream _requestPipe;
    private readonly StreamWriter _requests;
    private readonly StreamReader _reports;
    private readonly Task _ended;
    private volatile string _lastWords = "";

    private Worker(Process process, AnonymousPipeServerStream requests, AnonymousPipeServerStream reports)
    {
        (_process, _requestPipe) = (process, requests);
        _requests = new StreamWriter(requests, new UTF8Encoding(false)) { AutoFlush = true };
        _reports = new StreamReader(reports, Encoding.UTF8);
        _ended = process.WaitForExitAsync();
    }

    /// <summary>Starts a worker.</summary>
    /// <param name="error">Takes what notebooks' own processes write, line by line.</param>
    public static Worker Start(TextWriter error)
    {
        var requests = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var reports = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        // The program of this process may be a test's; the runtime's own host runs the assembly wherever it lies.
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var process = Process.Start(new ProcessStartInfo(
            host, [typeof(Worker).Assembly.Location, WorkerCommand.Name, requests.GetClientHandleAsString(), reports.GetClientHandleAsString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        requests.DisposeLocalCopyOfClientHandle();
        reports.DisposeLocalCopyOfClientHandle();
        process.StandardInput.Close();
        var worker = new Worker(process, requests, reports);
        _ = worker.PassOnAsync(process.StandardOutput, error);
        _ = worker.PassOnAsync(process.StandardError, error);
        return worker;
    }

    /// <summary>How the process ended, in words; of one that has not ended, after a while.</summary>
    public async Task<string> ObituaryAsync()
    {
        if (await Task.WhenAny(_ended, Task.Delay(Patience)).ConfigureAwait(false) != _ended) _process.Kill(entireProcessTree: true);
        await _ended.ConfigureAwait(false);
        return FormattableString.Invariant($"the process ended with exit code {_process.ExitCode}") + (_lastWords.Length > 0 ? $": {_lastWords}" : "");
    }

    /// <summary>Asks for something; a worker that has ended hears nothing, which the next report shows.</summary>
    public async Task SendAsync(Request request)
    {
        try
        {
            await _requests.WriteLineAsync(WorkerMessages.Format(request)).ConfigureAwait(false);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>The next report; null where the process has ended.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the worker is of no further use.</exception>
    public async Task<Report?> ReceiveAsync(CancellationToken cancellation)
    {
        var line = _reports.ReadLineAsync(CancellationToken.None).AsTask();
        // A process that a notebook started may hold the pipe open, so the end of the worker is watched for too.
        if (await Task.WhenAny(line, _ended).WaitAsync(cancellation).ConfigureAwait(false) == _ended)
            await Task.WhenAny(line, Task.Delay(TimeSpan.FromSeconds(1), cancellation)).ConfigureAwait(false);
        return line.IsCompletedSuccessfully && line.Result is { } text ? WorkerMessages.Parse<Report>(text) : null;
    }

    /// <summary>Ends the process: when it asks for nothing more in a moment, else at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await SendAsync(new End()).ConfigureAwait(false);
        await ObituaryAsync().ConfigureAwait(false);
        await _requestPipe.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    /// <summary>Ends the process and what it started, at once.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
    }

    private async Task PassOnAsync(StreamReader stream, TextWriter error)
    {
        while (await stream.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            // A crash is told in one line; the stack behind it is not the user's.
            if (_lastWords.Length == 0 && LastWords.Any(words => line.StartsWith(words, StringComparison.Ordinal))) _lastWords = line;
            if (_lastWords.Length == 0) await error.WriteLineAsync(line).ConfigureAwait(false);
        }
    }
}
