namespace Analysis;

/// <summary>A name that texts mention and no row of the gazetteer covers. Frames count it like an entity.</summary>
/// <param name="Id">Provisional id; see <see cref="IdOf"/>.</param>
/// <param name="Type">Type of most of its mentions.</param>
/// <param name="Surface">Its most frequent spelling, in one line.</param>
/// <param name="Mentions">Number of mentions.</param>
/// <param name="Documents">Number of documents that mention it.</param>
public sealed partial record UnlistedName(string Id, string Type, string Surface, int Mentions, int Documents)
{
    private const char Prefix = '?';

    /// <summary>
    /// The provisional id of a spelling: <c>?</c> and its words as the gazetteer compares them (<see cref="NormalizationLevel.Key"/>,
    /// without punctuation; the article is part of a name). It depends on the spelling alone.
    /// </summary>
    public static string IdOf(string surface) => Prefix + string.Join(' ', string
        .Concat(Normalizer.Normalize(surface, NormalizationLevel.Key).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A mention with an id: of a name that the gazetteer lacks the provisional one.</summary>
    internal static Mention WithId(Mention mention) =>
        mention.Entity is null ? mention with { Entity = IdOf(mention.Surface) } : mention;

    /// <summary>
    /// The name of an entity as charts show it: that in the language; unlisted with an asterisk. Where English has none, the Arabic one and
    /// its letters in Latin ones.
    /// </summary>
    internal static string LabelOf(Entity entity, Language language)
    {
        if (!language.IsRightToLeft && entity.NameEnglish.Length > 0) return entity.NameEnglish;
        if (entity.NameArabic.Length == 0) return entity.NameEnglish;
        var shown = entity.Id is [Prefix, ..] ? entity.NameArabic + "*" : entity.NameArabic;
        return language.IsRightToLeft ? shown : $"{shown} ({Glossary.TransliterateName(entity.NameArabic)})";
    }

    /// <summary>Whether a text has a name with an asterisk, as <see cref="LabelOf"/> writes it.</summary>
    internal static bool IsIn(string text) => Starred().IsMatch(text);

    /// <summary>The name that a provisional id is made of, with an asterisk; null of another text.</summary>
    internal static string? NameOf(string id) => id is [Prefix, > '\u0590', ..] ? $"{id[1..]}*" : null;

    /// <summary>The unlisted names among mentions that have ids, most mentioned first, ties in ordinal order of ids.</summary>
    internal static IEnumerable<UnlistedName> In(IEnumerable<Mention> mentions) => mentions
        .Where(mention => mention.Entity is [Prefix, ..])
        .GroupBy(mention => mention.Entity!, StringComparer.Ordinal)
        .Select(same => new UnlistedName(
            same.Key, Most(same.Select(mention => mention.Type)), Most(same.Select(mention => ShownText.OneLine(mention.Surface))),
            same.Count(), same.Select(mention => mention.Document).Distinct(StringComparer.Ordinal).Count()))
        .OrderByDescending(name => name.Mentions).ThenBy(name => name.Id, StringComparer.Ordinal);

    internal Entity ToEntity() => new(Id, Type, Surface, "", "");

    [GeneratedRegex(@"\p{IsArabic}\*(?![^\s;؛,،؟?)\u2068\u2069])")]
    private static partial Regex Starred();

    private static string Most(IEnumerable<string> values) => values.GroupBy(value => value, StringComparer.Ordinal)
        .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key;
}
