namespace Analysis.Cli;

/// <summary>How a command ends when its input is not what it needs: one sentence on standard error, exit code 2.</summary>
internal static class Failures
{
    public const int ExitCode = 2;

    public static async Task<int> GuardAsync(Func<Task<int>> action, TextWriter error)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The command ends here, whatever it met.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            const string Ours = " (a fault of the program: please report it with the command and its input)";
            Say(IsInput(failure) ? failure.Message : $"{failure.GetType().Name}: {failure.Message}{Ours}", error);
            return ExitCode;
        }
    }

    /// <summary>Whether the fault lies with what was given, not with the program.</summary>
    public static bool IsInput(Exception error) => error is IOException or InvalidDataException or UnauthorizedAccessException;

    private static void Say(string message, TextWriter error)
    {
        try
        {
            error.WriteLine("error: " + message);
        }
        catch (IOException)
        {
            // Standard error is closed or full; the exit code says it.
        }
    }
}
