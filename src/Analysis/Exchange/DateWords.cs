namespace Analysis;

/// <summary>
/// Dates in words, for readers who don't know EDTF: <c>around 2020-03-31 evening</c>, <c>spring 2016</c>, <c>until 2020-01-03</c>.
/// </summary>
internal static class DateWords
{
    private static readonly (string Code, string Word)[] PartsOfDay =
        [("TMO", "morning"), ("TAF", "afternoon"), ("TEV", "evening"), ("TNI", "night")];

    // Parts of a year by their number in ISO 8601-2.
    private static readonly Dictionary<string, string> YearParts = new(StringComparer.Ordinal)
    {
        ["21"] = "spring",
        ["22"] = "summer",
        ["23"] = "autumn",
        ["24"] = "winter",
        ["33"] = "first quarter of",
        ["34"] = "second quarter of",
        ["35"] = "third quarter of",
        ["36"] = "last quarter of",
        ["37"] = "first third of",
        ["38"] = "second third of",
        ["39"] = "last third of",
        ["40"] = "first half of",
        ["41"] = "second half of",
    };

    public static string Of(Edtf date)
    {
        var text = date.ToString();
        if (!date.IsInterval) return Point(text);
        var (first, last) = Ends(date);
        return first == ".." ? "until " + Point(last) : last == ".." ? "since " + Point(first) : $"{Point(first)} to {Point(last)}";
    }

    /// <summary>The two dates of an interval, <c>..</c> for an open end; of another date that date twice.</summary>
    public static (string First, string Last) Ends(Edtf date) =>
        date.ToString().Split('/') is [var first, var last] ? (first, last) : (date.ToString(), date.ToString());

    private static string Point(string text)
    {
        var exact = text.TrimEnd('~');
        return text.Length == exact.Length ? Exact(text) : "around " + Exact(exact);
    }

    private static string Exact(string text) => Edtf.Parse(text).Precision switch
    {
        EdtfPrecision.Century => text[..2] + "00s",
        EdtfPrecision.Decade => text[..3] + "0s",
        EdtfPrecision.Season => $"{YearParts[text[5..]]} {text[..4]}",
        EdtfPrecision.Week => $"week {text[6..]} of {text[..4]}",
        EdtfPrecision.PartOfDay => $"{text[..10]} {PartsOfDay.First(part => part.Code == text[10..]).Word}",
        EdtfPrecision.Minute => text.Replace('T', ' '),
        _ => text,
    };
}
