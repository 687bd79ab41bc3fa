namespace Analysis.Tests.Frames;

public sealed class DataFrameTests
{
    private readonly DataFrame<Report> _frame = Reports.Frame();

    public record struct Point(int X, double Y);

    public sealed class Settings
    {
        public string Name { get; set; } = "";

        public int Size { get; init; }

        public int Twice => 2 * Size;
    }

    [Fact]
    public void Columns_stand_in_the_order_of_the_records_parameters() =>
        Assert.Equal(
            [("Document", typeof(string)), ("Sentence", typeof(int)), ("Entity", typeof(string)), ("Date", typeof(DateOnly)), ("Score", typeof(double))],
            _frame.Columns.Select(column => (column.Name, column.Type)));

    [Fact]
    public void Record_structs_and_plain_classes_are_rows_too()
    {
        var points = new Point[] { new(1, 2.5), new(3, 4.5) }.ToDataFrame();
        Assert.Equal([2.5, 4.5], Enumerable.Range(0, 2).Select(row => points["Y"][row]));
        Assert.Equal(new Point(3, 4.5), points.OrderByDescending(point => point.X)[0]);

        var settings = DataFrame.Of([new Settings { Name = "x", Size = 2 }]);
        Assert.Equal(["Name", "Size"], settings.Columns.Select(column => column.Name));
        Assert.Equal(("x", 2, 4), settings.OrderBy("Name").Select(row => (row.Name, row.Size, row.Twice)).Rows[0]);
    }

    [Fact]
    public void Columns_give_back_what_the_rows_held()
    {
        var day = new DateOnly(2020, 1, 3);
        Sample[] rows = [
            new("n", null, 1, 2, 0.5, null, true, null, day, null, day.ToDateTime(default), Tone.Hostile, ["x"]),
            new("m", "t", -1, long.MaxValue, double.NaN, 7, false, true, day, day, default, Tone.Friendly, []),
        ];
        var rebuilt = new DataFrame<Sample>(DataFrame.Of(rows).Stored);
        Assert.Equal(rows, rebuilt.Rows);
    }

    [Fact]
    public void Head_tail_and_where_keep_the_order()
    {
        Assert.Equal(_frame.Rows.Take(3), _frame.Head(3));
        Assert.Equal(_frame.Rows.Skip(6), _frame.Tail(2));
        Assert.Equal(8, _frame.Head(100).Count);
        Assert.Equal(_frame.Rows.Where(report => report.Score > 4), _frame.Where(report => report.Score > 4));
        Assert.Equal(_frame.Rows.Where(report => report.Entity == "usa"), _frame.Where(report => report.Entity, entity => entity == "usa"));
    }

    [Fact]
    public void Ordering_is_stable_puts_missing_values_last_and_goes_on_to_further_columns()
    {
        Assert.Equal(["iran", "iran", "iran", "iran", "iraq", "usa", "usa", null], _frame.OrderBy(report => report.Entity).Rows.Select(report => report.Entity));
        Assert.Equal([-1, -3, 6, 8, 4, -2, 5, 7], _frame.OrderBy("Entity").Rows.Select(report => report.Score));
        Assert.Equal([-2, 5, 4, -1, -3, 6, 8, 7], _frame.OrderByDescending("Entity").Rows.Select(report => report.Score));
        Assert.Equal([8, 6, -1, -3, 4, 5, -2, 7],
            _frame.OrderBy(report => report.Entity).ThenByDescending(report => report.Document).ThenBy("Date").Rows.Select(report => report.Score));
    }

    [Fact]
    public void Text_is_ordered_by_code_unit_under_every_culture()
    {
        var frame = DataFrame.Of([new ValueCount<string>("b", 1), new("B", 2), new("ب", 3), new("أ", 4), new("a", 5)]);
        Assert.Equal(["B", "a", "b", "أ", "ب"], frame.OrderBy("Value").Rows.Select(row => row.Value));
    }

    [Fact]
    public void Distinct_rows_are_equal_in_every_column_lists_by_their_items()
    {
        var rows = DataFrame.Of("aab".Select(item => new { Name = "x", Items = new List<string> { $"{item}" } }));
        Assert.Equal([0, 2], rows.Distinct().Select(row => Array.FindIndex([.. rows.Rows], other => ReferenceEquals(other, row))).Rows);
        Assert.Equal(["iran", "usa", "iraq", null], _frame.DistinctBy(report => report.Entity).Rows.Select(report => report.Entity));
    }

    [Fact]
    public void Groups_aggregate_columns_in_ascending_order_of_the_key()
    {
        var groups = _frame.GroupBy(report => report.Entity).Aggregate(group => new
        {
            group.Key,
            group.Count,
            Sum = group.Sum(report => report.Score),
            Mean = group.Mean(report => report.Score),
            First = group.Min(report => report.Date),
            Last = group.Max(report => report.Date),
            Documents = group.CountDistinct(report => report.Document),
        });

        Assert.Equal(["iran", "iraq", "usa"], groups.Rows.Select(group => group.Key));
        var iran = groups[0];
        Assert.Equal((4, 10.0, 2.5, 2), (iran.Count, iran.Sum, iran.Mean, iran.Documents));
        Assert.Equal((new DateOnly(2019, 12, 31), new DateOnly(2020, 3, 1)), (iran.First, iran.Last));
    }

    [Fact]
    public void A_measure_of_numbers_refuses_a_column_of_text()
    {
        var error = Assert.Throws<ArgumentException>(() => _frame.GroupBy(r => r.Document).Aggregate(group => new { Sum = group.Sum(r => r.Entity) }));
        Assert.Equal("column 'Entity' holds text, not numbers", error.Message);
    }

    [Fact]
    public void Joins_match_rows_by_key_and_a_left_join_keeps_the_others()
    {
        var names = DataFrame.Of([new { Id = "usa", Name = "الولايات المتحدة" }, new { Id = "iran", Name = "إيران" }, new { Id = "nobody", Name = "" }]);

        var inner = _frame.Join(names, report => report.Entity, name => name.Id, (report, name) => new { report.Score, name.Name });
        Assert.Equal([-1, -2, -3, 5, 6, 8], inner.Rows.Select(row => row.Score));
        Assert.Equal("الولايات المتحدة", inner[1].Name);

        var left = _frame.LeftJoin(names, report => report.Entity, name => name.Id, (report, name) => new { report.Score, name?.Name });
        Assert.Equal(_frame.Rows.Select(report => report.Score), left.Rows.Select(row => row.Score));
        Assert.Null(left[3].Name);
    }

    [Fact]
    public void Top_takes_the_greatest_and_keeps_ties_in_row_order() =>
        Assert.Equal([8, 7], _frame.Top(2, report => report.Score).Rows.Select(report => report.Score));

    [Fact]
    public void Select_by_names_keeps_the_columns_in_the_order_given() =>
        Assert.Equal(["Date", "Entity"], _frame.Select("Date", "Entity").Columns.Select(column => column.Name));

    [Fact]
    public void Describe_gives_moments_of_numbers_and_the_top_of_the_others()
    {
        var summary = _frame.Describe();
        var score = summary.Rows.Single(row => row.Column == "Score");
        Assert.Equal((8, 0, 8, "-3", "8"), (score.Count, score.Missing, score.Distinct, score.Min, score.Max));
        Assert.Equal((3.0, -1.25, 4.5, 6.25), (score.Mean!.Value, score.Q1!.Value, score.Median!.Value, score.Q3!.Value));
        Assert.Equal(4.3425, score.Std!.Value, 1e-4);

        var entity = summary.Rows.Single(row => row.Column == "Entity");
        Assert.Equal((7, 1, 3, "iran", "usa", "iran", 4), (entity.Count, entity.Missing, entity.Distinct, entity.Min, entity.Max, entity.Top, entity.TopCount));
    }

    [Fact]
    public void Rows_without_properties_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => DataFrame.Of(["x"]).Select(text => (text, 1)).Columns);
        Assert.Contains("has no public properties", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_without_rows_has_its_columns_and_every_verb()
    {
        var empty = DataFrame.Of<Report>([]);
        Assert.Equal(5, empty.Columns.Count);
        Assert.Empty(empty.CountBy(report => report.Entity));
        Assert.Empty(empty.Distinct());
        Assert.Empty(empty.OrderBy("Score").Head());
        Assert.Equal(0, empty.Pivot("Document", "Entity").Total);
        Assert.Empty(empty.GroupBy(report => report.Entity));
        Assert.Equal(5, empty.Describe().Count);
    }

    [Fact]
    public void Rows_that_are_single_values_make_one_column()
    {
        var words = "سلام حرب سلام".Split(' ').ToDataFrame();
        Assert.Equal("Value", Assert.Single(words.Columns).Name);
        Assert.Equal(["سلام", "حرب"], words.Distinct());
        Assert.Equal(2, words.Select(word => word.Length).CountBy("Value").Count);
    }
}
