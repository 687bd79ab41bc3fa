namespace Analysis.Notebooks.Tests;

public sealed class DirectiveTests(SessionFixture session) : IClassFixture<SessionFixture>
{
    [Fact]
    public async Task A_notebook_a_dib_and_scripts_can_be_imported_and_their_declarations_used()
    {
        session.Write("a.ipynb", IpynbFormat.Format(new NotebookDocument(
            [new NotebookCell("p", CellKind.Markdown, "prose", []), new NotebookCell("c", CellKind.Code, "var fromNotebook = 1;", [])], [])));
        session.Write("b.dib", "#!markdown\n\nprose\n\n#!csharp\n\nvar fromDib = 2;\n");
        session.Write("c.csx", "#!import \"d.cs\"\nvar fromScript = fromCode + 1;\n");
        session.Write("d.cs", "int fromCode = 3;\n");

        var result = await session.RunAsync(
            "#!import \"a.ipynb\"\n#!import b.dib\n#!import \"c.csx\"\nfromNotebook + fromDib + fromScript + fromCode");

        Assert.Equal("result:10", CellTests.Describe(Assert.Single(result.Outputs)));
    }

    [Fact]
    public async Task A_script_can_be_loaded_and_paths_in_it_start_from_the_sessions_folder()
    {
        Directory.CreateDirectory(Path.Combine(session.Folder, "scripts"));
        session.Write("scripts/outer.csx", "#load \"scripts/inner.csx\"\nint Outer() => Inner() + 1;\n");
        session.Write("scripts/inner.csx", "int Inner() => 41;\n");

        var result = await session.RunAsync("#load \"scripts/outer.csx\"\nOuter()");

        Assert.Equal("result:42", CellTests.Describe(Assert.Single(result.Outputs)));
    }

    [Fact]
    public async Task Errors_in_imported_and_loaded_files_name_the_file_and_its_line()
    {
        session.Write("throws.dib", "#!csharp\n\nvar fine = 1;\n\n#!csharp\n\n// first\nthrow new Exception(\"imported\");\n");
        session.Write("wrong.csx", "\nint wrong = \"x\";\n");

        session.Write("lost.csx", "int here = 1;\n#!import \"nowhere.csx\"\n");

        var lost = (await session.RunAsync("\n\n#!import \"lost.csx\"")).Error!;
        var imported = (await session.RunAsync("#!import \"throws.dib\"")).Error!;
        var loaded = (await session.RunAsync("#load \"wrong.csx\"\n1")).Error!;

        Assert.Equal(("lost.csx", 2, "#!import \"nowhere.csx\""), (lost.Cell, lost.Line!.Value, lost.Source));
        Assert.Equal(("throws.dib#2", 2, "throw new Exception(\"imported\");"), (imported.Cell, imported.Line!.Value, imported.Source));
        Assert.Equal(("wrong.csx", 2, "int wrong = \"x\";"), (loaded.Cell, loaded.Line!.Value, loaded.Source));
    }

    [Fact]
    public async Task A_file_that_imports_itself_is_refused()
    {
        session.Write("circle.csx", "#!import \"circle.csx\"\n");

        Assert.Contains("imports itself", (await session.RunAsync("#!import \"circle.csx\"")).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_is_found_from_the_sessions_folder_with_what_lies_beside_it()
    {
        TinyAssembly.Write(Path.Combine(session.Folder, "lib"), "Below", "public static class Below { public static int Value => 20; }");
        TinyAssembly.Write(
            Path.Combine(session.Folder, "lib"), "Above", "public static class Above { public static int Value => Below.Value + 1; }", "Below.dll");

        var result = await session.RunAsync("#r \"lib/Above.dll\"\nAbove.Value");

        Assert.Equal("result:21", CellTests.Describe(Assert.Single(result.Outputs)));
    }

    [Fact]
    public async Task An_assembly_that_the_host_runs_with_gives_the_hosts_own_types()
    {
        var copy = Path.Combine(session.Folder, "copy");
        Directory.CreateDirectory(copy);
        File.Copy(typeof(Analysis.Document).Assembly.Location, Path.Combine(copy, "Analysis.dll"));
        session.Displayed.Clear();

        var result = await session.RunAsync("#r \"copy/Analysis.dll\"\nusing Analysis;\nnew Document(\"id\", \"نص\")");

        Assert.Null(result.Error);
        Assert.Equal("نص", Assert.IsType<Analysis.Document>(Assert.Single(session.Displayed).Value).Text);
    }

    [Fact]
    public async Task A_package_is_restored_from_a_folder_and_used()
    {
        var feed = Directory.CreateDirectory(Path.Combine(session.Folder, "feed")).FullName;
        TinyAssembly.Write(session.Folder, "Tiny.Sums", "namespace Tiny; public static class Sums { public static int Add(int a, int b) => a + b; }");
        TinyAssembly.Pack(feed, "Tiny.Sums", "1.2.3", Path.Combine(session.Folder, "Tiny.Sums.dll"));
        session.Write(
            "nuget.config",
            """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /></packageSources>
            </configuration>
            """);

        var missing = (await session.RunAsync("#i \"nuget: feed\"\n#r \"nuget: Tiny.Missing, 1.0.0\"\n1")).Error!;
        var result = await session.RunAsync("#r \"nuget: Tiny.Sums, 1.2.3\"\nTiny.Sums.Add(40, 2)");

        Assert.Equal(2, missing.Line);
        Assert.Contains("Tiny.Missing", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(session.Folder, missing.Message.Replace(feed, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Null(result.Error);
        Assert.Equal("result:42", CellTests.Describe(Assert.Single(result.Outputs)));
    }
}
