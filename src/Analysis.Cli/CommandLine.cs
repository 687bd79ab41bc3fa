using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Analysis.Cli;

/// <summary>The commands of <c>analysis</c>.</summary>
internal static class CommandLine
{
    private static readonly string[] AboutItself = ["--help", "-h", "-?", "/?", "/h", "--version"];

    /// <summary>
    /// Runs what the arguments say; without a command that is <c>run</c>. A command line that cannot be understood is answered on standard
    /// error alone, since standard output is data to other programs.
    /// </summary>
    /// <returns>The command's exit code; 2 for a command line that cannot be understood.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error) =>
        Failures.GuardAsync(() => InvokeAsync(args, output, error), error);

    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Reads an Arabic news corpus as data: runs the notebooks, annotates texts, measures quality, exports what it read. "
            + "Without a command it runs the notebooks.")
        {
            RunCommand.Create(),
            ReportCommand.Create(),
            InitCommand.Create(),
            AnnotateCommand.Create(),
            EvaluateCommand.Create(),
            AuditCommand.Create(),
            EntitiesCommand.Create(),
            ExportCommand.Create(),
            CountCommand.Create(),
            CheckCommand.Create(),
            KernelCommand.Create(),
            DoctorCommand.Create(),
            WorkerCommand.Create(),
        };
        root.HelpName = "analysis";
        return root;
    }

    private static async Task<int> InvokeAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var root = Create();
        if (args.Contains("")) throw new InvalidDataException("an argument is empty; is it a shell variable that is not set?");
        var commands = root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name).ToList();
        var isCommand = args.Count > 0 && root.Subcommands.Any(command => command.Name == args[0]);
        if (args.Count == 0 || !(isCommand || AboutItself.Contains(args[0]) || args[0].StartsWith('[')))
        {
            if (args.Count > 0 && !args[0].StartsWith('-') && !File.Exists(args[0]) && !Notebook.IsName(args[0]))
                throw new InvalidDataException($"no command or notebook '{args[0]}'; commands are {string.Join(", ", commands)}");
            args = [RunCommand.Name, .. args];
        }

        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is not ParseErrorAction)
        {
            // Signals and failures are dealt with here and not by the parser.
            var own = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
            (own.Output, own.Error) = (output, error);
            return await result.InvokeAsync(own).ConfigureAwait(false);
        }

        foreach (var fault in result.Errors) error.WriteLine("error: " + fault.Message);
        var asked = "";
        for (SymbolResult? at = result.CommandResult; at is CommandResult command && command.Command != root; at = at.Parent)
            asked = $" {command.Command.Name}{asked}";
        error.WriteLine($"analysis{asked} --help says what is expected");
        return Failures.ExitCode;
    }
}
