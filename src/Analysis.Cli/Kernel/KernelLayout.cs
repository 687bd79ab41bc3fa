using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Analysis.Cli;

/// <summary>.NET Interactive in <c>artifacts/kernel</c>, made by Kernel.proj.</summary>
internal static class KernelLayout
{
    /// <summary>Lays it out, or brings it up to date.</summary>
    /// <param name="project">The project's folder.</param>
    /// <returns>The assembly that a kernel starts.</returns>
    /// <exception cref="InvalidDataException">The build failed.</exception>
    public static string Build(string project)
    {
        var target = Path.Combine(project, "src", "Analysis.Cli", "Kernel", "Kernel.proj");
        string[] arguments = ["msbuild", target, "-restore", "-t:LayOutKernel", "-v:q", "-nologo"];
        using var build = Process.Start(new ProcessStartInfo(Dotnet(), arguments) { RedirectStandardOutput = true })!;
        var said = build.StandardOutput.ReadToEnd().Trim();
        build.WaitForExit();
        return build.ExitCode == 0
            ? Path.Combine(project, "artifacts", "kernel", "Microsoft.DotNet.Interactive.App.dll")
            : throw new InvalidDataException("the kernel could not be built: " + said);
    }

    /// <summary>The program dotnet that runs this one; it need not be on the path of VS Code or Jupyter.</summary>
    public static string Dotnet() => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
