using System.Globalization;
using Microsoft.Data.Analysis;

namespace Analysis.Tests.Frames;

public sealed class DataFrameTests
{
    private static readonly DateOnly Day = new(2020, 1, 3);

    private readonly DataFrame<Report> _frame = Reports.Frame();

    public record struct Point(int X, double Y);

    public sealed class Settings
    {
        public string Name { get; set; } = "";

        public int Size { get; init; }

        public int Twice => 2 * Size;
    }

    [Fact]
    public void Columns_stand_in_the_order_of_the_records_parameters_and_are_the_packages_own() => Assert.Equal(
        [
            ("Document", typeof(StringDataFrameColumn)), ("Sentence", typeof(Int32DataFrameColumn)),
                ("Entity", typeof(StringDataFrameColumn)),
            ("Date", typeof(DateTimeDataFrameColumn)), ("Score", typeof(DoubleDataFrameColumn)),
        ],
        _frame.Columns.Select(column => (column.Name, column.GetType())));

    [Fact]
    public void Columns_hold_what_the_records_hold()
    {
        var frame = new Sample[]
        {
            new("n", null, 1, 2, 0.5, null, true, null, Day, null, Day.ToDateTime(new TimeOnly(22, 5)), Tone.Hostile, ["x", "y;z"]),
            new("m", "t", -1, long.MaxValue, double.NaN, 7, false, true, Day, Day, default, Tone.Friendly, []),
        }.ToDataFrame();
        var midnight = Day.ToDateTime(default);
        Assert.Equal(
            ["n", null, 1, 2L, 0.5, null, true, null, midnight, null, midnight.AddHours(22).AddMinutes(5), "Hostile", @"x; y\;z"],
            frame.Columns.Select(column => column[0]));
        Assert.Equal(
            ["m", "t", -1, long.MaxValue, double.NaN, 7, false, true, midnight, midnight, default(DateTime), "Friendly", ""],
            frame.Columns.Select(column => column[1]));
        Assert.Equal([0L, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0], frame.Columns.Select(column => column.NullCount));
    }

    [Fact]
    public void A_column_is_made_when_it_is_asked_for_and_once()
    {
        var read = 0;
        var frame = Enumerable.Range(0, 3).Select(row => new Told(() => read++)).ToDataFrame();
        Assert.Equal((3, 3L, 2), (frame.Count, frame.Rows.Count, frame.Columns.Count));
        Assert.Throws<KeyNotFoundException>(() => frame["None"]);
        Assert.Equal(0, read);
        Assert.Equal([0, 1, 2], Values(frame["Number"]));
        Assert.Same(frame["Number"], frame.Columns[1]);
        // The other column would throw if it were made.
        Assert.Equal([1, 2], Values(frame.Tail(2)["Number"]));
        Assert.Equal(3, read);
    }

    [Fact]
    public void Verbs_of_the_package_find_the_columns_and_change_them()
    {
        var frame = Enumerable.Range(0, 3).Select(row => new { Key = $"{row % 2}", Row = row }).ToDataFrame();
        DataFrame plain = frame;
        Assert.Equal([2L, 1L], Values(plain["Key"].ValueCounts()["Counts"]));
        plain["Twice"] = plain["Row"] * 2;
        plain.Columns.Remove("Row");
        plain.Columns.RenameColumn("Key", "Parity");
        Assert.Equal(["Parity", "Twice"], plain.Columns.Select(column => column.Name));
        Assert.Equal([4], Values(frame.Tail(1)["Twice"]));
        Assert.Throws<ArgumentException>(() => plain.Columns.Add(new Int32DataFrameColumn("Short", 1)));
    }

    [Fact]
    public void A_frame_shows_the_columns_that_it_has_been_given()
    {
        var (cleared, shorter) = (new[] { new Point(1, 2.5) }.ToDataFrame(), new[] { new Point(1, 2.5) }.ToDataFrame());
        cleared.Columns.Clear();
        cleared.Columns.Add(new Int32DataFrameColumn("A", [7]));
        cleared.Columns.Add(new Int32DataFrameColumn("B", [8]));
        Assert.Equal("A  B\n7  8\n", cleared.ToString());
        Assert.Equal([8], Values(cleared.Head(1)["B"]));
        shorter.Columns.Remove("Y");
        Assert.Equal("X\n1\n", shorter.ToString());
        Assert.Equal(["X"], shorter.Head(1).Columns.Select(column => column.Name));
    }

    public sealed class Told(Func<int> read)
    {
        public int Other => throw new InvalidOperationException("not asked for");

        public int Number => read();
    }

    [Fact]
    public void Structs_classes_anonymous_objects_and_single_values_are_rows_too()
    {
        Assert.Equal([2.5, 4.5], Values(new Point[] { new(1, 2.5), new(3, 4.5) }.ToDataFrame()["Y"]));
        Assert.Equal(["Name", "Size"], new[] { new Settings { Name = "x", Size = 2 } }.ToDataFrame().Columns.Select(column => column.Name));
        Assert.Equal(
            ["Entity", "Twice"],
            _frame.Select(report => new { report.Entity, Twice = 2 * report.Score }).ToDataFrame().Columns.Select(column => column.Name));
        Assert.Equal(["a", "b"], Values("a b".Split(' ').ToDataFrame()["Value"]));
        Assert.Equal([Day.ToDateTime(default)], Values(new[] { Day }.ToDataFrame()["Value"]));
        Assert.Throws<ArgumentException>(() => new[] { new object() }.ToDataFrame());
    }

    [Fact]
    public void A_frame_without_rows_has_its_columns()
    {
        var empty = Array.Empty<Report>().ToDataFrame();
        Assert.Equal((0, 5), (empty.Count, empty.Columns.Count));
        Assert.Empty(empty.OrderBy("Entity"));
        Assert.Empty(empty.OrderByDescending("Score").Head(3).Tail(3).Clone().Filter(new BooleanDataFrameColumn("none")));
    }

    [Fact]
    public void Names_lead_to_the_package_and_lambdas_to_LINQ()
    {
        DataFrame plain = _frame;
        Assert.Equal(8, plain.Rows.Count);
        Assert.Equal(4, _frame.Filter(_frame["Entity"].ElementwiseEquals("iran")).Count);
        Assert.Equal(4, _frame.GroupBy("Entity").Count("Score").Rows.Count + 1);
        Assert.Equal(4, _frame.Where(report => report.Entity == "iran").Count());
        Assert.Equal(4, _frame.Count(report => report.Entity == "iran"));
        Assert.Equal(-3, _frame.OrderBy(report => report.Entity == "iran").ThenBy(report => report.Score).Skip(4).First().Score);
        Assert.Equal(4, _frame.GroupBy(report => report.Entity).Count());
    }

    [Fact]
    public void A_filter_keeps_records_and_columns_in_step_and_takes_a_missing_value_for_false()
    {
        AssertInStep([0, 2, 7], _frame.Filter(new BooleanDataFrameColumn("wanted", [true, false, true, null, false, null, false, true])));
        AssertInStep([7, 0, 0], _frame.Filter(new Int32DataFrameColumn("rows", [7, null, 0, 0])));
        AssertInStep([5], _frame.Filter(new Int64DataFrameColumn("rows", [5])));
    }

    [Fact]
    public void A_filter_of_another_length_or_for_rows_that_are_not_there_is_refused()
    {
        Assert.Equal(
            "the filter has 2 values, 8 expected, one for each row (Parameter 'filter')",
            Assert.Throws<ArgumentException>(() => _frame.Filter(new BooleanDataFrameColumn("wanted", [true, false]))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => _frame.Filter(new Int32DataFrameColumn("rows", [8])));
        Assert.Throws<ArgumentOutOfRangeException>(() => _frame.Filter(new Int32DataFrameColumn("rows", [-1])));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(8, 8)]
    [InlineData(100, 8)]
    public void Head_and_tail_take_what_there_is(int asked, int given)
    {
        AssertInStep([.. Enumerable.Range(0, given)], _frame.Head(asked));
        AssertInStep([.. Enumerable.Range(8 - given, given)], _frame.Tail(asked));
    }

    [Fact]
    public void Ordering_is_stable_and_puts_missing_values_last()
    {
        AssertInStep([0, 2, 5, 7, 3, 1, 4, 6], _frame.OrderBy("Entity"));
        AssertInStep([1, 4, 3, 0, 2, 5, 7, 6], _frame.OrderByDescending("Entity"));
        AssertInStep([6, 0, 2, 5, 7, 3, 1, 4], _frame.OrderBy("Entity", putNullValuesLast: false));
        AssertInStep([1, 4, 3, 0, 2, 5, 7, 6], _frame.OrderBy("Entity", ascending: false));
        Assert.Equal([1, 2, double.NaN, double.NaN], new[] { double.NaN, 2, double.NaN, 1 }.ToDataFrame().OrderBy("Value"));
        Assert.Equal([2, 1, double.NaN, double.NaN], new[] { double.NaN, 2, double.NaN, 1 }.ToDataFrame().OrderByDescending("Value"));
    }

    [Fact]
    public void Ordering_many_rows_by_few_values_keeps_their_order()
    {
        var rows = Enumerable.Range(0, 1000).Select(i => new { Key = (i * 7 % 5).ToString(CultureInfo.InvariantCulture), Position = i })
            .ToDataFrame();
        foreach (var (ordered, sign) in new[] { (rows.OrderBy("Key"), 1), (rows.OrderByDescending("Key"), -1) })
        {
            Assert.Equal(
                rows.OrderBy(row => sign * int.Parse(row.Key, CultureInfo.InvariantCulture)).Select(row => row.Position),
                ordered.Select(row => row.Position));
            Assert.Equal(ordered.Select(row => (object)row.Position), Values(ordered["Position"]));
        }
    }

    [Fact]
    public void Text_is_ordered_by_code_unit_under_every_culture()
    {
        var orders = Cultures.Each(() => string.Join(' ', "ä ب b _x A a B أ".Split(' ').ToDataFrame().OrderBy("Value")));
        Assert.All(orders, order => Assert.Equal("A B _x a b ä أ ب", order));
    }

    [Fact]
    public void Writing_to_a_column_changes_no_record_and_no_other_frame()
    {
        var (head, copy, chosen) = (_frame.Head(3), _frame.Clone(), _frame.Select("Entity"));
        foreach (var frame in new DataFrame[] { head, copy, chosen })
        {
            frame["Entity"][0] = "changed";
            frame.Columns.RenameColumn("Entity", "Renamed");
        }

        Assert.Equal("iran", _frame["Entity"][0]);
        Assert.Equal("iran", head[0].Entity);
        _frame["Entity"][1] = "changed";
        Assert.Equal(("usa", "usa"), (_frame[1].Entity, copy["Renamed"][1]));
    }

    [Fact]
    public void A_column_that_was_added_goes_along_with_its_rows()
    {
        _frame["Twice"] = _frame["Score"].Multiply(2.0);
        Assert.Equal([12.0, 8.0], Values(_frame.Filter(new Int32DataFrameColumn("rows", [5, 3]))["Twice"]));
    }

    [Fact]
    public void A_frame_whose_columns_have_grown_says_that_it_has_no_records_for_them()
    {
        _frame.Append(new List<object> { "c", 0, "iran", DateTime.MinValue, 1.0 }, inPlace: true);
        Assert.Contains(
            "changed to 9 rows, and there are 8 records", Assert.Throws<InvalidOperationException>(() => _frame.Head(3)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_there_is_named_with_those_that_are()
    {
        const string message = "no column 'Entitty'; the columns are Document, Sentence, Entity, Date, Score";
        foreach (var use in new Action[] { () => _ = _frame["Entitty"], () => _frame.OrderBy("Entitty"), () => _frame.Select("Entitty") })
            Assert.Equal(message, Assert.Throws<KeyNotFoundException>(use).Message);
    }

    private static IEnumerable<object?> Values(DataFrameColumn column) =>
        Enumerable.Range(0, (int)column.Length).Select(row => column[row]);

    /// <summary>Asserts that records and every column are those rows of the frame.</summary>
    private void AssertInStep(int[] rows, DataFrame<Report> found)
    {
        Assert.Equal(rows.Select(row => _frame[row]), found);
        foreach (var column in _frame.Columns) Assert.Equal(rows.Select(row => column[row]), Values(found[column.Name]));
    }
}
