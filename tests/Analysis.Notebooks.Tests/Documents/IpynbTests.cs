
namespace Analysis.Notebooks.Tests;

public sealed class IpynbTests
{
    private static string Golden => Path.Combine(AppContext.BaseDirectory, "Golden", "all-kinds.ipynb");

    [Fact]
    public void A_file_as_Jupyter_writes_it_is_written_back_byte_for_byte()
    {
        var folder = Directory.CreateTempSubdirectory("analysis-documents-");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy.ipynb");
            NotebookDocument.Load(Golden).Save(copy);

            Assert.Equal(File.ReadAllBytes(Golden), File.ReadAllBytes(copy));
            Assert.Single(folder.EnumerateFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Cells_have_ids_kinds_tags_and_outputs()
    {
        var notebook = NotebookDocument.Load(Golden);

        Assert.Equal("من قُتل في 3 يناير؟", notebook.Title);
        Assert.Equal(["title", "setup", "shown", "failed", "raw"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal(
            [CellKind.Markdown, CellKind.Code, CellKind.Code, CellKind.Code, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        Assert.True(notebook.Cells[1].HasTag("setup"));
        Assert.Equal("#r \"../artifacts/lib/Analysis.dll\"\nusing Analysis;", notebook.Cells[1].Source);
        var shown = notebook.Cells[2].Outputs;
        Assert.Equal(new StreamOutput("stdout", "سطر\nآخر"), shown[0]);
        var figure = Assert.IsType<DisplayData>(shown[1]);
        Assert.Equal(1.50, figure.Data["application/vnd.plotly.v1+json"]!["data"]![0]!.GetValue<double>());
        Assert.Equal("iVBORw0KGgo=", figure.Text("image/png"));
        Assert.Equal("a\nb", figure.Text("text/plain"));
        Assert.Equal(2, Assert.IsType<ExecuteResult>(shown[2]).ExecutionCount);
        Assert.Equal(["FormatException: x", "   at failed, line 1: y"], Assert.IsType<ErrorOutput>(notebook.Cells[3].Outputs[0]).Traceback);
    }

    [Theory]
    [InlineData("{", "x.ipynb, line 1: not JSON: ")]
    [InlineData("{\n x", "x.ipynb, line 2: not JSON: 'x' is an invalid start of a property name. Expected a '\"', at byte 1")]
    [InlineData("[]", "x.ipynb: the notebook is a list; expected an object")]
    [InlineData("""{"nbformat": 3}""", "x.ipynb: 'nbformat' is 3; expected 4")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}""", "x.ipynb: 'cells' is missing; expected a list")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [7]}""", "x.ipynb, cell 1: the cell is a number; expected an object")]
    [InlineData(
        """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"id": "a", "cell_type": "heading"}]}""",
        "x.ipynb, cell 1 ('a'): 'cell_type' is 'heading'; expected code, markdown or raw")]
    [InlineData(
        """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"id": "a", "cell_type": "markdown", "metadata": {}, "source": 5}]}""",
        "x.ipynb, cell 1 ('a'): 'source' is a number; expected a string or a list of strings")]
    [InlineData(
        """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"id": "a", "cell_type": "code", "metadata": {}, "source": "", "outputs": [{"output_type": "pyout"}]}]}""",
        "x.ipynb, cell 1 ('a'): 'output_type' is 'pyout'; expected stream, display_data, execute_result or error")]
    public void A_file_that_is_no_notebook_is_refused_with_place_and_finding(string text, string message)
    {
        var exception = Assert.Throws<InvalidDataException>(() => IpynbFormat.Parse(text, "x.ipynb"));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_file_names_are_refused() =>
        Assert.Throws<ArgumentException>(() => NotebookDocument.Load("notebook.md"));

    // JSON texts are UTF-8 files, which cannot hold half a surrogate pair.
    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (char.IsSurrogate(text[index]))
                return true;
        }

        return false;
    }
}
