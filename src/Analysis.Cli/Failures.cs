namespace Analysis.Cli;

/// <summary>How a command ends when its input is not what it needs: one sentence on standard error, exit code 2.</summary>
internal static class Failures
{
    public const int ExitCode = 2;

    public static int Guard(Func<int> action) => GuardAsync(() => Task.FromResult(action())).GetAwaiter().GetResult();

    public static async Task<int> GuardAsync(Func<Task<int>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception error) when (IsInput(error))
        {
            Console.Error.WriteLine("error: " + error.Message);
            return ExitCode;
        }
    }

    /// <summary>Whether the fault lies with what was given, not with the program.</summary>
    public static bool IsInput(Exception error) => error is IOException or InvalidDataException or UnauthorizedAccessException;
}
