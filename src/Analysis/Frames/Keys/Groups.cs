namespace Analysis;

/// <summary>Rows sorted by group: group <c>g</c> has the rows <c>Order[Starts[g]..Starts[g + 1]]</c>, in their own order.</summary>
/// <param name="Order">Row numbers, those without a group left out.</param>
/// <param name="Starts">Where each group starts in <paramref name="Order"/>; one element more than there are groups.</param>
internal sealed record Groups(int[] Order, int[] Starts)
{
    public int Count => Starts.Length - 1;

    public ArraySegment<int> Rows(int group) => new(Order, Starts[group], Starts[group + 1] - Starts[group]);

    /// <summary>Sorts rows by code with a counting sort; −1 has no group.</summary>
    public static Groups Of(int[] codes, int count)
    {
        var starts = new int[count + 1];
        foreach (var code in codes)
            if (code >= 0) starts[code + 1]++;
        for (var group = 0; group < count; group++) starts[group + 1] += starts[group];
        var next = starts[..^1];
        var order = new int[starts[^1]];
        for (var row = 0; row < codes.Length; row++)
            if (codes[row] >= 0) order[next[codes[row]]++] = row;
        return new Groups(order, starts);
    }
}
