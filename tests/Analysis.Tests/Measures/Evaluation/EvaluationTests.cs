using Analysis.Tests.Annotation.Events;
namespace Analysis.Tests.Measures;

public sealed class EvaluationTests
{

    private static readonly GoldDocument Gold = new(
        "a",
        [M(0, 5, "iran", "state"), M(10, 15, "washington", "capital", true), M(20, 25, null, "person")],
        [T(30, 35, "2020-01~"), T(40, 45, "2020-01-03")],
        [
            G(0, 50, "attack", "2020-01-03") with { Actors = ["iran"], Targets = ["usa"] },
            G(60, 99, "statement", "2020-01-01/2020-01-31"),
            G(120, 140, "visit", "2020", agreed: false),
        ]);

    [Fact]
    public void Gold_against_itself_is_perfect()
    {
        var evaluation = Evaluate(
            Gold.Mentions, Gold.Times,
            [
                E(0, 50, "attack", "2020-01-03") with { Actors = ["iran"], Targets = ["usa"] },
                E(60, 99, "statement", "2020-01-01/2020-01-31"), E(120, 140, "visit", "2020"),
            ]);

        // There is no second document whose reports could be joined.
        Assert.All(evaluation.Figures.Where(figure => !figure.Key.StartsWith("joined", StringComparison.Ordinal)), figure =>
            Assert.Equal(1, figure.Value));
        Assert.Empty(evaluation.Errors);
        Assert.All(evaluation.Types, row => Assert.Equal((1.0, double.NaN), (row.F1, row.Low)));
    }

    [Fact]
    public void A_span_that_is_one_letter_off_is_both_missed_and_spurious()
    {
        var evaluation = Evaluate([M(0, 4, "iran", "state"), .. Gold.Mentions.Skip(1)], Gold.Times, []);
        Assert.Equal(2.0 / 3, evaluation["mention_f1"], 9);
        Assert.Equal(
            ["missed", "spurious"],
            evaluation.Errors.Where(error => error.Layer == "mention").Select(error => error.Problem).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_wrong_entity_costs_the_entity_figures_and_not_the_span()
    {
        var evaluation = Evaluate([M(0, 5, "usa", "state"), .. Gold.Mentions.Skip(1)], Gold.Times, []);
        Assert.Equal(1, evaluation["mention_f1"]);
        Assert.Equal(2.0 / 3, evaluation["mention_entity_f1"], 9);
    }

    [Fact]
    public void A_capital_without_metonymy_counts_as_a_place()
    {
        var evaluation = Evaluate([.. Gold.Mentions.Select(mention => mention with { Metonym = null })], Gold.Times, []);
        Assert.Equal(0, evaluation["metonym_acc"]);
    }

    [Fact]
    public void Approximation_is_left_out_of_the_comparison_of_values()
    {
        var evaluation = Evaluate([], [T(30, 35, "2020-01"), T(40, 45, "2020-01-04")], []);
        Assert.Equal(1, evaluation["time_f1"]);
        Assert.Equal(0.5, evaluation["time_value"]);
    }

    [Theory]
    [InlineData("2020-01-03", 1.0)]
    [InlineData("2020-01-03TNI", 1.0)]
    [InlineData("2020-01-03~", 1.0)]
    [InlineData("2020-01", 0.0)]
    public void The_date_of_an_event_is_compared_without_time_of_day(string date, double expected) =>
        Assert.Equal(expected, Evaluate([], [], [E(0, 50, "attack", date)])["event_kind_date_r"] * 2);

    [Theory]
    [InlineData("2020-01-03", true)]
    [InlineData("2020-W02", true)]
    [InlineData("2020-01", true)]
    [InlineData("2020-02", false)]
    [InlineData("2020", false)]
    [InlineData("2019-12-30/2020-01-02", false)]
    [InlineData("", false)]
    public void A_date_inside_a_gold_interval_is_right(string predicted, bool right) =>
        Assert.Equal(right, GoldDate.IsRight(predicted, "2020-01-01/2020-01-31"));

    [Theory]
    [InlineData("2015", "../2020-01", true)]
    [InlineData("2021-05-01", "2020-01/..", true)]
    [InlineData("../2021", "2020-01/..", false)]
    [InlineData("2020-W99", "2020-W01", false)]
    [InlineData("PAST_REF", "PAST_REF", true)]
    public void Everything_lies_before_an_open_end_and_what_is_no_date_compares_as_text(string predicted, string gold, bool right) =>
        Assert.Equal(right, GoldDate.IsRight(predicted, gold));

    [Fact]
    public void A_repeat_and_an_overlap_with_disputed_events_cost_no_precision()
    {
        var evaluation = Evaluate([], [], [
            E(0, 50, "attack", "2020-01-03"),
            E(200, 220, "attack", "2020-01-03"),
            E(121, 139, "order", "2020"),
            E(300, 320, "vote", "2020")]);
        Assert.Equal(0.5, evaluation["event_p"]);
        Assert.Equal(0.5, evaluation["event_overlap"]);
    }

    [Fact]
    public void Each_prediction_finds_one_event_at_most()
    {
        var gold = Gold with { Events = [G(0, 50, "attack", "2020-01-03"), G(10, 60, "attack", "2020-01-03")] };
        var evaluation = Evaluation.Of([gold], [new(new("a", ""), [], [], [E(5, 55, "attack", "2020-01-03")])], EventReading.Gazetteer);
        Assert.Equal(0.5, evaluation["event_kind_r"]);
    }

    [Theory]
    [InlineData(100, 160, true, "more than half of the shorter span and a quarter of the longer")]
    [InlineData(0, 1000, false, "less than a quarter of the longer span")]
    [InlineData(145, 205, false, "less than half of the shorter span")]
    public void A_prediction_must_share_enough_of_the_event(int start, int end, bool found, string why)
    {
        var gold = Gold with { Events = [G(100, 150, "attack", "2020-01-03")] };
        DocumentAnnotations annotations = new(new("a", ""), [], [], [E(start, end, "attack", "2020-01-03")]);
        var recall = Evaluation.Of([gold], [annotations], EventReading.Gazetteer)["event_kind_r"];
        Assert.True(recall == (found ? 1 : 0), why);
    }

    [Fact]
    public void Roles_are_compared_as_state_actors_on_the_events_found()
    {
        var gold = Gold with { Events = [G(0, 50, "attack", "2020-01-03") with { Actors = ["irgc"], Targets = ["us-forces", "israel"] }] };
        var report = E(0, 50, "attack", "2020-01-03") with { Actors = ["iran", "turkey"], Targets = ["usa"] };
        var evaluation = Evaluation.Of([gold], [new(new("a", ""), [], [], [report])], EventReading.Gazetteer);
        Assert.Equal((0.5, 1, 1, 0.5), (evaluation["actors_p"], evaluation["actors_r"], evaluation["targets_p"], evaluation["targets_r"]));
    }

    [Fact]
    public void Pairs_of_reports_of_one_event_are_counted_across_documents()
    {
        GoldEvent Report(string id, string same) =>
            G(0, 50, "attack", "2020-01-03") with { Id = id, SameAs = same, Actors = ["iran"], Targets = ["us-forces"] };
        GoldDocument[] gold = [Gold with { Events = [Report("1", "")] }, Gold with { Id = "b", Events = [Report("2", "1")] }];
        DocumentAnnotations Found(string document) => new(
            new(document, ""), [], [], [E(0, 50, "attack", "2020-01-03") with { Document = document, Actors = ["iran"],
                Targets = ["us-forces"] }]);
        var evaluation = Evaluation.Of(gold, [Found("a"), Found("b")], EventReading.Gazetteer);
        Assert.Equal((1, 1), (evaluation["joined_p"], evaluation["joined_r"]));
        GoldDocument[] apart = [gold[0], gold[1] with { Events = [Report("2", "")] }];
        evaluation = Evaluation.Of(apart, [Found("a"), Found("b")], EventReading.Gazetteer);
        Assert.Equal((0, double.NaN), (evaluation["joined_p"], evaluation["joined_r"]));
    }

    [Fact]
    public void Each_figure_has_its_interval_and_plain_words_and_none_where_no_document_has_a_count()
    {
        var evaluation = Evaluation.Of(Corpus.Open(Path.Combine(Analysis.Tests.Corpora.Repository.Root, "corpus")));
        Assert.Equal(evaluation.Figures.Count, evaluation.Figures.Select(figure => figure.Measure).Distinct().Count());
        var known = evaluation.Figures.Where(figure => !figure.Key.StartsWith("joined", StringComparison.Ordinal)).ToArray();
        Assert.All(known, figure => Assert.InRange(figure.Value, figure.Low, figure.High));
        Assert.All(evaluation.Figures.Except(known), figure => Assert.True(double.IsNaN(figure.Low) && double.IsNaN(figure.High)));
        var names = evaluation.Types.Single(type => type.Type == "mention/all");
        Assert.Equal((names.Low, names.High), evaluation.Figures.Where(figure => figure.Key == "mention_f1")
            .Select(figure => (figure.Low, figure.High)).Single());
    }

    [Fact]
    public void Samples_in_which_a_type_does_not_occur_say_nothing_of_it()
    {
        GoldDocument[] gold = [.. "abcd".Select(id => new GoldDocument(
            $"{id}", [], [], [G(0, 50, id == 'd' ? "attack" : "visit", "2020-01-03")]))];
        var found = gold.Select(document => new DocumentAnnotations(
            new(document.Id, ""), [], [], [E(0, 50, document.Events[0].Kind, "2020-01-03")]));
        var types = Evaluation.Of(gold, found, EventReading.Gazetteer).Types.ToDictionary(row => row.Type, row => (row.Low, row.High));
        Assert.Equal(((1, 1), (double.NaN, double.NaN)), (types["event/visit"], types["event/attack"]));
        Assert.Equal((double.NaN, 0.0), (new PrecisionRecall(1, 0, 0).Precision, new PrecisionRecall(1, 0, 0).F1));
    }

    [Fact]
    public void An_unknown_figure_is_named_with_those_there_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Evaluate([], [], [])["mention_f2"]);
        Assert.Contains("mention_f1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gold_line_that_is_none_is_named_with_file_and_line()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(
            Path.Combine(folder, "x.mentions.jsonl"),
            "{\"start\":0,\"end\":1,\"surface\":\"a\",\"entity\":\"iran\",\"type\":\"state\"}\n{\"start\":0}\n");
        File.WriteAllText(Path.Combine(folder, "x.times.jsonl"), "");
        File.WriteAllText(Path.Combine(folder, "x.events.jsonl"), "");
        var error = Assert.Throws<InvalidDataException>(() => GoldDocument.ReadFolder(folder));
        Assert.Contains("x.mentions.jsonl(2)", error.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static Evaluation Evaluate(IEnumerable<Mention> mentions, IEnumerable<TimeExpression> times, IEnumerable<Event> events) =>
        Evaluation.Of([Gold], [new DocumentAnnotations(new Document("a", ""), [.. mentions], [.. times], [.. events])],
            EventReading.Gazetteer);

    private static Mention M(int start, int end, string? entity, string type, bool? metonym = null) =>
        new("a", 0, start, end, "…", entity, type, metonym, "test");

    private static TimeExpression T(int start, int end, string value) => new("a", 0, start, end, "…", "DATE", value, "dct", "test");

    private static Event E(int start, int end, string kind, string date) =>
        new("a", 0, start, end, kind, date, "dct", [], [], "", "", 0, "", "test");

    private static GoldEvent G(int start, int end, string kind, string date, bool agreed = true) =>
        new(start, end, kind, date, "", "", agreed, "", "", [], [], "");
}
