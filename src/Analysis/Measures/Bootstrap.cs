using System.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Analysis;

/// <summary>
/// Document bootstrap: how far a statistic would vary with other documents of the same kind. Documents are drawn with replacement, as many
/// as there are, and the statistic is computed from each sample: from every possible one where these are few, as for up to six documents,
/// else from some drawn at random. The intervals are percentiles, widened for few documents (Hesterberg, "What Teachers Should Know About
/// the Bootstrap", 2015). The same seed gives the same samples, so that statistics can be compared.
/// </summary>
public sealed class Bootstrap
{
    // Samples of fewer say nothing of how far others would vary.
    internal const int LeastDocuments = 3;

    // The ordered samples of six documents, each as likely as any other.
    private const int MostPossible = 46_656;

    // Documents lie far apart in memory, so that each is visited for some samples together.
    private const int SamplesAtOnce = 64;

    // Measures of one corpus draw the same samples: those of the most documents are kept. Of 100,000 they take 200 MB and are not.
    private const long MostKept = 1 << 26;
    private static DrawnSamples? _kept;

    // How often each document is in each sample: by document, so that a count is added to all samples at once. A document is drawn once on
    // average; that one of any number of documents is drawn 256 times has a probability below 1e-500.
    private readonly byte[][] _times;

    // Share of the samples below an interval, and above it; null where a part has too few documents.
    private readonly double? _tail;

    // Whether the samples are all that are possible, whatever the seed.
    private readonly bool _hasAll;

    /// <summary>Draws the samples.</summary>
    /// <param name="documents">Number of documents; with fewer than 3 no interval is known.</param>
    /// <param name="samples">Number of samples, where not all are taken.</param>
    /// <param name="seed">Seed of the random numbers (xoshiro256**).</param>
    public Bootstrap(int documents, int samples = 2000, int seed = 1)
        : this([documents], samples, seed)
    {
    }

    /// <summary>Draws the samples from each part of a corpus apart, such as a target and a reference.</summary>
    /// <param name="parts">Number of documents of each part; they are numbered from 0 through all parts.</param>
    /// <param name="samples">Number of samples, where not all are taken.</param>
    /// <param name="seed">Seed of the random numbers (xoshiro256**).</param>
    public Bootstrap(IReadOnlyList<int> parts, int samples = 2000, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(samples);
        var possible = parts.Aggregate(1.0, (product, documents) => product * Math.Pow(documents, documents));
        _hasAll = possible <= MostPossible;
        (Samples, Seed) = (_hasAll ? (int)possible : samples, seed);
        var least = parts.Min();
        if (least >= LeastDocuments) _tail = Normal.CDF(0, 1, Math.Sqrt(least / (least - 1.0)) * StudentT.InvCDF(0, 1, least - 1, 0.025));
        var drawn = $"{string.Join(' ', parts)}, {samples}, {seed}";
        _times = _kept is { } kept && kept.Drawn == drawn ? kept.Times : Draw(parts);
        if (_times.Length >= (_kept?.Times.Length ?? 0) && (long)Samples * _times.Length <= MostKept) _kept = new(drawn, _times);
    }

    /// <summary>Number of samples.</summary>
    public int Samples { get; }

    /// <summary>Seed of the random numbers.</summary>
    public int Seed { get; }

    /// <summary>The sum of counts of documents in each sample.</summary>
    /// <param name="counts">Count of each document, by its number; documents that are left out count 0.</param>
    /// <param name="first">Number of the document that the counts call 0.</param>
    public long[] Sums(IEnumerable<KeyValuePair<int, int>> counts, int first = 0)
    {
        var (sums, times) = (new long[Samples], new ushort[Samples]);
        // Most documents have small counts: those of one count are added up in two bytes, as many as fit, and multiplied once.
        foreach (var same in counts.GroupBy(each => each.Value, each => each.Key))
        {
            foreach (var some in same.Chunk(ushort.MaxValue / byte.MaxValue))
            {
                Array.Clear(times);
                foreach (var document in some) Add(_times[first + document], times);
                for (var sample = 0; sample < sums.Length; sample++) sums[sample] += times[sample] * (long)same.Key;
            }
        }

        return sums;
    }

    private byte[][] Draw(IReadOnlyList<int> parts)
    {
        byte[][] times = [.. Enumerable.Range(0, parts.Sum()).Select(_ => new byte[Samples])];
        Parallel.For(0, (Samples + SamplesAtOnce - 1) / SamplesAtOnce, block =>
        {
            // Each block has its own random numbers: the samples are the same on any number of processors.
            var random = new Xoshiro256StarStar(unchecked((Seed * 65_537) + block), threadSafe: false);
            var start = block * SamplesAtOnce;
            var some = new byte[Math.Min(SamplesAtOnce, Samples - start)][];
            for (var at = 0; at < some.Length; at++)
            {
                // Of all samples the documents of each are the digits of its number.
                var left = start + at;
                some[at] = Draw(parts, documents =>
                {
                    if (!_hasAll) return (int)(random.NextDouble() * documents);
                    (left, var digit) = Math.DivRem(left, documents);
                    return digit;
                });
            }

            for (var document = 0; document < times.Length; document++)
                for (var at = 0; at < some.Length; at++) times[document][start + at] = some[at][document];
        });
        return times;
    }

    private static byte[] Draw(IReadOnlyList<int> parts, Func<int, int> next)
    {
        var (times, first) = (new byte[parts.Sum()], 0);
        foreach (var documents in parts)
        {
            for (var drawn = 0; drawn < documents; drawn++) times[first + next(documents)]++;
            first += documents;
        }

        return times;
    }

    private static void Add(byte[] times, ushort[] sums)
    {
        var (sample, size) = (0, Vector<byte>.Count);
        for (; sample <= times.Length - size; sample += size)
        {
            var (first, second) = (sample, sample + (size / 2));
            Vector.Widen(new Vector<byte>(times, sample), out var low, out var high);
            (new Vector<ushort>(sums, first) + low).CopyTo(sums, first);
            (new Vector<ushort>(sums, second) + high).CopyTo(sums, second);
        }

        for (; sample < times.Length; sample++) sums[sample] += times[sample];
    }

    private sealed record DrawnSamples(string Drawn, byte[][] Times);

    /// <summary>The samples in words, for the notes of tables.</summary>
    public override string ToString() => _tail is null ? "no intervals: fewer than three documents to draw from"
        : _hasAll ? FormattableString.Invariant($"bootstrap of the documents: all {Samples:N0} samples")
        : FormattableString.Invariant($"bootstrap of the documents: {Samples:N0} samples, seed {Seed}");

    /// <summary>
    /// The 95 % interval of a statistic; NaN at both ends where a part has fewer than 3 documents, or most samples have no value.
    /// </summary>
    /// <param name="statistic">The statistic of a sample, by the sample's 0-based number; a sample where it is NaN has no value and is left
    /// out.</param>
    public Interval IntervalOf(Func<int, double> statistic)
    {
        if (_tail is not { } tail) return new(double.NaN, double.NaN);
        var values = new double[Samples];
        for (var sample = 0; sample < values.Length; sample++) values[sample] = statistic(sample);
        values = Array.FindAll(values, value => !double.IsNaN(value));
        if (2 * values.Length < Samples) return new(double.NaN, double.NaN);
        Array.Sort(values);
        var cut = (int)(tail * values.Length);
        return new(values[cut], values[^(cut + 1)]);
    }
}

/// <summary>An interval that holds a true value with a stated confidence.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct Interval(double Low, double High);
