using System.Globalization;

namespace Analysis.Notebooks.Tests;

[Collection(CurrentDirectory.Name)]
public sealed class CellTests(SessionFixture session) : IClassFixture<SessionFixture>
{
    [Fact]
    public async Task Cells_run_one_after_another_and_show_what_the_table_says()
    {
        var lines = await File.ReadAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "Engine", "CellCases.tsv"), TestContext.Current.CancellationToken);
        var wrong = new List<string>();
        foreach (var line in lines.Skip(2))
        {
            var (cell, expected, why) = line.Split('\t') is [var a, var b, var c] ? (a, b, c) : throw new InvalidDataException(line);
            var (outputs, error) = await session.RunAsync(cell.Replace("\\n", "\n", StringComparison.Ordinal));
            var found = error is null ? string.Join(" | ", outputs.Select(SessionFixture.Describe)) : $"{error.Name}: {error.Message}";
            if (found != expected) wrong.Add($"{why}: {cell}\n  expected {expected}\n  found    {found}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_handle_updates_the_output_of_the_cell_that_displayed_it()
    {
        var first = await session.RunAsync(
            "using Microsoft.DotNet.Interactive;\nvar handle = KernelInvocationContext.Current.Display(\"old\");");
        var second = await session.RunAsync("handle.Update(\"new\");");

        Assert.Equal("display:new", SessionFixture.Describe(Assert.Single(first.Outputs)));
        Assert.Empty(second.Outputs);
    }

    [Fact]
    public async Task The_host_is_handed_every_shown_value_with_its_cell()
    {
        session.Shown.Clear();
        await session.RunAsync("display(1); display(\"two\"); 3.0", "numbers");

        Assert.Equal([("numbers", 1), ("numbers", "two"), ("numbers", 3.0)], session.Shown);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public async Task The_culture_of_the_machine_plays_no_part(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var file = Notebooks.Save(
                session.Folder, "culture.ipynb",
                Notebooks.Code("a", "Console.WriteLine(1234.5); $\"{1234.5:N1} {new DateOnly(2020, 1, 3)}\""));
            var run = await new NotebookRunner().RunAsync(Notebook.Load(file));

            Assert.Equal(["stdout:1234.5\\n", "result:1,234.5 01/03/2020"], run.Notebook.Cells[0].Outputs.Select(SessionFixture.Describe));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Values_of_the_formatting_package_are_html_without_its_style()
    {
        var (outputs, _) = await session.RunAsync("new Dictionary<string, object> { [\"a\"] = new { B = \"<b>\" } }");

        var html = Assert.Single(outputs).Text("text/html")!;
        Assert.StartsWith("<table>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mime_type_that_the_cell_asks_for_is_the_only_one()
    {
        var (
            outputs, _) = await session.RunAsync("display(new[] { 1, 2 }, \"application/json\"); \"<svg/>\".DisplayAs(\"image/svg+xml\");");

        Assert.Equal(["application/json", "image/svg+xml"], outputs.Select(output => Assert.Single(output.Data).Key));
        Assert.Equal("[1,2]", outputs[0].Data["application/json"]!.ToJsonString());
    }

    [Fact]
    public async Task Console_output_is_linear_in_its_size_and_cut_with_a_remark()
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        var (outputs, error) = await session.RunAsync("for (var i = 0; i < 250_000; i++) Console.WriteLine(i);");

        Assert.Null(error);
        Assert.Equal(["stdout", "stderr"], outputs.Select(output => output.Json["name"]!.ToString()));
        Assert.Equal(CellRecorder.MaxText, outputs[0].Texts.First().Text.Length);
        Assert.Equal("\n(638,890 more characters of output are not kept)\n", outputs[1].Texts.First().Text);
        Assert.InRange(began.Elapsed.TotalSeconds, 0, 30);
    }
}
