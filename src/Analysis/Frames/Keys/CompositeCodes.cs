namespace Analysis;

/// <summary>Codes for combinations of several keys, numbered in order of first appearance.</summary>
/// <param name="Rows">For each row the code of its combination; −1 where one of the parts is missing.</param>
/// <param name="Representatives">For each code the first row that has it.</param>
internal sealed record CompositeCodes(int[] Rows, int[] Representatives)
{
    public int Count => Representatives.Length;

    /// <param name="parts">One or more keys over the same rows.</param>
    /// <param name="withMissing">Whether a missing part is a value like any other, as it is for whole rows.</param>
    public static CompositeCodes Of(IReadOnlyList<Codes> parts, bool withMissing = false)
    {
        // Codes start at −1 for a missing value; shifted by one it becomes a value like the others.
        var shift = withMissing ? 1 : 0;
        var first = parts[0];
        if (parts.Count == 1) return Renumber(first.Rows, shift, first.Count + shift, null, 0, 1);
        var codes = Renumber(first.Rows, shift, first.Count + shift, parts[1].Rows, shift, parts[1].Count + shift);
        foreach (var part in parts.Skip(2))
            codes = Renumber(codes.Rows, 0, codes.Count, part.Rows, shift, part.Count + shift);
        return codes;
    }

    private static CompositeCodes Renumber(int[] left, int leftShift, int leftCount, int[]? right, int rightShift, int rightCount)
    {
        var size = (long)leftCount * rightCount;
        // A table is faster than hashing as long as it is not much larger than the rows themselves.
        var table = size <= Math.Max(1 << 20, 4L * left.Length) ? new int[size] : null;
        var known = table is null ? new Dictionary<long, int>() : null;
        var rows = GC.AllocateUninitializedArray<int>(left.Length);
        var representatives = new List<int>();
        for (var row = 0; row < rows.Length; row++)
        {
            var (a, b) = (left[row] + leftShift, right is null ? 0 : right[row] + rightShift);
            if (a < 0 || b < 0)
            {
                rows[row] = -1;
                continue;
            }
            var key = (long)a * rightCount + b;
            var code = table is not null ? table[key] - 1 : known!.GetValueOrDefault(key) - 1;
            if (code < 0)
            {
                code = representatives.Count;
                representatives.Add(row);
                if (table is not null) table[key] = code + 1;
                else known![key] = code + 1;
            }
            rows[row] = code;
        }
        return new CompositeCodes(rows, [.. representatives]);
    }
}
