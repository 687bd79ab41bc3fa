namespace Analysis;

/// <summary>The units (words or sentences) of each document, and how often each key occurs in it.</summary>
internal sealed class CountsByDocument
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _sizes = [];
    private readonly KeyCodes<string> _keys = new();

    // For each key its documents in ascending order, each with its hits.
    private readonly List<List<KeyValuePair<int, int>>> _counts = [];

    // Units and hits of a document stand next to each other: it is looked up once.
    private (string? Document, int Number) _last = (null, -1);

    /// <summary>Counts nothing yet.</summary>
    public CountsByDocument()
    {
    }

    /// <summary>Counts hits.</summary>
    /// <param name="units">The document of each unit.</param>
    /// <param name="hits">Document and key of each hit; a hit without a key is left out.</param>
    /// <exception cref="ArgumentException">A hit is in a document without units.</exception>
    public CountsByDocument(IEnumerable<string> units, IEnumerable<(string Document, string? Key)> hits)
    {
        foreach (var document in units) AddUnits(document);
        foreach (var (document, key) in hits)
            if (key is not null) AddHit(document, key);
    }

    /// <summary>Number of documents with a unit.</summary>
    public int Documents => _sizes.Count;

    /// <summary>Number of units.</summary>
    public long Size { get; private set; }

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

    /// <summary>Counts units of a document.</summary>
    public void AddUnits(string document, int size = 1)
    {
        if (!IsKnown(document))
        {
            _last = (document, _sizes.Count);
            _numbers.Add(document, _last.Number);
            _sizes.Add(0);
        }

        _sizes[_last.Number] += size;
        Size += size;
    }

    /// <summary>Counts a hit of a key.</summary>
    /// <exception cref="ArgumentException">The document has no units.</exception>
    public void AddHit(string document, string key)
    {
        if (!IsKnown(document)) throw new ArgumentException($"document '{document}' has a hit for '{key}' and no text", nameof(document));
        var code = _keys.Of(key);
        if (code == _counts.Count) _counts.Add([]);
        Increase(_counts[code], _last.Number);
    }

    private bool IsKnown(string document)
    {
        if (ReferenceEquals(document, _last.Document)) return true;
        if (!_numbers.TryGetValue(document, out var number)) return false;
        _last = (document, number);
        return true;
    }

    // Hits come in the order of the documents, or nearly.
    private static void Increase(List<KeyValuePair<int, int>> counts, int number)
    {
        var at = counts.Count - 1;
        while (at >= 0 && counts[at].Key > number) at--;
        if (at >= 0 && counts[at].Key == number) counts[at] = new(number, counts[at].Value + 1);
        else counts.Insert(at + 1, new(number, 1));
    }
}
