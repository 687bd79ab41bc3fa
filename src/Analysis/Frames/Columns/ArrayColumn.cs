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

    protected override Codes Encode()
    {
        // Arrays of enumerations pass as arrays of int; so do those of uint, whose order is another.
        var ranged = (object)values switch
        {
            int[] integers when typeof(T) == typeof(int) || typeof(T).IsEnum => RangeCodes.Of<int, Integer>(integers),
            int?[] integers => RangeCodes.Of<int?, MaybeInteger>(integers),
            DateOnly[] dates => RangeCodes.Of<DateOnly, Day>(dates),
            DateOnly?[] dates => RangeCodes.Of<DateOnly?, MaybeDay>(dates),
            bool[] flags => RangeCodes.Of<bool, Flag>(flags),
            bool?[] flags => RangeCodes.Of<bool?, MaybeFlag>(flags),
            _ => null,
        };
        if (ranged is { } found) return new Codes(found.Rows, Take(found.Representatives), found.Map);
        // Lists and other reference types mean their content, not the object.
        return typeof(T).IsValueType
            ? EncodeByHash<T>(value => value is null ? null : new ValueTuple<T>(value))
            : EncodeByHash<string>(value => InvariantText.Format(value) is { } text ? new ValueTuple<string>(text) : null);
    }

    protected override double[]? ReadDoubles() => (object)values switch
    {
        double[] doubles => doubles,
        int[] integers when typeof(T) == typeof(int) => Array.ConvertAll(integers, value => (double)value),
        long[] integers when typeof(T) == typeof(long) => Array.ConvertAll(integers, value => (double)value),
        _ => null,
    };

    private Codes EncodeByHash<TKey>(Func<T, ValueTuple<TKey>?> keyOf)
    {
        var known = new Dictionary<ValueTuple<TKey>, int>();
        var representatives = new List<int>();
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (keyOf(values[row]) is not { } key)
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
