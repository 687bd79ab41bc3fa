using System.Text.Json.Nodes;
using Analysis.Tests.Corpora;

namespace Analysis.Tests;

/// <summary>What escalation, matrix, network, multiples, calendar, actions and chronology show and what they leave blank.</summary>
public sealed class ResearchChartTests
{
    private static JsonNode Json(Figure figure) => JsonNode.Parse(figure.ToPlotlyJson())!;

    private static IEnumerable<string> Texts(Figure figure) =>
        Json(figure)["layout"]!["annotations"]!.AsArray().Select(note => (string)note!["text"]!);

    private static EscalationMonth Month(int month, int events, double? mean) =>
        new(new(2020, month, 1), events, mean, mean - 1, mean + 1, mean, mean - 1, mean + 1, events);

    [Fact]
    public void On_a_phone_long_names_of_lanes_break_and_leave_most_of_the_width_to_the_time()
    {
        var corpus = Corpus.Of(
            [new("a", "x", new DateOnly(2020, 3, 31), TitleEnglish: "Quds Force commander visits"), new("b", "x", new DateOnly(2021, 1, 3))],
            Path.Combine(Repository.Corpus, "entities.tsv"));
        var timeline = Figure.Timeline(corpus.Documents, "t", date: "PublishedInterval", lane: "Id", name: corpus.DocumentName);
        var layout = JsonNode.Parse(timeline.At(350).ToPlotlyJson())!["layout"]!;
        Assert.Equal(["Quds Force…,<br>31 Mar 2020", "(b), 3 Jan 2021"], layout["yaxis"]!["ticktext"]!.AsArray().Select(text => (string)text!));
        Assert.InRange((double)layout["margin"]!["l"]!, 60, 0.4 * 350);
        Assert.True((double)layout["legend"]!["x"]! < 0);
    }

    [Fact]
    public void A_month_with_one_event_has_a_hollow_column_and_no_mean_and_one_without_reports_is_a_gap()
    {
        var figure = Figure.Escalation([Month(1, 3, -9), Month(2, 0, null), Month(3, 1, null), Month(4, 2, 4), Month(5, 2, 5)], "title");
        var traces = Json(figure)["data"]!.AsArray();
        string Of(string axis, string type, string member) => string.Join(" ", traces
            .Where(trace => (string)trace!["yaxis"]! == axis && (string)trace["type"]! == type && trace["customdata"] is not null)
            .Select(trace => trace![member]!.ToJsonString()));
        Assert.Equal("[0,3,4]", Of("y", "scatter", "x"));
        Assert.Equal("[0,2,3,4]", Of("y3", "bar", "x"));
        Assert.Equal("""["#0072B2","#FFFFFF","#0072B2","#0072B2"]""", JsonNode.Parse(traces
            .First(trace => (string)trace!["yaxis"]! == "y3")!["marker"]!["color"]!.ToJsonString())!.ToJsonString());
        // Only April and May follow one another; a band for January, one for April and May.
        Assert.Equal(["[3,4,null]"], traces.Where(
            trace => (string)trace!["yaxis"]! == "y" && trace["customdata"] is null && trace["fill"] is null)
                .Select(trace => trace!["x"]!.ToJsonString()));
        Assert.Equal(2, traces.Count(trace => (string)trace!["yaxis"]! == "y" && trace["fill"] is not null));
        Assert.Equal(4, Json(figure)["layout"]!["shapes"]!.AsArray()
            .Count(shape => (double)shape!["x0"]! == 0.5 && (double)shape["x1"]! == 1.5));
        Assert.Equal(["2020-01", "2020-03", "2020-04", "2020-05"], figure.Data["Id"].Cast<string>());
        Assert.Equal("n = 8 events, Jan 2020 – May 2020", figure.Subtitle);
    }

    [Fact]
    public void A_symmetric_matrix_has_each_pair_once_and_those_that_go_together_side_by_side()
    {
        var pairs = new SampleFrame(
            SampleColumn.Text("A", "a", "c", "a", "b"), SampleColumn.Text("B", "b", "d", "c", "d"),
                SampleColumn.Whole("Count", 9, 8, 1, 1));
        var trace = Json(Figure.HeatMap(pairs, "title", "A", "B", symmetric: true))["data"]![0]!;
        var cells = trace["z"]!.AsArray().SelectMany(row => row!.AsArray()).Where(cell => cell is not null).Select(cell => (int)cell!)
            .ToArray();
        Assert.Equal([1, 1, 8, 9], cells.Order());
        Assert.Equal(3, trace["z"]!.AsArray().Count);
        var figure = Figure.HeatMap(pairs, "title", "A", "B", symmetric: true).Citing([SampleFigures.Passage(Evidence.Pair("d", "c")!)]);
        Assert.Single(figure.Evidence);
    }

    [Fact]
    public void Communities_are_named_after_their_largest_members()
    {
        var edges = new SampleFrame(
            SampleColumn.Text("First", "a", "b", "a", "d", "e", "d", "c"), SampleColumn.Text("Second", "b", "c", "c", "e", "f", "f", "d"),
            SampleColumn.Whole("Both", 5, 5, 5, 5, 5, 5, 1));
        var figure = Figure.Network(edges, "title", communities: true, size: node => node is "b" or "f" ? 9 : 1, name: node =>
            node.ToUpperInvariant());
        var legend = Json(figure)["data"]!.AsArray().Where(trace => (bool?)trace!["showlegend"] == true)
            .Select(trace => (string)trace!["name"]!);
        Assert.Equal(["B + 2", "F + 2"], legend.Order());
        Assert.Contains("B + 2", figure.Data["Community"].Cast<string?>());
    }

    [Theory]
    [InlineData(340)]
    [InlineData(620)]
    [InlineData(900)]
    public void A_chronology_with_many_gaps_keeps_all_its_marks_within_the_chart(int width)
    {
        var dates = Enumerable.Range(0, 8).Select(number => $"{2000 + (2 * number)}-03-0{number + 1}").ToArray();
        var events = new SampleFrame(SampleColumn.Text("Date", dates), SampleColumn.Text("Kind", [.. dates.Select(_ => "visit")]));
        var figure = Figure.Timeline(events, "title");
        var json = Json(figure.At(width));
        var end = (double)json["layout"]!["xaxis"]!["range"]![1]!;
        var places = json["data"]!.AsArray().Where(trace => (string?)trace!["mode"] == "markers" && trace["customdata"] is not null)
            .SelectMany(trace => trace!["x"]!.AsArray()).Select(place => (double)place!).ToList();
        Assert.Equal(dates.Length, places.Count);
        Assert.All(places, place => Assert.InRange(place, 0, end));
    }

    private static readonly string[] Documents = [.. Enumerable.Range(0, 8).Select(number => $"{number}")];

    [Fact]
    public void Panels_have_one_scale_and_the_labels_stand_once()
    {
        var json = Json(SampleFigures.Multiples)["layout"]!;
        Assert.Equal(json["xaxis"]!["range"]!.ToJsonString(), json["xaxis2"]!["range"]!.ToJsonString());
        Assert.True((bool)json["yaxis"]!["showticklabels"]!);
        Assert.False((bool)json["yaxis2"]!["showticklabels"]!);
        Assert.Single(SampleFigures.Multiples.Citing([SampleFigures.Passage(Evidence.Pair("إيران", "winter (2020)")!)]).Evidence);
    }

    [Fact]
    public void A_calendar_counts_known_days_and_says_how_many_are_not()
    {
        var figure = Figure.Calendar(new SampleFrame(
            SampleColumn.Text("Date", "2020-01-03", "2020-01-03", "2020-03-31TEV", "2020-01", "2020-02-01~", "")), "title");
        Assert.Equal([("2020-01-03", 2.0), ("2020-03-31", 1.0)], figure.Data["Id"].Cast<string>()
            .Zip(figure.Data["reports"].Cast<double>()));
        Assert.Equal("Total reports: 3 on 2 days, 3 Jan 2020 – 31 Mar 2020; 3 without a known day are not drawn", figure.Subtitle);
        // Friday, 3 January is in the first column, the fifth row.
        var days = Json(figure)["data"]![1]!;
        Assert.Equal((0, 4), ((int)days["x"]![0]!, (int)days["y"]![0]!));
        // The grey squares are those of January to March.
        Assert.Equal(31 + 29 + 31, Json(figure)["data"]![0]!["x"]!.AsArray().Count);
    }

    [Fact]
    public void A_calendar_without_two_reports_on_a_day_has_no_scale()
    {
        static JsonNode Marker(Figure figure) => Json(figure)["data"]![1]!["marker"]!;
        var one = Figure.Calendar(new SampleFrame(SampleColumn.Text("Date", "2020-01-03")), "title");
        Assert.Null(Marker(one)["showscale"]);
        Assert.Equal("Total reports: 1 on 3 Jan 2020", one.Subtitle);
        var several = Figure.Calendar(new SampleFrame(SampleColumn.Text("Date", "2020-01-03", "2020-01-03", "2020-01-04")), "title");
        Assert.Equal((1, 2, 1), ((int)Marker(several)["cmin"]!, (int)Marker(several)["cmax"]!,
            (int)Marker(several)["colorbar"]!["dtick"]!));
    }

    [Fact]
    public void A_calendar_on_a_phone_has_a_block_for_each_quarter_and_squares_that_can_be_told_apart()
    {
        var narrow = Json(SampleFigures.Calendar.At(340));
        var days = narrow["data"]![1]!;
        Assert.True((double)days["marker"]!["size"]! >= 9);
        // 3 January 2020 is a Friday, 31 March a Tuesday, 3 January 2021 a Sunday, in the block below.
        Assert.Equal([(0, 4), (13, 1), (0, 15)], days["x"]!.AsArray().Zip(days["y"]!.AsArray(), (x, y) => ((int)x!, (int)y!)));
        var months = narrow["layout"]!["annotations"]!.AsArray().Select(note => (string)note!["text"]!);
        Assert.Equal(["Jan 2020", "Feb", "Mar", "Jan 2021", "Feb", "Mar"], months.Take(6));
    }

    [Fact]
    public void A_matrix_that_scrolls_on_a_phone_has_its_title_in_the_width_of_the_page()
    {
        var names = Enumerable.Range(0, 14).Select(number => $"name {number}").ToArray();
        var cells = names.SelectMany(row => names.Select(column => new { Row = row, Column = column, Count = 1 })).ToDataFrame();
        var title = string.Join(' ', Enumerable.Repeat("word", 12));
        var figure = Figure.HeatMap(cells, title, "Row", "Column") with { Subtitle = $"{title} {title}" };
        var layout = Json(figure)["layout"]!["meta"]!["narrower"]!.AsArray()[^1]!["layout"]!;
        Assert.True((int)layout["width"]! > 340);
        string[] heads = [(string)layout["title"]!["text"]!, (string)layout["annotations"]![0]!["text"]!];
        Assert.All(heads.SelectMany(head => head.Replace("<b>", "", StringComparison.Ordinal).Split("<br>")),
            line => Assert.True(Lettering.Width(line, 13) < 340));
    }

    [Fact]
    public void On_a_phone_a_chart_is_as_much_higher_as_its_title_and_subtitle_have_more_lines()
    {
        static (double Plot, int Lines) Of(Figure figure)
        {
            var layout = Json(figure)["layout"]!["meta"]!["narrower"]!.AsArray()[^1]!["layout"]!;
            return ((double)layout["height"]! - (double)layout["margin"]!["t"]! - (double)layout["margin"]!["b"]!,
                ((string)layout["title"]!["text"]!).Split("<br>").Length);
        }

        var brief = SampleFigures.Bar with { Title = "Who?", Subtitle = "n = 5" };
        var words = string.Join(' ', Enumerable.Repeat("words", 14));
        var wordy = brief with { Title = words, Subtitle = $"{words} {words}" };
        Assert.Equal((1, 4), (Of(brief).Lines, Of(wordy).Lines));
        // At the width of a desk it has one line more of each.
        Assert.InRange(Of(brief).Plot - Of(wordy).Plot, 0, 45);
        Assert.DoesNotContain('…', string.Concat(Texts(wordy.At(340))));
    }

    [Fact]
    public void Dots_with_intervals_say_what_a_line_is_and_why_there_is_none()
    {
        static string CaptionOf(params double[] lows) => Figure.Intervals(
            new SampleFrame(SampleColumn.Text("Word", "a", "b"), SampleColumn.Number("Value", 1, 2), SampleColumn.Number("Low", lows),
                SampleColumn.Number("High", 3, 3)), "title", "Word", "Value").WholeCaption;
        Assert.Equal("Line: 95 % interval by a bootstrap of the documents.", CaptionOf(0, 1));
        Assert.StartsWith("Line: 95 % interval by a bootstrap of the documents. No line:", CaptionOf(0, double.NaN), StringComparison.Ordinal);
        Assert.StartsWith("No line:", CaptionOf(double.NaN, double.NaN), StringComparison.Ordinal);
    }

    [Fact]
    public void An_asterisk_of_a_title_or_of_a_table_is_explained()
    {
        const string Name = "أيمن حسين* (Aimn Hsin)";
        var rows = new SampleFrame(SampleColumn.Text("Value", "x"), SampleColumn.Whole("Count", 1));
        Assert.StartsWith("* Not in the gazetteer", Figure.Bar(rows, $"In which forms is {Name} named?").Note, StringComparison.Ordinal);
        Assert.Empty(Figure.Bar(rows, "2 * 3").Note);
        Assert.Contains("* Not in the gazetteer", TableView.TryCreate(new[] { new { Entity = Name } }.ToDataFrame())!.ToHtml(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_height_of_a_figure_is_that_of_its_language()
    {
        static Figure Of(Func<string, string> name) => Figure.Dispersion(
            new SampleFrame(SampleColumn.Text("Document", Documents), SampleColumn.Text("Entity", [.. Documents.Select(_ => "iran")]),
                SampleColumn.Whole("Start", [.. Documents.Select(_ => 0)]), SampleColumn.Whole("End", [.. Documents.Select(_ => 1)])),
            Documents.Select(id => new Document(id, "text")), "title", name: name);
        // In the other language the name leaves room for fewer panels in a row.
        var language = Language.Arabic.With(new Dictionary<string, string> { ["Iran"] = new('ا', 200) });
        var arabic = Of(_ => "Iran").In(language);
        Assert.Equal(arabic.Drawn.HeightAt(900), arabic.Height);
        Assert.Equal(Of(_ => "Iran").Height, arabic.In(Language.English).Height);
        Assert.NotEqual(Of(_ => "Iran").Height, arabic.Height);
    }

    [Fact]
    public void A_mean_of_one_event_is_called_its_value_and_both_directions_have_passages_of_their_own()
    {
        var figure = SampleFigures.Actions.Citing([SampleFigures.Passage("iran → usa")]);
        var row = figure.Data.Rows.First(row => (string)row["Id"] == "usa → iraq");
        Assert.Null(row["Mean Goldstein value"]);
        Assert.Equal(-4.4, row["Goldstein value (n = 1)"]);
        Assert.Equal(["iran → usa"], figure.Drawn.Marks.Where(mark => figure.Cited.Of(mark).Length > 0).Select(mark => mark.Id));
        Assert.Equal(["8", "6", "1"], Json(figure)["data"]!.AsArray()[^1]!["text"]!.AsArray().Select(text => (string)text!));
    }

    [Fact]
    public void Only_a_day_that_the_text_names_is_filled_where_the_basis_is_known()
    {
        var events = new SampleFrame(
            SampleColumn.Text("Date", "2020-01-03", "2020-01-04", "2020-01-05"), SampleColumn.Text("Kind", "attack", "attack", "attack"),
            SampleColumn.Text("DateBasis", "stated", "dct", "narrative"));
        static string Symbols(Figure figure) => Json(figure)["data"]![3]!["marker"]!["symbol"]!.ToJsonString();
        Assert.Equal("""["circle","circle","circle-open"]""", Symbols(Figure.Timeline(events, "title", basis: "DateBasis")));
        Assert.Equal("""["circle","circle","circle"]""", Symbols(Figure.Timeline(events, "title")));
    }

    [Fact]
    public void A_kind_has_one_colour_in_every_corpus()
    {
        static string? ColorOf(string kind, params string[] kinds)
        {
            var dates = kinds.Select((_, day) => $"2020-01-0{day + 1}").ToArray();
            var json = Json(Figure.Timeline(new SampleFrame(SampleColumn.Text("Date", dates), SampleColumn.Text("Kind", kinds)), "title"));
            return (string?)json["data"]![3]!["marker"]!["color"]![Array.IndexOf(kinds, kind)];
        }

        Assert.Equal(ColorOf("threat", "threat", "visit"), ColorOf("threat", "attack", "protest", "threat"));
        Assert.NotEqual(ColorOf("threat", "threat"), ColorOf("attack", "attack"));
    }

    [Fact]
    public void The_line_below_the_title_and_the_caption_are_inside_the_picture()
    {
        var figure = SampleFigures.Bar with
        {
            Subtitle = "n = 146 mentions",
            Caption = string.Join(" ", Enumerable.Repeat("Mentions of each entity.", 20)),
        };
        Assert.Contains("n = 146 mentions", Texts(figure));
        Assert.DoesNotContain(Texts(figure), text => text.StartsWith("Mentions of", StringComparison.Ordinal));
        var picture = figure.WithCaptionInside;
        Assert.Contains(Texts(picture), text => text.StartsWith("Mentions of", StringComparison.Ordinal));
        Assert.True(picture.Height > figure.Height);
        Assert.Equal(figure.Height, (figure with { Caption = "" }).WithCaptionInside.Height);
    }
}
