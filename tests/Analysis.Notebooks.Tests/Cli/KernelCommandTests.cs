using System.Text.Json.Nodes;
using System.Xml.Linq;
using Analysis.Cli;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

public sealed class KernelCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("linux-x64", null, null, "~/.local/share/jupyter/kernels")]
    [InlineData("linux-arm64", "XDG_DATA_HOME", "/data", "/data/jupyter/kernels")]
    [InlineData("osx-arm64", null, null, "~/Library/Jupyter/kernels")]
    [InlineData("win-x64", "APPDATA", "/roaming", "/roaming/jupyter/kernels")]
    [InlineData("win-x64", null, null, "~/AppData/Roaming/jupyter/kernels")]
    [InlineData("osx-x64", "JUPYTER_DATA_DIR", "/jupyter", "/jupyter/kernels")]
    [InlineData("linux-x64", "JUPYTER_DATA_DIR", "", "~/.local/share/jupyter/kernels")]
    public void An_account_has_its_kernels_where_jupyter_looks_for_them(string runtime, string? variable, string? value, string expected)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folder = KernelFolder.OfUser(runtime, name => name == variable ? value : null);
        Assert.Equal(expected.Replace("~", home, StringComparison.Ordinal), folder.Location.Replace('\\', '/'));
    }

    [Fact]
    public void An_installed_kernel_starts_the_program_by_absolute_paths_on_this_machine_alone_without_telemetry()
    {
        Kernels().Install(".net-csharp", "/usr/bin/dotnet", "/project/artifacts/kernel/App.dll");

        var spec = JsonNode.Parse(File.ReadAllText(_folder.At("share/jupyter/kernels/.net-csharp/kernel.json")))!;
        string[] program = ["/usr/bin/dotnet", "/project/artifacts/kernel/App.dll"];
        string[] arguments = [
            "jupyter", "{connection_file}", "--default-kernel", "csharp", "--http-local-only", "--http-port-range", "0-0"];
        Assert.Equal([.. program, .. arguments], spec["argv"]!.AsArray().Select(word => (string)word!));
        Assert.Equal((".NET (C#)", "C#"), ((string?)spec["display_name"], (string?)spec["language"]));
        Assert.Equal("1", (string?)spec["env"]!["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"]);
    }

    [Fact]
    public async Task A_kernel_is_listed_with_whether_its_program_is_there_and_can_be_removed()
    {
        var program = _folder.With("App.dll", "").At("App.dll");
        var folder = Kernels().Install("mine", "dotnet", program);

        Assert.Equal((0, $"mine  {folder}  ready"), await Run("list"));
        File.Delete(program);
        Assert.Equal((0, $"mine  {folder}  install it again, {program} is missing"), await Run("list"));
        Assert.Equal((0, $"kernel removed from {folder}"), await Run("remove", "mine"));
        Assert.False(Directory.Exists(folder));
        Assert.Equal((0, $"none in {Kernels().Location}"), await Run("list"));
    }

    [Fact]
    public void A_file_that_somebody_put_beside_the_kernel_stays()
    {
        var folder = Kernels().Install("mine", "dotnet", "App.dll");
        File.WriteAllText(Path.Combine(folder, "logo-64x64.png"), "");

        Kernels().Remove("mine");

        Assert.Equal(["logo-64x64.png"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_kernel_of_others_is_neither_replaced_nor_removed_nor_listed()
    {
        const string Theirs = """{"argv":["python3"],"display_name":"Python 3","language":"python"}""";
        var file = _folder.With("share/jupyter/kernels/python3/kernel.json", Theirs).At("share/jupyter/kernels/python3/kernel.json");

        foreach (var action in (Action[])[() => Kernels().Install("python3", "dotnet", "App.dll"), () => Kernels().Remove("python3")])
        {
            var fault = Assert.Throws<InvalidDataException>(action);
            Assert.Contains($"did not write {file}: use another name", fault.Message, StringComparison.Ordinal);
        }

        Assert.Empty(Kernels().List());
        Assert.Equal(Theirs, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("Ünsal")]
    public void A_name_that_jupyter_would_not_find_is_refused(string name)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Kernels().Install(name, "dotnet", "App.dll"));
        Assert.Equal($"kernel name '{name}': expected lower-case letters, digits, '.', '_' and '-', not dots alone", fault.Message);
    }

    [Fact]
    public void A_kernel_json_that_was_broken_since_is_named()
    {
        var file = Path.Combine(Kernels().Install("mine", "dotnet", "App.dll"), "kernel.json");
        File.WriteAllText(file, File.ReadAllText(file)[..^1]);

        var fault = Assert.Throws<InvalidDataException>(() => Kernels().List());
        Assert.StartsWith($"{file}: not JSON: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_what_is_not_there_and_folders_that_cannot_be_written_end_with_exit_2()
    {
        Assert.Equal(2, (await Run("remove", "mine")).Exit);
        var file = _folder.With("file", "").At("file");
        Assert.True(Failures.IsInput(Assert.ThrowsAny<Exception>(() => KernelFolder.OfPrefix(file).Install("mine", "dotnet", "App.dll"))));
    }

    [Fact]
    public void The_version_of_the_kernel_is_that_of_the_tool()
    {
        var tools = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".config", "dotnet-tools.json")))!["tools"]!;
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", "Analysis.Cli", "Kernel", "Kernel.proj"));
        Assert.Equal((string?)tools["microsoft.dotnet-interactive"]!["version"], project.Descendants("ToolVersion").Single().Value);
    }

    private KernelFolder Kernels() => KernelFolder.OfPrefix(_folder.Location);

    private async Task<(int Exit, string Output)> Run(params string[] words)
    {
        using var output = new StringWriter();
        var exit = await CommandLine.RunAsync(["kernel", .. words, "--prefix", _folder.Location], output, TextWriter.Null);
        return (exit, output.ToString().Trim());
    }
}
