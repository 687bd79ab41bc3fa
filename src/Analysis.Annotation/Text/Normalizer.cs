using Letter = Analysis.NormalizedText.Letter;

namespace Analysis;

/// <summary>
/// Orthographic normalization level by level, with an offset map back to the raw text. It depends neither
/// on ICU nor on a culture. It covers the part of Unicode's canonical composition (NFC) that Arabic news
/// needs: Arabic letters with hamza and madda and Latin letters up to Extended-A. It doesn't reorder marks.
/// The result at level <see cref="NormalizationLevel.Key"/> is the text that the annotators compare.
/// </summary>
/// <example>
/// <code>
/// var normalized = Normalizer.Normalize("الأمْـريكيّة", NormalizationLevel.Key);   // normalized.Text == "الامريكيه"
/// var raw = normalized.ToRaw(new Span(2, 9));                                    // the raw span of "امريكيه"
/// </code>
/// </example>
public static class Normalizer
{
    private static readonly Dictionary<char, char> Unified = Table(LetterFolds.Unified);
    private static readonly Dictionary<char, char> Alef = Table(LetterFolds.Alef);
    private static readonly Dictionary<char, char> Latin = Compositions.Latin.ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Normalizes a text up to a level. The operation is idempotent.</summary>
    /// <param name="text">The raw text.</param>
    /// <param name="level">The highest level to apply.</param>
    public static NormalizedText Normalize(string text, NormalizationLevel level)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = new List<Letter>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\u0640' && !Letters.IsInvisible(text[i])) letters.Add(new Letter(text[i], i, i + 1));
        }

        letters = Compose(letters);
        if (level >= NormalizationLevel.Unified) letters = Compose(Unify(letters));
        if (level >= NormalizationLevel.Undiacritized) letters = Undiacritize(letters);
        if (level >= NormalizationLevel.Folded) FoldAlef(letters);
        if (level >= NormalizationLevel.Key) Replace(letters, letter => Letters.Key(letter));
        if (level >= NormalizationLevel.Stem) letters = Stem(letters);
        return new NormalizedText(letters, text.Length, level);
    }

    private static List<Letter> Compose(List<Letter> letters)
    {
        var composed = new List<Letter>(letters.Count);
        for (var i = 0; i < letters.Count; i++)
        {
            var letter = letters[i];
            var mark = i + 1;
            while (mark < letters.Count && Compositions.IsPassedOver(letters[mark].Value)) mark++;
            var made = mark < letters.Count ? Compositions.Of(letter.Value, letters[mark].Value) : '\0';
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

    private static List<Letter> Unify(List<Letter> letters)
    {
        var unified = new List<Letter>(letters.Count);
        foreach (var letter in letters)
        {
            if (PresentationForms.LettersAsWritten(letter.Value) is { } written)
            {
                foreach (var each in written) unified.Add(letter with { Value = Plain(each) });
            }
            else
            {
                unified.Add(letter with { Value = Plain(letter.Value) });
            }
        }

        return unified;
    }

    private static char Plain(char letter) =>
        Letters.Class(letter) == LetterClass.Blank ? ' '
        : letter is '\0' or Letters.Several ? Letters.Key(letter)
        : Unified.TryGetValue(letter, out var plain) ? plain
        : LetterFolds.Digit(letter);

    private static List<Letter> Undiacritize(List<Letter> letters)
    {
        var bare = new List<Letter>(letters.Count);
        foreach (var letter in letters)
        {
            if (Letters.Class(letter.Value) != LetterClass.Mark) bare.Add(letter with { Value = Latin.GetValueOrDefault(letter.Value, letter.Value) });
            else if (bare.Count > 0 && bare[^1].End == letter.Start) bare[^1] = bare[^1] with { End = letter.End };
        }

        return bare;
    }

    private static void FoldAlef(List<Letter> letters)
    {
        Replace(letters, letter => Alef.GetValueOrDefault(letter, letter));
        for (var i = 0; i < letters.Count; i++)
        {
            if (letters[i].Value == 'ى' && (i + 1 == letters.Count || Letters.Class(letters[i + 1].Value) != LetterClass.Letter))
                letters[i] = letters[i] with { Value = 'ي' };
        }
    }

    private static List<Letter> Stem(List<Letter> letters)
    {
        var stems = new List<Letter>(letters.Count);
        var key = new char[letters.Count];
        for (var i = 0; i < key.Length; i++) key[i] = letters[i].Value;
        for (var i = 0; i < key.Length;)
        {
            var end = i;
            while (end < key.Length && Letters.Class(key[end]) == LetterClass.Letter) end++;
            if (end > i)
            {
                var taken = ProcliticRule.Length(key.AsSpan(i, end - i), out var restored);
                i += taken;
                if (restored) stems.Add(letters[i] with { Value = 'ا' });
            }
            else
            {
                end++;
            }

            stems.AddRange(letters[i..end]);
            i = end;
        }

        return stems;
    }

    private static void Replace(List<Letter> letters, Func<char, char> by)
    {
        for (var i = 0; i < letters.Count; i++) letters[i] = letters[i] with { Value = by(letters[i].Value) };
    }

    private static Dictionary<char, char> Table((string From, char To)[] folds) =>
        folds.SelectMany(fold => fold.From, (fold, from) => (from, fold.To)).ToDictionary(pair => pair.from, pair => pair.To);
}
