using System.Runtime.CompilerServices;

namespace Analysis;

/// <summary>One-letter words written together with the next word, and the article.</summary>
[Flags]
internal enum Proclitics : byte
{
    /// <summary>Nothing precedes the stem.</summary>
    None = 0,

    /// <summary>و, and.</summary>
    And = 1,

    /// <summary>ف, so.</summary>
    So = 2,

    /// <summary>س, will.</summary>
    Will = 4,

    /// <summary>ل, for.</summary>
    For = 8,

    /// <summary>ب, by.</summary>
    By = 16,

    /// <summary>ك, like.</summary>
    Like = 32,

    /// <summary>أ, the question particle.</summary>
    Ask = 64,

    /// <summary>ال, the article, removed from the stem.</summary>
    Article = 128,
}

/// <summary>One reading of a token: a stem that a lexicon contains, with its clitics.</summary>
/// <param name="Stem">Form of the stem.</param>
/// <param name="Proclitics">The clitics before it.</param>
/// <param name="Skip">Letters of the token's key before the stem in the raw text. In <c>للعراق</c>, ل absorbs the alef of the article;
/// for the stem <c>العراق</c>, the value is 1 and the span begins at the second lam.</param>
/// <param name="Tail">Letters of an enclitic pronoun after the stem; 0 if there is none.</param>
internal readonly record struct Reading(int Stem, Proclitics Proclitics, byte Skip, byte Tail);

/// <summary>
/// Finds the readings of a form: the form itself, and its stems without a valid chain of proclitics (question, conjunction, then one of
/// future, ب, ك, ل, then the article) or without one enclitic pronoun, as far as a lexicon contains the stem. The whole form comes first,
/// then the other readings by the number of letters removed, ascending.
/// </summary>
internal static class Clitics
{
    // Longer than any Arabic word with its clitics.
    private const int LongestWord = 64;

    private static readonly string[] Enclitics = ["ه", "ها", "هم", "هما", "هن", "نا", "كم", "ك", "ي"];

    /// <summary>Readings of a key.</summary>
    /// <param name="forms">The forms.</param>
    /// <param name="known">Number of forms in the lexicons; the forms of stems are below it.</param>
    /// <param name="key">The token's key.</param>
    /// <param name="whole">Form of the whole key.</param>
    /// <param name="indivisible">Forms from which no proclitic but the article is removed.</param>
    public static Reading[] Read(Forms forms, int known, ReadOnlySpan<char> key, int whole, HashSet<int> indivisible)
    {
        var readings = new List<Reading>(2);
        if (whole < known) readings.Add(new Reading(whole, Proclitics.None, 0, 0));
        if (key.Length <= LongestWord)
        {
            if (indivisible.Contains(whole)) Stem(forms, known, key, 0, Proclitics.None, readings, whole: true);
            else ReadParts(forms, known, key, readings);
        }

        return readings.Count switch
        {
            0 => [],
            1 => [readings[0]],
            _ => [.. readings.OrderBy(reading => reading.Skip + reading.Tail)],
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadParts(Forms forms, int known, ReadOnlySpan<char> key, List<Reading> readings)
    {
        Stem(forms, known, key, 0, Proclitics.None, readings, whole: true);
        var skip = 0;
        var taken = Proclitics.None;
        if (key.Length > 3 && key[0] == 'ا' && (key[1] is 'و' or 'ف' or 'ب'))
        {
            // The question particle أ precedes all other clitics. Without one of
            // these it would match any word in alef, and before ل the article.
            Chain(forms, known, key, 1, Proclitics.Ask, readings);
        }

        if (key.Length > 1 && key[0] is 'و' or 'ف')
        {
            taken = key[0] == 'و' ? Proclitics.And : Proclitics.So;
            skip = 1;
            Stem(forms, known, key, skip, taken, readings, whole: false);
        }

        Preposition(forms, known, key, skip, taken, readings);
    }

    private static void Chain(Forms forms, int known, ReadOnlySpan<char> key, int skip, Proclitics taken, List<Reading> readings)
    {
        if (key[skip] is 'و' or 'ف')
        {
            taken |= key[skip] == 'و' ? Proclitics.And : Proclitics.So;
            skip++;
            Stem(forms, known, key, skip, taken, readings, whole: false);
        }

        Preposition(forms, known, key, skip, taken, readings);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Preposition(Forms forms, int known, ReadOnlySpan<char> key, int skip, Proclitics taken, List<Reading> readings)
    {
        if (key.Length - skip < 3) return;
        var next = key[skip] switch
        {
            'ب' => Proclitics.By,
            'ل' => Proclitics.For,
            'ك' => Proclitics.Like,
            'س' => Proclitics.Will,
            _ => Proclitics.None,
        };
        if (next == Proclitics.None) return;
        taken |= next;
        skip++;
        if (next == Proclitics.For && key[skip] == 'ل')
        {
            // لل: the alef of the article is not written. If the stem begins with lam, one of three lams is missing as well.
            Span<char> restored = stackalloc char[key.Length + 2];
            "ال".CopyTo(restored);
            key[(skip + 1)..].CopyTo(restored[2..]);
            Swallowed(forms, known, restored[..(key.Length - skip + 1)], skip, skip + 1, taken, readings);
            "الل".CopyTo(restored);
            key[(skip + 1)..].CopyTo(restored[3..]);
            Swallowed(forms, known, restored[..(key.Length - skip + 2)], skip, skip, taken, readings);
        }

        Stem(forms, known, key, skip, taken, readings, whole: false);
    }

    // A stem with the article, whose alef is not written. It begins at skip with the article and at bareSkip without it.
    private static void Swallowed(
        Forms forms, int known, ReadOnlySpan<char> stem, int skip, int bareSkip, Proclitics taken, List<Reading> readings)
    {
        var found = forms.Find(stem);
        if (Known(found, known)) readings.Add(new Reading(found, taken, (byte)skip, 0));
        var bare = forms.Find(stem[2..]);
        if (Known(bare, known)) readings.Add(new Reading(bare, taken | Proclitics.Article, (byte)bareSkip, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Stem(
        Forms forms, int known, ReadOnlySpan<char> key, int skip, Proclitics taken, List<Reading> readings, bool whole)
    {
        var rest = key[skip..];
        if (rest.Length < 2) return;
        if (!whole)
        {
            var found = forms.Find(rest);
            if (Known(found, known)) readings.Add(new Reading(found, taken, (byte)skip, 0));
        }

        if (rest.Length > 3 && rest[0] == 'ا' && rest[1] == 'ل')
        {
            var bare = forms.Find(rest[2..]);
            if (Known(bare, known)) readings.Add(new Reading(bare, taken | Proclitics.Article, (byte)(skip + 2), 0));
        }
        else
        {
            Tail(forms, known, rest, skip, taken, readings);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tail(Forms forms, int known, ReadOnlySpan<char> rest, int skip, Proclitics taken, List<Reading> readings)
    {
        Span<char> feminine = stackalloc char[rest.Length];
        foreach (var enclitic in Enclitics)
        {
            if (rest.Length < enclitic.Length + 3 || !rest.EndsWith(enclitic, StringComparison.Ordinal)) continue;
            var stem = rest[..^enclitic.Length];
            var found = forms.Find(stem);
            if (Known(found, known)) readings.Add(new Reading(found, taken, (byte)skip, (byte)enclitic.Length));
            if (stem[^1] != 'ت') continue;

            // ة is written ت before a pronoun: زيارة, زيارته.
            stem.CopyTo(feminine);
            feminine[stem.Length - 1] = 'ه';
            found = forms.Find(feminine[..stem.Length]);
            if (Known(found, known)) readings.Add(new Reading(found, taken, (byte)skip, (byte)enclitic.Length));
        }
    }

    private static bool Known(int form, int known) => form != 0 && form < known;
}
