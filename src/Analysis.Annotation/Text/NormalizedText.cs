namespace Analysis;

/// <summary>A normalized text with a map from its code units to those of the raw text.</summary>
public sealed class NormalizedText
{
    private readonly List<Letter> _letters;

    internal NormalizedText(List<Letter> letters, int rawLength, NormalizationLevel level)
    {
        (_letters, RawLength, Level) = (letters, rawLength, level);
        Text = string.Concat(letters.Select(letter => letter.Value));
    }

    /// <summary>The normalized text.</summary>
    public string Text { get; }

    /// <summary>The level of normalization.</summary>
    public NormalizationLevel Level { get; }

    /// <summary>Length of the raw text in UTF-16 code units.</summary>
    public int RawLength { get; }

    /// <summary>
    /// Maps a normalized span to the raw text: from the start of its first letter to the end of its last, including the diacritics
    /// on that letter. Characters deleted before the first letter are outside. An empty span gives an empty span.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span extends outside <see cref="Text"/>.</exception>
    public Span ToRaw(Span normalized)
    {
        Check(normalized, Text.Length, nameof(normalized));
        var start = normalized.Start < Text.Length ? _letters[normalized.Start].Start : RawLength;
        return new Span(start, normalized.Length > 0 ? _letters[normalized.End - 1].End : start);
    }

    /// <summary>
    /// Maps a raw span to the normalized text: the span of all letters that overlap it.
    /// If everything in it was deleted, the result is an empty span at that position.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span extends outside the raw text.</exception>
    public Span ToNormalized(Span raw)
    {
        Check(raw, RawLength, nameof(raw));
        var start = FirstAbove(raw.Start, letter => letter.End);
        var end = FirstAbove(raw.End - 1, letter => letter.Start);
        return new Span(start, Math.Max(start, end));
    }

    private static void Check(Span span, int length, string name)
    {
        if (span.Start < 0 || span.End < span.Start || span.End > length)
            throw new ArgumentOutOfRangeException(name, $"span {span.Start}..{span.End} found, one inside 0..{length} expected");
    }

    // The first letter whose bound is above a limit; the bounds ascend.
    private int FirstAbove(int limit, Func<Letter, int> bound)
    {
        var (low, high) = (0, _letters.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (bound(_letters[middle]) > limit) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>One normalized code unit with its raw span.</summary>
    internal readonly record struct Letter(char Value, int Start, int End);
}
