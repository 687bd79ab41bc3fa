namespace Analysis.Tests.Measures;

public sealed class DispersionTests
{
    private static readonly int[] Hits = [0, 0, 1, 2, 5];
    private static readonly int[] Equal = [100, 100, 100, 100, 100];

    [Fact]
    public void Measures_have_their_published_values()
    {
        var dispersion = Dispersion.Of(Hits, Equal);
        Assert.Equal(0.420399, dispersion.JuillandD, 5e-7);
        Assert.Equal(0.559361, dispersion.CarrollD2, 5e-7);
        Assert.Equal(0.540628, dispersion.RosengrenS, 5e-7);
        Assert.Equal(0.475, dispersion.DP, 5e-7);
        Assert.Equal(0.59375, dispersion.DPNorm, 5e-7);
        Assert.Equal(0.40625, dispersion.EgbertD, 5e-7);
        Assert.Equal(0.25, dispersion.DA, 5e-7);
        Assert.Equal(1.023133, dispersion.Kld, 5e-7);
        Assert.Equal(0.505717, dispersion.Dkl, 5e-7);
        Assert.Equal(0.6, dispersion.Range, 5e-7);
    }

    [Fact]
    public void Hits_in_proportion_to_the_sizes_are_even_by_every_measure()
    {
        var even = Dispersion.Of([1, 2, 3], [100, 200, 300]);
        Assert.Equal([1, 1, 1, 1, 1, 1], new[] { even.JuillandD, even.CarrollD2, even.RosengrenS, even.EgbertD, even.DA, even.Range }.Select(value => Math.Round(value, 12)));
        Assert.Equal([0, 0, 0], new[] { even.DP, even.DPNorm, even.Dkl }.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Lists_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Dispersion.Of([1], Equal));
        Assert.Throws<ArgumentException>(() => Dispersion.Of([-1, 0, 0, 0, 0], Equal));
        Assert.Throws<ArgumentException>(() => Dispersion.Of([1], [0]));
    }
}
