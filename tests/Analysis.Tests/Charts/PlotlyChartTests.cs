using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Factory = Plotly.NET.CSharp.Chart;
using GenericChart = Plotly.NET.GenericChart;

namespace Analysis.Tests;

/// <summary>Figures as charts of Plotly.NET, and charts of Plotly.NET as figures.</summary>
public sealed class PlotlyChartTests
{
    private static GenericChart Column =>
        Factory.Column<double, string, string>(values: [3, 5, 7], Keys: new(["بغداد", "Erbil", "Basra"], true));

    [Fact]
    public void Each_call_gives_an_equal_chart_of_its_own()
    {
        var figure = SampleFigures.Bar;
        var first = figure.Chart;
        Assert.Equal(Json(first), Json(figure.Chart));
        first.WithTitle("changed").WithXAxisStyle<double, double, string>(TitleText: "changed");
        Assert.DoesNotContain("changed", figure.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_chart_too_gives_a_chart_of_its_own_at_each_call()
    {
        var figure = Figure.Of(Column.WithAnnotations(new Plotly.NET.LayoutObjects.Annotation { Text = "one" }));
        figure.Chart.WithAnnotations(new Plotly.NET.LayoutObjects.Annotation { Text = "two" }).WithTitle("changed")
            .WithXAxis(new LinearAxis { ShowGrid = false });
        Assert.DoesNotContain("two", figure.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("changed", figure.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"showgrid\":false", figure.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_of_a_figure_writes_a_colour_which_a_dark_page_could_not_turn()
    {
        var plain = (Figure.Of(Column.WithTitle("Plain")) with { Subtitle = "n = 5" }).ToPlotlyJson();
        Assert.Contains("n = 5", plain, StringComparison.Ordinal);
        Assert.All(SampleFigures.All.Select(figure => figure.ToPlotlyJson()).Append(plain), json =>
            Assert.DoesNotContain("color:", json, StringComparison.Ordinal));
    }

    [Fact]
    public void A_vertical_axis_stands_at_the_other_side_in_Arabic_where_there_is_one()
    {
        var two = Column.WithYAxis(new LinearAxis { Side = "right" });
        static string? SideOf(Figure figure) =>
            (string?)JsonNode.Parse(figure.In(Language.Arabic).ToPlotlyJson())!["layout"]!["yaxis"]?["side"];
        Assert.Equal("right", SideOf(Figure.Of(Column)));
        Assert.Equal("left", SideOf(Figure.Of(two)));
        var points = Factory.Point<double, string, string>(x: [0.5, 1], y: ["place", "weapon"]);
        var arabic = JsonNode.Parse(Figure.Of(points).In(Language.ArabicWithArabicDigits).ToPlotlyJson())!["layout"]!["xaxis"]!;
        Assert.Equal("reversed", (string)arabic["autorange"]!);
        var ticks = ((JsonArray)arabic["ticktext"]!).Select(text => (string)text!).ToList();
        Assert.Equal(("٠٫٥", "١"), (ticks[0], ticks[^1]));

        // The ends of sums are not those of the numbers at hand.
        var stacked = Figure.Of(Column.WithLayout(new Layout { BarMode = "stack" })).In(Language.ArabicWithArabicDigits).ToPlotlyJson();
        Assert.DoesNotContain("ticktext", stacked, StringComparison.Ordinal);
        Assert.Null(SideOf(Figure.Of(Factory.Pie<double, string, string>(values: [1, 2], Labels: new(["a", "b"], true)))));
    }

    [Fact]
    public void A_restyled_figure_keeps_its_id_texts_numbers_and_evidence()
    {
        var styled = SampleFigures.Bar.With(chart => chart.WithSize(700, 500));
        var again = Figure.Of(SampleFigures.Bar.Chart.WithXAxis(new() { ShowGrid = false }).WithTitle("من يُذكر أكثر؟ (top 7)"));
        Assert.Equal((700, 500), (styled.Width, styled.Height));
        Assert.Equal(700, (int)JsonNode.Parse(styled.ToPlotlyJson())!["layout"]!["width"]!);
        Assert.All([styled, again], figure =>
        {
            Assert.Equal("entity-counts", figure.Id);
            Assert.Equal("Mentions of each entity.", figure.Caption);
            Assert.Equal(3, figure.Evidence.Count);
            Assert.Equal(7, figure.Data.Rows.Count);
            Assert.Equal("entity-counts", (string)JsonNode.Parse(figure.ToPlotlyJson())!["layout"]!["meta"]!["id"]!);
        });
        Assert.Equal("من يُذكر أكثر؟ (top 7)", again.Title);
        Assert.Contains("\"showgrid\":false", again.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Equal("The United States is named most, then Iran", Figure.Of(SampleFigures.Bar.Chart).Title);
    }

    [Fact]
    public void Charts_joined_with_a_figure_are_a_figure_of_all_their_points()
    {
        var joined = Figure.Of(Factory.Combine(
            [SampleFigures.Columns.Chart, Factory.Point<double, double, string>(x: [5, 10], y: [2, 3], Name: "mine", UseDefaults: false)]));
        Assert.Equal(12, joined.Data.Rows.Count);
        Assert.Empty(joined.Evidence);
    }

    [Fact]
    public void A_plain_chart_becomes_a_figure_with_its_title_points_and_words()
    {
        var figure = Figure.Of(Column.WithTitle("Three <b>cities</b> &amp; more").WithSize(700, 450));
        Assert.Equal(("", "Three cities & more", 700, 450), (figure.Id, figure.Title, figure.Width, figure.Height));
        Assert.Equal(["بغداد", "Erbil", "Basra"], figure.Data["Id"].Cast<string>());
        Assert.Equal([3.0, 5, 7], figure.Data["Y"].Cast<double?>().Select(value => value!.Value));
        Assert.Equal("bar chart of 3 points: بغداد: 3; Erbil: 5; Basra: 7.", figure.Alt);
        Assert.Equal("bar chart", Figure.Of(Column).Title);
        Assert.Equal(("mine", "Mine"), (Figure.Of(Column, "mine", "Mine").Id, Figure.Of(Column, "mine", "Mine").Title));
    }

    [Fact]
    public void A_plain_chart_has_its_subtitle_and_on_a_phone_its_whole_title()
    {
        var chart = Column.WithTitle("How many people live in each of the cities of the country?").WithSize(900, 450);
        var figure = Figure.Of(chart) with { Subtitle = "n = 3 cities" };
        var narrow = JsonNode.Parse(figure.ToPlotlyJson())!["layout"]!["meta"]!["narrower"]!.AsArray()[^1]!["layout"]!;
        var lines = ((string)narrow["title"]!["text"]!).Split("<br>");
        Assert.Equal(("of the cities of the country?", 3), (lines[1], lines.Length));
        Assert.Contains("n = 3 cities", lines[2], StringComparison.Ordinal);
        Assert.True((double)narrow["margin"]!["t"]! > 100);
        Assert.True((int)narrow["height"]! > figure.Height);
    }

    [Fact]
    public void The_words_of_a_plain_chart_name_its_points_by_their_texts() => Assert.Equal(
        "scatter chart of 2 points: place: 47, 0.9; weapon: 1, 1.",
        Figure.Of(Factory.Point<double, double, string>(x: [47, 1], y: [0.9, 1], MultiText: new(["place", "weapon"], true))).Alt);

    [Fact]
    public void A_plain_chart_carries_evidence_for_its_labels()
    {
        var figure = Figure.Of(Column, "cities").Citing([SampleFigures.Passage("بغداد"), SampleFigures.Passage("Mosul")]);
        Assert.Equal(["بغداد"], figure.Evidence.Select(passage => passage.Mark));
    }

    [Fact]
    public void Texts_of_a_chart_are_isolated_once_in_its_chart_and_in_its_json()
    {
        var figure = Figure.Bar(new SampleFrame(SampleColumn.Text("Value", "القوات (CENTCOM)"), SampleColumn.Whole("Count", 1)),
            "عنوان (title)");
        Assert.Equal("<b>\u2067عنوان (title)\u2069</b>", GenericChart.getLayout(figure.Chart).Title!.Text);
        Assert.Equal("\u2067القوات (CENTCOM)\u2069", (string)JsonNode.Parse(figure.ToPlotlyJson())!["layout"]!["yaxis"]!["ticktext"]![0]!);
        var titled = Figure.Of(figure.Chart.WithTitle("عنوان آخر (title)"));
        Assert.Equal("\u2067عنوان آخر (title)\u2069", (string)JsonNode.Parse(titled.ToPlotlyJson())!["layout"]!["title"]!["text"]!);
    }

    [Fact]
    public void Verbs_set_what_they_name_and_keep_the_rest()
    {
        var chart = SampleFigures.Columns.Chart
            .WithLayout(new Layout { BarMode = "group" })
            .WithYAxis(new LinearAxis { Range = Axes.Rounded(0, 50) })
            .WithShapes(new Shape { Type = "line", X0 = 1 }, new Shape { Type = "rect" })
            .WithAnnotations(new Plotly.NET.LayoutObjects.Annotation { Text = "a" }, new Plotly.NET.LayoutObjects.Annotation { Text = "b" })
            .WithTemplate(HouseTemplate.Template);
        var layout = PlotlyJson.Of(chart)["layout"]!;
        // The figure's own note on its source stays.
        Assert.Equal(("group", 2, 3),
            ((string)layout["barmode"]!, layout["shapes"]!.AsArray().Count, layout["annotations"]!.AsArray().Count));
        Assert.Equal("mentions", (string)layout["yaxis"]!["title"]!["text"]!);
        Assert.Equal(50, (double)layout["yaxis"]!["range"]![1]!);
        Assert.Equal("#0072B2", (string)layout["template"]!["layout"]!["colorway"]![0]!);
    }

    [Fact]
    public void Numbers_dates_and_colours_are_written_as_plotly_reads_them()
    {
        var trace = new Trace2D("scatter")
        {
            X = new object?[] { 3.0, double.NaN, null, new DateOnly(2020, 1, 3),
                new DateTime(2020, 1, 3, 4, 5, 6, DateTimeKind.Unspecified), 1.5m, 'c' },
            Marker = new() { Color = Color.fromHex("#0072B2"), Size = Axes.Rounded(1, 2) },
        };
        var json = PlotlyJson.Of(GenericChart.ofTraceObject(false, trace))["data"]![0]!;
        Assert.Equal("""[3,null,null,"2020-01-03","2020-01-03T04:05:06",1.5,"c"]""", json["x"]!.ToJsonString());
        Assert.Equal("""{"color":"rgba(0, 114, 178, 1)","size":[1,2]}""", json["marker"]!.ToJsonString());
    }

    [Fact]
    public void A_value_that_was_not_converted_is_an_error()
    {
        var trace = new Trace2D("scatter") { Marker = new() { Symbol = StyleParam.MarkerSymbol.Diamond } };
        Assert.Contains("convert it to a text or a number",
            Assert.Throws<NotSupportedException>(() => PlotlyJson.Of(GenericChart.ofTraceObject(false, trace))).Message,
                StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<GenericChart>> Factories => new()
    {
        { "column", () => Column },
        { "line", () => Factory.Line<DateTime, double, string>(x: [new(2020, 1, 1), new(2020, 2, 1)], y: [1, 2]) },
        { "bubble", () => Factory.Bubble<double, double, string>(x: [1, 2], y: [3, 4], sizes: [5, 6]) },
        { "heatmap", () => Factory.Heatmap<double, string, string,
            string>(zData: [[1, 2], [3, 4]], X: new(["a", "b"], true), Y: new(["c", "d"], true)) },
        { "histogram", () => Factory.Histogram<double, double, string>(X: new([1, 2, 2], true)) },
        { "box", () => Factory.BoxPlot<double, double, string>(Y: new([1, 2, 3], true)) },
        { "pie", () => Factory.Pie<double, string, string>(values: [1, 2], Labels: new(["a", "b"], true)) },
        { "grid", () => Factory.Grid([Column, Column], 1, 2) },
    };

    [Theory, MemberData(nameof(Factories))]
    public void Charts_of_Plotly_NET_CSharp_are_figures(string kind, Func<GenericChart> make)
    {
        var figure = Figure.Of(make());
        Assert.NotEmpty(JsonNode.Parse(figure.ToPlotlyJson())!["data"]!.AsArray());
        Assert.True(figure.Data.Rows.Count > 0, kind);
    }

    private static string Json(GenericChart chart) => PlotlyJson.Of(chart).ToJsonString();
}
