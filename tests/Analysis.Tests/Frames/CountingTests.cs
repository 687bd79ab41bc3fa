using System.Globalization;

namespace Analysis.Tests.Frames;

public sealed class CountingTests
{
    private readonly DataFrame<Report> _frame = Reports.Frame();

    [Fact]
    public void Values_are_counted_in_descending_order_with_ties_by_code_unit_and_without_missing_ones()
    {
        Assert.Equal([new("iran", 4), new("usa", 2), new("iraq", 1)], _frame.CountBy(report => report.Entity));
        Assert.All(
            Cultures.Each(() => string.Join(' ', "b ä B ب a".Split(' ').CountBy(text => text).Select(count => count.Value))),
            order => Assert.Equal("B a b ä ب", order));
    }

    [Fact]
    public void The_table_states_how_many_rows_have_no_value()
    {
        const string note = "1 row has no value and is not counted";
        var counts = _frame.CountBy(report => report.Entity);
        foreach (var table in new[] { counts, counts.Head(2), counts.OrderBy("Value"), counts.Clone() })
            Assert.EndsWith($"({note})\n", table.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"(1 of 3 rows; {note})\n", counts.Show(1).ToString(), StringComparison.Ordinal);
        Assert.EndsWith(
            "(2 rows have no value and are not counted)\n", new string?[] { null, "a", null }.CountBy(text => text).ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("(", _frame.CountBy(report => report.Document).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_may_be_of_any_type()
    {
        Assert.Equal(
            [new(new DateOnly(2020, 1, 3), 3), new(new DateOnly(2020, 3, 1), 2), new(new DateOnly(2019, 12, 31), 1),
                new(new DateOnly(2020, 1, 8), 1), new(new DateOnly(2020, 3, 2), 1)], _frame.CountBy(report => report.Date));
        Assert.Equal(
            [(true, 2), (false, 1)],
            new bool?[] { true, null, false, true }.CountBy(flag => flag).Select(count => (count.Value!.Value, count.Count)));
        Assert.Equal([new(("a", 0), 3), new(("b", 0), 2)], _frame.CountBy(report => (report.Document, report.Sentence)).Take(2));
    }

    [Fact]
    public void A_key_that_is_a_tuple_is_written_alike_in_every_culture()
    {
        var (current, comma) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.StartsWith(
                "Value     Count\n(1.5, a)      1\n", new[] { (1.5, "a") }.CountBy(pair => pair).ToString(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = current;
        }
    }

    [Fact]
    public void A_key_of_several_values_makes_a_column_for_each()
    {
        var counts = _frame.CountBy(report => new { report.Document, report.Sentence });
        Assert.Equal(["Document", "Sentence", "Count"], counts.Columns.Select(column => column.Name));
        Assert.Equal(
            [("a", 0, 3), ("b", 0, 2), ("a", 1, 1), ("b", 1, 1), ("b", 2, 1)],
            counts.Select(count => (count.Value.Document, count.Value.Sentence, count.Count)));
        Assert.Equal([0, 0, 1, 1, 2], Enumerable.Range(0, 5).Select(row => counts["Sentence"][row]));
    }

    [Fact]
    public void Texts_are_counted_by_their_letters_whether_rows_share_them_or_not()
    {
        string[] texts = [.. Enumerable.Range(0, 30_000).Select(i => $"text {i % 10_000}")];
        var counts = texts.Concat(texts.Take(1)).CountBy(text => text);
        Assert.Equal((10_000, new ValueCount<string>("text 0", 4)), (counts.Count, counts[0]));
        Assert.All(counts.Skip(1), count => Assert.Equal(3, count.Count));
    }

    [Fact]
    public void Counts_of_LINQ_and_of_dictionaries_become_frames_in_the_same_order()
    {
        Assert.Equal(_frame.CountBy(report => report.Document), Enumerable.CountBy(_frame, report => report.Document).ToDataFrame());
        Assert.Equal(
            [new("c", 2), new("a", 1), new("b", 1)], new Dictionary<string, int> { ["b"] = 1, ["c"] = 2, ["a"] = 1 }.ToDataFrame());
    }
}
