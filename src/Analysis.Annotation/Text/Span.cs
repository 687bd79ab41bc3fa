namespace Analysis;

/// <summary>
/// A half-open stretch of raw text, in UTF-16 code units: <paramref name="Start"/> is the first unit inside, <paramref name="End"/> the
/// first behind it, so that <c>text[span.Start..span.End]</c> is the surface and adjacent spans share a number.
/// </summary>
/// <param name="Start">Offset of the first UTF-16 code unit; 0 or more.</param>
/// <param name="End">Offset behind the last UTF-16 code unit; not less than <paramref name="Start"/>.</param>
public readonly record struct Span(int Start, int End)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>The text under the span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches outside <paramref name="text"/>.</exception>
    public string Of(string text) => text[Start..End];

    /// <summary>Whether the two share at least one code unit.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside.</summary>
    public bool Contains(Span other) => Start <= other.Start && other.End <= End;
}
