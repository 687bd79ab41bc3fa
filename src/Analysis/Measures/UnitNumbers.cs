namespace Analysis;

/// <summary>Numbers the units of running text in which mentions can meet, and finds the unit of a sentence.</summary>
internal sealed class UnitNumbers
{
    private readonly Dictionary<string, IndexedNumbers> _documents = new(StringComparer.Ordinal);
    private (string Id, IndexedNumbers? Numbers) _last = ("", null);

    private UnitNumbers()
    {
    }

    /// <summary>Number of units.</summary>
    public int Count { get; private set; }

    /// <summary>The units that sentences of running text are or make up; other sentences belong to none.</summary>
    public static UnitNumbers Of(IEnumerable<Sentence> sentences, TextUnit unit)
    {
        var numbers = new UnitNumbers();
        var parts = unit == TextUnit.Sentence ? null : new UnitNumbers();
        foreach (var sentence in RowArray.Of(sentences))
        {
            if (sentence.Kind != SentenceKind.Body) continue;
            if (parts is null) numbers.Add(sentence.Document, sentence.Index);
            else numbers.In(sentence.Document)[sentence.Index] = parts.Add(sentence.Document, unit == TextUnit.Paragraph ? sentence.Paragraph : 0);
        }

        numbers.Count = (parts ?? numbers).Count;
        return numbers;
    }

    /// <summary>Number of the unit that a sentence belongs to; −1 where it belongs to none.</summary>
    public int Find(string document, int sentence)
    {
        // Mentions come document by document as a rule.
        if (!ReferenceEquals(_last.Id, document)) _last = (document, _documents.GetValueOrDefault(document));
        return _last.Numbers is { } numbers ? numbers[sentence] : -1;
    }

    private int Add(string document, int part)
    {
        var numbers = In(document);
        if (numbers[part] < 0) numbers[part] = Count++;
        return numbers[part];
    }

    private IndexedNumbers In(string document)
    {
        if (_last.Numbers is { } same && ReferenceEquals(_last.Id, document)) return same;
        if (!_documents.TryGetValue(document, out var numbers)) _documents.Add(document, numbers = new IndexedNumbers());
        _last = (document, numbers);
        return numbers;
    }

    /// <summary>Numbers by index, −1 where there is none.</summary>
    private sealed class IndexedNumbers
    {
        private int[] _following = new int[16];

        public int this[int index]
        {
            get => index < _following.Length ? _following[index] - 1 : -1;
            set
            {
                if (index >= _following.Length) Array.Resize(ref _following, 2 * index);
                _following[index] = value + 1;
            }
        }
    }
}
