using System.Text;

namespace Analysis.Notebooks.Tests;

public sealed class NotebookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-documents-").FullName;

    private static string Golden => Path.Combine(AppContext.BaseDirectory, "Golden", "all-kinds.ipynb");

    public static TheoryData<string> Committed =>
        [.. Directory.GetFiles(Path.Combine(Analysis.Tests.Corpora.Repository.Root, "notebooks"), "*.ipynb"), Golden];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Committed))]
    public void A_file_as_Jupyter_writes_it_is_written_back_byte_for_byte(string file)
    {
        var copy = Path.Combine(_folder, "copy.ipynb");
        File.Copy(file, copy);
        Notebook.Load(copy).Save();

        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(copy));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Characters_outside_the_basic_plane_and_controls_are_written_as_Jupyter_writes_them()
    {
        var text = Notebooks.Of(Notebooks.Prose("a", "😀 \u001a")).ToString();

        Assert.Contains("\"😀 \\u001a\"", text, StringComparison.Ordinal);
        Assert.Equal(text, Notebook.Parse(text, "x.ipynb").ToString());
    }

    [Fact]
    public void Cells_have_ids_kinds_tags_and_outputs()
    {
        var notebook = Notebook.Load(Golden);

        Assert.Equal("من قُتل في 3 يناير؟", notebook.Title);
        Assert.Equal(["title", "setup", "shown", "failed", "raw"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal(["markdown", "code", "code", "code", "raw"], notebook.Cells.Select(cell => cell.Kind));
        Assert.True(notebook.Cells[1].HasTag("setup"));
        Assert.Equal("#r \"../artifacts/lib/Analysis.dll\"\nusing Analysis;", notebook.Cells[1].Source);
        var shown = notebook.Cells[2].Outputs.ToList();
        Assert.Equal(("stdout", "سطر\nآخر"), shown[0].Texts.Single());
        Assert.Equal(1.50, shown[1].Data["application/vnd.plotly.v1+json"]!["data"]![0]!.GetValue<double>());
        Assert.Equal("iVBORw0KGgo=", shown[1].Text("image/png"));
        Assert.Equal("a\nb", shown[1].Text("text/plain"));
        Assert.Equal("execute_result", shown[2].Type);
        Assert.Equal(("error", "FormatException: x"), notebook.Cells[3].Outputs.Single().Texts.Single());
    }

    [Theory]
    [InlineData("{", "x.ipynb, line 1: not JSON: ")]
    [InlineData("{\n x", "x.ipynb, line 2: not JSON: 'x' is an invalid start of a property name. Expected a '\"', at byte 1")]
    [InlineData("""{"nbformat": 4, "nbformat": 4}""", "x.ipynb: not JSON: Duplicate property 'nbformat'")]
    [InlineData("[]", "x.ipynb: the notebook is array; expected an object")]
    [InlineData("""{"nbformat": 3}""", "x.ipynb: 'nbformat' is 3; expected 4")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}""", "x.ipynb: 'cells' is missing; expected a list")]
    [InlineData(
        """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [7]}""",
        "x.ipynb, cell 1: the cell is number; expected an object")]
    [InlineData(
        """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"id": "a", "cell_type": "heading"}]}""",
        "x.ipynb, cell 1 ('a'): 'cell_type' is 'heading'; expected code, markdown or raw")]
    [InlineData(
        """{"nbformat": 4, "metadata": {}, "cells": [{"id": "a", "cell_type": "markdown", "metadata": {}, "source": 5}]}""",
        "x.ipynb, cell 1 ('a'): 'source' is number; expected a string or a list of strings")]
    [InlineData(
        """{"nbformat": 4, "metadata": {}, "cells": [{"id": "a", "cell_type": "code", "metadata": {}, "source": "", """
        + """ "outputs": [{"output_type": "pyout"}]}]}""",
        "x.ipynb, cell 1 ('a'): 'output_type' is 'pyout'; expected stream, display_data, execute_result or error")]
    [InlineData(
        """{"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "markdown", "metadata": {}, "source": "a \ud800"}]}""",
        "x.ipynb: the text at $.cells[0].source holds half of a surrogate pair")]
    [InlineData(
        """{"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "python3", "language": "python"}}, "cells": []}""",
        "x.ipynb: the notebook is written for the kernel 'python3' (python); expected C# (.net-csharp)")]
    [InlineData(
        """{"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": ".net-fsharp", "language": "F#"}}, "cells": []}""",
        "x.ipynb: the notebook is written for the kernel '.net-fsharp' (F#); expected C#")]
    public void A_file_that_is_no_C_sharp_notebook_is_refused_with_place_and_finding(string text, string message)
    {
        var exception = Assert.Throws<InvalidDataException>(() => Notebook.Parse(text, "x.ipynb"));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_that_is_not_utf_8_is_refused_and_never_replaced()
    {
        var file = Path.Combine(_folder, "latin.ipynb");
        File.WriteAllBytes(file, [.. Encoding.UTF8.GetBytes(Notebooks.Of(Notebooks.Prose("a", "x")).ToString()), 0xE9]);

        Assert.Contains(
            "byte 0xE9 found, UTF-8 expected", Assert.Throws<InvalidDataException>(() => Notebook.Load(file)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Other_file_names_are_refused()
    {
        var file = Path.Combine(_folder, "notebook.md");
        File.WriteAllText(file, "");

        Assert.Contains(
            "ends in .ipynb, not in '.md'", Assert.Throws<InvalidDataException>(() => Notebook.Load(file)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chart", "chart")]
    [InlineData("../../x", "cell-1")]
    [InlineData("a b", "cell-1")]
    [InlineData("رسم", "cell-1")]
    public void No_name_of_a_cell_leads_out_of_a_folder(string id, string name) =>
        Assert.Equal(name, Notebooks.Of(Notebooks.Code(id, "1")).Cells[0].Name);
}
