namespace Analysis;

/// <summary>
/// Finds the readings of a word: the word itself, and its stems without a valid chain of proclitics (question, conjunction, then one of
/// future, ب, ك, ل, then the article) or without one enclitic pronoun, as far as the vocabulary contains the stem.
/// </summary>
internal static class Clitics
{
    // Those of verbs, which may begin with ال (التقاه), then that of nouns and prepositions alone.
    private static readonly string[] Enclitics = ["ه", "ها", "هم", "هما", "هن", "نا", "كم", "ك", "ي"];

    /// <summary>Readings of a search key: the whole word first, then the others by the number of letters removed, ascending.</summary>
    public static Reading[] Read(Vocabulary vocabulary, ReadOnlySpan<char> key) => [
        .. Splits(key.ToString())
            .Select(split => new Reading(vocabulary.Forms.Find(split.Stem), split.Taken, (byte)split.Skip, (byte)split.Tail))
            .Where(reading => reading.Stem > 0).OrderBy(reading => reading.Skip + reading.Tail)];

    /// <summary>The word itself and every stem that it would have if a vocabulary contained the stem; search keys, each once.</summary>
    public static IEnumerable<string> StemsOf(string key) => Splits(key).Select(split => split.Stem).Distinct(StringComparer.Ordinal);

    private static IEnumerable<Split> Splits(string key)
    {
        var whole = Stems(key, Proclitics.None, 0);
        if (ProcliticRule.Exceptions.Contains(key)) return whole;

        // The question particle أ precedes all other clitics. Without one of these it would match any word in alef, and before ل
        // the article.
        var asked = key is ['ا', 'و' or 'ف' or 'ب', _, _, ..] ? Chain(key, Proclitics.Ask, 1) : [];
        return whole.Concat(asked).Concat(Chain(key, Proclitics.None, 0));
    }

    // The conjunction, then the preposition or future particle.
    private static IEnumerable<Split> Chain(string key, Proclitics taken, int skip)
    {
        if (Of(key.ElementAtOrDefault(skip)) is (Proclitics.And or Proclitics.So) and var conjunction)
        {
            (taken, skip) = (taken | conjunction, skip + 1);
            foreach (var split in Stems(key, taken, skip)) yield return split;
        }

        var next = Of(key.ElementAtOrDefault(skip));
        if (next is Proclitics.None or Proclitics.And or Proclitics.So || key.Length - skip < 3) yield break;
        (taken, skip) = (taken | next, skip + 1);
        if (next == Proclitics.For && key[skip] == 'ل')
        {
            // لل: the alef of the article is not written. If the stem begins with lam, one of three lams is missing as well.
            var rest = key[(skip + 1)..];
            yield return new Split("ال" + rest, taken, skip);
            yield return new Split(rest, taken | Proclitics.Article, skip + 1);
            yield return new Split("الل" + rest, taken, skip);
            yield return new Split("ل" + rest, taken | Proclitics.Article, skip);
        }

        foreach (var split in Stems(key, taken, skip)) yield return split;
    }

    /// <summary>The proclitic that a letter may be.</summary>
    public static Proclitics Of(char letter) => letter switch
    {
        'و' => Proclitics.And,
        'ف' => Proclitics.So,
        'ب' => Proclitics.By,
        'ل' => Proclitics.For,
        'ك' => Proclitics.Like,
        'س' => Proclitics.Will,
        _ => Proclitics.None,
    };

    // The rest of a word, then the rest without its article, then without an enclitic: التقاه.
    private static IEnumerable<Split> Stems(string key, Proclitics taken, int skip)
    {
        var rest = key[skip..];
        if (skip > 0 && rest.Length < 2) yield break;
        yield return new Split(rest, taken, skip);
        var articled = rest is ['ا', 'ل', _, _, ..];
        if (articled) yield return new Split(rest[2..], taken | Proclitics.Article, skip + 2);
        foreach (var enclitic in articled ? Enclitics.SkipLast(1) : Enclitics)
        {
            if (rest.Length < enclitic.Length + (articled ? 4 : 3) || !rest.EndsWith(enclitic, StringComparison.Ordinal)) continue;
            var stem = rest[..^enclitic.Length];
            yield return new Split(stem, taken, skip, enclitic.Length);

            // ة is written ت before a pronoun, and ء has a carrier: زيارة, زيارته; لقاء, لقائه, لقاؤه.
            if (stem[^1] == 'ت') yield return new Split(stem[..^1] + "ه", taken, skip, enclitic.Length);
            if (enclitic != "ي" && stem is [.., 'ا', 'ي' or 'و']) yield return new Split(stem[..^1] + "ء", taken, skip, enclitic.Length);
        }
    }

    private readonly record struct Split(string Stem, Proclitics Taken, int Skip, int Tail = 0);
}
