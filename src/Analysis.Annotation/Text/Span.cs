namespace Analysis;

/// <summary>
/// A half-open range of raw text in UTF-16 code units: <paramref name="Start"/> is the first unit inside, <paramref name="End"/> the
/// first after it. <c>text[span.Start..span.End]</c> is the surface, and adjacent spans share a number.
/// </summary>
/// <param name="Start">Start offset; 0 or more.</param>
/// <param name="End">End offset, exclusive; not less than <paramref name="Start"/>.</param>
public readonly record struct Span(int Start, int End)
{
    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>The text of the span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span extends outside <paramref name="text"/>.</exception>
    public string Of(string text) => text[Start..End];
}
