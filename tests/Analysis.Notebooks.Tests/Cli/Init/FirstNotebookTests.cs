using Analysis.Cli;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>The notebook that <c>analysis init</c> puts into a corpus folder.</summary>
public sealed class FirstNotebookTests : IDisposable
{
    private const string Sentence = InitRuns.Sentence;

    private readonly InitRuns _init = new();

    public void Dispose() => _init.Dispose();

    [Fact]
    public async Task The_notebook_that_is_made_runs_as_it_is_and_the_report_has_the_title_that_was_given()
    {
        _init.Folder.With("d.csv", $"""
            id,text,date
            1,{Sentence},2020-01-05
            2,قُتل جنديان في هجوم على قاعدة قرب بغداد يوم الأحد.,2020-02-01
            """);
        await _init.MakeAsync("d.csv", "--title", "أخبار <img onerror=x> *تجربة*");
        var notebook = Notebook.Load(Path.Combine(_init.Made, FirstNotebook.Name));
        Assert.Equal("A first look: أخبار <img onerror=x> *تجربة*", notebook.Title);
        var setup = notebook.Code.First();
        Assert.Equal(
            NotebookChecks.SetupSource.Replace("../artifacts/lib", FirstNotebook.LibraryFrom(_init.Made), StringComparison.Ordinal),
            setup.Source);

        // Without --corpus as well: it lies in a corpus folder.
        foreach (var corpus in (string?[])[_init.Made, null])
        {
            Assert.Equal((0, ""), await _init.RunNotebookAsync(notebook.File, corpus));
            var index = await File.ReadAllTextAsync(_init.Folder.At("out/report/index.html"), TestContext.Current.CancellationToken);
            Assert.Contains("<h1 dir=\"auto\">أخبار &lt;img onerror=x&gt; *تجربة*</h1>", index, StringComparison.Ordinal);
            Assert.DoesNotContain("five articles", index, StringComparison.Ordinal);
            var page = await File.ReadAllTextAsync(_init.Folder.At("out/report/01-first-look.html"), TestContext.Current.CancellationToken);
            Assert.DoesNotContain("<img onerror", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<em>تجربة", page, StringComparison.Ordinal);
            Assert.Contains("Made from 2 documents", index, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_notebook_runs_on_one_text_in_which_nothing_is_found()
    {
        _init.Folder.With("a.txt", "Nothing.");
        await _init.MakeAsync("a.txt");
        Assert.Equal(0, (await _init.RunNotebookAsync(Path.Combine(_init.Made, FirstNotebook.Name), _init.Made)).Exit);
    }

    [Fact]
    public void The_library_is_named_from_the_place_of_the_notebook()
    {
        Assert.Equal("../artifacts/lib", FirstNotebook.LibraryFrom(Path.Combine(Repository.Root, "notebooks")));
        Assert.Equal("../../artifacts/lib", FirstNotebook.LibraryFrom(Path.Combine(Repository.Root, "a", "b")));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "paths of Unix");
        Assert.Equal(Path.Combine(Repository.Root, "artifacts", "lib"), FirstNotebook.LibraryFrom("/elsewhere/corpus"));
    }
}
