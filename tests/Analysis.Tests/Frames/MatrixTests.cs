using Deedle;

namespace Analysis.Tests.Frames;

public sealed class MatrixTests
{
    private readonly DataFrame<Report> _frame = Reports.Frame();

    [Fact]
    public void A_pivot_has_sorted_keys_and_zeros_where_they_do_not_meet()
    {
        var matrix = _frame.Pivot(report => report.Date.YearMonth(), report => report.Entity);
        Assert.Equal(["2019-12", "2020-01", "2020-03"], matrix.RowKeys);
        Assert.Equal(["(none)", "iran", "iraq", "usa"], matrix.ColumnKeys);
        Assert.Equal(new[,] { { 0, 1, 0, 0 }, { 0, 2, 1, 1 }, { 1, 1, 0, 1 } }, matrix.ToArray2D<int>());
        Assert.Equal([1, 4, 3], matrix.RowTotals().Values);
        Assert.Equal([0, 2, 1, 1], matrix.Rows["2020-01"].As<int>().Values);
    }

    [Fact]
    public void Given_keys_come_first_in_their_order_and_have_zeros_where_nothing_is_counted()
    {
        var matrix = _frame.Pivot(
            report => report.Date.YearMonth(), report => report.Entity, top: 1, rowKeys: ["2021-01"],
            columnKeys: ["usa", "israel", "iran"]);
        Assert.Equal(["2021-01", "2020-01"], matrix.RowKeys);
        Assert.Equal(["usa", "israel", "iran", "(none)", "iraq"], matrix.ColumnKeys);
        Assert.Equal(new[,] { { 0, 0, 0, 0, 0 }, { 1, 0, 2, 0, 1 } }, matrix.ToArray2D<int>());
    }

    [Fact]
    public void Keys_are_in_ordinal_order_under_every_culture() => Assert.All(
        Cultures.Each(
            () =>
                string.Join(
                    ' ',
                    "ä ب b _x A a B أ".Split(' ')
                        .Pivot(text => text, text => text) is var matrix ? [.. matrix.RowKeys, .. matrix.ColumnKeys] : [])),
        keys => Assert.Equal("A B _x a b ä أ ب A B _x a b ä أ ب", keys));

    [Fact]
    public void What_has_no_key_is_counted_in_a_row_or_column_of_its_own()
    {
        var matrix = new (string?, string?)[] { ("a", null), (null, "x"), (null, null), ("b", "y") }
            .Pivot(pair => pair.Item1, pair => pair.Item2);
        Assert.Equal(["(none)", "a", "b"], matrix.RowKeys);
        Assert.Equal(["(none)", "x", "y"], matrix.ColumnKeys);
        Assert.Equal(new[,] { { 1, 1, 0 }, { 1, 0, 0 }, { 0, 0, 1 } }, matrix.ToArray2D<int>());
        var none = Array.Empty<string>().Pivot(text => text, text => text);
        Assert.Equal((0, 0, 0), (none.RowCount, none.ColumnCount, none.TopRows(3).WithTotals().GetColumn<int>("Total").Values.Single()));
    }

    [Fact]
    public void A_matrix_too_large_to_hold_is_refused()
    {
        var cross = Enumerable.Range(0, 10_001).SelectMany(i => new[] { (Row: "0", Column: $"{i}"), (Row: $"{i}", Column: "0") });
        Assert.Equal(
            "a matrix of 10001 rows and 10001 columns is too large: it may have 100000000 cells (Parameter 'rows')",
            Assert.Throws<ArgumentException>(() => cross.Pivot(cell => cell.Row, cell => cell.Column)).Message);
    }

    [Fact]
    public void The_rows_with_the_greatest_totals_are_taken_ties_in_their_order()
    {
        var matrix = _frame.Pivot(report => report.Date.YearMonth(), report => report.Entity);
        Assert.Equal(["2020-01", "2020-03"], matrix.TopRows(2).RowKeys);
        Assert.Equal(3, matrix.TopRows(100).RowCount);
        Assert.Equal(["a", "b"], "b a".Split(' ').Pivot(text => text, text => text).TopRows(5).RowKeys);
    }

    [Fact]
    public void Totals_are_added_on_request()
    {
        var matrix = _frame.Pivot(report => report.Document, report => report.Entity).WithTotals();
        Assert.Equal(["a", "b", "Total"], matrix.RowKeys);
        Assert.Equal(["(none)", "iran", "iraq", "usa", "Total"], matrix.ColumnKeys);
        Assert.Equal([4, 4, 8], matrix.GetColumn<int>("Total").Values);
        Assert.Equal([1, 4, 1, 2, 8], matrix.Rows["Total"].As<int>().Values);
    }

    [Fact]
    public void A_total_that_no_integer_can_be_is_an_error()
    {
        var matrix = Deedle.Frame.FromArray2D(new[,] { { int.MaxValue, 1 } }).IndexRowsWith(["a"]).IndexColumnsWith(["b", "c"]);
        Assert.Throws<OverflowException>(() => matrix.RowTotals());
        Assert.Throws<OverflowException>(() => matrix.WithTotals());
    }
}
