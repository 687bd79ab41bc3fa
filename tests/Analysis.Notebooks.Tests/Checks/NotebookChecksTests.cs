using System.Text.Json.Nodes;

namespace Analysis.Notebooks.Tests;

public sealed class NotebookChecksTests
{
    /// <summary>For each check a change of a sound notebook that breaks it, and what the finding then says.</summary>
    private static readonly (string Check, string Cell, string Message, Func<NotebookDocument, NotebookDocument> Break)[] Violations =
    [
        ("format", "", "nbformat 4.4", notebook => notebook with { FormatMinor = 4 }),
        ("kernel", "", "'python3'", notebook => Metadata(notebook, metadata => metadata["kernelspec"]!["name"] = "python3")),
        ("kernel", "", "language_info", notebook => Metadata(notebook, metadata => metadata.Remove("language_info"))),
        ("kernel", "", "defaultKernelName", notebook => Metadata(notebook, metadata => metadata.Remove("polyglot_notebook"))),
        ("cell-language", "chart", "dotnet_interactive", notebook => notebook.With("chart", cell => Without(cell, "dotnet_interactive"))),
        ("cell-language", "chart", "polyglot_notebook", notebook => notebook.With("chart", cell => Without(cell, "polyglot_notebook"))),
        ("cell-id", "The Chart", "'The Chart'", notebook => notebook.With("chart", cell => cell with { Id = "The Chart" })),
        ("cell-id", "", "''", notebook => notebook.With("chart", cell => cell with { Id = "" })),
        ("cell-id", "setup", "an earlier cell", notebook => notebook.With("chart", cell => cell with { Id = "setup" })),
        ("title", "question", "'# Deaths'", notebook => notebook.With("question", cell => cell with { Source = "# Deaths" })),
        ("title", "question", "'Who died?'", notebook => notebook.With("question", cell => cell with { Source = "Who died?" })),
        ("title", "", "not prose", notebook => notebook with { Cells = [.. notebook.Cells.Skip(1)] }),
        ("setup", "setup", "line 3", notebook => notebook.With("setup", cell => cell with { Source = cell.Source + "\nusing X;" })),
        ("setup", "", "0 cells", notebook => notebook.With("setup", cell => Without(cell, "tags"))),
        ("exercises", "exercise-counts", "'## Exercise'", notebook => notebook.With("exercise-counts", cell => Without(cell, "tags"))),
        ("exercises", "", "no cell is tagged solution", notebook => notebook.With("solution-counts", cell => Without(cell, "tags"))),
        ("exercises", "solution-counts", "before the last exercise", notebook => notebook with { Cells = [.. notebook.Cells, Notebooks.Prose("exercise-late", "Another.", "exercise")] }),
        ("short-code", "chart", "13 lines", notebook => notebook.With("chart", cell => cell with { Source = string.Join('\n', Enumerable.Repeat("var y = 1;", 12)) + "\nx" })),
        ("plain-code", "chart", "line 1 holds the type 'Row'", notebook => notebook.With("chart", cell => cell with { Source = "record Row(int A);\nx" })),
        ("plain-code", "chart", "line 1 holds a loop", notebook => notebook.With("chart", cell => cell with { Source = "foreach (var d in new[] { 1 }) { }\nx" })),
        ("plain-code", "chart", "a regular expression", notebook => notebook.With("chart", cell => cell with { Source = "Regex.Match(\"a\", \"b\")" })),
        ("figure", "chart", "does not end in an expression", notebook => notebook.With("chart", cell => cell with { Source = "var x = 1;" })),
        ("figure", "chart", "no picture", notebook => notebook.With("chart", cell => cell with { Outputs = [] })),
        ("executed", "chart", "is 5; expected 2", notebook => notebook.With("chart", cell => cell with { ExecutionCount = 5 })),
        ("executed", "chart", "is missing", notebook => notebook.With("chart", cell => cell with { ExecutionCount = null })),
        ("executed", "setup", "FormatException: x", notebook => Output(notebook, new ErrorOutput("FormatException", "x", []))),
        ("reproducible", "setup", "'/home/someone/file.txt'", notebook => Output(notebook, new StreamOutput("stdout", "read /home/someone/file.txt now"))),
        ("reproducible", "setup", """'C:\Users\x'""", notebook => Output(notebook, new StreamOutput("stdout", """in C:\Users\x"""))),
        ("reproducible", "setup", "a GUID", notebook => Output(notebook, Plain("""{"id":"0f8fad5b-d9cb-469f-a165-70867728950e"}"""))),
        ("reproducible", "setup", "'2020-01-03T01:02:03'", notebook => Output(notebook, Plain("at 2020-01-03T01:02:03Z"))),
    ];

    [Fact]
    public void A_sound_notebook_has_no_findings() => Assert.Empty(NotebookChecks.Check(Notebooks.Sound()));

    [Fact]
    public void Each_rule_finds_its_violation_and_names_notebook_and_cell()
    {
        foreach (var (check, cell, message, change) in Violations)
        {
            var findings = NotebookChecks.Check(change(Notebooks.Sound()));
            Assert.True(
                findings.Any(finding => finding.Check == check && finding.Cell == cell && finding.Notebook == "01-example.ipynb"
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
        Assert.Empty(NotebookChecks.Check(Output(Notebooks.Sound(), new StreamOutput("stdout", text))));

    [Fact]
    public void A_file_with_escaped_Arabic_or_another_layout_is_found()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("analysis-checks-").FullName, "01-example.ipynb");
        try
        {
            Notebooks.Sound().Save(file);
            Assert.Empty(NotebookChecks.CheckFile(NotebookDocument.Load(file)));

            File.WriteAllText(file, File.ReadAllText(file).Replace("من", "\\u0645\\u0646", StringComparison.Ordinal));
            var finding = Assert.Single(NotebookChecks.CheckFile(NotebookDocument.Load(file)));
            Assert.Equal("canonical", finding.Check);
            Assert.Contains("\\u0645", finding.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static DisplayData Plain(string text) => new(new JsonObject { ["text/plain"] = text }, []);

    private static NotebookDocument Output(NotebookDocument notebook, CellOutput output) =>
        notebook.With("setup", cell => cell with { Outputs = [output] });

    private static NotebookDocument Metadata(NotebookDocument notebook, Action<JsonObject> change)
    {
        change(notebook.Metadata);
        return notebook;
    }

    private static NotebookCell Without(NotebookCell cell, string property)
    {
        cell.Metadata.Remove(property);
        return cell;
    }
}
