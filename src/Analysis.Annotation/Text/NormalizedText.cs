namespace Analysis;

/// <summary>A normalized text with a map back to the raw text.</summary>
public sealed class NormalizedText
{
    private readonly List<(char Letter, Span Raw)> _letters;
    private readonly int _rawLength;

    internal NormalizedText(List<(char Letter, Span Raw)> letters, int rawLength)
    {
        (_letters, _rawLength) = (letters, rawLength);
        Text = string.Concat(letters.Select(each => each.Letter));
    }

    /// <summary>The normalized text.</summary>
    public string Text { get; }

    /// <summary>
    /// Maps a normalized span to the raw text: from the start of its first letter to the end of its last, including the diacritics
    /// on that letter. Characters deleted before the first letter are outside. An empty span gives an empty span.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span extends outside <see cref="Text"/>.</exception>
    public Span ToRaw(Span normalized)
    {
        if (normalized.Start < 0 || normalized.End < normalized.Start || normalized.End > Text.Length)
            throw new ArgumentOutOfRangeException(nameof(normalized), $"{normalized} found, a span inside 0..{Text.Length} expected");
        var start = normalized.Start < Text.Length ? _letters[normalized.Start].Raw.Start : _rawLength;
        return new Span(start, normalized.Length > 0 ? _letters[normalized.End - 1].Raw.End : start);
    }
}
