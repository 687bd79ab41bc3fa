namespace Analysis.Tests.Measures;

public sealed class ReportLagsTests
{
    private static ChronologyEntry On(string date, string basis = "stated")
    {
        var entry = SampleChronology.Of(date, "")[0];
        return entry with { DateBasis = basis };
    }

    [Theory] // The document is dated 1 April 2020.
    [InlineData("2020-04-02", "before it")]
    [InlineData("2020-04-01", "same day")]
    [InlineData("2020-03-31TEV", "1 day")]
    [InlineData("2020-03-30", "2–7 days")]
    [InlineData("2020-03-25", "2–7 days")]
    [InlineData("2020-03-24", "8–30 days")]
    [InlineData("2019-04-02", "91–365 days")]
    [InlineData("2014-06-10", "later")]
    [InlineData("2020-04-01~", null)]
    [InlineData("2020-03", null)]
    [InlineData("../2020-03-31", null)]
    public void A_lag_is_counted_in_days_where_the_day_is_known(string date, string? lag) => Assert.Equal(lag, ReportLags.LagOf(On(date)));

    [Theory]
    [InlineData("stated", true)]
    [InlineData("dct", true)]
    [InlineData("narrative", false)]
    [InlineData("background", false)]
    [InlineData("landmark", false)]
    public void A_day_that_was_inferred_is_not_named(string basis, bool isNamed) =>
        Assert.Equal(isNamed, Chronology.NamesDay(On("2020-03-30", basis)));

    [Fact]
    public void Classes_without_a_report_are_rows_too_and_the_table_says_how_many_days_are_known()
    {
        var lags = ReportLags.Of([On("2020-03-31"), On("2020-03-31"), On("2020-03"), On("2020-01-03")]);
        Assert.Equal([0, 0, 2, 0, 0, 1, 0, 0], lags.Select(lag => lag.Reports));
        Assert.EndsWith("(3 of 4 reports name the day)\n", lags.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_day_is_known_there_are_no_classes_of_zeros() => Assert.Empty(ReportLags.Of([On("2020-03")]));
}
