using System.CommandLine;

namespace Analysis.Cli;

/// <summary>The commands of <c>analysis</c>.</summary>
internal static class CommandLine
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Reads an Arabic news corpus as data: runs the notebooks, annotates texts, measures quality, exports what it read.")
        {
            RunCommand.Create(),
            AnnotateCommand.Create(),
            EvaluateCommand.Create(),
            AuditCommand.Create(),
            ExportCommand.Create(),
            CheckCommand.Create(),
            DoctorCommand.Create(),
        };
        RunCommand.AddTo(root);
        return root;
    }
}
