namespace Analysis.Cli;

/// <summary>The options by which a command is told in which language it shows a report.</summary>
internal sealed class LanguageOptions
{
    public Option<string?> Language { get; } =
        new("--language") { Description = "Language of the report: en or ar (default: what corpus.json says, else en).", HelpName = "TAG" };

    public Option<string?> Digits { get; } =
        new("--digits") { Description = "Digits of a report in Arabic: latn (default) or arab.", HelpName = "latn|arab" };

    /// <summary>The language of two options.</summary>
    /// <param name="language">A tag; null for that of the corpus.</param>
    /// <param name="digits"><c>latn</c>, <c>arab</c>, or null for those of the language.</param>
    /// <param name="corpus">The language of the corpus.</param>
    /// <exception cref="InvalidDataException">There is no such language, or it has no such digits.</exception>
    public static Language Of(string? language, string? digits, Language corpus)
    {
        var shown = language is null ? corpus : Analysis.Language.Known(language)
            ?? throw new InvalidDataException($"--language is '{language}', expected en or ar");
        return digits switch
        {
            null => shown,
            "latn" or "arab" when shown.IsRightToLeft => Analysis.Language.Of(digits == "arab" ? "ar-u-nu-arab" : "ar"),
            "latn" => shown,
            _ => throw new InvalidDataException($"--digits is '{digits}', expected latn or, in a report in Arabic, arab"),
        };
    }
}
