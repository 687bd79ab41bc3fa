namespace Analysis.Notebooks.Tests;

public sealed class NotebookParametersTests
{
    private const string Declared =
        "var top = 10; string name = \"iran\"; var share = -0.5; bool? all = null; long big = 1; decimal price = 1m;\n"
            + "var from = new DateOnly(2020, 1, 3); var day = DayOfWeek.Friday; var odd = Math.Max(1, 2);";

    [Theory]
    [InlineData("top=5", "top = 5;")]
    [InlineData("name=a \"b\" \\ ب=c", "name = \"a \\\"b\\\" \\\\ ب=c\";")]
    [InlineData("share=1e3", "share = 1000d;")]
    [InlineData("all=True", "all = true;")]
    [InlineData("all=null", "all = null;")]
    [InlineData("big=-7", "big = -7L;")]
    [InlineData("price=1.50", "price = 1.50m;")]
    [InlineData("from=2020-03-04", "from = new DateOnly(2020, 3, 4);")]
    [InlineData("day=Monday", "day = DayOfWeek.Monday;")]
    public void A_value_is_written_as_a_literal_of_the_variables_type_in_a_cell_after_the_declarations(string assignment, string source)
    {
        var notebook = Notebooks.Of(Notebooks.Code("p", Declared, "parameters"), Notebooks.Code("use", "top"));
        NotebookParameters.Set(notebook, [assignment]);

        Assert.Equal(["p", "injected-parameters", "use"], notebook.Cells.Select(cell => cell.Id));
        Assert.True(notebook.Cells[1].HasTag("injected-parameters"));
        Assert.Equal(source, notebook.Cells[1].Source);
    }

    [Theory]
    [InlineData("top=many", "01-example.ipynb, cell 'p': 'top' is declared as Int32, which 'many' is not, or cannot be set to")]
    [InlineData("from=3.1.2020", "01-example.ipynb, cell 'p': 'from' is declared as DateOnly, which '3.1.2020' is not")]
    [InlineData("day=a;b", "01-example.ipynb, cell 'p': 'day' is declared as DayOfWeek, which 'a;b' is not")]
    [InlineData("odd=x", "01-example.ipynb, cell 'p': 'odd' is declared as var, which 'x' is not, or cannot be set to")]
    [InlineData("tpo=1", "01-example.ipynb, cell 'p': no variable 'tpo' is declared; declared are top, name, share,")]
    [InlineData("top", "-p is 'top'; expected name=value")]
    [InlineData("=1", "-p is '=1'; expected name=value")]
    public void What_cannot_be_set_is_refused(string assignment, string message)
    {
        var notebook = Notebooks.Of(Notebooks.Code("p", Declared, "parameters"));

        Assert.StartsWith(
            message, Assert.Throws<InvalidDataException>(() => NotebookParameters.Set(notebook, [assignment])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_is_set_once()
    {
        var notebook = Notebooks.Of(Notebooks.Code("p", Declared, "parameters"));
        var error = Assert.Throws<InvalidDataException>(() => NotebookParameters.Set(notebook, ["top=1", "name=x", "top=2"]));
        Assert.Equal("-p sets 'top' twice", error.Message);
    }

    [Fact]
    public void A_notebook_without_such_a_cell_is_refused() =>
        Assert.Contains(
            "no code cell is tagged parameters",
            Assert.Throws<InvalidDataException>(() => NotebookParameters.Set(Notebooks.Sound(), ["x=1"])).Message,
            StringComparison.Ordinal);
}
