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

    [Fact]
    public void Both_branches_of_the_error_function_meet() =>
        Assert.Equal(1, Significance.PValue(8 - 1e-9) / Significance.PValue(8 + 1e-9), 1e-8);

    [Fact]
    public void Benjamini_Hochberg_adjusts_by_rank_and_never_falls_below_a_smaller_one() =>
        Assert.Equal(
            [0.05, 0.02, 0.0533333333, 0.7, 0.0533333333],
            Significance.BenjaminiHochberg([0.02, 0.004, 0.041, 0.7, 0.0426666666666667]).Select(p => Math.Round(p, 10)));
}
