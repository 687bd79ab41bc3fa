using System.Text.Json.Nodes;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests;

public sealed class NotebookChecksTests
{
    /// <summary>For each check a change of a sound notebook that breaks it, and what the finding then says.</summary>
    private static readonly (string Check, string Cell, string Message, Func<Notebook, Notebook> Break)[] Violations =
    [
        ("format", "", "nbformat 4.4", notebook => notebook.With(json => json["nbformat_minor"] = 4)),
        ("kernel", "", "'csharp'", notebook => notebook.With(json => json["metadata"]!["kernelspec"]!["name"] = "csharp")),
        ("kernel", "", "language_info", notebook => notebook.With(json => json["metadata"]!.AsObject().Remove("language_info"))),
        ("kernel", "", "defaultKernelName", notebook => notebook.With(json => json["metadata"]!.AsObject().Remove("polyglot_notebook"))),
        ("cell-language", "chart", "dotnet_interactive",
            notebook => notebook.With("chart", cell => cell["metadata"]!.AsObject().Remove("dotnet_interactive"))),
        ("cell-language", "chart", "polyglot_notebook",
            notebook => notebook.With("chart", cell => cell["metadata"]!.AsObject().Remove("polyglot_notebook"))),
        ("cell-id", "The Chart", "'The Chart'", notebook => notebook.With("chart", cell => cell["id"] = "The Chart")),
        ("cell-id", "", "''", notebook => notebook.With("chart", cell => cell["id"] = "")),
        ("cell-id", "setup", "an earlier cell", notebook => notebook.With("chart", cell => cell["id"] = "setup")),
        ("title", "question", "'# Deaths'", notebook => notebook.With("question", cell => cell["source"] = "# Deaths")),
        ("title", "question", "'Who died?'", notebook => notebook.With("question", cell => cell["source"] = "Who died?")),
        ("title", "", "not prose", notebook => notebook.With(json => json["cells"]!.AsArray().RemoveAt(0))),
        ("setup", "setup", "of the setup cell is 'using X;'",
            notebook => notebook.With("setup", cell => cell["source"] = JsonText.Of(cell["source"]) + "\nusing X;")),
        ("setup", "", "0 cells", notebook => notebook.With("setup", cell => cell["metadata"]!.AsObject().Remove("tags"))),
        ("exercises", "exercise-counts", "'## Exercise'",
            notebook => notebook.With("exercise-counts", cell => cell["metadata"]!.AsObject().Remove("tags"))),
        ("exercises", "", "no cell is tagged solution",
            notebook => notebook.With("solution-counts", cell => cell["metadata"]!.AsObject().Remove("tags"))),
        ("exercises", "solution-counts", "before the last exercise",
            notebook =>
                notebook.With(json => json["cells"]!.AsArray().Add((JsonNode)Notebooks.Prose("exercise-late", "Another.", "exercise")))),
        ("short-code", "chart", "13 lines",
            notebook => notebook.With("chart", cell => cell["source"] = string.Join('\n', Enumerable.Repeat("var y = 1;", 12)) + "\nx")),
        ("narrow-code", "chart", "line 2 has 111 columns; expected at most 110", notebook =>
            notebook.With("chart", cell => cell["source"] = $"// {new string('x', 107)}\n// {new string('x', 108)}\nx")),
        ("plain-code", "chart", "line 1 holds the type 'Row'",
            notebook => notebook.With("chart", cell => cell["source"] = "record Row(int A);\nx")),
        ("plain-code", "chart", "line 1 holds a loop",
            notebook => notebook.With("chart", cell => cell["source"] = "foreach (var d in new[] { 1 }) { }\nx")),
        ("plain-code", "chart", "a regular expression",
            notebook => notebook.With("chart", cell => cell["source"] = "Regex.Match(\"a\", \"b\")")),
        ("figure", "chart", "does not end in an expression", notebook => notebook.With("chart", cell => cell["source"] = "var x = 1;")),
        ("figure", "chart", "no picture", notebook => notebook.With("chart", cell => cell["outputs"] = new JsonArray())),
        ("executed", "chart", "is '5'; expected '2'", notebook => notebook.With("chart", cell => cell["execution_count"] = 5)),
        ("executed", "chart", "is ''; expected '2'", notebook => notebook.With("chart", cell => cell["execution_count"] = null)),
        ("executed", "setup", "FormatException: x", notebook => Output(notebook, Notebooks.Error("FormatException", "x"))),
        ("reproducible", "setup", "'/home/someone/file.txt'",
            notebook => Output(notebook, Notebooks.Stream("stdout", "read /home/someone/file.txt now"))),
        ("reproducible", "setup", """'C:\Users\x'""", notebook => Output(notebook, Notebooks.Stream("stdout", """in C:\Users\x"""))),
        ("reproducible", "setup", "a GUID", notebook => Output(notebook, Plain("""{"id":"0f8fad5b-d9cb-469f-a165-70867728950e"}"""))),
        ("reproducible", "setup", "'2020-01-03T01:02:03'", notebook => Output(notebook, Plain("at 2020-01-03T01:02:03Z"))),
    ];

    public static TheoryData<string> Committed =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Committed))]
    public void Each_notebook_of_the_project_follows_the_rules(string name) =>
        Assert.Empty(NotebookChecks.Check(Notebook.Load(Path.Combine(Repository.Root, "notebooks", name))));

    [Fact]
    public void A_sound_notebook_has_no_findings() => Assert.Empty(Violated(Notebooks.Sound()));

    [Fact]
    public void Each_rule_finds_its_violation_and_names_the_cell()
    {
        foreach (var (check, cell, message, change) in Violations)
        {
            var findings = Violated(change(Notebooks.Sound())).ToList();
            Assert.True(
                findings.Any(
                    finding => finding.Check == check && finding.Cell == cell
                    && finding.Message.Contains(message, StringComparison.Ordinal)),
                $"{check}: {message}\nfound: {string.Join('\n', findings)}");
        }
    }

    [Fact]
    public void Every_rule_has_a_violation_here() =>
        Assert.Equal(
            NotebookChecks.All.Select(check => check.Name).Order(StringComparer.Ordinal),
            Violations.Select(violation => violation.Check).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("a date 2020-01-03 and a day 2020-01-03T00:00:00")]
    [InlineData("https://example.org/home/page and and/or")]
    [InlineData("3/1/2020, 20:30 local time")]
    public void Dates_addresses_and_ratios_are_no_violations(string text) =>
        Assert.Empty(Violated(Output(Notebooks.Sound(), Notebooks.Stream("stdout", text))));

    [Fact]
    public void A_file_with_escaped_Arabic_or_another_layout_is_found()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("analysis-checks-").FullName, "01-example.ipynb");
        try
        {
            File.WriteAllText(file, Notebooks.Sound().ToString());
            Assert.Empty(NotebookChecks.Check(Notebook.Load(file)));

            File.WriteAllText(file, File.ReadAllText(file).Replace("من", "\\u0645\\u0646", StringComparison.Ordinal));
            var finding = Assert.Single(NotebookChecks.Check(Notebook.Load(file)));
            Assert.Equal("canonical", finding.Check);
            Assert.Contains("\\u0645", finding.Message, StringComparison.Ordinal);
            Assert.StartsWith($"{file}: line ", finding.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static IEnumerable<(string Check, string Cell, string Message)> Violated(Notebook notebook) =>
        NotebookChecks.All.SelectMany(
            check => check.Violations(notebook).Select(violation => (check.Name, violation.Cell, violation.Message)));

    private static JsonObject Plain(string text) => Notebooks.Display(new JsonObject { ["text/plain"] = text });

    private static Notebook Output(Notebook notebook, JsonObject output) =>
        notebook.With("setup", cell => cell["outputs"] = new JsonArray(output));
}
