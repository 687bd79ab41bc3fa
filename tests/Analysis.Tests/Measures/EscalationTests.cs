namespace Analysis.Tests.Measures;

public sealed class EscalationTests
{
    private static ChronologyEntry On(string date, double goldstein, string plover) =>
        new("x", Day(date, "01"), Day(date, "28"), date, "dct", "attack", "", [], [], "", "", "a", null, 0, 1)
        {
            Goldstein = goldstein, Plover = plover,
        };

    private static DateOnly Day(string month, string day) =>
        DateOnly.Parse($"{month}-{day}", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Months_have_means_of_at_least_two_events_and_gaps_have_none()
    {
        var months = Escalation.ByMonth([On("2020-01", -10, "ASSAULT"), On("2020-01", -4, ""), On("2020-03", 5, "AGREE")]);
        Assert.Equal(["2020-01", "2020-02", "2020-03"], months.Select(month => month.Month.YearMonth()));
        Assert.Equal([2, 0, 1], months.Select(month => month.Events));
        Assert.Equal([-7.0, null, null], months.Select(month => month.Goldstein));
        Assert.Equal([1, 0, 1], months.Select(month => month.PloverEvents));
        Assert.All(months, month => Assert.Null(month.Plover));
        Assert.InRange(-7.0, months[0].GoldsteinLow!.Value, months[0].GoldsteinHigh!.Value);
    }

    [Theory]
    [InlineData("AGREE", 2.5)]
    [InlineData("ASSAULT", -9.0)]
    [InlineData("", null)]
    public void Scores_are_those_of_the_table(string category, double? score) => Assert.Equal(score, Escalation.PloverScore(category));

    [Fact]
    public void Without_dated_events_there_are_no_months() => Assert.Empty(Escalation.ByMonth([]));
}
