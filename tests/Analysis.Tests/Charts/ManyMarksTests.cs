using System.Text.Json.Nodes;

namespace Analysis.Tests;

/// <summary>Charts of large corpora draw what can be read, and say what they leave out.</summary>
public sealed class ManyMarksTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 100).Select(number => $"d{number:00}")];

    [Fact]
    public void The_longest_bars_are_drawn()
    {
        var figure = Figure.Bar(Names.Select((name, row) => new { Value = name, Count = row + 1 }).ToDataFrame(), "Lengths");
        Assert.Equal(40, figure.Data.Rows.Count);
        Assert.Equal("d99", figure.Data["Id"][0]);
        Assert.Contains("Drawn: the 40 longest of 100.", figure.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rows_of_a_matrix_with_the_greatest_sums_are_drawn_in_their_order()
    {
        var cells = Names.Select((name, row) => new { Row = name, Column = "2020-01", Count = row }).ToDataFrame();
        var figure = Figure.HeatMap(cells, "Months", "Row", "Column");
        Assert.Equal(Names[60..], Enumerable.Range(0, 40).Select(row => figure.Data["First"][row]));
        Assert.Contains("the 40 of 100 rows", figure.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_documents_with_most_occurrences_have_a_panel()
    {
        Document[] documents = [.. Names.Select(name => new Document(name, new string('x', 50)))];
        var mentions = Names.SelectMany((name, row) => Enumerable.Range(0, row >= 88 ? 2 : 1)
            .Select(start => new { Document = name, Start = start, End = start + 1, Entity = "iran" }));
        var figure = Figure.Dispersion(mentions.ToDataFrame(), documents, "Where?");
        Assert.Equal(24, figure.Data.Rows.Count);
        Assert.Contains("Drawn: the 12 of 100 documents", figure.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Theory, InlineData(900, 12), InlineData(340, 5)]
    public void Panels_without_room_for_a_scale_side_by_side_stand_in_rows(int width, int documents)
    {
        Figure Of(int count) => Figure.Dispersion(
            Names[..count].SelectMany(name => Names[..6].Select(entity =>
                new { Document = name, Start = 0, End = 1, Entity = $"{entity} {new string('x', 30)}" })).ToDataFrame(),
            Names[..count].Select(name => new Document(name, "text", new(2020, 3, 31))), "Where?").At(width);
        Assert.True(Of(documents).Height > Of(2).Height + 150);
        var json = JsonNode.Parse(Of(documents).ToPlotlyJson())!["layout"]!;
        Assert.StartsWith("""["0","50","100","0",""", json["xaxis"]!["ticktext"]!.ToJsonString(), StringComparison.Ordinal);
        var places = json["xaxis"]!["tickvals"]!.AsArray().Select(place => (double)place!).ToArray();
        Assert.True(places[2] - places[0] >= 68);
        // Each row of panels names the six things.
        Assert.Equal(0, json["yaxis"]!["ticktext"]!.AsArray().Count % 6);
        Assert.True(json["yaxis"]!["ticktext"]!.AsArray().Count > 6);
    }

    [Fact]
    public void The_events_in_the_first_lanes_are_drawn()
    {
        var events = Names.Select(name => new { Date = "2020-01-03", Kind = name }).ToDataFrame();
        var figure = Figure.Timeline(events, "When?");
        Assert.Equal(40, figure.Data.Rows.Count);
        Assert.Contains("60 events after the first 300 or in a lane after the first 40", figure.Alt, StringComparison.Ordinal);
    }
}
