using System.CommandLine;
using Analysis.Cli;

var root = new RootCommand("Reads an Arabic news corpus as data: runs the notebooks, annotates texts, measures quality.")
{
    RunCommand.Create(),
    AnnotateCommand.Create(),
    EvaluateCommand.Create(),
    CheckCommand.Create(),
    DoctorCommand.Create(),
};
RunCommand.AddTo(root);
return await root.Parse(args).InvokeAsync();
