namespace Analysis.Notebooks.Tests;

[Collection(CurrentDirectory.Name)]
public sealed class ErrorTests(SessionFixture session) : IClassFixture<SessionFixture>
{
    [Fact]
    public async Task Errors_name_the_users_own_line()
    {
        var lines = await File.ReadAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "Engine", "ErrorCases.tsv"), TestContext.Current.CancellationToken);
        session.Write("text.dll", "no assembly");
        session.Write("broken.ipynb", "{");
        Directory.CreateDirectory(Path.Combine(session.Folder, "folder.csx"));
        var wrong = new List<string>();
        foreach (var line in lines.Skip(2))
        {
            if (line.Split('\t') is not [var cell, var name, var number, var source, var message, var why])
                throw new InvalidDataException(line);
            var error = (await session.RunAsync(cell.Replace("\\n", "\n", StringComparison.Ordinal))).Error;
            var found = $"{error?.Name}, line {error?.Line ?? 0}: {error?.Source}";
            if (found != $"{name}, line {number}: {source}" || !error!.Message.Contains(message, StringComparison.Ordinal))
                wrong.Add($"{why}: {cell}\n  expected {name}, line {number}: {source} ({message})\n  found    {found} ({error?.Message})");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_traceback_quotes_the_lines_of_all_cells_that_took_part_and_no_path()
    {
        await session.RunAsync("int Fail(int n)\n{\n    return checked(int.MaxValue + n);\n}", "helpers");
        var result = await session.RunAsync("// call it\nFail(1)", "caller");

        Assert.Equal(
            [
                "OverflowException: Arithmetic operation resulted in an overflow.",
                "   at helpers, line 3: return checked(int.MaxValue + n);",
                "   at caller, line 2: Fail(1)",
            ],
            result.Error!.Traceback);
        Assert.Equal(result.Error.Traceback, Assert.Single(result.Outputs).Json["traceback"]!.AsArray().Select(JsonText.Of));
    }

    [Fact]
    public async Task All_errors_of_the_compiler_are_listed_with_line_and_column()
    {
        var result = await session.RunAsync("int a = \"x\";\nint b = c;", "two");

        Assert.Equal(
            [
                "two, line 1, column 9: error CS0029: Cannot implicitly convert type 'string' to 'int'",
                "    int a = \"x\";",
                "two, line 2, column 9: error CS0103: The name 'c' does not exist in the current context",
                "    int b = c;",
            ],
            result.Error!.Traceback);
    }

    [Fact]
    public async Task A_failed_cell_keeps_its_outputs_and_what_it_declared_and_leaves_the_session_usable()
    {
        var failed = await session.RunAsync("var kept = 5;\nConsole.Write(\"so far\");\nthrow new Exception(\"end\");");
        var next = await session.RunAsync("kept");

        Assert.Equal(["stdout:so far", "error:Exception"], failed.Outputs.Select(SessionFixture.Describe));
        Assert.Equal("result:5", SessionFixture.Describe(Assert.Single(next.Outputs)));
    }

    [Fact]
    public async Task The_cause_of_an_exception_is_reported_with_its_line()
    {
        var result = await session.RunAsync(
            "try { int.Parse(\"x\"); }\ncatch (FormatException cause)\n{\n    throw new InvalidOperationException(\"outer\", cause);\n}",
                "nested");

        Assert.Equal((4, "outer"), (result.Error!.Line, result.Error.Message));
        Assert.Contains(result.Error.Traceback, line => line.StartsWith("caused by FormatException: ", StringComparison.Ordinal));
        Assert.Contains("   at nested, line 1: try { int.Parse(\"x\"); }", result.Error.Traceback);
    }
}
