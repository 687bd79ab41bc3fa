namespace Analysis;

/// <summary>From test statistics to probabilities, and their correction where many tests are made at once.</summary>
public static class Significance
{
    /// <summary>
    /// Probability of a value of at least this size under χ² with one degree of freedom; relative error under 1e-7 down to 1e-300.
    /// </summary>
    /// <param name="chiSquare">0 or more, such as a G² or χ².</param>
    /// <returns>A probability; NaN for NaN.</returns>
    public static double PValue(double chiSquare) => chiSquare <= 0 ? 1 : Erfc(Math.Sqrt(chiSquare / 2));

    /// <summary>
    /// Adjusted probabilities of Benjamini and Hochberg (1995): findings under a level q hold a share of false ones of at most q on
    /// average. In the order of the input.
    /// </summary>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> probabilities)
    {
        var order = Enumerable.Range(0, probabilities.Count).OrderByDescending(i => probabilities[i]).ToArray();
        var adjusted = new double[order.Length];
        var least = 1.0;
        for (var i = 0; i < order.Length; i++)
        {
            var rank = order.Length - i;
            least = Math.Min(least, probabilities[order[i]] * order.Length / rank);
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    /// <summary>
    /// Complementary error function for x ≥ 0: the power series of erf near zero, Lentz's continued fraction beyond, where the series
    /// would lose digits by subtraction (Abramowitz and Stegun 7.1.6 and 7.1.14).
    /// </summary>
    private static double Erfc(double x)
    {
        if (double.IsNaN(x)) return double.NaN;
        var scale = Math.Exp(-x * x);
        if (x < 2)
        {
            var (term, sum) = (x, x);
            for (var n = 1; term > sum * 1e-17; n++) sum += term *= 2 * x * x / (2 * n + 1);
            return 1 - 2 / Math.Sqrt(Math.PI) * scale * sum;
        }
        var fraction = x;
        for (var n = 120; n > 0; n--) fraction = x + n / 2.0 / fraction;
        return scale / Math.Sqrt(Math.PI) / fraction;
    }
}
