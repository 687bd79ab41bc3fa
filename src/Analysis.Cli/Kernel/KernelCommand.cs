namespace Analysis.Cli;

/// <summary><c>analysis kernel</c>: .NET Interactive as a kernel of Jupyter and VS Code, in which Plotly.NET and Deedle work.</summary>
internal static class KernelCommand
{
    private static readonly Option<bool> User = Options.Flag("--user", "Use the Jupyter folder of your account (default).");

    private static readonly Option<string?> Prefix =
        Options.Text("--prefix", "DIR", "Use a Python or conda environment instead of your account.");

    // The notebooks ask for the kernel of the default name, so Jupyter and VS Code choose it without a question.
    private static readonly Option<string> Name = new("--name")
    {
        Description = "Name of the kernel; the notebooks ask for the default.",
        HelpName = "NAME",
        DefaultValueFactory = _ => ".net-csharp",
    };

    private static readonly Argument<string> Installed = new("name") { Description = "Name of the kernel." };

    public static Command Create()
    {
        var install = Subcommand("install", "Install the kernel; the first time it is downloaded (47 MB).", (folder, result, output) =>
        {
            // A name that is refused costs no download.
            var name = result.GetValue(Name)!;
            _ = folder.FileOf(name);
            output.WriteLine("laying out .NET Interactive; the first time it is downloaded (47 MB)");
            var place = folder.Install(name, KernelLayout.Dotnet(), KernelLayout.Build());
            output.WriteLine($"kernel {name} installed in {place}; VS Code and Jupyter show it as .NET (C#)");
        });
        install.Add(Name);
        var list = Subcommand("list", "List the kernels that this command installed.", (folder, _, output) =>
        {
            var kernels = folder.List();
            if (kernels.Count == 0) output.WriteLine($"none in {folder.Location}");
            foreach (var (name, place, program) in kernels)
                output.WriteLine($"{name}  {place}  {(File.Exists(program) ? "ready" : $"install it again, {program} is missing")}");
        });
        var remove = Subcommand("remove", "Remove a kernel that this command installed.", (folder, result, output) =>
            output.WriteLine($"kernel removed from {folder.Remove(result.GetValue(Installed)!)}"));
        remove.Add(Installed);
        return new Command("kernel", "Install the kernel for VS Code and Jupyter, list or remove it.") { install, list, remove };
    }

    private static Command Subcommand(string name, string description, Action<KernelFolder, ParseResult, TextWriter> action)
    {
        var command = new Command(name, description) { User, Prefix };
        command.Validators.Add(result =>
        {
            if (result.GetValue(User) && result.GetValue(Prefix) is not null) result.AddError("--user and --prefix exclude each other");
        });
        command.SetAction(result =>
        {
            var folder = result.GetValue(Prefix) is { } prefix
                ? KernelFolder.OfPrefix(prefix)
                : KernelFolder.OfUser(RuntimeInformation.RuntimeIdentifier, Environment.GetEnvironmentVariable);
            action(folder, result, result.InvocationConfiguration.Output);
        });
        return command;
    }
}
