namespace Analysis.Cli;

/// <summary>.NET Interactive in <c>artifacts/kernel</c>, made by Kernel.proj of the clone that this program was built in.</summary>
internal static class KernelLayout
{
    /// <summary>Lays it out, or brings it up to date.</summary>
    /// <returns>The assembly that a kernel starts.</returns>
    /// <exception cref="DirectoryNotFoundException">The program isn't in the clone any more.</exception>
    /// <exception cref="InvalidDataException">The build failed.</exception>
    public static string Build()
    {
        var clone = Project.FindAbove(AppContext.BaseDirectory)
            ?? throw new DirectoryNotFoundException($"no sources to build the kernel from above {AppContext.BaseDirectory}");
        var target = Path.Combine(clone, "src", "Analysis.Cli", "Kernel", "Kernel.proj");
        string[] arguments = ["msbuild", target, "-restore", "-t:LayOutKernel", "-v:q", "-nologo"];
        using var build = Process.Start(new ProcessStartInfo(Dotnet(), arguments) { RedirectStandardOutput = true })!;
        var said = build.StandardOutput.ReadToEnd().Trim();
        build.WaitForExit();
        if (build.ExitCode != 0) throw new InvalidDataException("the kernel could not be built: " + said);
        return Path.Combine(clone, "artifacts", "kernel", "Microsoft.DotNet.Interactive.App.dll");
    }

    /// <summary>The program dotnet that runs this one; it need not be on the path of VS Code or Jupyter.</summary>
    public static string Dotnet() => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
