namespace Analysis;

/// <summary>Values of any type but text, one array element each; null in a nullable or reference type is a missing value.</summary>
internal sealed class ArrayColumn<T>(string name, T[] values) : StoredColumn(name)
{
    public override Type Type => typeof(T);

    public override int Count => values.Length;

    public override object? this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, values.Length);
            return values[row];
        }
    }

    public override bool IsMissing(int row) => values[row] is null;

    public override StoredColumn Take(int[] rows)
    {
        var taken = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++) taken[i] = values[rows[i]];
        return new ArrayColumn<T>(Name, taken);
    }

    public override StoredColumn Rename(string newName) => new ArrayColumn<T>(newName, values);

    public override int Compare(int left, int right)
    {
        var (a, b) = (values[left], values[right]);
        if (a is null || b is null) return (a is null).CompareTo(b is null);
        // Values without an order of their own, such as lists, are ordered by their text.
        return a is IComparable
            ? Comparer<T>.Default.Compare(a, b)
            : string.CompareOrdinal(InvariantText.Format(a), InvariantText.Format(b));
    }

    protected override Codes Encode() =>
        Ordinals() is { } ordinals && RangeCodes.TryEncode(ordinals, out var codes, out var representatives)
            ? new Codes(codes, Take(representatives))
            : EncodeByHash();

    protected override double[]? ReadDoubles() => (object)values switch
    {
        double[] doubles => doubles,
        int[] integers when typeof(T) == typeof(int) => Array.ConvertAll(integers, value => (double)value),
        long[] integers when typeof(T) == typeof(long) => Array.ConvertAll(integers, value => (double)value),
        _ => null,
    };

    /// <summary>Values of the types that lie close together, as integers in their order; null for other types.</summary>
    private int[]? Ordinals()
    {
        // Arrays of enumerations pass as arrays of int; so do those of uint, whose order is another.
        if ((object)values is int[] raw && (typeof(T) == typeof(int) || typeof(T).IsEnum))
            return raw.Contains(RangeCodes.Missing) ? null : raw;
        return (object)values switch
        {
            int?[] integers when !integers.Contains(RangeCodes.Missing) =>
                Array.ConvertAll(integers, value => value ?? RangeCodes.Missing),
            DateOnly[] dates => Array.ConvertAll(dates, date => date.DayNumber),
            DateOnly?[] dates => Array.ConvertAll(dates, date => date?.DayNumber ?? RangeCodes.Missing),
            bool[] flags => Array.ConvertAll(flags, flag => flag ? 1 : 0),
            bool?[] flags => Array.ConvertAll(flags, flag => flag is { } known ? (known ? 1 : 0) : RangeCodes.Missing),
            _ => null,
        };
    }

    private Codes EncodeByHash()
    {
        // Lists and other reference types mean their content, not the object.
        var byText = !typeof(T).IsValueType;
        var known = new Dictionary<object, int>();
        var representatives = new List<int>();
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            object? key = byText ? InvariantText.Format(values[row]) : values[row];
            if (key is null)
                codes[row] = -1;
            else if (!known.TryGetValue(key, out codes[row]))
            {
                codes[row] = representatives.Count;
                known.Add(key, representatives.Count);
                representatives.Add(row);
            }
        }
        return new Codes(codes, Take([.. representatives]));
    }
}

/// <summary>Codes for integers that lie close together, without hashing: by their distance from the least.</summary>
internal static class RangeCodes
{
    /// <summary>Stands for a missing value.</summary>
    public const int Missing = int.MinValue;

    /// <summary>Encodes in ascending order of the values; false where they are spread too far for a table.</summary>
    /// <param name="ordinals">The values.</param>
    /// <param name="codes">For each row its code, −1 where missing.</param>
    /// <param name="representatives">For each code a row that has it.</param>
    public static bool TryEncode(int[] ordinals, out int[] codes, out int[] representatives)
    {
        (codes, representatives) = ([], []);
        var (least, most) = (int.MaxValue, int.MinValue);
        foreach (var value in ordinals)
        {
            if (value == Missing) continue;
            if (value < least) least = value;
            if (value > most) most = value;
        }
        if (least > most)
        {
            codes = new int[ordinals.Length];
            Array.Fill(codes, -1);
            return true;
        }
        // A table of up to four times the rows still costs less than hashing them.
        var range = (long)most - least + 1;
        if (range > Math.Max(1 << 16, 4L * ordinals.Length)) return false;

        var rowOf = new int[range];
        for (var row = ordinals.Length - 1; row >= 0; row--)
            if (ordinals[row] != Missing) rowOf[ordinals[row] - least] = row + 1;
        var found = new List<int>();
        for (var i = 0; i < rowOf.Length; i++)
        {
            if (rowOf[i] == 0) continue;
            var row = rowOf[i] - 1;
            rowOf[i] = found.Count;
            found.Add(row);
        }
        representatives = [.. found];
        codes = new int[ordinals.Length];
        for (var row = 0; row < codes.Length; row++)
            codes[row] = ordinals[row] == Missing ? -1 : rowOf[ordinals[row] - least];
        return true;
    }
}
