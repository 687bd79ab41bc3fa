using System.Text.Json.Nodes;

namespace Analysis.Notebooks.Tests;

public sealed class NotebookComparisonTests
{
    [Fact]
    public void The_same_outputs_have_no_differences_whatever_their_pictures()
    {
        var rerun = Notebooks.Sound()
            .With(
                "chart",
                cell =>
                    Notebooks.Executed(cell, 2, Notebooks.Result(2, new JsonObject { ["image/png"] = "BBBB", ["text/plain"] = "chart" })));

        Assert.Empty(NotebookComparison.Differences(Notebooks.Sound(), rerun));
    }

    [Fact]
    public void A_machine_without_a_browser_that_makes_no_picture_differs_in_nothing()
    {
        var rerun = Notebooks.Sound()
            .With("chart", cell => Notebooks.Executed(cell, 2, Notebooks.Result(2, new JsonObject { ["text/plain"] = "chart" })));

        Assert.Empty(NotebookComparison.Differences(Notebooks.Sound(), rerun));
    }

    [Theory]
    [InlineData("stdout", "one\ntwo", "stdout", "one\nthree", "output 1, stdout, line 2: committed 'two', new run 'three'")]
    [InlineData("stdout", "one", "stderr", "one", "output 1 is stdout; the new run gives stderr")]
    [InlineData("stdout", "one", "stdout", "one\n", "output 1, stdout, line 2: committed '(end)', new run ''")]
    public void The_first_difference_is_named_with_cell_output_and_line(
        string left, string text, string right, string other, string message)
    {
        var committed = Notebooks.Sound().With("setup", cell => Notebooks.Executed(cell, 1, Notebooks.Stream(left, text)));
        var rerun = Notebooks.Sound().With("setup", cell => Notebooks.Executed(cell, 1, Notebooks.Stream(right, other)));

        Assert.Equal(
            $"01-example.ipynb, cell 'setup': {message} [outputs]", Assert.Single(NotebookComparison.Differences(committed, rerun)));
    }

    [Fact]
    public void A_difference_within_a_chart_is_found_by_its_line_of_the_canonical_form()
    {
        var committed = Notebooks.Sound().With("setup", cell => Notebooks.Executed(cell, 1, Chart(1)));
        var rerun = Notebooks.Sound().With("setup", cell => Notebooks.Executed(cell, 1, Chart(2)));

        Assert.Equal(
            "01-example.ipynb, cell 'setup': output 1, application/vnd.plotly.v1+json, line 3: committed '  1', new run '  2' [outputs]",
            Assert.Single(NotebookComparison.Differences(committed, rerun)));

        static JsonObject Chart(int value) =>
            Notebooks.Display(new JsonObject { ["application/vnd.plotly.v1+json"] = new JsonObject { ["data"] = new JsonArray(value) } });
    }

    [Fact]
    public void A_long_line_is_cut_to_where_it_differs()
    {
        var start = new string('a', 500);
        var (_, left, right) = LineDifference.First(start + "x", start + "y")!.Value;

        Assert.Equal(("…aaaaaaaaaaaaaaaaaaaax", "…aaaaaaaaaaaaaaaaaaaay"), (left, right));
    }

    [Fact]
    public void Outputs_that_are_missing_are_counted()
    {
        var rerun = Notebooks.Sound().With("chart", cell => Notebooks.Executed(cell, 2));

        Assert.Equal(
            "01-example.ipynb, cell 'chart': 1 outputs are committed; the new run gives 0 [outputs]",
            Assert.Single(NotebookComparison.Differences(Notebooks.Sound(), rerun)));
    }
}
