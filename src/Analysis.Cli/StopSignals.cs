namespace Analysis.Cli;

/// <summary>
/// Lets a command end in order at the first SIGINT, SIGTERM or SIGHUP. A second signal ends the process at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, 130)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, 143)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Stop(context, 129)),
    ];

    /// <summary>Is cancelled by a signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The exit code for the signal: 130, 143 or 129; 0 if there was none.</summary>
    public int ExitCode => _exitCode;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context, int code)
    {
        context.Cancel = Interlocked.CompareExchange(ref _exitCode, code, 0) == 0;
        if (context.Cancel) _stop.Cancel();
    }
}
