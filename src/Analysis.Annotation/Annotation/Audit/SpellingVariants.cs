namespace Analysis;

/// <summary>
/// Tests whether the name matcher accepts a spelling for a name: by search keys, the
/// table of spellings, compounds written as one word, omitted symbols.
/// </summary>
internal sealed class SpellingVariants
{
    private readonly NameWords _words = new(new Vocabulary());

    /// <summary>Whether a spelling is one by which the matcher finds a name.</summary>
    public bool IsOneOf(string surface, string name)
    {
        var written = _words.Of(surface)[0];
        foreach (var way in _words.Of(name))
        {
            if (way.Length != written.Length || way.Length == 0) continue;
            var same = 0;
            while (same < way.Length && Array.IndexOf(way[same], written[same][0]) >= 0) same++;
            if (same == way.Length) return true;
        }

        return false;
    }
}
