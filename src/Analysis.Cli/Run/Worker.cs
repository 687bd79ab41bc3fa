namespace Analysis.Cli;

/// <summary>
/// A process of this program in which notebooks run, so that one that ends its process costs itself only. The two talk through pipes of
/// their own: the worker's standard streams belong to what notebooks start.
/// </summary>
internal sealed class Worker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string[] LastWords =
        ["Unhandled exception", "Process terminated", "Stack overflow", "Out of memory", "Fatal error"];

    private readonly AnonymousPipeServerStream _requests = new(PipeDirection.Out, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream _reports = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly StreamReader _lines;
    private readonly Process _process;
    private readonly Task _ended;
    private volatile string _lastWords = "";

    /// <summary>Starts a worker.</summary>
    /// <param name="error">Takes what programs that notebooks start write, line by line.</param>
    /// <param name="variables">Set in its environment, which is else that of this process.</param>
    public Worker(TextWriter error, IReadOnlyDictionary<string, string> variables)
    {
        string[] pipes = [_requests.GetClientHandleAsString(), _reports.GetClientHandleAsString()];
        // The program of this process may be another, such as a test's: dotnet runs the assembly wherever it lies.
        var start = new ProcessStartInfo(KernelLayout.Dotnet(), [typeof(Worker).Assembly.Location, WorkerCommand.Name, .. pipes])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Else the runtime collects after as much garbage as the processor has cache, which is hundreds of megabytes on a server, and
            // lets more pile up while it collects. Two cores collect at once: with many documents a quarter of the time goes to it.
            Environment =
            {
                ["DOTNET_GCgen0size"] = "8000000", ["DOTNET_gcConcurrent"] = "0",
                ["DOTNET_gcServer"] = "1", ["DOTNET_GCHeapCount"] = "2",
                // Else thousands of methods that the run calls a few hundred times are compiled twice.
                ["DOTNET_TC_CallCountThreshold"] = "100",
                // Else the C library of Linux keeps what the runtime's compiler has freed: 400 MB after some notebooks.
                ["MALLOC_ARENA_MAX"] = "2", ["MALLOC_TRIM_THRESHOLD_"] = "131072",
            },
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _requests.DisposeLocalCopyOfClientHandle();
        _reports.DisposeLocalCopyOfClientHandle();
        _lines = new StreamReader(_reports);
        _ended = _process.WaitForExitAsync();
        _ = PassOnAsync(_process.StandardOutput, error);
        _ = PassOnAsync(_process.StandardError, error);
    }

    /// <summary>Asks for something; a worker that has ended hears nothing, which the next report shows.</summary>
    public async Task SendAsync(Request request)
    {
        try
        {
            var line = JsonSerializer.Serialize(request, JsonForm.Compact) + "\n";
            await _requests.WriteAsync(System.Text.Encoding.UTF8.GetBytes(line)).ConfigureAwait(false);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>The next report; null where the process has ended.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the worker is of no further use.</exception>
    public async Task<Report?> ReceiveAsync(CancellationToken cancellation)
    {
        var line = _lines.ReadLineAsync(CancellationToken.None).AsTask();
        // A program that a notebook started may hold the pipe open, so the end of the worker is watched for too.
        if (await Task.WhenAny(line, _ended).WaitAsync(cancellation).ConfigureAwait(false) == _ended)
            await Task.WhenAny(line, Task.Delay(TimeSpan.FromSeconds(1), cancellation)).ConfigureAwait(false);
        if (!line.IsCompletedSuccessfully || line.Result is not { } text) return null;
        try
        {
            return JsonSerializer.Deserialize<Report>(text);
        }
        catch (JsonException)
        {
            // The process died while it wrote the line.
            return null;
        }
    }

    /// <summary>Waits for the process to end, and ends it after a while; how it ended, in words.</summary>
    public async Task<string> EndAsync()
    {
        await _requests.DisposeAsync().ConfigureAwait(false);
        if (await Task.WhenAny(_ended, Task.Delay(Patience)).ConfigureAwait(false) != _ended) Kill();
        await _ended.ConfigureAwait(false);
        // A browser that was about to start has left its folder.
        BrowserFolder.RemoveUnused();
        return $"the process ended with exit code {_process.ExitCode}{(_lastWords.Length > 0 ? ": " : "")}{_lastWords}";
    }

    /// <summary>Ends the process at once, with its browsers and what notebooks have started.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task PassOnAsync(StreamReader stream, TextWriter error)
    {
        while (await stream.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            // A crash is one line; the stack below it is not the user's.
            if (_lastWords.Length == 0 && LastWords.Any(words => line.StartsWith(words, StringComparison.Ordinal))) _lastWords = line;
            if (_lastWords.Length == 0) await error.WriteLineAsync(line).ConfigureAwait(false);
        }
    }
}
