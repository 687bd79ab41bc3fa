using System.Text.RegularExpressions;

namespace Analysis.Notebooks.Tests.Jupyter;

/// <summary>The kernels of Jupyter show what <c>analysis run</c> shows.</summary>
public sealed partial class JupyterTests(JupyterRuns runs) : IClassFixture<JupyterRuns>
{
    private const string Reason = "runs all notebooks in two Jupyter kernels, for minutes; .ci/run asks for it by ANALYSIS_JUPYTER=1";

    // What a cell of the probe shows, and a part of it.
    private static readonly (string Cell, string Kind, string Part)[] Probes =
    [
        ("plotly-chart", "figure", "\"y\":[3"),
        ("library-figure", "figure", "Who is named most?"),
        ("deedle-series", "table", "بغداد\t3\nErbil\t5"),
        ("deedle-frame", "table", "2019\t2020"),
        ("mda-frame", "table", "<i>Erbil</i>\t5"),
        ("library-frame", "table", "Value\tCount"),
    ];

    [Theory(Skip = Reason, SkipUnless = nameof(JupyterRuns.AreAskedFor), SkipType = typeof(JupyterRuns))]
    [InlineData(JupyterRuns.Installed)]
    [InlineData(JupyterRuns.Tool)]
    public void Every_cell_of_every_notebook_shows_the_same_tables_figures_and_texts(string engine)
    {
        var differences = new List<string>();
        foreach (var notebook in JupyterRuns.Notebooks.Keys)
        {
            var (ownCells, cells) = (runs.Cells(JupyterRuns.Own, notebook), runs.Cells(engine, notebook));
            Assert.Equal(ownCells.Count, cells.Count);
            foreach (var (own, cell) in ownCells.Zip(cells))
            {
                var (expected, shown) = (ShownOutput.Of(own), ShownOutput.Of(cell));
                var same = expected.Count == shown.Count && expected.Zip(shown).All(pair => pair.First.ShowsTheSameAs(pair.Second));
                if (same && shown.All(output => output.Kind != "error")) continue;
                differences.Add($"{notebook}, cell '{cell["id"]}': {string.Join(", ", expected)} and {string.Join(", ", shown)}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory(Skip = Reason, SkipUnless = nameof(JupyterRuns.AreAskedFor), SkipType = typeof(JupyterRuns))]
    [InlineData(JupyterRuns.Own)]
    [InlineData(JupyterRuns.Installed)]
    [InlineData(JupyterRuns.Tool)]
    public void Values_of_the_packages_show_as_charts_and_tables_without_a_network(string engine)
    {
        var cells = runs.Cells(engine, JupyterRuns.Probe).ToDictionary(cell => (string)cell["id"]!);
        foreach (var (id, kind, part) in Probes)
        {
            var shown = Assert.Single(ShownOutput.Of(cells[id]));
            Assert.True(shown.Kind == kind && shown.Content.Contains(part, StringComparison.Ordinal), $"{id}: {shown}");
            Assert.DoesNotMatch(FromNetwork(), ShownOutput.Html(cells[id]["outputs"]![0]!));
        }
    }

    [GeneratedRegex("""<(script|link|img)[^>]*(src|href)=["']?(https?:)?//""")]
    private static partial Regex FromNetwork();
}
