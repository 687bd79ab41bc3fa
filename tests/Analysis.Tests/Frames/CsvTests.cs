using System.Text;
using Analysis.Tests.Corpora;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Frames;

public sealed class CsvTests : IDisposable
{
    private static readonly Gen<string?> Text = Gen.OneOf(Gen.Constant<string?>(null), Gen.Elements(
        "", " ", "a", "إيران", "قاسم سليماني", "\"", ",", ";", "\\", "\n", "\r\n", "\r", "\t", "\u200F", "\uFEFF", "😀", "null", "1", "; ")
        .ListOf().Select(parts => (string?)string.Concat(parts)));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Texts_read_back_as_they_were_written_missing_ones_too() => Prop.ForAll(Text.Two().ArrayOf().ToArbitrary(), rows =>
    {
        using var csv = new StringWriter();
        TableView.TryCreate(rows.Select(row => new { First = row.Item1, Second = row.Item2 }).ToDataFrame())!.WriteCsv(csv);
        var read = Csv.Read(csv.ToString(), "").Skip(1).Select(record => (record.Fields[0], record.Fields[1]));
        Assert.Equal<(string?, string?)>(rows.Select(row => (row.Item1, row.Item2)), read);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Files_are_utf_8_with_a_byte_order_mark_on_request_only()
    {
        var frame = new[] { new ValueCount<string>("العراق", 3) }.ToDataFrame();
        frame.ToCsv(_folder.At("deep/table.csv"));
        Assert.Equal("Value,Count\nالعراق,3\n", Encoding.UTF8.GetString(File.ReadAllBytes(_folder.At("deep/table.csv"))));
        frame.Select("Value").ToCsv(_folder.At("table.csv"), byteOrderMark: true);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'V'], File.ReadAllBytes(_folder.At("table.csv"))[..4]);
    }

    [Fact]
    public void Matrices_and_series_are_written_with_their_keys()
    {
        TableView.TryCreate(Reports.Frame().Pivot(report => report.Date.YearMonth(), report => report.Entity))!
            .ToCsv(_folder.At("matrix.csv"));
        Assert.Equal(
            "Date,(none),iran,iraq,usa\n2019-12,0,1,0,0\n2020-01,0,2,1,1\n2020-03,1,1,0,1\n", File.ReadAllText(_folder.At("matrix.csv")));
        TableView.TryCreate(Reports.Frame().CountByMonth(report => report.Date))!.ToCsv(_folder.At("months.csv"));
        Assert.Equal("Month,Value\n2019-12,1\n2020-01,4\n2020-02,0\n2020-03,3\n", File.ReadAllText(_folder.At("months.csv")));
    }

    [Fact]
    public void Numbers_and_dates_are_written_the_same_under_every_culture()
    {
        var frame = new[] { new { Day = new DateOnly(2020, 1, 3), At = new DateTime(2020, 1, 3, 22, 5, 0), Share = -1234.5, Small = 1e-9,
            None = (int?)null, Items = new List<string> { "a", "b;c" } } }.ToDataFrame();
        var written = Cultures.Each(() =>
        {
            frame.ToCsv(_folder.At("table.csv"));
            return File.ReadAllText(_folder.At("table.csv"));
        });
        Assert.Equal(
            "Day,At,Share,Small,None,Items\n2020-01-03,2020-01-03T22:05:00,-1234.5,1E-09,,a; b\\;c\n", Assert.Single(written.Distinct()));
    }
}
