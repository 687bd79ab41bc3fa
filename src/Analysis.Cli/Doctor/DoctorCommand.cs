using System.CommandLine;

namespace Analysis.Cli;

/// <summary><c>analysis doctor</c>: what this machine has, and what is not made for want of something.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Say what this machine has and what will not be made.");
        command.SetAction(async (_, cancellation) =>
        {
            await foreach (var finding in Examination.FindingsAsync(Machine.Current, cancellation).ConfigureAwait(false))
                await Console.Out.WriteLineAsync($"{(finding.IsThere ? "ok     " : "missing")}  {finding.Name,-8} {finding.Detail}").ConfigureAwait(false);
            return 0;
        });
        return command;
    }
}
