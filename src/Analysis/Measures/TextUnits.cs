namespace Analysis;

/// <summary>The stretch of text in which two mentions count as together.</summary>
public enum TextUnit
{
    /// <summary>One sentence.</summary>
    Sentence,

    /// <summary>One non-empty line.</summary>
    Paragraph,

    /// <summary>One document.</summary>
    Document,
}

/// <summary>The units of running text, numbered from 0, and the one in which each sentence is; sentences of other kinds are in
/// none.</summary>
internal sealed class TextUnits
{
    private readonly KeyCodes<string> _documents = new();
    private readonly Dictionary<(int Document, int Sentence), int> _numbers = [];
    private readonly List<string> _documentOf = [];

    /// <param name="sentences">Sentences, each once.</param>
    /// <param name="unit">What makes a unit.</param>
    /// <exception cref="ArgumentException">A sentence is given twice.</exception>
    public TextUnits(IEnumerable<Sentence> sentences, TextUnit unit)
    {
        if (sentences.TryGetNonEnumeratedCount(out var count)) _numbers.EnsureCapacity(count);
        var parts = new KeyCodes<(int Document, int Part)>();
        foreach (var sentence in sentences)
        {
            if (sentence.Kind != SentenceKind.Body) continue;
            var document = _documents.Of(sentence.Document);
            var number = unit == TextUnit.Sentence
                ? _documentOf.Count
                : parts.Of((document, unit == TextUnit.Paragraph ? sentence.Paragraph : 0));
            if (number == _documentOf.Count) _documentOf.Add(sentence.Document);
            _numbers.Add((document, sentence.Index), number);
        }
    }

    /// <summary>The document of each unit.</summary>
    public IReadOnlyList<string> Documents => _documentOf;

    /// <summary>The number of the unit of a sentence; -1 for none.</summary>
    public int Of(string document, int sentence) => _numbers.GetValueOrDefault((_documents.Known(document), sentence), -1);
}
