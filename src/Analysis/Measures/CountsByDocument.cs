using System.Runtime.InteropServices;

namespace Analysis;

/// <summary>The units (words or sentences) of each document, and how often each key occurs in it.</summary>
internal sealed class CountsByDocument
{
    private static readonly Dictionary<int, int> None = [];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _sizes = [];
    private readonly Dictionary<string, Dictionary<int, int>> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts hits.</summary>
    /// <param name="units">The document of each unit.</param>
    /// <param name="hits">Document and key of each hit; a hit without a key is left out.</param>
    /// <exception cref="ArgumentException">A hit is in a document without units.</exception>
    public CountsByDocument(IEnumerable<string> units, IEnumerable<(string Document, string? Key)> hits)
        : this(units.Select(document => (document, 1)), hits)
    {
    }

    /// <inheritdoc cref="CountsByDocument(IEnumerable{string}, IEnumerable{ValueTuple{string, string}})"/>
    public CountsByDocument(IEnumerable<(string Document, int Size)> units, IEnumerable<(string Document, string? Key)> hits)
    {
        // Units of a document stand next to each other: it is looked up once.
        var (last, number) = ((string?)null, -1);
        foreach (var (document, size) in units)
        {
            if (!ReferenceEquals(document, last) && !_numbers.TryGetValue(last = document, out number))
                _numbers.Add(document, number = _numbers.Count);
            Increase(_sizes, number, size);
        }

        Size = _sizes.Values.Sum(size => (long)size);
        foreach (var (document, key) in hits)
        {
            if (key is null) continue;
            if (!ReferenceEquals(document, last) && !_numbers.TryGetValue(last = document, out number))
                throw new ArgumentException($"document '{document}' has a hit for '{key}' and no text", nameof(hits));
            if (!_counts.TryGetValue(key, out var counts)) _counts.Add(key, counts = []);
            Increase(counts, number, 1);
        }
    }

    /// <summary>Number of documents with a unit.</summary>
    public int Documents => _sizes.Count;

    /// <summary>Number of units.</summary>
    public long Size { get; }

    /// <summary>The keys with a hit.</summary>
    public IEnumerable<string> Keys => _counts.Keys;

    /// <summary>Hits of a key by the number of the document; documents without one are left out.</summary>
    public IReadOnlyDictionary<int, int> this[string key] => _counts.GetValueOrDefault(key) ?? None;

    /// <summary>Number of hits of a key.</summary>
    public int Count(string key) => this[key].Values.Sum();

    /// <summary>Gries' deviation of proportions of a key over the documents, summed in their order.</summary>
    public double DP(string key) => Dispersion.DeviationOf(
        this[key].OrderBy(document => document.Key).Select(document => (document.Value, _sizes[document.Key])), Count(key), Size);

    /// <summary>The units of each sample of a bootstrap.</summary>
    /// <param name="bootstrap">The bootstrap.</param>
    /// <param name="first">Number in the bootstrap of the first document here.</param>
    public long[] SizesOf(Bootstrap bootstrap, int first = 0) => bootstrap.Sums(_sizes, first);

    private static void Increase(Dictionary<int, int> counts, int number, int by) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, number, out _) += by;
}
