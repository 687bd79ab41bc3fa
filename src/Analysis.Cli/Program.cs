using System.CommandLine;
using Analysis.Cli;

return await new RootCommand("Reads an Arabic news corpus as data: runs the notebooks, annotates texts, measures quality.")
{
    AnnotateCommand.Create(),
    EvaluateCommand.Create(),
    DoctorCommand.Create(),
}.Parse(args).InvokeAsync();
