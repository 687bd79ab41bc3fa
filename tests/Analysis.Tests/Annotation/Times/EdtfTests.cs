using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Annotation.Times;

public sealed class EdtfTests
{
    [Theory]
    [InlineData("2014", "2014-01-01", "2014-12-31", EdtfPrecision.Year)]
    [InlineData("198X", "1980-01-01", "1989-12-31", EdtfPrecision.Decade)]
    [InlineData("19XX", "1900-01-01", "1999-12-31", EdtfPrecision.Century)]
    [InlineData("2020-02", "2020-02-01", "2020-02-29", EdtfPrecision.Month)]
    [InlineData("2016-22", "2016-06-01", "2016-08-31", EdtfPrecision.Season)]
    [InlineData("2016-24", "2016-12-01", "2017-02-28", EdtfPrecision.Season)]
    [InlineData("2020-35", "2020-07-01", "2020-09-30", EdtfPrecision.Season)]
    [InlineData("2020-39", "2020-09-01", "2020-12-31", EdtfPrecision.Season)]
    [InlineData("2020-40", "2020-01-01", "2020-06-30", EdtfPrecision.Season)]
    [InlineData("9999-12", "9999-12-01", "9999-12-31", EdtfPrecision.Month)]
    [InlineData("9999-24", "9999-12-01", "9999-12-31", EdtfPrecision.Season)]
    [InlineData("9999-W52", "9999-12-27", "9999-12-31", EdtfPrecision.Week)]
    [InlineData("2020-W13", "2020-03-23", "2020-03-29", EdtfPrecision.Week)]
    [InlineData("2020-W53", "2020-12-28", "2021-01-03", EdtfPrecision.Week)]
    [InlineData("2020-01-03", "2020-01-03", "2020-01-03", EdtfPrecision.Day)]
    [InlineData("2020-03-31TNI", "2020-03-31", "2020-03-31", EdtfPrecision.PartOfDay)]
    [InlineData("2021-07-05T14:45", "2021-07-05", "2021-07-05", EdtfPrecision.Minute)]
    [InlineData("2019-06-12/2019-06-14", "2019-06-12", "2019-06-14", EdtfPrecision.Day)]
    [InlineData("2014/2018-03", "2014-01-01", "2018-03-31", EdtfPrecision.Year)]
    [InlineData("../2020-01-03", null, "2020-01-03", EdtfPrecision.Day)]
    [InlineData("2020-01/..", "2020-01-01", null, EdtfPrecision.Month)]
    public void A_date_covers_its_days(string text, string? earliest, string? latest, EdtfPrecision precision)
    {
        var date = Edtf.Parse(text);
        Assert.Equal((Day(earliest), Day(latest), precision), (date.Earliest, date.Latest, date.Precision));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PAST_REF")]
    [InlineData("P2M")]
    [InlineData("20")]
    [InlineData("2020-13")]
    [InlineData("2020-25")]
    [InlineData("2020-42")]
    [InlineData("2019-02-29")]
    [InlineData("2019-W53")]
    [InlineData("2020-1-3")]
    [InlineData("2020-01-03TXX")]
    [InlineData("2020-01-03T24:00")]
    [InlineData("../..")]
    [InlineData("2020/2019")]
    [InlineData("2020/")]
    [InlineData("٢٠٢٠")]
    public void What_is_no_date_is_refused(string text)
    {
        Assert.False(Edtf.TryParse(text, out _));
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => Edtf.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tilde_makes_it_approximate_and_moves_nothing()
    {
        var date = Edtf.Parse("2020-01~");
        Assert.True(date.IsApproximate);
        Assert.Equal(Edtf.Parse("2020-01").Earliest, date.Earliest);
        Assert.True(Edtf.Parse("2020-01~/2020-03").IsApproximate);
        Assert.False(Edtf.Parse("2020-01").IsApproximate);
    }

    [Fact]
    public void Writing_a_date_and_reading_it_is_the_identity()
    {
        var day = Gen.Choose(0, 200_000).Select(number => DateOnly.FromDayNumber(600_000 + number));
        var format = Gen.Elements("yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-dd'TNI'", "yyyy-MM-dd'TMO'", "yyyy-MM-dd'T09:30'",
            "yyyy-MM'~'");
        var point = day.SelectMany(of => format.Select(how => (Day: of, Text: of.ToString(how, CultureInfo.InvariantCulture))));
        Prop.ForAll(point.ToArbitrary(), sample =>
        {
            var date = Edtf.Parse(sample.Text);
            return date.ToString() == sample.Text && date.Earliest <= sample.Day && sample.Day <= date.Latest
                && date == Edtf.Parse(date.ToString())
                && Edtf.Parse($"{date}/..").Earliest == date.Earliest && Edtf.Parse($"../{date}").Latest == date.Latest;
        }).QuickCheckThrowOnFailure();
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
