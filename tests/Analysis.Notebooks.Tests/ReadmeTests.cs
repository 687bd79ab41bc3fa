using System.Runtime.CompilerServices;

namespace Analysis.Notebooks.Tests;

[Collection(CurrentDirectory.Name)]
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_code_in_the_readme_compiles_and_runs()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Root(), "README.md"), TestContext.Current.CancellationToken);
        var code = readme.Split("```csharp\n")[1].Split("```")[0];
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            using var session = new NotebookSession();
            code = code.Replace("\"most-named.json\"", $"@\"{Path.Combine(folder, "most-named.json")}\"", StringComparison.Ordinal)
                .Replace("\"named.csv\"", $"@\"{Path.Combine(folder, "named.csv")}\"", StringComparison.Ordinal);
            var (outputs, error) = await session.RunAsync($"#r \"{typeof(Corpus).Assembly.Location}\"\n{code}", "readme");
            Assert.Null(error);
            Assert.Equal(
                ["most-named.json", "named.csv"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            var printed = JsonText.Of(Assert.Single(outputs)!["text"]);
            Assert.StartsWith("usa is named 56 times", printed, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_command_and_option_of_the_program_is_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "README.md"));
        var root = Analysis.Cli.CommandLine.Create();
        foreach (var command in root.Subcommands.Where(command => !command.Hidden))
        {
            Assert.Contains($"`{command.Name}", readme, StringComparison.Ordinal);
            foreach (var option in command.Options)
                Assert.Contains(option.Name, readme, StringComparison.Ordinal);
        }
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
