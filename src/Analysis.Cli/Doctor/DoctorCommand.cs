using System.CommandLine;

namespace Analysis.Cli;

/// <summary><c>analysis doctor</c>: what this machine has, and what will not be made for want of something.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Say what this machine has and what will not be made.");
        command.SetAction(_ =>
        {
            foreach (var finding in Examination.Findings()) Console.Out.WriteLine($"{(finding.IsThere ? "ok     " : "missing")}  {finding.Name,-9} {finding.Detail}");
            return 0;
        });
        return command;
    }
}
