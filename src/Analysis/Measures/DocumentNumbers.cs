namespace Analysis;

/// <summary>Numbers by document and index, such as that of a sentence; −1 where none is set.</summary>
internal sealed class DocumentNumbers
{
    private readonly KeyCodes<string> _documents = new();
    private readonly List<List<int>> _numbers = [];

    public int this[string document, int index]
    {
        get => _documents.Of(document) is var code && code < _numbers.Count && index < _numbers[code].Count ? _numbers[code][index] : -1;
        set
        {
            var code = _documents.Of(document);
            while (code >= _numbers.Count) _numbers.Add([]);
            while (index >= _numbers[code].Count) _numbers[code].Add(-1);
            _numbers[code][index] = value;
        }
    }
}
