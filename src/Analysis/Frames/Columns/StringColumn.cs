namespace Analysis;

/// <summary>Text, stored once for each distinct value: rows hold indexes into a dictionary in order of first appearance.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="codes">For each row an index into the dictionary, −1 where the value is missing.</param>
/// <param name="dictionary">Distinct texts; some may no longer occur, since frames with some of the rows share it.</param>
internal sealed class StringColumn(string name, int[] codes, string[] dictionary) : StoredColumn(name)
{
    private int[]? _ranks;

    public override Type Type => typeof(string);

    public override int Count => codes.Length;

    public override object? this[int row] => TextAt(row);

    public string? TextAt(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, codes.Length);
        var code = codes[row];
        return code < 0 ? null : dictionary[code];
    }

    public override bool IsMissing(int row) => codes[row] < 0;

    public override StoredColumn Take(int[] rows)
    {
        var taken = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++) taken[i] = codes[rows[i]];
        return new StringColumn(Name, taken, dictionary);
    }

    public override StoredColumn Rename(string newName) => new StringColumn(newName, codes, dictionary);

    public override int Compare(int left, int right)
    {
        var ranks = _ranks ??= Rank();
        var (a, b) = (codes[left], codes[right]);
        return (a < 0 ? int.MaxValue : ranks[a]).CompareTo(b < 0 ? int.MaxValue : ranks[b]);
    }

    protected override Codes Encode()
    {
        var every = new int[dictionary.Length];
        for (var code = 0; code < every.Length; code++) every[code] = code;
        return new Codes(codes, new StringColumn(Name, every, dictionary));
    }

    private int[] Rank()
    {
        var order = new int[dictionary.Length];
        for (var code = 0; code < order.Length; code++) order[code] = code;
        Array.Sort((string[])dictionary.Clone(), order, StringComparer.Ordinal);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        return ranks;
    }
}

/// <summary>Gathers text into a <see cref="StringColumn"/>.</summary>
internal struct StringEncoder(int capacity)
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<string> _dictionary = [];
    private int[] _codes = capacity == 0 ? [] : new int[capacity];
    private int _count;
    private string? _lastText;
    private int _lastCode = -1;

    public void Add(string? text)
    {
        if (_count == _codes.Length) Array.Resize(ref _codes, Math.Max(16, 2 * _count));
        // Neighbouring rows often share one string object (a document's id, a type).
        if (!ReferenceEquals(text, _lastText))
        {
            _lastText = text;
            _lastCode = text is null ? -1 : CodeOf(text);
        }
        _codes[_count++] = _lastCode;
    }

    public StringColumn ToColumn(string name)
    {
        if (_count < _codes.Length) Array.Resize(ref _codes, _count);
        return new StringColumn(name, _codes, [.. _dictionary]);
    }

    private readonly int CodeOf(string text)
    {
        if (_known.TryGetValue(text, out var code)) return code;
        code = _dictionary.Count;
        _known.Add(text, code);
        _dictionary.Add(text);
        return code;
    }
}
