namespace Analysis;

/// <summary>The inflected forms of a nationality adjective.</summary>
internal static class DemonymForms
{
    // Masculine, feminine and accusative; dual and plural of both genders. Only the accusative takes no article.
    private static readonly string[] Endings = ["", "ة", "ان", "ين", "تان", "تين", "ون", "ات"];

    /// <summary>Every form of an adjective given as in <see cref="Gazetteer"/>; each word of a phrase is inflected alike.</summary>
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
