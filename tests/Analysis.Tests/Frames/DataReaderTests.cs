using System.Data;
using System.Data.Common;

namespace Analysis.Tests.Frames;

public sealed class DataReaderTests
{
    private static readonly DateOnly Day = new(2020, 1, 3);

    private static readonly DataFrame<Sample> Frame = DataFrame.Of<Sample>([
        new("n", null, 1, 2, 0.5, null, true, null, Day, null, new(2020, 1, 3, 4, 5, 6), Tone.Hostile, ["x", "y"]),
        new("إيران", "t", -1, long.MaxValue, 1, 7, false, true, Day, Day, default, Tone.Friendly, []),
    ]);

    private static readonly Type[] Types = [
        typeof(string), typeof(string), typeof(int), typeof(long), typeof(double), typeof(int), typeof(bool), typeof(bool),
        typeof(DateTime), typeof(DateTime), typeof(DateTime), typeof(string), typeof(string)];

    [Fact]
    public void A_data_table_loads_every_column_with_its_type()
    {
        using var table = new DataTable();
        table.Load(Frame.ToDataReader());

        Assert.Equal(Frame.Columns.Select(column => column.Name), table.Columns.Cast<DataColumn>().Select(column => column.ColumnName));
        Assert.Equal(Types, table.Columns.Cast<DataColumn>().Select(column => column.DataType));
        Assert.Equal(["n", DBNull.Value, 1, 2L, 0.5, DBNull.Value, true, DBNull.Value, new DateTime(2020, 1, 3), DBNull.Value, new DateTime(2020, 1, 3, 4, 5, 6), "Hostile", "x; y"],
            table.Rows[0].ItemArray);
        Assert.Equal(2, table.Rows.Count);
    }

    [Fact]
    public async Task Rows_are_walked_asynchronously_as_microsoft_data_analysis_does()
    {
        var reader = Frame.ToDataReader();
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        Assert.Equal(Types, Enumerable.Range(0, reader.FieldCount).Select(reader.GetFieldType));
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add([.. names.Select((_, i) => reader.IsDBNull(i) ? null : reader[i])]);
        await reader.CloseAsync();

        Assert.True(reader.IsClosed);
        Assert.Equal([null, "t"], rows.Select(row => row[1]));
        Assert.Equal([null, 7], rows.Select(row => row[5]));
        // Each value has exactly the type announced: what is not null is cast without conversion.
        Assert.All(rows, row => Assert.All(row.Zip(Types), cell => Assert.True(cell.First is null || cell.First.GetType() == cell.Second)));
    }

    [Fact]
    public void Values_are_walked_through_the_interface_as_deedle_does()
    {
        var reader = Frame.ToDataReader();
        var values = new object[((IDataRecord)reader).FieldCount];
        Assert.True(((IDataReader)reader).Read());
        Assert.Equal(13, ((IDataRecord)reader).GetValues(values));
        Assert.Equal(DBNull.Value, values[1]);
        Assert.Equal("n", ((IDataRecord)reader).GetString(0));
        Assert.Equal(1, ((IDataRecord)reader).GetInt32(((IDataRecord)reader).GetOrdinal("Number")));
        Assert.True(reader.Read());
        Assert.False(reader.Read());
        Assert.False(reader.Read());
        Assert.False(reader.NextResult());
    }

    [Fact]
    public void The_schema_says_names_types_and_what_may_be_missing()
    {
        var reader = Frame.ToDataReader();
        var columns = reader.GetColumnSchema();
        Assert.Equal(Types, columns.Select(column => column.DataType));
        Assert.False(columns.Single(column => column.ColumnName == "Number").AllowDBNull);
        Assert.True(columns.Single(column => column.ColumnName == "Maybe").AllowDBNull);
        var schema = reader.GetSchemaTable()!;
        Assert.Equal(Types, schema.Rows.Cast<DataRow>().Select(row => (Type)row[SchemaTableColumn.DataType]));
        Assert.Equal(Enumerable.Range(0, 13), schema.Rows.Cast<DataRow>().Select(row => (int)row[SchemaTableColumn.ColumnOrdinal]));
    }

    [Fact]
    public void A_pivot_table_is_read_like_any_frame()
    {
        using var table = new DataTable();
        table.Load(Frame.Pivot("Name", "Tone").ToDataReader());
        Assert.Equal(["Name", "Hostile", "Friendly"], table.Columns.Cast<DataColumn>().Select(column => column.ColumnName));
        Assert.Equal(["n", 1, 0], table.Rows[0].ItemArray);
    }

    [Fact]
    public void Reading_a_value_before_the_first_row_is_an_error() =>
        Assert.Throws<InvalidOperationException>(() => Frame.ToDataReader().GetValue(0));
}
