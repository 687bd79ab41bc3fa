namespace Analysis;

/// <summary>
/// How strongly two things go together, from the units (sentences, paragraphs or documents) that hold both, one or neither: with
/// m = a + b, k = a + c, n = c + d, l = b + d, N = a + b + c + d and E = mk / N. Measures that divide by an empty margin are NaN.
/// </summary>
/// <param name="A">Units with both.</param>
/// <param name="B">Units with the first only.</param>
/// <param name="C">Units with the second only.</param>
/// <param name="D">Units with neither.</param>
public readonly record struct Association(int A, int B, int C, int D)
{
    /// <summary>The table for two items out of their own counts.</summary>
    /// <param name="both">Units with both.</param>
    /// <param name="first">Units with the first, alone or not.</param>
    /// <param name="second">Units with the second, alone or not.</param>
    /// <param name="units">All units.</param>
    /// <exception cref="ArgumentOutOfRangeException">The counts contradict each other.</exception>
    public static Association OfCounts(int both, int first, int second, int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(both);
        ArgumentOutOfRangeException.ThrowIfLessThan(first, both);
        ArgumentOutOfRangeException.ThrowIfLessThan(second, both);
        ArgumentOutOfRangeException.ThrowIfLessThan((long)units, (long)first + second - both);
        return new(both, first - both, second - both, units - first - second + both);
    }

    private double M => (double)A + B;

    private double K => (double)A + C;

    private double N1 => (double)C + D;

    private double L => (double)B + D;

    /// <summary>Number of units N.</summary>
    public double Units => M + N1;

    /// <summary>Units that would hold both if the two were independent, E = mk / N.</summary>
    public double Expected => M * K / Units;

    /// <summary>Log-likelihood ratio G² = 2·Σ O·ln(O/E) over the four cells, 0 or more (Dunning 1993). Evidence, not effect size.</summary>
    public double G2 => 2 * (Cell(A, M * K) + Cell(B, M * L) + Cell(C, N1 * K) + Cell(D, N1 * L));

    /// <summary>G², negative where the two meet less often than expected.</summary>
    public double SignedG2 => A >= Expected ? G2 : -G2;

    /// <summary>
    /// Normalized PMI, ln(a/E) / −ln(a/N), −1 (never together) to 1 (only together) (Bouma 2009). NaN where a margin is empty: units that
    /// lack one of the two do not say whether the two avoid each other.
    /// </summary>
    public double Npmi => M * K == 0 ? double.NaN : A == 0 ? -1 : A == Units ? 1 : Math.Log(A / Expected) / -Math.Log(A / Units);

    /// <summary>Dice coefficient 2a / (m + k), 0 to 1.</summary>
    public double Dice => 2 * A / (M + K);

    /// <summary>logDice, 14 + log2(Dice), at most 14; independent of N (Rychlý 2008, Sketch Engine).</summary>
    public double LogDice => 14 + Math.Log2(Dice);

    /// <summary>Jaccard index a / (a + b + c), 0 to 1.</summary>
    public double Jaccard => A / (M + C);

    /// <summary>ΔP of the second given the first, a/m − c/n, −1 to 1, as mclm has it.</summary>
    public double DeltaPSecondGivenFirst => A / M - C / N1;

    /// <summary>ΔP of the first given the second, a/k − b/l, −1 to 1, as mclm has it.</summary>
    public double DeltaPFirstGivenSecond => A / K - B / L;

    /// <summary>
    /// log2 of how much greater the share of the second is with the first than without it, log2((a/m) / (c/n)); with 0.5 added to each cell
    /// where one is empty (Haldane).
    /// </summary>
    public double LogRatio
    {
        get
        {
            var added = A == 0 || B == 0 || C == 0 || D == 0 ? 0.5 : 0;
            return Math.Log2((A + added) / (M + 2 * added) / ((C + added) / (N1 + 2 * added)));
        }
    }

    /// <summary>
    /// Probability of a table that departs at least as far from independence, uncorrected: by Fisher's exact test where a cell is expected
    /// to hold fewer than five units, where χ² is no good approximation (Cochran 1954), else of G² under χ² with one degree of freedom.
    /// </summary>
    public double PValue => Math.Min(M, N1) * Math.Min(K, L) < 5 * Units ? Significance.Fisher(this) : Significance.PValue(G2);

    private double Cell(int observed, double margins) => observed == 0 ? 0 : observed * Math.Log(observed * Units / margins);
}
