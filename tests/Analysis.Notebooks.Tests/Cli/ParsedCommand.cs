using System.CommandLine;

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
}
