using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Frames;

public sealed class ExchangeTests
{
    private static readonly Gen<string> Text = Gen.Elements(
        "", " ", "a", "إيران", "قاسم سليماني", "\"", ",", ";", "\\", "\n", "\r\n", "\r", "\t", "\u200F", "\uFEFF", "😀", "null", "1", "; ")
        .ListOf().Select(string.Concat);

    private static readonly Gen<DateOnly> Day = Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber);

    private static readonly Gen<double> Double = Gen.Elements(0, -0.5, 1e300, double.Epsilon, double.NaN, double.PositiveInfinity, 0.1 + 0.2, -123456.789);

    /// <summary>Lists; one that holds a single empty text is left out, for it looks like an empty one in CSV.</summary>
    private static readonly Gen<string[]> Items = Text.ListOf().Select(items => items.ToArray()).Where(items => items is not [""]);

    private static readonly Gen<Sample> AnySample =
        from name in Text
        from note in Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => (string?)text))
        from number in Gen.Choose(int.MinValue, int.MaxValue)
        from share in Double
        from maybe in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(-5, 5).Select(value => (int?)value))
        from flags in Gen.Choose(0, 5)
        from day in Day
        from ticks in Gen.Choose(0, int.MaxValue)
        from items in Items
        select new Sample(
            name, note, number, (long)number * int.MaxValue, share, maybe, flags % 2 == 0, flags switch { < 2 => null, 2 => true, _ => false },
            day, flags > 3 ? day : null, day.ToDateTime(new TimeOnly(ticks)), (Tone)(flags % 3), items);

    private static readonly Arbitrary<Sample[]> Samples = AnySample.ArrayOf().ToArbitrary();

    private static string Write(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }

    private static string Shown(DataFrame<Sample> frame) => Write(frame.ToJsonLines);

    [Fact]
    public void Csv_reads_back_what_was_written() => Prop.ForAll(Samples, rows =>
    {
        var frame = DataFrame.Of(rows);
        var csv = Write(frame.ToCsv);
        var read = DataFrame.ReadCsv<Sample>(new StringReader(csv));
        Assert.Equal(Shown(frame), Shown(read));
        Assert.Equal(Shown(frame), Shown(DataFrame.Of(read.Rows)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Json_lines_read_back_what_was_written() => Prop.ForAll(Samples, rows =>
    {
        var frame = DataFrame.Of(rows);
        var lines = Shown(frame);
        Assert.Equal(rows.Length, lines.Count(letter => letter == '\n'));
        Assert.Equal(lines, Shown(DataFrame.ReadJsonLines<Sample>(new StringReader(lines))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Files_are_utf_8_with_a_byte_order_mark_on_request_only()
    {
        var path = Path.GetTempFileName();
        try
        {
            var frame = DataFrame.Of([new ValueCount<string>("العراق", 3)]);
            frame.ToCsv(path);
            Assert.Equal("Value,Count\nالعراق,3\n", Encoding.UTF8.GetString(File.ReadAllBytes(path)));
            frame.ToCsv(path, byteOrderMark: true);
            Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(path)[..3]);
            Assert.Equal(frame.Rows, DataFrame.ReadCsv<ValueCount<string>>(path).Rows);
            frame.ToJsonLines(path);
            Assert.Equal("{\"Value\":\"العراق\",\"Count\":3}\n", Encoding.UTF8.GetString(File.ReadAllBytes(path)));
            Assert.Equal(frame.Rows, DataFrame.ReadJsonLines<ValueCount<string>>(path).Rows);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Numbers_and_dates_are_written_the_same_under_every_culture()
    {
        var frame = DataFrame.Of([new { Day = new DateOnly(2020, 1, 3), At = new DateTime(2020, 1, 3, 22, 5, 0), Share = -1234.5, None = (int?)null, Items = new List<string> { "a", "b;c" } }]);
        var written = Cultures.Each(() => Write(frame.ToCsv) + Write(frame.ToJsonLines)).Distinct();
        Assert.Equal(
            """
            Day,At,Share,None,Items
            2020-01-03,2020-01-03T22:05:00,-1234.5,,a; b\;c
            {"Day":"2020-01-03","At":"2020-01-03T22:05:00","Share":-1234.5,"None":null,"Items":["a","b;c"]}

            """, Assert.Single(written));
        Assert.Equal(["a", "b;c"], Cultures.Each(() => DataFrame.ReadCsv<Sample>(new StringReader(
            "Name,Note,Number,Large,Share,Maybe,Flag,Doubt,Day,Perhaps,Time,Tone,Items\nn,,1,2,-0.5,,true,,2020-01-03,,2020-01-03T00:00:00,Hostile,a; b\\;c\n")))[1][0].Items);
    }

    [Fact]
    public void Columns_are_found_by_name_and_absent_ones_take_their_default()
    {
        var read = DataFrame.ReadCsv<Named>(new StringReader("\uFEFFcount,extra,VALUE\r\n7,x,إيران\r\n"));
        Assert.Equal(new Named("إيران", 7), Assert.Single(read.Rows));
        Assert.Equal(new Named("إيران", 7), Assert.Single(DataFrame.ReadJsonLines<Named>(new StringReader("""{"value":"إيران","count":7}""")).Rows));
    }

    public sealed record Named(string Value, int Count, string Note = "none");

    [Theory]
    [InlineData("Value,Count\nx,1\ny,two\n", "f.csv, line 3, column 'Count': 'two' found, whole number expected")]
    [InlineData("Value,Count\nx,\n", "f.csv, line 2, column 'Count': nothing found, whole number expected")]
    [InlineData("Value,Count\n,1\n", "f.csv, line 2, column 'Value': nothing found, text expected")]
    [InlineData("Value\nx\n", "f.csv, line 1: no column 'Count'; the columns are Value")]
    [InlineData("Value,Count\n\"x\ny\",1\nz\n", "f.csv, line 4: 1 fields found, 2 expected as in the first record")]
    [InlineData("Value,Count\n\"x,1\n", "f.csv, line 2: a quote is opened and never closed")]
    [InlineData("Value,Count\nx\"y,1\n", "f.csv, line 2: a quote inside the unquoted field 'x'; the whole field should stand in quotes and the quote be doubled")]
    [InlineData("Value,Count\n\"x\"y,1\n", "f.csv, line 2: 'y' after the quote that closes a field; a comma or the end of the line should follow")]
    [InlineData("", "f.csv, line 1: no header found, names of columns expected")]
    public void What_is_wrong_with_a_csv_file_is_said_with_its_place(string csv, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => DataFrame.ReadCsv<Named>(new StringReader(csv), "f.csv")).Message);

    [Theory]
    [InlineData("{\"Value\":\"x\",\"Count\":1}\n\n{\"Value\":\"x\",\"Count\":1.5}", "f.jsonl, line 3, column 'Count': '1.5' found, whole number expected")]
    [InlineData("{\"Value\":[\"x\"],\"Count\":1}", "f.jsonl, line 1, column 'Value': [\"x\"] found, text expected")]
    [InlineData("{\"Value\":null,\"Count\":1}", "f.jsonl, line 1, column 'Value': nothing found, text expected")]
    [InlineData("{\"Value\":\"x\"}", "f.jsonl, line 1: no column 'Count'; the columns are Value")]
    [InlineData("[1]", "f.jsonl, line 1: Array found, an object expected")]
    [InlineData("{\"Value\":}", "f.jsonl, line 1, byte 9: no JSON; an object expected")]
    public void What_is_wrong_with_a_json_lines_file_is_said_with_its_place(string lines, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => DataFrame.ReadJsonLines<Named>(new StringReader(lines), "f.jsonl")).Message);
}
