namespace Analysis;

/// <summary>
/// How evenly something is spread over the parts of a corpus (its documents, say). With T hits and W words in a part: t and w are the
/// part's shares of all hits and words, R = T/W its rate, r its share of the sum of rates. NaN where there are no hits, or one part only.
/// </summary>
public sealed class Dispersion
{
    private readonly double[] _hits;
    private readonly double[] _hitShares;
    private readonly double[] _sizeShares;
    private readonly double[] _rates;
    private readonly double[] _rateShares;

    private Dispersion(double[] hits, double[] sizes)
    {
        _hits = hits;
        _hitShares = Shares(hits);
        _sizeShares = Shares(sizes);
        _rates = [.. hits.Zip(sizes, (hit, size) => hit / size)];
        _rateShares = Shares(_rates);
    }

    /// <param name="hits">Hits in each part.</param>
    /// <param name="sizes">Size of each part, in words or any other unit, in the same order.</param>
    /// <exception cref="ArgumentException">The lists differ in length, hits are negative or sizes not positive.</exception>
    public static Dispersion Of(IReadOnlyList<int> hits, IReadOnlyList<int> sizes)
    {
        if (hits.Count != sizes.Count) throw new ArgumentException(InvariantText.Format((FormattableString)$"{hits.Count} parts have hits, {sizes.Count} have sizes"));
        if (hits.Any(hit => hit < 0)) throw new ArgumentException("a part has fewer than 0 hits");
        if (sizes.Any(size => size <= 0)) throw new ArgumentException("a part has no size");
        return new([.. hits], [.. sizes]);
    }

    /// <summary>Number of parts k.</summary>
    public int Parts => _hits.Length;

    /// <summary>Share of the parts that have a hit, 0 to 1.</summary>
    public double Range => (double)_hits.Count(hit => hit > 0) / Parts;

    /// <summary>Juilland's D = 1 − (sd/mean of the rates)/√(k − 1), with the population's standard deviation; 1 is even.</summary>
    public double JuillandD
    {
        get
        {
            var mean = _rates.Average();
            return 1 - Math.Sqrt(_rates.Average(rate => (rate - mean) * (rate - mean))) / mean / Math.Sqrt(Parts - 1);
        }
    }

    /// <summary>Carroll's D2 = Σ r·log2(1/r) / log2 k; 1 is even.</summary>
    public double CarrollD2 => _rateShares.Sum(share => share == 0 ? 0 : -share * Math.Log2(share)) / Math.Log2(Parts);

    /// <summary>Rosengren's S = (Σ √(wT))² / ΣT; 1 is even.</summary>
    public double RosengrenS => Math.Pow(_sizeShares.Zip(_hits, (size, hit) => Math.Sqrt(size * hit)).Sum(), 2) / _hits.Sum();

    /// <summary>Gries' deviation of proportions DP = ½ Σ |t − w|; 0 is even, near 1 is all in one small part (Gries 2008).</summary>
    public double DP => _hitShares.Zip(_sizeShares, (hit, size) => Math.Abs(hit - size)).Sum() / 2;

    /// <summary>DP / (1 − min w), which reaches 1; 0 is even (Lijffijt and Gries 2012).</summary>
    public double DPNorm => DP / (1 - _sizeShares.Min());

    /// <summary>1 − DP / (1 − min w over the parts with a hit); 1 is even (Egbert, Burch and Biber 2020).</summary>
    public double EgbertD => 1 - DP / (1 - _sizeShares.Where((_, part) => _hits[part] > 0).DefaultIfEmpty(double.NaN).Min());

    /// <summary>DA = 1 − Σ |r_i − r_j| / (k − 1) over all pairs of parts; 1 is even (Burch, Egbert and Biber 2017).</summary>
    public double DA
    {
        get
        {
            // Sorted, the i-th of k shares is the greater one in i pairs and the smaller in k − 1 − i.
            var sorted = _rateShares.Order().ToArray();
            return 1 - sorted.Select((share, i) => share * (2 * i - Parts + 1)).Sum() / (Parts - 1);
        }
    }

    /// <summary>Kullback–Leibler divergence Σ t·log2(t/w) in bits; 0 is even.</summary>
    public double Kld => _hitShares.Zip(_sizeShares, (hit, size) => hit == 0 ? 0 : hit * Math.Log2(hit / size)).Sum();

    /// <summary>KLD / (1 + KLD), 0 (even) to 1 (Gries 2020).</summary>
    public double Dkl => Kld / (1 + Kld);

    private static double[] Shares(double[] values)
    {
        var sum = values.Sum();
        return Array.ConvertAll(values, value => value / sum);
    }
}
