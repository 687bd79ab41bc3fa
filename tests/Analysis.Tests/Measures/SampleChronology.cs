namespace Analysis.Tests.Measures;

/// <summary>A chronology with a date of every kind.</summary>
internal static class SampleChronology
{
    public static readonly Document[] Documents = [
        new Document("003", "", new DateOnly(2020, 4, 1)), new Document("u", "")];

    public static readonly Sentence[] Sentences = [
        new Sentence(
            "003", 0, 0, 60, 0, SentenceKind.Body, "قال \"ترامب\" إن إيران <تخطط>؛ لهجوم، على القوات & القواعد الأمريكية في العراق."),
        new Sentence("u", 0, 0, 20, 0, SentenceKind.Body, "زار الوزير بغداد.")];

    public static readonly DataFrame<ChronologyEntry> Entries = Of(
        "2020-04-01~", "2020-01-03", "2021-07-05T14:45", "2020-03-31TEV", "2020-W13", "2020-01", "2016-22", "2014", "198X",
        "2019-06-12/2019-06-14", "2014/2018-03~", "../2020-04-01", "2020-01/..", "", "9999");

    /// <summary>An event for each date, the last in an undated document.</summary>
    public static DataFrame<ChronologyEntry> Of(params string[] dates) => Chronology.Of(
        Chronology.Alone(dates.Select((date, i) => Event(i == dates.Length - 1 ? "u" : "003", i, date))), Sentences, Documents,
        id => id.ToUpperInvariant(), Language.English);

    public static Event Event(string document, int start, string date, string kind = "threat") => new(
        document, 0, start, 60, kind, date, "stated", ["donald-trump"], ["iran"], start % 2 == 0 ? "iraq" : "", "138", -7, "THREATEN",
            "test");
}
