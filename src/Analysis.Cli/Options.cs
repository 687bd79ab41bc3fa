namespace Analysis.Cli;

/// <summary>Options of commands, each with its description, and what the commands do.</summary>
internal static class Options
{
    /// <summary>An option without a value.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>An option whose value is any text.</summary>
    /// <param name="name">Its name, such as <c>--output</c>.</param>
    /// <param name="helpName">What stands for the value in the help.</param>
    /// <param name="description">What it does.</param>
    public static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>An option whose value is a whole number.</summary>
    public static Option<int?> Number(string name, string description) => new(name) { Description = description, HelpName = "N" };

    /// <summary>An option whose value is read with the command line; one that cannot be read is an error of the command line.</summary>
    /// <param name="name">Its name, such as <c>--date</c>.</param>
    /// <param name="helpName">What stands for the value in the help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="read">Reads the value; where it is not one, an <see cref="InvalidDataException"/> says what is expected.</param>
    public static Option<T> Read<T>(string name, string helpName, string description, Func<string, T> read) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            try
            {
                return read(result.Tokens[0].Value);
            }
            catch (InvalidDataException error)
            {
                result.AddError(error.Message);
                return default;
            }
        },
    };

    /// <summary>Sets what a command does, and returns the command.</summary>
    public static Command Doing(this Command command, Action<ParseResult> action)
    {
        command.SetAction(action);
        return command;
    }

    /// <summary>
    /// Sets what a command does, and returns the command; the result is the exit code. The first SIGINT, SIGTERM or SIGHUP cancels the
    /// token, so that the command ends in order, with exit code 130, 143 or 129. A second signal ends the process at once.
    /// </summary>
    public static Command Doing(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (given, _) =>
        {
            var signal = 0;
            using var stop = new CancellationTokenSource();
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, 130));
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, 143));
            using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Stop(context, 129));
            try
            {
                var exit = await action(given, stop.Token).ConfigureAwait(false);
                // What was done to the end before the signal came is done.
                return exit != 0 && signal > 0 ? signal : exit;
            }
            catch (OperationCanceledException) when (signal > 0)
            {
                return signal;
            }

            void Stop(PosixSignalContext context, int code)
            {
                context.Cancel = Interlocked.CompareExchange(ref signal, code, 0) == 0;
                if (context.Cancel) stop.Cancel();
            }
        });
        return command;
    }
}
