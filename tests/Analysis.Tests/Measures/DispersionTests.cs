namespace Analysis.Tests.Measures;

public sealed class DispersionTests
{
    [Theory]
    [InlineData(0.475, new[] { 0, 0, 1, 2, 5 }, new[] { 100, 100, 100, 100, 100 })] // published: Gries 2008
    [InlineData(0, new[] { 1, 2, 3 }, new[] { 100, 200, 300 })]
    [InlineData(double.NaN, new[] { 0, 0 }, new[] { 1, 2 })]
    public void The_deviation_of_proportions_is_0_where_hits_are_spread_as_words_are(double expected, int[] hits, int[] sizes)
    {
        var counts = new CountsByDocument();
        foreach (var (number, (size, count)) in sizes.Zip(hits).Index())
        {
            counts.AddUnits($"{number}", size);
            for (var hit = 0; hit < count; hit++) counts.AddHit($"{number}", "key");
        }

        Assert.Equal(expected, counts.DP("key"), 5e-7);
    }
}
