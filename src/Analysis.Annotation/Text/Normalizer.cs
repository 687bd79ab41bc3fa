namespace Analysis;

/// <summary>
/// Orthographic normalization level by level, with an offset map back to the raw text. It depends neither on ICU nor on a culture: .NET's
/// own normalization silently does nothing on machines without ICU. It covers the part of Unicode's canonical composition (NFC) that
/// Arabic news needs: Arabic letters with hamza and madda and Latin letters up to Extended-A. It doesn't reorder marks. The result at
/// level <see cref="NormalizationLevel.Key"/> is the text that the annotators compare.
/// </summary>
/// <example>
/// <code>
/// var normalized = Normalizer.Normalize("الأمْـريكيّة", NormalizationLevel.Key);   // normalized.Text == "الامريكيه"
/// var raw = normalized.ToRaw(new Span(2, 9));                                    // the raw span of "امريكيه"
/// </code>
/// </example>
public static class Normalizer
{
    /// <summary>Normalizes a text up to a level. The operation is idempotent.</summary>
    /// <param name="text">The raw text.</param>
    /// <param name="level">The highest level to apply.</param>
    public static NormalizedText Normalize(string text, NormalizationLevel level)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = new List<(char Letter, Span Raw)>(text.Length);
        for (int start = 0, end; start < text.Length; start = end)
        {
            // A letter with the marks on it.
            end = start + 1;
            while (end < text.Length && Letters.Class(text[end]) == LetterClass.Mark) end++;
            var shown = end;
            while (Letters.IsInvisible(text[shown - 1]) && shown > start + 1) shown--;
            letters.AddRange(Read(text[start..end], level).Select(letter => (letter, new Span(start, shown))));
        }

        var read = level switch
        {
            NormalizationLevel.Folded => letters.Select((each, at) => IsFinalYa(letters, at) ? ('ي', each.Raw) : each),
            NormalizationLevel.Stem => WithoutProclitics(letters),
            _ => letters,
        };
        return new NormalizedText([.. read], text.Length);
    }

    // A letter with its marks, level by level.
    private static string Read(string letters, NormalizationLevel level)
    {
        letters = Compose(string.Concat(letters.Where(letter => letter != Letters.Tatweel && !Letters.IsInvisible(letter))));
        for (var step = NormalizationLevel.Unified; step <= level && step <= NormalizationLevel.Key; step++)
        {
            letters = string.Concat(letters.Select(letter => Letters.At(step, letter) ?? letter.ToString()));
            if (step == NormalizationLevel.Unified) letters = Compose(letters);
        }

        return letters;
    }

    private static string Compose(string letters)
    {
        for (int at = 0, mark; at < letters.Length - 1; at = mark)
        {
            // A vowel sign may stand between an Arabic letter and the hamza or madda with which it is composed.
            mark = at + 1;
            while (mark < letters.Length - 1 && letters[mark] is (>= '\u064B' and <= '\u0652') or '\u0670') mark++;
            var made = Letters.Compose(letters[at], letters[mark]);
            if (made >= '\u0600' || (made > 0 && mark == at + 1))
                letters = letters[..at] + made + letters[(at + 1)..mark] + letters[(mark + 1)..];
        }

        return letters;
    }

    private static bool IsFinalYa(List<(char Letter, Span Raw)> letters, int at) => letters[at].Letter == 'ى' && !IsLetter(letters, at + 1);

    private static bool IsLetter(List<(char Letter, Span Raw)> letters, int at) =>
        at < letters.Count && Letters.Class(letters[at].Letter) == LetterClass.Letter;

    // An article of which ل has taken the alef gets it back.
    private static IEnumerable<(char Letter, Span Raw)> WithoutProclitics(List<(char Letter, Span Raw)> letters)
    {
        for (int start = 0, end; start < letters.Count; start = end)
        {
            end = start + 1;
            while (IsLetter(letters, end - 1) && IsLetter(letters, end)) end++;
            var word = string.Concat(letters[start..end].Select(each => each.Letter));
            var taken = ProcliticRule.Length(word, out var restored);
            if (restored) yield return ('ا', letters[start + taken].Raw);
            foreach (var letter in letters[(start + taken)..end]) yield return letter;
        }
    }
}
