namespace Analysis;

/// <summary>
/// The rows' values as small integers, which is what counting, grouping, pivoting and joining work on: indexes into the distinct values.
/// </summary>
/// <param name="rows">For each row an index into <paramref name="values"/>, −1 where the value is missing.</param>
/// <param name="values">Distinct values; some may not occur in any row.</param>
/// <param name="map">What each code stands for, where a key is derived from a column's values: the rows' codes go through it.</param>
internal sealed class Codes(int[] rows, StoredColumn values, int[]? map = null)
{
    private int[]? _mapped;

    /// <summary>Distinct values, one for each code.</summary>
    public StoredColumn Values => values;

    /// <summary>Number of codes.</summary>
    public int Count => values.Count;

    /// <summary>The rows' codes before <see cref="Map"/>.</summary>
    public int[] Raw => rows;

    /// <summary>Final code for each raw one; null where they are the same.</summary>
    public int[]? Map => map;

    /// <summary>The rows' final codes.</summary>
    public int[] Rows => _mapped ??= map is null ? rows : Through(map);

    /// <summary>Number of rows with each code; the last element counts the missing ones.</summary>
    public int[] CountRows()
    {
        var counts = Tally(rows, (map?.Length ?? Count) + 1);
        if (map is null) return counts;
        var mapped = new int[Count + 1];
        for (var code = 0; code < map.Length; code++)
            mapped[map[code] < 0 ? Count : map[code]] += counts[code];
        mapped[Count] += counts[^1];
        return mapped;
    }

    /// <summary>The same rows by a key derived from the values.</summary>
    /// <param name="derived">Distinct values of the key.</param>
    /// <param name="codeOf">For each of this key's codes the derived one, −1 where it is missing.</param>
    public Codes Derive(StoredColumn derived, int[] codeOf) =>
        new(rows, derived, map is null ? codeOf : Array.ConvertAll(map, code => code < 0 ? -1 : codeOf[code]));

    /// <summary>Codes in the order of their values.</summary>
    public int[] Sorted()
    {
        var order = new int[Count];
        for (var code = 0; code < order.Length; code++) order[code] = code;
        Array.Sort(order, values.Compare);
        return order;
    }

    private int[] Through(int[] codeOf)
    {
        var mapped = GC.AllocateUninitializedArray<int>(rows.Length);
        for (var row = 0; row < mapped.Length; row++) mapped[row] = rows[row] < 0 ? -1 : codeOf[rows[row]];
        return mapped;
    }

    /// <summary>Counts codes from −1; missing ones go into the last element.</summary>
    private static int[] Tally(int[] codes, int size)
    {
        // Four tables, or else a run of one frequent value waits for its own last increment; large ones would leave the cache.
        var a = new int[size];
        var (b, c, d) = size > 1 << 14 ? (a, a, a) : (new int[size], new int[size], new int[size]);
        var row = 0;
        for (; row + 3 < codes.Length; row += 4)
        {
            a[codes[row] + 1]++;
            b[codes[row + 1] + 1]++;
            c[codes[row + 2] + 1]++;
            d[codes[row + 3] + 1]++;
        }
        for (; row < codes.Length; row++) a[codes[row] + 1]++;
        var counts = new int[size];
        for (var code = 0; code < size; code++)
            counts[code == 0 ? size - 1 : code - 1] = ReferenceEquals(a, b) ? a[code] : a[code] + b[code] + c[code] + d[code];
        return counts;
    }
}
