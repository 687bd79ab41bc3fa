using System.Text.RegularExpressions;

namespace Analysis.Notebooks.Tests;

[Collection(CurrentDirectory.Name)]
public sealed class DirectiveTests(SessionFixture session) : IClassFixture<SessionFixture>
{
    [Fact]
    public async Task A_notebook_and_scripts_can_be_imported_and_their_declarations_used()
    {
        Notebooks.Save(session.Folder, "a.ipynb", Notebooks.Prose("p", "prose"), Notebooks.Code("c", "var fromNotebook = 1;"));
        session.Write("c.csx", "#!import \"d.cs\"\nvar fromScript = fromCode + 1;\n");
        session.Write("d.cs", "int fromCode = 3;\n");

        var result = await session.RunAsync(
            "#!import a.ipynb\n#!import \"c.csx\"\nfromNotebook + fromScript + fromCode");

        Assert.Equal("result:8", SessionFixture.Describe(Assert.Single(result.Outputs)));
    }

    [Fact]
    public async Task An_imported_value_is_displayed_and_the_cells_own_is_its_result()
    {
        session.Write("shows.csx", "\"imported\"");

        var result = await session.RunAsync("#!import \"shows.csx\"\n\"own\"");

        Assert.Equal(["display:imported", "result:own"], result.Outputs.Select(SessionFixture.Describe));
    }

    [Fact]
    public async Task Errors_in_imported_files_fail_the_cell_and_name_the_file_and_its_line()
    {
        Notebooks.Save(
            session.Folder, "throws.ipynb", Notebooks.Code("fine", "var fine = 1;"),
            Notebooks.Code("throws", "// first\nthrow new Exception(\"imported\");"));
        session.Write("wrong.csx", "\nint wrong = \"x\";\n");
        session.Write("lost.csx", "int here = 1;\n#!import \"nowhere.csx\"\n");

        var lost = (await session.RunAsync("\n\n#!import \"lost.csx\"")).Error!;
        var imported = (await session.RunAsync("#!import \"throws.ipynb\"")).Error!;
        var wrong = (await session.RunAsync("#!import \"wrong.csx\"\n1")).Error!;

        Assert.Equal(("lost.csx", 2, "#!import \"nowhere.csx\""), (lost.Place, lost.Line!.Value, lost.Source));
        Assert.Equal(
            ("throws.ipynb#throws", 2, "throw new Exception(\"imported\");"), (imported.Place, imported.Line!.Value, imported.Source));
        Assert.Equal(("wrong.csx", 2, "int wrong = \"x\";"), (wrong.Place, wrong.Line!.Value, wrong.Source));
    }

    [Fact]
    public async Task A_file_that_imports_itself_is_refused()
    {
        session.Write("circle.csx", "#!import \"circle.csx\"\n");

        Assert.Contains("imports itself", (await session.RunAsync("#!import \"circle.csx\"")).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_that_a_cell_takes_is_shown_after_its_result()
    {
        var result = await session.RunAsync("#!time\nawait Task.Delay(20);\n7");

        Assert.Equal("result:7", SessionFixture.Describe(result.Outputs[0]));
        Assert.True(
            int.Parse(
                Regex.Match(SessionFixture.Describe(result.Outputs[1]), @"^display:Wall time: (\d+) ms$").Groups[1].Value, null) >= 20);
    }

    [Fact]
    public async Task Prose_and_html_in_a_cell_are_shown_as_what_they_are()
    {
        var result = await session.RunAsync("#!markdown\n# سؤال\n\n- `#line`\n#!html\n<b>x</b>\n#!csharp\n1 + 1");

        Assert.Equal("# سؤال\n\n- `#line`", result.Outputs[0].Text("text/markdown"));
        Assert.Equal("<b>x</b>", result.Outputs[1].Text("text/html")!.Trim());
        Assert.Equal("result:2", SessionFixture.Describe(result.Outputs[2]));
    }

    [Fact]
    public async Task An_assembly_is_found_from_the_notebooks_folder_with_what_lies_beside_it()
    {
        TinyAssembly.Write(Path.Combine(session.Folder, "lib"), "Below", "public static class Below { public static int Value => 20; }");
        TinyAssembly.Write(
            Path.Combine(session.Folder, "lib"), "Above", "public static class Above { public static int Value => Below.Value + 1; }",
                "Below.dll");

        var result = await session.RunAsync("#r \"lib/Above.dll\"\nAbove.Value");

        Assert.Equal("result:21", SessionFixture.Describe(Assert.Single(result.Outputs)));
    }

    [Fact]
    public async Task The_library_is_the_hosts_own_wherever_a_copy_of_it_lies()
    {
        var copy = Path.Combine(session.Folder, "copy");
        Directory.CreateDirectory(copy);
        foreach (var file in (string[])["Analysis.dll", "Analysis.Annotation.dll"])
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(copy, file));
        session.Shown.Clear();

        var result = await session.RunAsync(
            "#r \"copy/Analysis.dll\"\n#r \"copy/Analysis.Annotation.dll\"\nusing Analysis;\nnew Document(\"id\", \"نص\")");

        Assert.Null(result.Error);
        Assert.Equal("نص", Assert.IsType<Document>(Assert.Single(session.Shown).Value).Text);
    }

    [Fact]
    public async Task Packages_of_several_assemblies_are_restored_from_a_folder_and_used()
    {
        var feed = Directory.CreateDirectory(Path.Combine(session.Folder, "feed")).FullName;
        TinyAssembly.Write(session.Folder, "Tiny.Base", "namespace Tiny; public static class Base { public static int Zero => 0; }");
        TinyAssembly.Write(
            session.Folder, "Tiny.Sums",
            "namespace Tiny; public static class Sums { public static int Add(int a, int b) => Base.Zero + a + b; }", "Tiny.Base.dll");
        TinyAssembly.Write(
            session.Folder, "Tiny.More", "namespace Tiny; public static class More { public static int Twice(int a) => 2 * a; }");
        TinyAssembly.Pack(
            feed, "Tiny.Sums", "1.2.3", Path.Combine(session.Folder, "Tiny.Sums.dll"), Path.Combine(session.Folder, "Tiny.Base.dll"));
        TinyAssembly.Pack(feed, "Tiny.More", "2.0.0", Path.Combine(session.Folder, "Tiny.More.dll"));

        var result = await session.RunAsync(
            $"#i \"nuget:{feed}\"\n#r \"nuget: Tiny.Sums, 1.2.3\"\n"
            + "#r \"nuget: Tiny.More, 2.0.0\"\nusing Tiny;\nMore.Twice(Sums.Add(20, 1))");
        var missing = (await session.RunAsync("1\n#r \"nuget: Tiny.Missing, 1.0.0\"\n2")).Error!;

        Assert.Null(result.Error);
        Assert.Equal("result:42", SessionFixture.Describe(result.Outputs[^1]));
        Assert.Equal(2, missing.Line);
        Assert.Contains("Tiny.Missing", missing.Message, StringComparison.Ordinal);
    }
}
