using Microsoft.Data.Analysis;

namespace Analysis.Tests;

/// <summary>A frame of given columns, so that charts are tested apart from the frames that corpora make.</summary>
internal sealed class SampleFrame(params DataFrameColumn[] columns) : DataFrame(columns)
{
    /// <summary>The first rows.</summary>
    public new SampleFrame Rows(int count) =>
        new([.. Columns.Select(column => column.Clone(new Int32DataFrameColumn("row", Enumerable.Range(0, count))))]);
}

internal static class SampleColumn
{
    public static DataFrameColumn Text(string name, params string?[] values) => new StringDataFrameColumn(name, values);

    public static DataFrameColumn Number(string name, params double[] values) => new DoubleDataFrameColumn(name, values);

    public static DataFrameColumn Whole(string name, params int[] values) => new Int32DataFrameColumn(name, values);
}
