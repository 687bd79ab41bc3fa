namespace Analysis;

/// <summary>
/// Dates in words, for readers who don't know EDTF: <c>around 2020-03-31 evening</c>, <c>spring 2016</c>, <c>until 2020-01-03</c>.
/// </summary>
internal static class DateWords
{
    private static readonly (string Code, string Word)[] PartsOfDay =
        [("TMO", "morning"), ("TAF", "afternoon"), ("TEV", "evening"), ("TNI", "night")];

    // Parts of a year by their number in ISO 8601-2: from 21, and from 33.
    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];
    private static readonly string[] YearParts = [
        "first quarter of", "second quarter of", "third quarter of", "last quarter of",
        "first third of", "second third of", "last third of", "first half of", "second half of"];

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
        EdtfPrecision.Season => $"{PartOfYear(int.Parse(text.AsSpan(5), CultureInfo.InvariantCulture))} {text[..4]}",
        EdtfPrecision.Week => $"week {text[6..]} of {text[..4]}",
        EdtfPrecision.PartOfDay => $"{text[..10]} {PartsOfDay.First(part => part.Code == text[10..]).Word}",
        EdtfPrecision.Minute => text.Replace('T', ' '),
        _ => text,
    };

    private static string PartOfYear(int number) => number < 33 ? Seasons[number - 21] : YearParts[number - 33];
}
