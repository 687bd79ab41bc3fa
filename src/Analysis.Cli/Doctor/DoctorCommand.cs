namespace Analysis.Cli;

/// <summary><c>analysis doctor</c>: what this machine has, and what is not made for want of something.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Report what this machine has and which outputs it cannot make.");
        command.SetAction(async (_, cancellation) =>
        {
            await foreach (var finding in Examination.FindingsAsync(Machine.Current, cancellation).ConfigureAwait(false))
                Console.Out.WriteLine($"{(finding.IsThere ? "ok     " : "missing")}  {finding.Name,-8} {finding.Detail}");
            return 0;
        });
        return command;
    }
}
