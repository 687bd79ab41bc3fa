namespace Analysis;

/// <summary>A column over an array. Columns never change, so frames share them.</summary>
internal abstract class StoredColumn(string name) : Column
{
    private Codes? _codes;
    private double[]? _numbers;

    public sealed override string Name => name;

    /// <summary>Whether the value in a row is missing.</summary>
    public abstract bool IsMissing(int row);

    /// <summary>The values of some rows, in the order given; rows may repeat.</summary>
    public abstract StoredColumn Take(int[] rows);

    /// <summary>The same values under another name.</summary>
    public abstract StoredColumn Rename(string newName);

    /// <summary>Order of the values of two rows: text by code unit, missing values behind all others.</summary>
    public abstract int Compare(int left, int right);

    /// <summary>The values as numbers, NaN where missing; null for a column that does not hold numbers.</summary>
    public double[]? Numbers => _numbers ??= InvariantText.IsNumber(Type) ? ReadNumbers() : null;

    /// <summary>Each row's value as a small integer; made once.</summary>
    public Codes Codes => _codes ??= Encode();

    /// <summary>The value as invariant text; null where it is missing.</summary>
    public string? Text(int row) => InvariantText.Format(this[row]);

    protected abstract Codes Encode();

    private double[] ReadNumbers()
    {
        if (ReadDoubles() is { } doubles) return doubles;
        var numbers = new double[Count];
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = this[row] is { } value ? InvariantText.ToDouble(value) : double.NaN;
        return numbers;
    }

    /// <summary>The values of the common numeric types without boxing; null for the others.</summary>
    protected virtual double[]? ReadDoubles() => null;

    /// <summary>The column itself where it is stored by this library, else a copy of its values.</summary>
    public static StoredColumn Of(Column column)
    {
        if (column is StoredColumn stored) return stored;
        var builder = ColumnBuilder.For(column.Name, column.Type);
        for (var row = 0; row < column.Count; row++) builder.Add(column[row]);
        return builder.Build();
    }
}
