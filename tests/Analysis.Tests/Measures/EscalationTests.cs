namespace Analysis.Tests.Measures;

public sealed class EscalationTests
{
    private static ChronologyEntry On(string date, double goldstein, string plover, string document = "a") =>
        new("x", Day(date, "01"), Day(date, "28"), date, "dct", "attack", "", [], [], "", "", document, null, 0, 1)
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
    }

    [Fact]
    public void Bands_come_from_the_documents_and_two_have_none()
    {
        EscalationMonth Of(params string[] documents) => Assert.Single(Escalation.ByMonth(
            [.. documents.Index().Select(each => On("2020-01", each.Index < 4 ? -10 : 2, "ASSAULT", each.Item))]));
        Assert.Equal((-7.6, (double?)null, (double?)null, (double?)null), (Math.Round(Of("a", "a", "a", "a", "b").Goldstein!.Value, 1),
            Of("a", "a", "a", "a", "b").GoldsteinLow, Of("a", "a", "a", "a", "b").GoldsteinHigh, Of("a", "b").PloverLow));
        // Of 27 samples of three documents the first and the last have one document three times.
        var month = Of("a", "a", "b", "b", "c", "c");
        Assert.Equal((-6.0, -10.0, 2.0), (month.Goldstein, month.GoldsteinLow, month.GoldsteinHigh));
    }

    [Theory]
    [InlineData("AGREE", 2.5)]
    [InlineData("ASSAULT", -9.0)]
    [InlineData("", null)]
    public void Scores_are_those_of_the_table(string category, double? score) => Assert.Equal(score, Escalation.PloverScore(category));

    [Fact]
    public void Without_dated_events_there_are_no_months() => Assert.Empty(Escalation.ByMonth([]));
}
