namespace Analysis;

/// <summary>What the file <c>corpus.json</c> of a corpus folder says of it, for reports.</summary>
/// <param name="Title">Title of the corpus; default: the name of its folder or file.</param>
/// <param name="Intro">What the corpus is about, a paragraph a line; empty if nothing is said.</param>
/// <param name="Language">Language of the report: a BCP 47 tag.</param>
/// <param name="TitleArabic">The title for reports in Arabic, <c>title_ar</c>; default: the title.</param>
/// <param name="IntroArabic">The introduction for reports in Arabic, <c>intro_ar</c>; default: the introduction.</param>
internal sealed partial record CorpusDescription(
    string Title = "", string Intro = "", string Language = "en",
    [property: JsonPropertyName("title_ar"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TitleArabic = null,
    [property: JsonPropertyName("intro_ar"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IntroArabic = null)
{
    /// <summary>Reads the description of a corpus.</summary>
    /// <param name="location">Its folder, or its one file, beside which nothing is read.</param>
    /// <exception cref="InvalidDataException">The file is malformed; the message names it, and the line where that is known.</exception>
    public static CorpusDescription Of(string location)
    {
        const string Source = CorpusFolders.DescriptionFile;
        var file = Path.Combine(location, Source);
        var read = !File.Exists(file) ? new CorpusDescription()
            : JsonForm.Read<CorpusDescription>(file, Source, """{"title":"…","intro":"…","language":"en"}""");
        if (!IsLanguage(read.Language))
            throw new InvalidDataException($"{Source}: language '{read.Language}' found, a BCP 47 tag such as en or ar expected");
        return read.Title.Length > 0 ? read : read with { Title = Path.GetFileName(Path.TrimEndingDirectorySeparator(location)) };
    }

    /// <summary>The language in which its charts and reports are shown: English where there are no texts in its own.</summary>
    [JsonIgnore]
    public Language ShownIn => Analysis.Language.Known(Language) ?? Analysis.Language.English;

    /// <summary>Title and introduction for a report in a language, which becomes its language.</summary>
    public CorpusDescription In(Language language) => language.IsRightToLeft
        ? this with { Title = TitleArabic ?? Title, Intro = IntroArabic ?? Intro, Language = language.Tag }
        : this with { Language = ShownIn == language ? Language : language.Tag };

    /// <summary>The text of the file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonForm.File) + "\n";

    /// <summary>Whether a text has the form of a BCP 47 tag.</summary>
    public static bool IsLanguage(string tag) => Tag().IsMatch(tag);

    [GeneratedRegex(@"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex Tag();
}
