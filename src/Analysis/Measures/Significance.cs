using MathNet.Numerics;

namespace Analysis;

/// <summary>From counts and test statistics to probabilities, and their correction where many tests are made at once.</summary>
public static class Significance
{
    // Terms as probable as the observed one differ by rounding only; R and SciPy use the same tolerance.
    private const double Tolerance = 1 + 1e-7;

    /// <summary>Probability of a value of at least this size under χ² with one degree of freedom.</summary>
    /// <param name="chiSquare">0 or more, such as a G² or χ².</param>
    /// <returns>A probability; NaN for NaN.</returns>
    public static double PValue(double chiSquare) => chiSquare <= 0 ? 1 : SpecialFunctions.Erfc(Math.Sqrt(chiSquare / 2));

    /// <summary>
    /// Fisher's exact test, two-sided: the probability, given the margins, of all tables that are at most as probable as this one. It holds
    /// for counts of any size; time grows with the smallest margin.
    /// </summary>
    public static double Fisher(Association table)
    {
        var (units, first, second) = (table.Units, (double)table.A + table.B, (double)table.A + table.C);
        var least = Math.Max(0, table.A - table.D);
        var weights = new double[(int)Math.Min(first, second) - least + 1];
        var mode = Math.Clamp((int)((first + 1) * (second + 1) / (units + 2)) - least, 0, weights.Length - 1);

        // Against the most probable table; from one table to the next the probability changes by a factor of four cells.
        weights[mode] = 1;
        for (var at = mode + 1; at < weights.Length && weights[at - 1] > 0; at++) weights[at] = weights[at - 1] * Factor(least + at);
        for (var at = mode - 1; at >= 0 && weights[at + 1] > 0; at--) weights[at] = weights[at + 1] / Factor(least + at + 1);
        var most = weights[table.A - least] * Tolerance;
        return Math.Min(1, weights.Where(weight => weight <= most).Sum() / weights.Sum());

        double Factor(int both) => (first - both + 1) * (second - both + 1) / both / (units - first - second + both);
    }

    /// <summary>
    /// Adjusted probabilities of Benjamini and Hochberg (1995): findings under a level q hold a share of false ones of at most q on
    /// average. In the order of the input.
    /// </summary>
    /// <param name="probabilities">Probabilities, 0 to 1.</param>
    /// <param name="tests">Number of tests that were made; those whose probability is not given count as 1. Default: as many as are
    /// given.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer tests than probabilities.</exception>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> probabilities, double? tests = null)
    {
        var made = tests ?? probabilities.Count;
        ArgumentOutOfRangeException.ThrowIfLessThan(made, probabilities.Count, nameof(tests));
        var order = Enumerable.Range(0, probabilities.Count).OrderByDescending(i => probabilities[i]).ToArray();
        var adjusted = new double[order.Length];
        var least = 1.0;
        for (var i = 0; i < order.Length; i++)
        {
            var rank = order.Length - i;
            least = Math.Min(least, probabilities[order[i]] * made / rank);
            adjusted[order[i]] = least;
        }

        return adjusted;
    }
}
