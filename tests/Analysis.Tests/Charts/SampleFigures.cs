namespace Analysis.Tests;

/// <summary>One figure of each kind, with Arabic, English, digits and brackets in its labels.</summary>
internal static class SampleFigures
{
    private const string Text = "وقالت القيادة المركزية الأميركية (CENTCOM) إن 10 صواريخ سقطت في قاعدة \"عين الأسد\" يوم 8 يناير 2020.";

    public static Evidence Passage(string mark, int start = 12, string document = "003") =>
        In(new(document, Text, new(2020, 1, 9), Title: "صواريخ"), mark, start);

    private static Evidence In(Document document, string mark, int start) =>
        new(mark, document, new Span(start, start + 9), new(document.Id, 0, 0, document.Text.Length, 0, SentenceKind.Body, document.Text),
            "rule");

    public static Figure Bar { get; } = Figure.Bar(
        new SampleFrame(
            SampleColumn.Text("Value", "إيران", "United States", "القوات الأميركية (CENTCOM)", "كتائب \"حزب الله\" العراقي", "Esmail Qaani",
                "B-52", "داعش & <ISIS>"),
            SampleColumn.Whole("Count", 41, 57, 23, 12, 9, 3, 1)),
        "The United States is named most, then Iran", unit: "mentions", id: "entity-counts") with
    {
        Caption = "Mentions of each entity.",
        Source = "five articles, 2020–2021",
        Evidence = [Passage("إيران"), Passage("إيران", 40), Passage("B-52")],
    };

    public static Figure GroupedBar { get; } = Figure.Bar(
        Parts, "من يُذكر في كل مقال (2020–2021)؟", "Entity", "Count", "mentions", "Document", id: "entity-counts-by-document");

    public static Figure StackedBar { get; } = Figure.Bar(
        Parts, "من يُذكر في كل مقال (2020–2021)؟", "Entity", "Count", "mentions", "Document", stacked: true, id: "entity-counts-stacked");

    public static Figure Columns { get; } = Figure.Columns(
        Months, "Mentions by month", "Month", "Count", "Entity", "mentions", id: "mentions-in-columns") with
    {
        Source = "five articles",
    };

    public static Figure Pivot { get; } = Figure.HeatMap(
        Matrix, "Each article has its own protagonist", "mentions", id: "entities-by-document") with
    {
        Evidence = [Passage(Evidence.Pair("العراق", "001")!)],
    };

    public static Figure HeatMap { get; } = Figure.HeatMap(
        Pairs, "Iran and the United States share most sentences", "A", "B", "Count", "sentences", symmetric: true, id: "co-mentions") with
    {
        Evidence = [Passage(Evidence.Pair("إيران", "United States")!), Passage(Evidence.Pair("العراق", "إيران")!)],
        Source = "five articles, body sentences only",
    };

    public static Figure Network { get; } = Figure.Network(Pairs, "Iran stands in the middle", "A", "B", "Count", "sentences shared",
        communities: true, id: "co-mention-network") with
    {
        Evidence = [Passage(Evidence.Pair("إيران", "United States")!)],
        Source = "five articles",
    };

    public static Figure Timeline { get; } = Figure.Timeline(
        new SampleFrame(
            SampleColumn.Text("Date", "2019-12-27", "2020-01-03", "2020-01-03", "2020-01-08", "2020-03", "2020-03-30/2020-04-01",
                "2020-04-01~", "../2020-03-31", "2020-12-20", "2020-12-30TEV", "2021-01-03/..", "2020-W53"),
            SampleColumn.Text("Kind", "attack", "killing", "attack", "attack", "deployment", "visit", "threat", "withdrawal", "attack",
                "statement", "demand", "threat"),
            SampleColumn.Text("Label", "صواريخ على قاعدة (K-1)", "Soleimani killed", "", "عين الأسد", "باتريوت", "قائد فيلق القدس في بغداد",
                "تهديد ترامب", "", "السفارة", "CENTCOM: بيان", "", "قاسم سليماني: الذكرى الأولى")),
        "Two waves of escalation, nine months apart", label: "Label", id: "chronology") with
    {
        Evidence = [Passage("Soleimani killed")],
        Source = "five articles",
    };

    public static Figure Scatter { get; } = Figure.Scatter(
        new SampleFrame(
            SampleColumn.Text("Value", "إيران", "United States", "القوات (CENTCOM)", "العراق", "Qaani", "near Qaani"),
            SampleColumn.Whole("Count", 41, 57, 23, 30, 9, 9), SampleColumn.Number("DP", 0.12, 0.05, 0.4, 0.1, 0.71, 0.712)),
        "Frequent names are spread evenly", "Count", "DP", xUnit: "mentions", yUnit: "DP, 0 is even", referenceY: 0.2,
        referenceName: "as even as chance", id: "frequency-and-dispersion") with
    {
        Evidence = [Passage("Qaani")],
    };

    public static Figure Dispersion { get; } = Figure.Dispersion(
        new SampleFrame(
            SampleColumn.Text("Document", "000", "000", "001", "001", "001"),
                SampleColumn.Text("Entity", "إيران", "United States", "إيران", "إيران", null),
            SampleColumn.Whole("Start", 3, 60, 0, 40, 41), SampleColumn.Whole("End", 8, 67, 5, 45, 44)),
        [new("000", new string('x', 100), Title: "إيران والولايات المتحدة على خلاف في العراق",
            TitleEnglish: "Iran and the United States are at odds in Iraq"), new("001", new string('x', 50), Title: "A visit (2020)"),
                new("002", "nothing")],
        "Where is Iran named?", id: "where-names-occur") with
    {
        Evidence = [Passage("001:40-45", 40, "001")],
    };

    public static Figure Escalation { get; } = Figure.Escalation(
        [
            new(new(2020, 1, 1), 6, -9.25, -10, -7.5, -8.33, -9, -6.33, 6), new(new(2020, 2, 1), 4, 5.25, 0, 10, 5.17, 2.5, 6.5, 3),
            new(new(2020, 3, 1), 0, null, null, null, null, null, null, 0), new(new(2020, 4, 1), 1, null, null, null, null, null, null, 0),
        ],
        "January is the worst month", id: "escalation") with
    { Source = "five articles" };

    public static Figure Multiples { get; } = Figure.Multiples(
        new SampleFrame(
            SampleColumn.Text("Season", "spring (2020)", "spring (2020)", "winter (2020)", "winter (2020)"),
                SampleColumn.Text("Entity", "إيران", "القوات الأميركية (CENTCOM)", "إيران", "United States"),
            SampleColumn.Number("Rate", 16.2, 11.8, 33.3, 32)),
        "من يُذكر في كل فصل؟", "Season", "Entity", "Rate", "per 1,000 words", id: "names-by-season");

    public static Figure Calendar { get; } = Figure.Calendar(
        new SampleFrame(SampleColumn.Text("Date", "2020-01-03", "2020-01-03", "2020-03-31TEV", "2021-01-03", "2020-01")), "Known days",
            id: "calendar");

    public static Figure Actions { get; } = Figure.Actions(
        [new("iran", "usa", 8, -5.65, []), new("usa", "iran", 6, -5.93, []), new("usa", "iraq", 1, -4.4, [])],
            "Iran and the United States act on each other",
        name: id => id == "iran" ? "إيران" : id.ToUpperInvariant(), id: "who-acts-on-whom");

    public static Figure Intervals { get; } = Figure.Intervals(
        new SampleFrame(
            SampleColumn.Text("Pair", "إيران – العراق", "Qaani – Quds Force"), SampleColumn.Number("Npmi", -0.04, 0.58),
                SampleColumn.Number("Low", -0.2, -1), SampleColumn.Number("High", 0.1, 0.82)),
        "No pair is certain", "Pair", "Npmi", reference: 0, unit: "NPMI", id: "pairs-with-intervals");

    public static IEnumerable<Figure> All =>
        [Bar, GroupedBar, StackedBar, Columns, Pivot, HeatMap, Network, Timeline, Scatter, Dispersion, Escalation, Multiples,
            Calendar, Actions, Intervals];

    public static Figure ById(string id) => All.Single(figure => figure.Id == id);

    private static Deedle.Frame<string, string> Matrix => Deedle.Frame.FromValues(
        from cell in new[] { ("إيران", 12, 0, 5), ("United States", 30, 7, 5), ("العراق", 1, 22, 5) }
        from value in new[] { ("000", cell.Item2), ("001", cell.Item3), ("002", cell.Item4) }
        select Tuple.Create(cell.Item1, value.Item1, value.Item2));

    private static SampleFrame Parts => new(
        SampleColumn.Text("Entity", "إيران", "إيران", "United States", "United States", "كتائب \"حزب الله\" (العراق)"),
        SampleColumn.Text("Document", "قائد فيلق القدس", "Report 003", "قائد فيلق القدس", "Report 003", "Report 003"),
        SampleColumn.Whole("Count", 12, 5, 7, 22, 4));

    private static SampleFrame Months => new(
        SampleColumn.Text("Month", "2020-01", "2020-02", "2020-03", "2020-04", "2020-01", "2020-02", "2020-03", "2020-04", "2020-01",
            "2020-04"),
        SampleColumn.Text("Entity", "إيران", "إيران", "إيران", "إيران", "United States", "United States", "United States", "United States",
            "القوات (CENTCOM)", "القوات (CENTCOM)"),
        SampleColumn.Whole("Count", 3, 5, 22, 14, 12, 11, 9, 13, 1, 2));

    private static SampleFrame Pairs => new(
        SampleColumn.Text("A", "إيران", "إيران", "United States", "العراق", "القوات الأميركية (CENTCOM)", "كتائب حزب الله"),
        SampleColumn.Text("B", "United States", "العراق", "العراق", "القوات الأميركية (CENTCOM)", "United States",
            "القوات الأميركية (CENTCOM)"),
        SampleColumn.Whole("Count", 25, 18, 14, 6, 3, 9));
}
