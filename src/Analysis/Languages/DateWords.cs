namespace Analysis;

/// <summary>
/// Dates and other values of time expressions in words, for readers who don't know EDTF and ISO 8601: <c>around 2020-03-31 evening</c>,
/// <c>spring 2016</c>, <c>until 2020-01-03</c>, <c>3 days</c>.
/// </summary>
internal static partial class DateWords
{
    private static readonly string[] PartsOfDay = ["TMO", "TAF", "TEV", "TNI"];
    private static readonly string[] References = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];
    private static readonly string[] Units = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"];

    public static string Of(Edtf date, Language? language = null)
    {
        language ??= Language.English;
        var (first, last) = Ends(date);
        return !date.IsInterval ? Point(first, language)
            : first == ".." ? language.Text("date-until", Point(last, language))
            : last == ".." ? language.Text("date-since", Point(first, language))
            : language.Text("date-span", Point(first, language), Point(last, language));
    }

    /// <summary>A duration or a reference, such as <c>P3D</c> or <c>PAST_REF</c>, in words; null for others.</summary>
    public static string? OfValue(string value, Language language)
    {
        if (Array.IndexOf(References, value) is >= 0 and var reference) return Word(language, "date-references", reference);
        if (Duration().Match(value) is not { Success: true } found) return null;
        // M is a month before T, and a minute after it.
        var time = value.IndexOf('T', StringComparison.Ordinal);
        return language.List(found.Groups["number"].Captures.Zip(found.Groups["unit"].Captures, (number, letter) =>
        {
            var unit = time < 0 || letter.Index < time ? "YMWD".IndexOf(letter.Value, StringComparison.Ordinal)
                : 4 + "HMS".IndexOf(letter.Value, StringComparison.Ordinal);
            return number.Value == "X" ? Word(language, "date-some", unit) : language.Text(Units[unit], number.Value);
        }), ',');
    }

    /// <summary>The two dates of an interval, <c>..</c> for an open end; of another date that date twice.</summary>
    public static (string First, string Last) Ends(Edtf date) =>
        date.ToString().Split('/') is [var first, var last] ? (first, last) : (date.ToString(), date.ToString());

    [GeneratedRegex(@"^P(?=.)(?:(?<number>\d+|X)(?<unit>[YMWD]))*(?:T(?:(?<number>\d+|X)(?<unit>[HMS]))+)?\z")]
    private static partial Regex Duration();

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
