namespace Analysis;

/// <summary>The inflected forms of a nationality adjective.</summary>
internal static class DemonymForms
{
    // Masculine, feminine, dual and plural, each with and without article. The accusative in ا is added without article only.
    private static readonly string[] Endings = ["", "ة", "ان", "ين", "تان", "تين", "ون", "ات"];

    /// <summary>
    /// Every form of an adjective given as in <see cref="Gazetteer"/>; in a phrase, each word is inflected in the same way.
    /// </summary>
    public static IEnumerable<string> Of(string demonym)
    {
        var words = demonym.Split(' ');
        if (!Array.TrueForAll(words, word => word.EndsWith('ي')))
        {
            yield return demonym;
            yield return "ال" + demonym;
            yield break;
        }

        foreach (var ending in Endings)
        {
            yield return string.Join(' ', words.Select(word => word + ending));
            yield return string.Join(' ', words.Select(word => "ال" + word + ending));
        }

        yield return string.Join(' ', words.Select(word => word + "ا"));
    }
}
