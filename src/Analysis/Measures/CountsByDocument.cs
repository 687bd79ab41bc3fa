namespace Analysis;

/// <summary>The units (words or sentences) of each document, and how often each key occurs in it.</summary>
internal sealed class CountsByDocument
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _sizes = [];
    private readonly KeyCodes<string> _keys = new();

    // For each key its documents in ascending order, each with its hits.
    private readonly List<List<KeyValuePair<int, int>>> _counts = [];

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
            {
                _numbers.Add(document, number = _numbers.Count);
                _sizes.Add(0);
            }

            _sizes[number] += size;
        }

        Size = _sizes.Sum(size => (long)size);
        foreach (var (document, key) in hits)
        {
            if (key is null) continue;
            if (!ReferenceEquals(document, last) && !_numbers.TryGetValue(last = document, out number))
                throw new ArgumentException($"document '{document}' has a hit for '{key}' and no text", nameof(hits));
            var code = _keys.Of(key);
            if (code == _counts.Count) _counts.Add([]);
            Increase(_counts[code], number);
        }
    }

    /// <summary>Number of documents with a unit.</summary>
    public int Documents => _sizes.Count;

    /// <summary>Number of units.</summary>
    public long Size { get; }

    /// <summary>The keys with a hit.</summary>
    public IReadOnlyList<string> Keys => _keys.Keys;

    /// <summary>Hits of a key by the number of the document, in ascending order; documents without one are left out.</summary>
    public IReadOnlyList<KeyValuePair<int, int>> this[string key] => _keys.Known(key) is >= 0 and var code ? _counts[code] : [];

    /// <summary>Number of hits of a key.</summary>
    public int Count(string key) => this[key].Sum(document => document.Value);

    /// <summary>
    /// Gries' deviation of proportions, DP = ½ Σ |t − w|, where t and w are a document's shares of all hits of a key and of all units: 0 is
    /// even, near 1 is all in one small document (Gries 2008). NaN where there are no hits.
    /// </summary>
    public double DP(string key)
    {
        // A document without a hit departs by its share of the units, which is what those with hits leave of 1.
        double hits = Count(key), apart = 0, held = 0;
        foreach (var (document, count) in this[key])
        {
            apart += Math.Abs((count / hits) - (_sizes[document] / (double)Size));
            held += _sizes[document] / (double)Size;
        }

        return hits == 0 ? double.NaN : (apart + 1 - held) / 2;
    }

    /// <summary>The units of each sample of a bootstrap.</summary>
    /// <param name="bootstrap">The bootstrap.</param>
    /// <param name="first">Number in the bootstrap of the first document here.</param>
    public long[] SizesOf(Bootstrap bootstrap, int first = 0) =>
        bootstrap.Sums(_sizes.Select((size, number) => KeyValuePair.Create(number, size)), first);

    // Hits come in the order of the documents, or nearly.
    private static void Increase(List<KeyValuePair<int, int>> counts, int number)
    {
        var at = counts.Count - 1;
        while (at >= 0 && counts[at].Key > number) at--;
        if (at >= 0 && counts[at].Key == number) counts[at] = new(number, counts[at].Value + 1);
        else counts.Insert(at + 1, new(number, 1));
    }
}
