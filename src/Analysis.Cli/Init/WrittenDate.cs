namespace Analysis.Cli;

/// <summary>Dates as people write them: <c>2020/1/3</c>, <c>25/1/2020</c>, <c>3 يناير 2020</c>, <c>Fri, Jan 3, 2020</c>.</summary>
internal static partial class WrittenDate
{
    private static readonly Lazy<Dictionary<string, int>> Months = new(() =>
        Lexicon.Read("time-words.tsv", "class", "value", "words").Where(row => row[0] is "month" or "local-month")
            .SelectMany(row => row[2].Split('|'), (row, name) => (Name: name.TrimStart('='), Number: int.Parse(row[1], null)))
            .Concat(Enumerable.Range(1, 12).SelectMany(English, (number, name) => (Name: name, Number: number)))
            .DistinctBy(month => Key(month.Name)).ToDictionary(month => Key(month.Name), month => month.Number, StringComparer.Ordinal));

    /// <summary>The day; null where the text is no date.</summary>
    /// <exception cref="FormatException">Day and month may be the other way round.</exception>
    public static DateOnly? Parse(string text)
    {
        var digits = string.Concat(text.Trim().Select(letter =>
            char.IsDigit(letter) ? (char)('0' + char.GetNumericValue(letter)) : letter));
        if (Date().Match(digits) is not { Success: true } found) return null;
        int Number(string part) => int.Parse(found.Groups[part].Value, CultureInfo.InvariantCulture);
        if (found.Groups["name"] is { Success: true } name)
            return Months.Value.TryGetValue(Key(name.Value), out var known) ? Day(Number("year"), known, Number("day")) : null;
        if (found.Groups["month"].Success) return Day(Number("year"), Number("month"), Number("day"));
        var (year, one, two) = (Number("year"), Number("one"), Number("two"));
        var (dayFirst, monthFirst) = (Day(year, two, one), Day(year, one, two));
        if (dayFirst is { } first && monthFirst is { } other && first != other)
            throw new FormatException($"date '{text}' found, which may be {first:yyyy-MM-dd} or {other:yyyy-MM-dd}: write one of these");
        return dayFirst ?? monthFirst;
    }

    private static string[] English(int month)
    {
        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        return [names.GetMonthName(month), names.GetAbbreviatedMonthName(month)];
    }

    private static DateOnly? Day(int year, int month, int day) =>
        Document.TryDate(FormattableString.Invariant($"{year:0000}-{month:00}-{day:00}"), out var date) ? date : null;

    private static string Key(string name) =>
        Normalizer.Normalize(ShownText.OneLine(name), NormalizationLevel.Key);

    [GeneratedRegex("""
        ^ (?: (?<year>\d{4}) (?<by>[/.-]) (?<month>\d\d?) \k<by> (?<day>\d\d?)
            | (?<one>\d\d?) (?<by>[/.-]) (?<two>\d\d?) \k<by> (?<year>\d{4})
            | (?:\D*[\s,،])? (?<day>\d\d?) [\s-]+ (?<name>\p{L}[\p{L}\s]*?) \.? (?:\s*/[\p{L}\s]+)? [\s,،-]+ (?<year>\d{4})
            | (?:\D*[\s,])? (?<name>[A-Za-z]+) \.? \s+ (?<day>\d\d?) ,? \s+ (?<year>\d{4}) )
        (?: [T\s,،]+ \d\d?:\d\d .* )? \z
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Date();
}
