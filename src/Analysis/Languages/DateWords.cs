namespace Analysis;

/// <summary>
/// Dates in words, for readers who don't know EDTF: <c>around 2020-03-31 evening</c>, <c>spring 2016</c>, <c>until 2020-01-03</c>.
/// </summary>
internal static class DateWords
{
    private static readonly string[] PartsOfDay = ["TMO", "TAF", "TEV", "TNI"];

    public static string Of(Edtf date, Language? language = null)
    {
        language ??= Language.English;
        var (first, last) = Ends(date);
        return !date.IsInterval ? Point(first, language)
            : first == ".." ? language.Text("date-until", Point(last, language))
            : last == ".." ? language.Text("date-since", Point(first, language))
            : language.Text("date-span", Point(first, language), Point(last, language));
    }

    /// <summary>The two dates of an interval, <c>..</c> for an open end; of another date that date twice.</summary>
    public static (string First, string Last) Ends(Edtf date) =>
        date.ToString().Split('/') is [var first, var last] ? (first, last) : (date.ToString(), date.ToString());

    private static string Point(string text, Language language)
    {
        var exact = text.TrimEnd('~');
        return text.Length == exact.Length ? Exact(text, language) : language.Text("date-around", Exact(exact, language));
    }

    private static string Exact(string text, Language language) => Edtf.Parse(text).Precision switch
    {
        EdtfPrecision.Century => language.Text("date-century", text[..2]),
        EdtfPrecision.Decade => language.Text("date-decade", text[..3]),
        EdtfPrecision.Season => language.Text(
            "date-season", PartOfYear(int.Parse(text.AsSpan(5), CultureInfo.InvariantCulture), language), text[..4]),
        EdtfPrecision.Week => language.Text("date-week", text[6..], text[..4]),
        EdtfPrecision.PartOfDay => language.Text(
            "date-part-of-day", language.Say(text[..10]), Word(language, "date-parts-of-day", Array.IndexOf(PartsOfDay, text[10..]))),
        EdtfPrecision.Minute => language.Text("date-minute", language.Say(text[..10]), text[11..]),
        _ => language.Say(text),
    };

    // Parts of a year by their number in ISO 8601-2: from 21, and from 33.
    private static string PartOfYear(int number, Language language) =>
        number < 33 ? Word(language, "date-seasons", number - 21) : Word(language, "date-parts-of-year", number - 33);

    private static string Word(Language language, string list, int number) => language.Text(list).Split(';')[number];
}
