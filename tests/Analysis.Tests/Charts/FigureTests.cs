using System.Text.Json.Nodes;
using Analysis.Tests.Corpora;

namespace Analysis.Tests;

public sealed class FigureTests
{
    private static readonly SampleFrame Frame = new(SampleColumn.Text("Value", "a", "b"), SampleColumn.Whole("Count", 1, 2));

    [Theory]
    [InlineData("Capital")]
    [InlineData("two--hyphens")]
    [InlineData("-first")]
    [InlineData("last-")]
    [InlineData("with space")]
    [InlineData("إيران")]
    public void An_id_that_could_not_name_files_is_refused(string id) =>
        Assert.Contains($"found '{id}'", Assert.Throws<ArgumentException>(() => Figure.Bar(Frame, "title", id: id)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_figure_without_a_title_is_refused() => Assert.Throws<ArgumentException>(() => Figure.Bar(Frame, " "));

    [Fact]
    public void A_missing_column_is_named_with_those_there_are() =>
        Assert.Contains("the columns are Value, Count",
            Assert.Throws<KeyNotFoundException>(() => Figure.Bar(Frame, "title", "Entity")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_where_a_number_is_expected_is_named_with_its_row() =>
        Assert.Contains("column 'Value', row 0: expected a number, found 'a'",
            Assert.Throws<ArgumentException>(() => Figure.Bar(Frame, "title", "Count", "Value")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_label_that_comes_twice_is_refused() =>
        Assert.Contains("row 1 repeats 'a'",
            Assert.Throws<ArgumentException>(
                () => Figure.Bar(new SampleFrame(SampleColumn.Text("Value", "a", "a"), SampleColumn.Whole("Count", 1, 2)),
                    "title")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_edge_that_comes_twice_in_any_direction_is_refused() =>
        Assert.Contains("row 1 repeats the edge", Assert.Throws<ArgumentException>(() => Figure.Network(
            new SampleFrame(SampleColumn.Text("First", "a", "b"), SampleColumn.Text("Second", "b", "a"), SampleColumn.Whole("Both", 1, 2)),
                "title")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_date_that_is_none_is_named_with_its_row() =>
        Assert.Contains("row 0: 'PAST_REF' in column 'Date'", Assert.Throws<FormatException>(() => Figure.Timeline(
            new SampleFrame(SampleColumn.Text("Date", "PAST_REF"), SampleColumn.Text("Kind", "attack")), "title")).Message,
                StringComparison.Ordinal);

    [Fact]
    public void Events_outside_the_period_are_left_out_and_counted_on_the_chart()
    {
        var figure = Figure.Timeline(
            new SampleFrame(SampleColumn.Text("Date", "2003", "2020-01-03", "2021-01-03"),
                SampleColumn.Text("Kind", "attack", "killing", "protest")),
            "title", from: new DateOnly(2020, 12, 31));
        Assert.Contains("Not drawn: 2 events outside this period.", figure.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.StartsWith("Timeline of 1 event in", figure.Alt, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_chart_can_be_empty()
    {
        var empty = new SampleFrame(SampleColumn.Text("Value"), SampleColumn.Text("Other"), SampleColumn.Whole("Count"),
            SampleColumn.Text("Date"));
        Figure[] figures =
        [
            Figure.Bar(empty, "t"), Figure.Columns(empty, "t", "Date"),
            Figure.HeatMap(empty, "t", "Value", "Other"), Figure.Network(empty, "t", "Value", "Other", "Count"),
            Figure.Timeline(empty, "t", lane: "Value"), Figure.Scatter(empty, "t", "Count", "Count"),
            Figure.Dispersion(new SampleFrame(
                SampleColumn.Text("Document"), SampleColumn.Text("Entity"), SampleColumn.Whole("Start"), SampleColumn.Whole("End")),
                    [], "t"),
        ];
        Assert.All(figures, figure => Assert.NotEmpty(figure.ToPlotlyJson()));
        Assert.All(figures, figure => Assert.NotEmpty(figure.Alt));
    }

    [Fact]
    public void A_copy_with_another_title_leaves_the_first_as_it_was()
    {
        var first = Figure.Bar(Frame, "first");
        var second = first with { Title = "second" };
        Assert.Contains("<b>first</b>", first.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Contains("<b>second</b>", second.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_network_gets_the_same_places()
    {
        static string Json() => Figure.Network(
            new SampleFrame(SampleColumn.Text("First", "a", "b", "c", "d"), SampleColumn.Text("Second", "b", "c", "d", "e"),
                SampleColumn.Whole("Both", 1, 2, 3, 4)), "title").ToPlotlyJson();
        Assert.Equal(Json(), Json());
    }

    [Fact]
    public void A_long_time_without_events_is_cut_out_of_the_calendar_and_days_keep_their_order()
    {
        var scale = new CalendarScale([(new(2014, 6, 10), new(2014, 6, 12)), (new(2020, 1, 3), new(2020, 1, 8))], 800);
        Assert.Single(scale.Breaks);
        double[] places = [.. new DateOnly[
            ] { new(2014, 6, 10), new(2014, 6, 12), new(2017, 1, 1), new(2020, 1, 3), new(2020, 1, 8) }.Select(day => scale.Place(day))];
        Assert.Equal(places.Order(), places);
        Assert.All(places, place => Assert.InRange(place, 0, 800));
        Assert.Contains(scale.Ticks(Language.English), tick => tick.Label.EndsWith("2014", StringComparison.Ordinal));
    }

    [Fact]
    public void Mentions_and_pairs_are_traced_to_their_sentences()
    {
        const string Title = "the title";
        var corpus = Corpus.Of([new("1", $"body body body body.\n{Title}", Title: Title)],
            Path.Combine(Repository.Root, "corpus", "entities.tsv"));
        Mention[] mentions =
        [
            new("1", 0, 5, 9, "x", "iran", "state", null, "r"), new("1", 0, 1, 3, "y", "usa", "state", null, "r"),
            new("1", 0, 10, 12, "z", null, "person", null, "r"),
            new("1", 1, 21, 23, "x", "iran", "state", null, "r"), new("1", 1, 24, 25, "y", "usa", "state", null, "r"),
        ];
        Assert.Equal([("iran", "1:5-9", "body body body body."), ("usa", "1:1-3", "body body body body."), ("iran", "1:21-23", Title),
            ("usa", "1:24-25", Title)],
            Evidence.Of(mentions, corpus, mention => mention.Entity)
                .Select(passage => (passage.Mark, passage.Address, passage.Sentence.Text)));
        var pair = Assert.Single(Evidence.OfPairs(mentions, corpus));
        Assert.Equal(("iran × usa", "1:0-20"), (pair.Mark, pair.Address));
        Assert.Equal([new(5, 9), new(1, 3)], pair.Highlights);
    }

    public static TheoryData<string, Func<Figure>> Empty => new()
    {
        { "bar", () => Figure.Bar(Frame.Rows(0), "title") },
        { "columns", () => Figure.Columns(Frame.Rows(0), "title", "Value") },
        { "matrix", () => Figure.HeatMap(Deedle.Frame.FromValues(Array.Empty<Tuple<string, string, int>>()), "title") },
        { "cells", () => Figure.HeatMap(Frame.Rows(0), "title", "Value", "Value", symmetric: true) },
        { "network", () => Figure.Network(Frame.Rows(0), "title", "Value", "Value", "Count") },
        { "timeline", () => Figure.Timeline(Frame.Rows(0), "title", "Value", "Value") },
        { "timeline without dates", () =>
            Figure.Timeline(new SampleFrame(SampleColumn.Text("Date", "", null), SampleColumn.Text("Kind", "attack", "visit")), "title") },
        { "escalation", () => Figure.Escalation([], "title") },
        { "multiples", () => Figure.Multiples(Frame.Rows(0), "title", "Value", "Value") },
        { "calendar", () => Figure.Calendar(Frame.Rows(0), "title", "Value") },
        { "intervals", () => Figure.Intervals(Frame.Rows(0), "title", "Value", "Count", "Count", "Count") },
        { "calendar without days", () => Figure.Calendar(Frame, "title", "Value") },
        { "actions", () => Figure.Actions([], "title") },
        { "communities", () => Figure.Network(Frame.Rows(0), "title", "Value", "Value", "Count", communities: true) },
        { "scatter", () => Figure.Scatter(Frame.Rows(0), "title", "Count", "Count") },
        { "dispersion", () => Figure.Dispersion(
            new SampleFrame(SampleColumn.Text("Document"), SampleColumn.Text("Entity"), SampleColumn.Whole("Start"),
                SampleColumn.Whole("End")), [], "title") },
    };

    [Theory]
    [MemberData(nameof(Empty))]
    public void A_chart_of_nothing_says_so(string kind, Func<Figure> make)
    {
        var figure = make();
        Assert.Contains("No data to draw.", figure.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(figure.Alt), kind);
        Assert.DoesNotContain("line:", figure.WholeCaption, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_timeline_without_dates_says_in_words_what_is_not_drawn() => Assert.Equal(
        "Timeline without events. Not drawn: 2 events without a date.",
        Figure.Timeline(new SampleFrame(SampleColumn.Text("Date", "", null), SampleColumn.Text("Kind", "attack", "visit")), "title").Alt);

    [Fact]
    public void A_timeline_takes_a_column_of_dates() => Assert.StartsWith(
        "Timeline of 1 document in 1 lane: 000: 1. The first is dated 2021-01-03, the last 2021-01-03. "
            + "Not drawn: 1 document without a date.",
        Figure.Timeline(new Document[] { new("000", "x", new DateOnly(2021, 1, 3)), new("001", "y") }.ToDataFrame(), "title",
            date: "Published", lane: "Id").Alt, StringComparison.Ordinal);

    [Fact]
    public void Points_without_a_label_are_counted_in_words_and_bear_none()
    {
        var figure = Figure.Scatter(
            new SampleFrame(SampleColumn.Text("Value", "a", "", ""), SampleColumn.Whole("X", 1, 2, 4), SampleColumn.Whole("Y", 5, 6, 7)),
                "title", "X", "Y", referenceY: 6, referenceName: "as expected");
        Assert.Equal("Scatter plot of 3 points, X (1 to 4) against Y (5 to 7), with a line at 6 (as expected): a: 1, 5; and 2 others.",
            figure.Alt);
        Assert.Equal(["a", "as expected"], JsonNode.Parse(figure.ToPlotlyJson())!["layout"]!["annotations"]!.AsArray()
            .Select(note => (string)note!["text"]!));
    }

    [Fact]
    public void A_reference_with_a_name_and_no_value_is_refused() =>
        Assert.Contains("'as expected' has no value",
            Assert.Throws<ArgumentException>(() => Figure.Scatter(Frame, "title", "Count", "Count", referenceName: "as expected")).Message,
                StringComparison.Ordinal);

    [Fact]
    public void A_panel_is_headed_by_the_English_title()
    {
        Document[] documents = [new("000", "text", Title: "عنوان", TitleEnglish: "Title")];
        var frame = new SampleFrame(SampleColumn.Text("Document", "000"), SampleColumn.Text("Entity", "iran"),
            SampleColumn.Whole("Start", 0), SampleColumn.Whole("End", 3));
        Assert.Contains("\"text\":\"000 Title\"", Figure.Dispersion(frame, documents, "title").ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Arabic_title_beside_an_id_is_isolated_so_that_the_id_stays_in_front()
    {
        Document[] documents = [new("000", "text", Title: "عنوان (2020)")];
        var frame = new SampleFrame(SampleColumn.Text("Document", "000"), SampleColumn.Text("Entity", "iran"),
            SampleColumn.Whole("Start", 0), SampleColumn.Whole("End", 3));
        Assert.Contains("\"text\":\"000 \u2068عنوان (2020)\u2069\"", Figure.Dispersion(frame, documents, "title")
            .ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Large_charts_are_drawn_in_time_that_grows_with_their_marks()
    {
        const int Many = 20_000;
        string[] labels = [.. Enumerable.Range(0, Many).Select(number => $"label {number}")];
        int[] numbers = [.. Enumerable.Range(1, Many)];
        var frame = new SampleFrame(SampleColumn.Text("Value", labels), SampleColumn.Text("Row", [.. labels.Select(label => label[^2..])]),
            SampleColumn.Whole("Count", numbers));
        var documents = Enumerable.Range(0, 2000).Select(number => new Document($"{number}", "text text")).ToArray();
        var occurrences = new SampleFrame(
            SampleColumn.Text("Document", [.. numbers.Select(number => $"{number % 2000}")]),
                SampleColumn.Text("Entity", [.. numbers.Select(number => $"{number % 12}")]),
            SampleColumn.Whole("Start", [.. numbers.Select(_ => 1)]), SampleColumn.Whole("End", [.. numbers.Select(_ => 2)]));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Figure[] figures =
        [
            Figure.HeatMap(frame, "title", "Value", "Row"), Figure.Columns(frame, "title", "Value"), Figure.Bar(frame, "title"),
            Figure.Dispersion(occurrences, documents, "title"),
        ];
        Assert.All(figures, figure => Assert.NotEmpty(figure.Alt));
        Assert.All(figures[1..], figure => Assert.NotEmpty(figure.ToPlotlyJson()));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_timeline_counts_what_has_no_date() => Assert.Contains(
        "Not drawn: 1 event without a date.",
        Figure.Timeline(new SampleFrame(SampleColumn.Text("Date", "2020-01-03", ""), SampleColumn.Text("Kind", "attack", "visit")), "title")
            .ToPlotlyJson(),
        StringComparison.Ordinal);

    [Fact]
    public void A_short_axis_of_counts_has_no_tick_between_them() =>
        Assert.Contains("\"dtick\":1", Figure.Bar(Frame, "title").ToPlotlyJson(), StringComparison.Ordinal);

    [Fact]
    public void A_series_by_month_is_drawn_by_month_and_a_gap_in_it_stays_a_gap()
    {
        var counts = new Deedle.SeriesBuilder<DateOnly, int> { { new DateOnly(2020, 1, 1), 3 }, { new DateOnly(2020, 3, 1), 5 } }.Series;
        var figure = Figure.Columns(counts, "title", "mentions");
        Assert.Equal(["2020-01", "2020-03"], figure.Data["Id"].Cast<string>());
        Assert.Equal(["2020-01-01", "2020-03-01"], JsonNode.Parse(figure.ToPlotlyJson())!["data"]![0]!["x"]!.AsArray()
            .Select(day => (string)day!));
    }

    [Fact]
    public void A_series_by_label_or_day_keeps_its_labels_and_its_missing_values_are_left_out()
    {
        var means = new Deedle.SeriesBuilder<string, double> { { "a", 0.5 }, { "b", double.NaN }, { "c", 2 } }.Series;
        Assert.Equal(["a", "c"], Figure.Columns(means, "title").Data["Id"].Cast<string>());
        var days = new Deedle.SeriesBuilder<DateOnly, double> { { new DateOnly(2020, 1, 1), 1 }, { new DateOnly(2020, 1, 2), 2 } }.Series;
        Assert.Equal(["2020-01-01", "2020-01-02"], Figure.Columns(days, "title").Data["Id"].Cast<string>());
    }

    [Fact]
    public void A_zero_of_amounts_stays_blank_and_the_note_says_so()
    {
        static (string[] Drawn, string Note) Of(int low)
        {
            var matrix = Deedle.Frame.FromValues<string, string, int>(
                [Tuple.Create("a", "x", 1), Tuple.Create("a", "y", 0), Tuple.Create("b", "x", low), Tuple.Create("b", "y", 2)]);
            var figure = Figure.HeatMap(matrix, "title");
            var texts = JsonNode.Parse(figure.ToPlotlyJson())!["data"]![1]!["text"]!.AsArray();
            return ([.. texts.Select(text => (string)text!)], figure.Note);
        }

        var (drawn, note) = Of(0);
        Assert.Equal(["1", "2"], drawn);
        Assert.Equal("Empty: 0 or no value.", note);
        (drawn, note) = Of(-1);
        Assert.Equal(["1", "0", "-1", "2"], drawn);
        Assert.Equal("", note);
    }

    [Fact]
    public void A_missing_cell_of_a_matrix_stays_blank()
    {
        var matrix = Deedle.Frame.FromValues<string, string, int>([Tuple.Create("a", "x", 1), Tuple.Create("b", "y", 2)]);
        var figure = Figure.HeatMap(matrix, "title");
        Assert.Equal(2, figure.Data.Rows.Count);
        Assert.Equal("[[1,null],[null,2]]", JsonNode.Parse(figure.ToPlotlyJson())!["data"]![0]!["z"]!.ToJsonString());
    }
}
