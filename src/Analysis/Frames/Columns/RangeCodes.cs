namespace Analysis;

/// <summary>Codes for values that lie close together, without hashing: by their distance from the least.</summary>
/// <param name="Rows">For each row the distance of its value from the least, −1 where it is missing.</param>
/// <param name="Map">For each distance its code, in ascending order of the values; −1 where no row has it.</param>
/// <param name="Representatives">For each code a row that has it.</param>
internal sealed record RangeCodes(int[] Rows, int[] Map, int[] Representatives)
{
    /// <summary>Encodes values; null where they are spread too far for a table.</summary>
    public static RangeCodes? Of<T, TOrdinal>(T[] values) where TOrdinal : struct, IOrdinal<T>
    {
        var (least, most) = (long.MaxValue, long.MinValue + 1);
        foreach (var value in values)
        {
            var ordinal = TOrdinal.Of(value);
            if (ordinal == IOrdinal<T>.Missing) continue;
            if (ordinal < least) least = ordinal;
            if (ordinal > most) most = ordinal;
        }
        var range = most < least ? 0 : most - least + 1;
        if (range > Math.Max(1 << 16, values.Length)) return null;

        var rowOf = new int[range];
        var rows = GC.AllocateUninitializedArray<int>(values.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            var ordinal = TOrdinal.Of(values[row]);
            if (ordinal == IOrdinal<T>.Missing)
            {
                rows[row] = -1;
                continue;
            }
            var distance = (int)(ordinal - least);
            rows[row] = distance;
            rowOf[distance] = row + 1;
        }
        return Number(rows, rowOf);
    }

    private static RangeCodes Number(int[] rows, int[] rowOf)
    {
        var representatives = new List<int>();
        for (var distance = 0; distance < rowOf.Length; distance++)
        {
            var row = rowOf[distance] - 1;
            rowOf[distance] = row < 0 ? -1 : representatives.Count;
            if (row >= 0) representatives.Add(row);
        }
        return new(rows, rowOf, [.. representatives]);
    }
}

/// <summary>The place of a value among the whole numbers.</summary>
internal interface IOrdinal<T>
{
    /// <summary>Stands for a missing value.</summary>
    const long Missing = long.MinValue;

    static abstract long Of(T value);
}

internal readonly struct Integer : IOrdinal<int>
{
    public static long Of(int value) => value;
}

internal readonly struct MaybeInteger : IOrdinal<int?>
{
    public static long Of(int? value) => value ?? IOrdinal<int?>.Missing;
}

internal readonly struct Day : IOrdinal<DateOnly>
{
    public static long Of(DateOnly value) => value.DayNumber;
}

internal readonly struct MaybeDay : IOrdinal<DateOnly?>
{
    public static long Of(DateOnly? value) => value?.DayNumber ?? IOrdinal<DateOnly?>.Missing;
}

internal readonly struct Flag : IOrdinal<bool>
{
    public static long Of(bool value) => value ? 1 : 0;
}

internal readonly struct MaybeFlag : IOrdinal<bool?>
{
    public static long Of(bool? value) => value switch { null => IOrdinal<bool?>.Missing, true => 1, false => 0 };
}
