namespace Analysis;

/// <summary>
/// The order of values under every culture: text by code unit, keys made of several values part by part, all else as it compares itself.
/// Values that have no order are equal.
/// </summary>
internal sealed class NaturalOrder : IComparer<object?>
{
    public static readonly NaturalOrder Comparer = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string left, string right) => string.CompareOrdinal(left, right),
        (ITuple left, ITuple right) => FirstDifference(Enumerable.Range(0, left.Length).Select(part => (left[part], right[part]))),
        (IComparable left, _) => left.CompareTo(y),
        _ when RowColumns.IsComposite(x.GetType()) =>
            FirstDifference(RowColumns.Of(x.GetType()).Select(part => (part.Value(x), part.Value(y)))),
        _ => 0,
    };

    private int FirstDifference(IEnumerable<(object?, object?)> parts) =>
        parts.Select(part => Compare(part.Item1, part.Item2)).FirstOrDefault(compared => compared != 0);
}
