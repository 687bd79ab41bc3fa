using System.Text.Json.Nodes;

namespace Analysis.Tests;

public sealed class PaletteTests
{
    [Theory]
    [InlineData("#FFFFFF", "#000")]
    [InlineData("#73B3D8", "#000")]
    [InlineData("#5897C0", "#000")]
    [InlineData("#00497A", "#FFF")]
    [InlineData("#0072B2", "#FFF")]
    [InlineData("#000000", "#FFF")]
    public void Text_on_a_colour_is_black_or_white_whichever_contrasts_more(string background, string expected) =>
        Assert.Equal(expected, Palette.TextOn(background));

    [Fact]
    public void The_colours_of_a_calendar_are_turned_on_a_dark_page()
    {
        var dark = ChartAssets.ReadText("figure.js");
        var traces = JsonNode.Parse(SampleFigures.ById("calendar").ToPlotlyJson())!["data"]!.AsArray();
        var colors = traces[1]!["marker"]!["colorscale"]!.AsArray().Select(stop => (string)stop![1]!)
            .Append((string)traces[0]!["marker"]!["color"]!);
        Assert.All(colors, color => Assert.Contains($"\"{color}\": \"#", dark, StringComparison.Ordinal));
    }

    [Fact]
    public void Colours_of_a_scale_are_mixed_channel_by_channel() =>
        Assert.Equal("#804000", Palette.Between(["#000000", "#FF8000", "#FFFFFF"], 0.25));

    [Fact]
    public void Twelve_series_differ_in_colour_and_in_symbol_and_no_symbol_is_hollow()
    {
        Assert.Equal(12, Enumerable.Range(0, 12).Select(Palette.Color).Distinct().Count());
        Assert.Equal(12, Enumerable.Range(0, 12).Select(Palette.Symbol).Distinct().Count());
        Assert.Equal(144, Enumerable.Range(0, 144).Select(series => (Palette.Color(series), Palette.Symbol(series))).Distinct().Count());
        Assert.DoesNotContain(Enumerable.Range(0, 144), series => Palette.Symbol(series).EndsWith("-open", StringComparison.Ordinal));
    }
}
