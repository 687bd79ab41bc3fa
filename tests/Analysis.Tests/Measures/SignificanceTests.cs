namespace Analysis.Tests.Measures;

public sealed class SignificanceTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 0.75182963429)]
    [InlineData(1, 0.31731050786)]
    [InlineData(3.841458820694124, 0.05)]
    [InlineData(6.634896601021213, 0.01)]
    [InlineData(7.879438576622417, 0.005)]
    [InlineData(8, 0.00467773498105)]
    [InlineData(10.827566170662733, 0.001)]
    [InlineData(15.136705226623606, 0.0001)]
    [InlineData(100, 1.5239706048321e-23)]
    public void Probabilities_of_chi_square_with_one_degree_of_freedom_are_the_tabled_ones(double chiSquare, double probability) =>
        Assert.Equal(1, Significance.PValue(chiSquare) / probability, 1e-9);

    // The first three are printed in the manuals of R (TeaTasting, Convictions) and SciPy; the others were computed with exact fractions.
    [Theory]
    [InlineData(3, 1, 1, 3, 0.4857142857142857)]
    [InlineData(2, 10, 15, 3, 0.0005367241191434358)]
    [InlineData(8, 2, 1, 5, 0.03496503496503497)]
    [InlineData(4, 5, 5, 60, 0.010222178043552785)]
    [InlineData(0, 5, 6, 63, 1)]
    [InlineData(1, 0, 0, 73, 0.013513513513513514)]
    [InlineData(7, 3, 2, 62, 2.2149910721454794e-06)]
    [InlineData(5, 0, 0, 5, 0.007936507936507936)]
    [InlineData(0, 0, 3, 4, 1)]
    [InlineData(190, 800, 200, 900, 0.574111858126088)]
    [InlineData(30, 70, 20, 880, 1.3217037116365615e-19)]
    public void Fishers_exact_test_has_the_values_of_R_and_SciPy(int a, int b, int c, int d, double probability)
    {
        Assert.Equal(1, Significance.Fisher(new(a, b, c, d)) / probability, 1e-9);
        Assert.Equal(1, Significance.Fisher(new(a, c, b, d)) / probability, 1e-9);
        Assert.Equal(1, Significance.Fisher(new(c, d, a, b)) / probability, 1e-9);
    }

    [Fact]
    public void Small_expected_counts_are_tested_exactly_and_large_ones_by_chi_square()
    {
        var (small, large) = (new Association(4, 5, 5, 60), new Association(190, 800, 200, 900));
        Assert.Equal(Significance.Fisher(small), small.PValue);
        Assert.Equal(Significance.PValue(large.G2), large.PValue);
    }

    [Fact]
    public void Benjamini_Hochberg_adjusts_by_rank_and_never_falls_below_a_smaller_one() =>
        Assert.Equal(
            [0.05, 0.02, 0.0533333333, 0.7, 0.0533333333],
            Significance.BenjaminiHochberg([0.02, 0.004, 0.041, 0.7, 0.0426666666666667]).Select(p => Math.Round(p, 10)));

    [Fact]
    public void Tests_that_found_nothing_count_in_the_correction()
    {
        Assert.Equal([0.04, 0.16], Significance.BenjaminiHochberg([0.01, 0.08], tests: 4).Select(p => Math.Round(p, 10)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Significance.BenjaminiHochberg([0.01, 0.08], tests: 1));
    }
}
