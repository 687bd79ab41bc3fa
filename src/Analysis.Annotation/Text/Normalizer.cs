namespace Analysis;

/// <summary>
/// Orthographic normalization level by level. It depends neither on ICU nor on a culture: .NET's own normalization silently does nothing on
/// machines without ICU. It covers the part of Unicode's canonical composition (NFC) that
/// Arabic news needs: Arabic letters with hamza and madda and Latin letters up to Extended-A. It doesn't reorder marks. The result at
/// level <see cref="NormalizationLevel.Key"/> is the text that the annotators compare.
/// </summary>
/// <example>
/// <code>
/// var key = Normalizer.Normalize("الأمْـريكيّة", NormalizationLevel.Key);   // "الامريكيه"
/// </code>
/// </example>
public static class Normalizer
{
    /// <summary>Normalizes a text up to a level. The operation is idempotent.</summary>
    /// <param name="text">The raw text.</param>
    /// <param name="level">The highest level to apply.</param>
    public static string Normalize(string text, NormalizationLevel level)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = Compose(string.Concat(text.Where(letter => letter != Letters.Tatweel && !Letters.IsInvisible(letter))));
        for (var step = NormalizationLevel.Unified; step <= level && step <= NormalizationLevel.Key; step++)
        {
            letters = string.Concat(letters.Select(letter => Letters.At(step, letter) ?? letter.ToString()));
            if (step == NormalizationLevel.Unified) letters = Compose(letters);
        }

        return level switch
        {
            NormalizationLevel.Folded =>
                string.Concat(letters.Select((letter, at) => letter == 'ى' && !IsLetter(letters, at + 1) ? 'ي' : letter)),
            NormalizationLevel.Stem => WithoutProclitics(letters),
            _ => letters,
        };
    }

    private static string Compose(string letters)
    {
        var composed = new StringBuilder(letters.Length);
        for (int at = 0, mark; at < letters.Length; at = mark)
        {
            // A vowel sign may stand between an Arabic letter and the hamza or madda with which it is composed.
            mark = at + 1;
            while (mark < letters.Length && letters[mark] is (>= '\u064B' and <= '\u0652') or '\u0670') mark++;
            var made = mark < letters.Length ? Letters.Compose(letters[at], letters[mark]) : '\0';
            var isMade = made >= '\u0600' || (made > 0 && mark == at + 1);
            composed.Append(isMade ? made : letters[at]).Append(letters, at + 1, mark - at - 1);
            if (isMade) mark++;
        }

        return composed.ToString();
    }

    private static bool IsLetter(string letters, int at) => at < letters.Length && Letters.Class(letters[at]) == LetterClass.Letter;

    // An article of which ل has taken the alef gets it back.
    private static string WithoutProclitics(string letters)
    {
        var stems = new StringBuilder(letters.Length);
        for (int start = 0, end; start < letters.Length; start = end)
        {
            end = start + 1;
            while (IsLetter(letters, end - 1) && IsLetter(letters, end)) end++;
            var word = letters[start..end];
            var taken = ProcliticRule.Length(word, out var restored);
            stems.Append(restored ? "ا" : "").Append(word, taken, word.Length - taken);
        }

        return stems.ToString();
    }
}
