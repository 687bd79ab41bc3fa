namespace Analysis.Tests;

/// <summary>A frame of given columns, so that charts are tested apart from the frames that corpora make.</summary>
internal sealed class SampleFrame(params SampleColumn[] columns) : DataFrame
{
    public override int Count => columns[0].Count;

    public override DataFrame Show(int rows) => this;

    /// <summary>The first rows.</summary>
    public SampleFrame Rows(int count) => new([.. columns.Select(column => column.First(count))]);

    public override IReadOnlyList<Column> Columns => columns;
}

internal sealed class SampleColumn(string name, Type type, params object?[] values) : Column
{
    public override string Name => name;

    public override Type Type => type;

    public override int Count => values.Length;

    public override object? this[int row] => values[row];

    public SampleColumn First(int count) => new(name, type, [.. values.Take(count)]);

    public static SampleColumn Text(string name, params string?[] values) => new(name, typeof(string), [.. values]);

    public static SampleColumn Number(string name, params double[] values) => new(name, typeof(double), [.. values]);

    public static SampleColumn Whole(string name, params int[] values) => new(name, typeof(int), [.. values]);
}
