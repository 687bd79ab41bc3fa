namespace Analysis;

/// <summary>A text after normalization, with the way back: which raw code units each of its own came from.</summary>
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

    /// <summary>The level to which it was normalized.</summary>
    public NormalizationLevel Level { get; }

    /// <summary>Number of UTF-16 code units of the raw text.</summary>
    public int RawLength { get; }

    /// <summary>
    /// The raw span behind a normalized one: from the first code unit of its first letter to behind the last of its last, the diacritics
    /// on that one included. What was deleted before it lies outside. An empty span gives an empty one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches outside <see cref="Text"/>.</exception>
    public Span ToRaw(Span normalized)
    {
        Check(normalized, Text.Length, nameof(normalized));
        if (normalized.Length > 0) return new Span(_starts[normalized.Start], _ends[normalized.End - 1]);
        var at = normalized.Start < _starts.Length ? _starts[normalized.Start] : RawLength;
        return new Span(at, at);
    }

    /// <summary>
    /// The normalized span that holds every letter of which a raw span holds at least a part; empty, at the place where it would stand,
    /// when everything in it was deleted.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches outside the raw text.</exception>
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

    // Position of the first number above a limit in a list that never falls.
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

    /// <summary>One normalized code unit and the raw ones that it came from.</summary>
    internal readonly record struct Letter(char Value, int Start, int End);
}
