using Deedle;

namespace Analysis.Tests.Frames;

public sealed class PeriodsTests
{
    [Fact]
    public void Months_without_any_rows_count_zero()
    {
        var months = Reports.Frame().CountByMonth(report => report.Date);
        Assert.Equal([new(2019, 12, 1), new(2020, 1, 1), new(2020, 2, 1), new(2020, 3, 1)], months.Keys);
        Assert.Equal([1, 4, 0, 3], months.Values);
    }

    [Fact]
    public void Rows_without_a_date_are_not_counted_and_the_table_states_their_number()
    {
        DateOnly?[] dates = [null, new(2020, 1, 31)];
        Assert.Equal(1, dates.CountByMonth(date => date).Get(new(2020, 1, 1)));
        Assert.EndsWith(
            "(1 row has no value and is not counted)\n", TableView.TryCreate(dates.CountByMonth(date => date))!.ToString(),
            StringComparison.Ordinal);
        Assert.StartsWith("Month", TableView.TryCreate(dates.CountByMonth(date => date))!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Array.Empty<DateOnly>().CountByMonth(date => date).KeyCount);
    }

    [Fact]
    public void The_first_and_the_last_month_that_there_are_can_be_counted()
    {
        Assert.Equal([DateOnly.MinValue], new[] { DateOnly.MinValue }.CountByMonth(date => date).Keys);
        Assert.Equal([new DateOnly(9999, 12, 1)], new[] { DateOnly.MaxValue }.CountByMonth(date => date).Keys);
    }

    [Fact]
    public void A_moving_mean_of_Deedle_takes_the_gaps_for_zeros()
    {
        var mean = Stats.movingMean(3, Reports.Frame().CountByMonth(report => report.Date).SelectValues(count => (double)count));
        Assert.Equal([5 / 3.0, 7 / 3.0], mean.Values.Where(double.IsFinite));
    }

    [Theory]
    [InlineData("2020-01-03", "2020-01")]
    [InlineData("0001-12-31", "0001-12")]
    [InlineData("9999-12-31", "9999-12")]
    public void A_month_is_written_in_ISO_8601_and_is_one_text(string date, string month)
    {
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(month, Assert.Single(Cultures.Each(() => day.YearMonth()).Distinct()));
        Assert.Same(day.YearMonth(), ((DateOnly?)day).YearMonth());
        Assert.Null(((DateOnly?)null).YearMonth());
    }
}
