using System.Diagnostics;
using System.Text;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

public sealed class AnnotateProcessTests
{
    [Fact]
    public void Annotating_loads_no_package_of_frames_charts_or_notebooks()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only there a process tells which files it has loaded");
        var program = Path.Combine(AppContext.BaseDirectory, "Analysis.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, "annotate", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            WorkingDirectory = Repository.Root,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.WriteLine("""{"id":"a","text":"زار قاآني بغداد.","date":"2020-04-01"}""");
        process.StandardInput.Flush();
        Assert.Contains("baghdad", process.StandardOutput.ReadLine() + process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        var loaded = File.ReadLines($"/proc/{process.Id}/maps").Select(line => Path.GetFileName(line)).Distinct().ToList();
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Contains("Analysis.Annotation.dll", loaded);
        Assert.DoesNotContain(
            loaded,
            file => file.StartsWith("Microsoft.Data.Analysis", StringComparison.Ordinal)
            || file.StartsWith("Deedle", StringComparison.Ordinal)
            || file.StartsWith("Plotly", StringComparison.Ordinal) || file.StartsWith("FSharp", StringComparison.Ordinal)
                || file.StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal));
    }
}
