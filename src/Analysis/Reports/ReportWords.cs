namespace Analysis;

/// <summary>Every word that a report says by itself, in one language; what figures, tables and texts say is theirs.</summary>
internal sealed record ReportWords
{
    private static readonly ReportWords English = new()
    {
        Language = "en",
        WordLanguage = "en-GB",
        Contents = "Contents",
        Figure = "Figure",
        Table = "Table",
        Source = "Source:",
        Files = "Files:",
        Appendix = "Passages behind the figures",
        MoreTemplate = "{0} more, with their addresses in {1}",
        NoDate = "no date",
        Chronology = "Chronology",
    };

    private static readonly ReportWords Arabic = new()
    {
        Language = "ar",
        WordLanguage = "ar-SA",
        IsRightToLeft = true,
        Contents = "المحتويات",
        Figure = "الشكل",
        Table = "الجدول",
        Source = "المصدر:",
        Files = "الملفات:",
        Appendix = "المقاطع التي تستند إليها الأشكال",
        MoreTemplate = "مقاطع أخرى وعناوينها في {1}: {0}",
        NoDate = "بلا تاريخ",
        Chronology = "التسلسل الزمني",
    };

    public required string Language { get; init; }

    /// <summary>The language as Word names it, with a region.</summary>
    public required string WordLanguage { get; init; }

    public bool IsRightToLeft { get; init; }

    public required string Contents { get; init; }

    public required string Figure { get; init; }

    public required string Table { get; init; }

    public required string Source { get; init; }

    public required string Files { get; init; }

    public required string Appendix { get; init; }

    public required string NoDate { get; init; }

    public required string Chronology { get; init; }

    private string MoreTemplate { get; init; } = "";

    /// <summary>The words of a language.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static ReportWords Of(string language) => language switch
    {
        "en" => English,
        "ar" => Arabic,
        _ => throw new ArgumentException($"a report is in 'en' or 'ar'; found '{language}'", nameof(language)),
    };

    /// <summary>How many passages are not shown, and the file that has them.</summary>
    public string MorePassages(int number, string file) => string.Format(CultureInfo.InvariantCulture, MoreTemplate, number, file);
}
