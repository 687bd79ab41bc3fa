using Letter = Analysis.NormalizedText.Letter;

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
        var letters = new List<Letter>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != Letters.Tatweel && !Letters.IsInvisible(text[i])) letters.Add(new Letter(text[i], i, i + 1));
        }

        letters = Compose(letters);
        for (var step = NormalizationLevel.Unified; step <= level && step <= NormalizationLevel.Key; step++)
        {
            letters = Map(letters, step);
            if (step == NormalizationLevel.Unified) letters = Compose(letters);
        }

        if (level == NormalizationLevel.Folded) FoldFinalYa(letters);
        if (level == NormalizationLevel.Stem) letters = Stem(letters);
        return new NormalizedText(letters, text.Length, level);
    }

    private static List<Letter> Compose(List<Letter> letters)
    {
        var composed = new List<Letter>(letters.Count);
        for (var i = 0; i < letters.Count; i++)
        {
            var letter = letters[i];
            var mark = i + 1;
            while (mark < letters.Count && IsVowelSign(letters[mark].Value)) mark++;
            var made = mark < letters.Count ? Letters.Compose(letter.Value, letters[mark].Value) : '\0';
            if (made == '\0' || (mark > i + 1 && made < '\u0600'))
            {
                composed.Add(letter);
                continue;
            }

            // The letter's span includes the composed mark only if it follows
            // directly, so that vowel signs between them keep their own spans.
            composed.Add(new Letter(made, letter.Start, mark == i + 1 ? letters[mark].End : letter.End));
            composed.AddRange(letters[(i + 1)..mark]);
            i = mark;
        }

        return composed;
    }

    // A vowel sign may stand between an Arabic letter and the hamza or madda with which it is composed.
    private static bool IsVowelSign(char mark) => mark is (>= '\u064B' and <= '\u0652') or '\u0670';

    private static List<Letter> Map(List<Letter> letters, NormalizationLevel level)
    {
        var mapped = new List<Letter>(letters.Count);
        foreach (var letter in letters)
        {
            var become = Letters.At(level, letter.Value);
            if (become is null) mapped.Add(letter);
            else if (become.Length > 0) mapped.AddRange(become.Select(each => letter with { Value = each }));
            else if (mapped.Count > 0 && mapped[^1].End == letter.Start) mapped[^1] = mapped[^1] with { End = letter.End };
        }

        return mapped;
    }

    private static void FoldFinalYa(List<Letter> letters)
    {
        for (var i = 0; i < letters.Count; i++)
        {
            if (letters[i].Value == 'ى' && (i + 1 == letters.Count || Letters.Class(letters[i + 1].Value) != LetterClass.Letter))
                letters[i] = letters[i] with { Value = 'ي' };
        }
    }

    private static List<Letter> Stem(List<Letter> letters)
    {
        var stems = new List<Letter>(letters.Count);
        var key = string.Concat(letters.Select(letter => letter.Value));
        for (var start = 0; start < key.Length;)
        {
            var end = start;
            while (end < key.Length && Letters.Class(key[end]) == LetterClass.Letter) end++;
            var taken = ProcliticRule.Length(key.AsSpan(start, end - start), out var restored);
            if (restored) stems.Add(letters[start + taken] with { Value = 'ا' });
            end = Math.Max(end, start + 1);
            stems.AddRange(letters[(start + taken)..end]);
            start = end;
        }

        return stems;
    }
}
