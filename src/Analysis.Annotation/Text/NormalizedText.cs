namespace Analysis;

/// <summary>A normalized text with a map from its code units to those of the raw text.</summary>
public sealed class NormalizedText
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    internal NormalizedText(IReadOnlyList<Letter> letters, int rawLength, NormalizationLevel level)
    {
        Level = level;
        RawLength = rawLength;
        _starts = new int[letters.Count];
        _ends = new int[letters.Count];
        Text = string.Create(letters.Count, letters, (text, from) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = from[i].Value;
        });
        for (var i = 0; i < letters.Count; i++) (_starts[i], _ends[i]) = (letters[i].Start, letters[i].End);
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
        if (normalized.Length > 0) return new Span(_starts[normalized.Start], _ends[normalized.End - 1]);
        var at = normalized.Start < _starts.Length ? _starts[normalized.Start] : RawLength;
        return new Span(at, at);
    }

    /// <summary>
    /// Maps a raw span to the normalized text: the span of all letters that overlap it.
    /// If everything in it was deleted, the result is an empty span at that position.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span extends outside the raw text.</exception>
    public Span ToNormalized(Span raw)
    {
        Check(raw, RawLength, nameof(raw));
        var start = FirstAbove(_ends, raw.Start);
        var end = FirstAbove(_starts, raw.End - 1);
        return new Span(start, Math.Max(start, end));
    }

    private static void Check(Span span, int length, string name)
    {
        if (span.Start < 0 || span.End < span.Start || span.End > length)
            throw new ArgumentOutOfRangeException(name, $"span {span.Start}..{span.End} found, one inside 0..{length} expected");
    }

    // Index of the first number above a limit in an ascending list.
    private static int FirstAbove(int[] numbers, int limit)
    {
        var (low, high) = (0, numbers.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (numbers[middle] > limit) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>One normalized code unit with its raw span.</summary>
    internal readonly record struct Letter(char Value, int Start, int End);
}
