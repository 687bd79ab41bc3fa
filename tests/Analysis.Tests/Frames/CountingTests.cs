namespace Analysis.Tests.Frames;

public sealed class CountingTests
{
    private readonly DataFrame<Report> _frame = Reports.Frame();

    [Fact]
    public void Values_are_counted_in_descending_order_with_ties_by_code_unit_and_without_missing_ones() =>
        Assert.Equal(
            [new("iran", 4), new("usa", 2), new("iraq", 1)],
            _frame.CountBy(report => report.Entity));

    [Fact]
    public void A_column_name_counts_as_the_property_does() =>
        Assert.Equal([("iran", 4), ("usa", 2), ("iraq", 1)], _frame.CountBy("Entity").Select(count => ((string)count.Value, count.Count)).Rows);

    [Fact]
    public void Ties_stand_in_the_order_of_the_values() =>
        Assert.Equal(["a", "b"], _frame.CountBy(report => report.Document).Rows.Select(count => count.Value));

    [Fact]
    public void A_key_derived_from_one_property_is_counted_by_its_own_values() =>
        Assert.Equal(
            [new("2020-01", 4), new("2020-03", 3), new("2019-12", 1)],
            _frame.CountBy(report => report.Date.YearMonth()));

    [Fact]
    public void Several_properties_count_as_combinations()
    {
        var counts = _frame.CountBy(report => new { report.Document, report.Sentence });
        Assert.Equal([("a", 0, 3), ("b", 0, 2), ("a", 1, 1), ("b", 1, 1), ("b", 2, 1)],
            counts.Rows.Select(count => (count.Value.Document, count.Value.Sentence, count.Count)));
    }

    [Fact]
    public void A_frame_with_some_rows_counts_only_the_values_that_are_left() =>
        Assert.Equal([new("iran", 3), new("usa", 2), new("iraq", 1)], _frame.Head(6).CountBy(report => report.Entity));

    [Fact]
    public void A_pivot_has_sorted_keys_and_zeros_where_they_do_not_meet()
    {
        var table = _frame.Pivot(report => report.Date.YearMonth(), report => report.Entity);

        Assert.Equal(["2019-12", "2020-01", "2020-03"], table.RowKeys);
        Assert.Equal(["iran", "iraq", "usa"], table.ColumnKeys);
        Assert.Equal([1, 0, 0, 2, 1, 1, 1, 0, 1], from row in Enumerable.Range(0, 3) from column in Enumerable.Range(0, 3) select table[row, column]);
        Assert.Equal([1, 4, 2], table.RowTotals);
        Assert.Equal([4, 1, 2], table.ColumnTotals);
        Assert.Equal(7, table.Total);
        Assert.Equal(["Date", "iran", "iraq", "usa"], table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void A_pivot_keeps_the_rows_and_columns_with_the_greatest_totals()
    {
        var table = _frame.Pivot("Date", "Entity").TopRows(2).TopColumns(2);

        Assert.Equal(["2020-01-03", "2020-03-01"], table.RowKeys);
        Assert.Equal(["iran", "usa"], table.ColumnKeys);
        Assert.Equal([3, 2], table.RowTotals);
    }

    [Fact]
    public void A_pivot_shows_its_totals_on_request()
    {
        var table = _frame.Pivot("Document", "Entity").WithTotals();
        Assert.Equal(["a", "b", "Total"], Enumerable.Range(0, 3).Select(row => table["Document"][row]));
        Assert.Equal([4, 3, 7], Enumerable.Range(0, 3).Select(row => table["Total"][row]));
    }

    [Fact]
    public void Pairs_are_counted_once_a_unit_and_unordered() =>
        Assert.Equal(
            [new("iran", "usa", 2)],
            _frame.CountPairs(unit: report => new { report.Document, report.Sentence }, item: report => report.Entity));

    [Fact]
    public void Pairs_do_not_depend_on_the_order_of_the_rows()
    {
        var reversed = DataFrame.Of(_frame.Rows.Reverse());
        var interleaved = DataFrame.Of(_frame.Rows.OrderBy(report => report.Entity, StringComparer.Ordinal));
        foreach (var other in new[] { reversed, interleaved })
            Assert.Equal(
                _frame.CountPairs(report => report.Document, report => report.Entity).Rows,
                other.CountPairs(report => report.Document, report => report.Entity).Rows);
    }

    [Fact]
    public void Many_distinct_items_are_counted_as_few_are()
    {
        var rows = Enumerable.Range(0, 6000).Select(i => new Report($"d{i / 2}", 0, $"e{i % 5000}", new(2020, 1, 1), 0));
        var pairs = DataFrame.Of(rows).CountPairs(report => report.Document, report => report.Entity);
        Assert.Equal(2500, pairs.Count);
        Assert.Equal(new("e0", "e1", 2), pairs[0]);
        Assert.Equal(3000, pairs.Rows.Sum(pair => pair.Count));
    }

    [Fact]
    public void An_expression_that_is_no_key_is_refused_with_the_forms_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => _frame.CountBy(report => report.Entity + report.Document));
        Assert.Contains("expected a property of the row, an expression of one property, or new { … } of several", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_there_is_named_with_those_that_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => _frame.CountBy("Entitty"));
        Assert.Equal("no column 'Entitty'; the columns are Document, Sentence, Entity, Date, Score", error.Message);
    }
}
