using System.CommandLine;
using Analysis.Cli;

namespace Analysis.Notebooks.Tests;

internal static class ParsedCommand
{
    /// <summary>The arguments of a command, which must have no error: what is not known would be left out in silence.</summary>
    public static ParseResult Parsed(this Command command, params string[] arguments)
    {
        var result = command.Parse(arguments);
        Assert.Empty(result.Errors);
        return result;
    }

    /// <summary>The exit code of a run as of the command: a failure is a line on its standard error.</summary>
    public static int Exit(this AnnotateRun run) =>
        Failures.GuardAsync(() => Task.FromResult(run.Execute()), run.Error).GetAwaiter().GetResult();
}
