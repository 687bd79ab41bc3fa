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

    /// <summary>Pearson's χ² = N(ad − bc)² / (mnkl).</summary>
    public double ChiSquare => Units * Math.Pow(Cross, 2) / Margins;

    /// <summary>χ² with Yates' correction, N(|ad − bc| − N/2)² / (mnkl), 0 where |ad − bc| is under N/2.</summary>
    public double ChiSquareYates => Units * Math.Pow(Math.Max(0, Math.Abs(Cross) - Units / 2), 2) / Margins;

    /// <summary>Pointwise mutual information log2(a/E) (Church and Hanks 1990). Inflates rare pairs; −∞ where a is 0.</summary>
    public double Pmi => Math.Log2(A / Expected);

    /// <summary>PMI² = log2(a²/E), as mclm has it.</summary>
    public double Pmi2 => Math.Log2((double)A * A / Expected);

    /// <summary>PMI³ = log2(a³/E), as mclm has it.</summary>
    public double Pmi3 => Math.Log2((double)A * A * A / Expected);

    /// <summary>Normalized PMI, ln(a/E) / −ln(a/N), −1 (never together) to 1 (only together) (Bouma 2009).</summary>
    public double Npmi => A == 0 ? -1 : A == Units ? 1 : Math.Log(A / Expected) / -Math.Log(A / Units);

    /// <summary>Dice coefficient 2a / (m + k), 0 to 1.</summary>
    public double Dice => 2 * A / (M + K);

    /// <summary>logDice, 14 + log2(Dice), at most 14; independent of N (Rychlý 2008, Sketch Engine).</summary>
    public double LogDice => 14 + Math.Log2(Dice);

    /// <summary>Jaccard index a / (a + b + c), 0 to 1.</summary>
    public double Jaccard => A / (M + C);

    /// <summary>Minimum sensitivity min(a/m, a/k), 0 to 1 (Pedersen 1998, Sketch Engine).</summary>
    public double MinimumSensitivity => Math.Min(A / M, A / K);

    /// <summary>t-score (a − E) / √a, as WordSmith has it.</summary>
    public double TScore => (A - Expected) / Math.Sqrt(A);

    /// <summary>ΔP of the second given the first, a/m − c/n, −1 to 1, as mclm has it.</summary>
    public double DeltaPSecondGivenFirst => A / M - C / N1;

    /// <summary>ΔP of the first given the second, a/k − b/l, −1 to 1, as mclm has it.</summary>
    public double DeltaPFirstGivenSecond => A / K - B / L;

    /// <summary>Correlation φ = (ad − bc) / √(mnkl), −1 to 1.</summary>
    public double Phi => Cross / Math.Sqrt(Margins);

    /// <summary>Odds ratio ad / bc; with a zero in the table 0.5 is added to each cell (Haldane), as mclm does.</summary>
    public double OddsRatio
    {
        get
        {
            var (a, b, c, d) = Haldane;
            return a * d / (b * c);
        }
    }

    /// <summary>log2 of the ratio of rates, (a/m) / (c/n), as mclm has it; zeros as in <see cref="OddsRatio"/>.</summary>
    public double LogRatio
    {
        get
        {
            var (a, b, c, d) = Haldane;
            return Math.Log2(a / (a + b) / (c / (c + d)));
        }
    }

    /// <summary>Association strength a / (mk), as VOSviewer has it; times N it is O/E.</summary>
    public double Strength => A / (M * K);

    /// <summary>Probability of a G² at least as large if the two were independent (χ² with one degree of freedom), uncorrected.</summary>
    public double PValue => Significance.PValue(G2);

    private (double A, double B, double C, double D) Haldane =>
        A == 0 || B == 0 || C == 0 || D == 0 ? (A + 0.5, B + 0.5, C + 0.5, D + 0.5) : (A, B, C, D);

    private double Cross => (double)A * D - (double)B * C;

    private double Margins => M * N1 * K * L;

    private double Cell(int observed, double margins) => observed == 0 ? 0 : observed * Math.Log(observed * Units / margins);
}
