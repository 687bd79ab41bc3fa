namespace Analysis;

/// <summary>
/// A language in which charts, tables and reports are shown, and the digits in which they show numbers. Data are not translated: files of
/// numbers, ids and the texts of the corpus are the same in every language.
/// </summary>
public sealed partial class Language
{
    private const string ArabicDigits = "ar-u-nu-arab";

    /// <summary>How data and English texts write days and months.</summary>
    private static readonly string[] Days = ["yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy"];
    private static readonly string[] Months = ["yyyy-MM", "MMM yyyy"];

    private static readonly Dictionary<string, string> NoNames = [];

    private readonly IReadOnlyDictionary<string, string> _names;
    private readonly ConcurrentDictionary<string, string> _said = new(StringComparer.Ordinal);

    private Language(string tag, IReadOnlyDictionary<string, string>? names = null) =>
        (Tag, _names) = (tag, names ?? NoNames);

    /// <summary>English, left to right.</summary>
    public static Language English { get; } = new("en");

    /// <summary>Arabic, right to left, with the digits 0–9.</summary>
    public static Language Arabic { get; } = new("ar");

    /// <summary>Arabic with the digits ٠–٩.</summary>
    public static Language ArabicWithArabicDigits { get; } = new(ArabicDigits);

    /// <summary>The BCP 47 tag: <c>en</c>, <c>ar</c> or <c>ar-u-nu-arab</c>.</summary>
    public string Tag { get; }

    /// <summary>The language alone: <c>en</c> or <c>ar</c>.</summary>
    public string Code => Tag[..2];

    /// <summary>Whether lines run from right to left.</summary>
    public bool IsRightToLeft => Code == "ar";

    /// <summary><c>rtl</c> or <c>ltr</c>, as HTML writes it.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Whether shown numbers have the digits ٠–٩.</summary>
    public bool HasArabicDigits => Tag == ArabicDigits;

    /// <summary>The language of a BCP 47 tag.</summary>
    /// <param name="tag">Such as <c>ar</c>, <c>ar-IQ</c> or <c>ar-u-nu-arab</c>.</param>
    /// <exception cref="ArgumentException">There are no texts in that language.</exception>
    public static Language Of(string tag) =>
        Known(tag) ?? throw new ArgumentException($"there are texts in the languages en and ar; found '{tag}'", nameof(tag));

    /// <summary>The language of a BCP 47 tag; null where there are no texts in it.</summary>
    internal static Language? Known(string tag) => tag.Split('-')[0].ToLowerInvariant() switch
    {
        "en" => English,
        "ar" => tag.EndsWith("-u-nu-arab", StringComparison.OrdinalIgnoreCase) ? ArabicWithArabicDigits : Arabic,
        _ => null,
    };

    /// <summary>The tag.</summary>
    public override string ToString() => Tag;

    /// <summary>The language with names of a corpus, English and their equivalents, which <see cref="Say"/> then knows too.</summary>
    internal Language With(IReadOnlyDictionary<string, string> names) => IsRightToLeft ? new(Tag, names) : this;

    /// <summary>Whether it knows the names of a corpus.</summary>
    internal bool HasNames => _names.Count > 0;

    /// <summary>
    /// The language of a report: documents have their names, and in English Arabic words that stand alone have their English after them,
    /// ids of entities are names, and dates are in words.
    /// </summary>
    /// <param name="names">Arabic names and titles, and ids of entities, with their English forms.</param>
    /// <param name="documents">Names of documents by their ids.</param>
    internal Language OfReport(IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> documents) =>
        new(Tag, _names) { Glossary = IsRightToLeft ? null : new(names), Documents = documents };

    /// <summary>English for Arabic words, where they need it.</summary>
    internal Glossary? Glossary { get; private init; }

    /// <summary>Names of documents by their ids, where they are known.</summary>
    internal IReadOnlyDictionary<string, string> Documents { get; private init; } = NoNames;

    /// <summary>A text of the library.</summary>
    /// <param name="key">Its key in <c>texts.tsv</c>.</param>
    /// <param name="values">
    /// What stands for <c>{0}</c>, <c>{1}</c>, …; where the text has a form for each number, the first value chooses it.
    /// </param>
    internal string Text(string key, params object?[] values) => Fill(LanguageTexts.Of(Code, key), values);

    /// <summary>
    /// What notebooks, measures and frames say in English, said in this language: a phrase of <c>phrases.tsv</c>, a name of the corpus, or
    /// a date. What is none of these stays as it is.
    /// </summary>
    internal string Say(string english) => english.Length == 0 ? english
        : IsRightToLeft || Glossary is not null ? _said.GetOrAdd(english, Find) : english;

    /// <summary>
    /// What a cell of a table says in the digits of the language: as <see cref="Say"/>; of a list such as <c>000; 001</c> each item, and
    /// of other words each date. In English only what needs words has them, such as <c>around 2020-01</c> for <c>2020-01~</c>.
    /// </summary>
    internal string SayCell(string cell)
    {
        if (!IsRightToLeft && Glossary is null) return Edtf.TryParse(cell, out var date) && (date.IsApproximate || date.IsInterval
            || date.Precision is not (EdtfPrecision.Year or EdtfPrecision.Month or EdtfPrecision.Day)) ? DateWords.Of(date, this)
            : DateWords.OfValue(cell, this) ?? cell;
        var items = cell.Split("; ");
        if (items.Length > 1 && Array.TrueForAll(items, item => !item.Contains(' ', StringComparison.Ordinal) || Say(item) != item))
            return List(items.Select(SayWord));
        // A year among dates; an id with fewer or more digits stays.
        if (cell is ['1', '9', _, _] or ['2', '0', _, _]) return Digits(cell);
        return Say(cell) is var said && said != cell ? Digits(said)
            : cell.Contains(' ', StringComparison.Ordinal) ? Digits(EdtfDate().Replace(cell, date => Say(date.Value))) : cell;
    }

    // A word that is said as it is is an id, a code or an address: its digits stay.
    private string SayWord(string word) => Say(word) is var said && said == word ? word : Digits(said);

    /// <summary>Words one after another, parted by the language's comma or semicolon.</summary>
    internal string List(IEnumerable<string> words, char separator = ';') =>
        string.Join((IsRightToLeft ? separator == ';' ? '؛' : '،' : separator) + " ", words);

    /// <summary>A number for reading: thousands parted, at most two decimals.</summary>
    internal string Number(double value)
    {
        var number = value.ToString("#,0.##", CultureInfo.InvariantCulture).Replace('-', '−');
        // A minus would change sides in a line from right to left.
        return IsRightToLeft && value < 0 ? ShownText.IsolateLeftToRight(number) : number;
    }

    /// <summary>A day for reading: <c>3 Jan 2020</c>.</summary>
    internal string Day(DateOnly day) => Text("day", Plain(day.Day), MonthName(day), Plain(day.Year));

    /// <summary>A month for reading: <c>Jan 2020</c>.</summary>
    internal string Month(DateOnly day) => Text("month-and-year", MonthName(day), Plain(day.Year));

    /// <summary>The name of a day's month, short where the language has short names: <c>Jan</c>.</summary>
    internal string MonthName(DateOnly day) => LanguageTexts.Of(Code, "month-names").Split(' ')[day.Month - 1];

    /// <summary>Words of the corpus within words of the language: their digits stay; see <see cref="Digits"/>.</summary>
    internal string Quoted(string words) =>
        HasArabicDigits && words.Any(char.IsAsciiDigit) ? $"\u2068{words}\u2069" : words;

    /// <summary>A shown text with the digits of the language; ids, codes and addresses, such as <c>003</c>, <c>w01</c> and
    /// <c>001:12-20</c>, and what is <see cref="Quoted"/>, stay.</summary>
    internal string Digits(string shown) => !HasArabicDigits ? shown : Numbers().Replace(shown, found => string.Concat(
        found.Value.Select((letter, at) => letter switch
        {
            >= '0' and <= '9' => (char)('٠' + (letter - '0')),
            '.' or ',' when at > 0 && at < found.Length - 1 && char.IsAsciiDigit(found.Value[at - 1])
                && char.IsAsciiDigit(found.Value[at + 1]) => letter == '.' ? '٫' : '٬',
            _ => letter,
        })));

    /// <summary>A number such as 4.453e-14 in Arabic digits; null for one without an exponent, and in other digits.</summary>
    internal string? Power(string number) => HasArabicDigits && number.Split("e-") is [var factor, var exponent]
        ? ShownText.IsolateLeftToRight($"{Digits(factor)}\u200E×{Digits("10")}\u200E^−{Digits(exponent)}") : null;

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Find(string english) =>
        Glossary?.Of(english) ?? _names.GetValueOrDefault(english)
        ?? (IsRightToLeft ? LanguageTexts.Phrase(english, this) ?? this.EventRuleOf(english) : null) ?? SayDate(english);

    private string SayDate(string text)
    {
        const DateTimeStyles Exactly = DateTimeStyles.None;
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, Exactly, out var day)) return Day(day);
        if (DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, Exactly, out var month)) return Month(month);
        // A year alone is a number like any other.
        if (text.AsSpan().ContainsAny("-~/") && Edtf.TryParse(text, out var date)) return DateWords.Of(date, this);
        if (DateWords.OfValue(text, this) is { } value) return value;
        // Hyphens between numbers would turn a date of another form around.
        return IsRightToLeft && text.Any(char.IsAsciiDigit) && text.AsSpan().ContainsAny("-/:")
            && !text.Any(letter => ShownText.IsRightToLeft(letter))
            ? ShownText.IsolateLeftToRight(text) : text;
    }

    internal string Fill(string text, IReadOnlyList<object?> values)
    {
        if (values.Count == 0) return text;
        return Places().Replace(LanguageTexts.Form(text, NumberOf(values[0])), place =>
        {
            var value = values[place.Groups[1].Value[0] - '0'];
            return place.Groups["noun"] is { Success: true } noun ? Counted(noun.Value, value, place.Groups["genitive"].Success)
                : InWords(value) ?? "";
        });
    }

    private string Counted(string noun, object? number, bool isGenitive) =>
        Fill(LanguageTexts.Form(LanguageTexts.Of(Code, noun), NumberOf(number), isGenitive), [number]);

    /// <summary>A place of a text: <c>{0}</c>, <c>{0:documents}</c> or <c>{0:documents genitive}</c>.</summary>
    [GeneratedRegex(@"\{(\d)(?::(?<noun>[a-z-]+)(?<genitive> genitive)?)?}")]
    private static partial Regex Places();

    private string? InWords(object? value) => value switch
    {
        double number => Number(number),
        int number => Number(number),
        DateOnly day => Day(day),
        // What is written from left to right must not turn the words around it.
        string words => IsRightToLeft && !words.Any(letter => ShownText.IsRightToLeft(letter)) && words.Any(char.IsLetter)
            ? ShownText.IsolateLeftToRight(words) : words,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"(?<![^\s(])(?:\.\./)?\d{4}-[\dA-Z:./~-]*[\dA-Z~](?:/\.\.)?(?![^\s,;)])")]
    private static partial Regex EdtfDate();

    /// <summary>Numbers that are no part of a word in Latin letters, of an address or of a quotation.</summary>
    [GeneratedRegex(@"(?<!\u2068[^\u2069]*)(?<![0-9A-Za-z_,:/]|[0-9A-Za-z_.,:/][.-])"
        + @"(?!0[0-9]+(?![0-9]|[.,:/-][0-9])|[0-9]+:[0-9]+-|[0-9.,:/-]*[A-Za-z_])[0-9][0-9.,:/-]*")]
    private static partial Regex Numbers();

    private static long NumberOf(object? value)
    {
        var culture = CultureInfo.InvariantCulture;
        return long.TryParse(Convert.ToString(value, culture), NumberStyles.AllowThousands, culture, out var number) ? number : 0;
    }
}
