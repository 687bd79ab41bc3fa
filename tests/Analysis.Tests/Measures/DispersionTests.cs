namespace Analysis.Tests.Measures;

public sealed class DispersionTests
{
    private static readonly int[] Equal = [100, 100, 100, 100, 100];

    [Fact]
    public void The_deviation_of_proportions_has_its_published_value() =>
        Assert.Equal(0.475, Dispersion.DP([0, 0, 1, 2, 5], Equal), 5e-7);

    [Fact]
    public void Hits_in_proportion_to_the_sizes_are_even() => Assert.Equal(0, Dispersion.DP([1, 2, 3], [100, 200, 300]), 1e-12);

    [Fact]
    public void Without_hits_there_is_no_value() => Assert.Equal(double.NaN, Dispersion.DP([0, 0], [1, 2]));

    [Fact]
    public void Lists_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Dispersion.DP([1], Equal));
        Assert.Throws<ArgumentException>(() => Dispersion.DP([-1, 0, 0, 0, 0], Equal));
        Assert.Throws<ArgumentException>(() => Dispersion.DP([1], [0]));
    }
}
