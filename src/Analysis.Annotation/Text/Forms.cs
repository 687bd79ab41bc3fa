namespace Analysis;

/// <summary>
/// Interned search keys of words: each key has a number, its form, starting at 1. Words of the lexicons come first, then those that a text
/// adds. Two words are compared by their numbers, and lexicon entries are arrays indexed by them.
/// </summary>
internal sealed class Forms
{
    private readonly List<string> _keys;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _forms;

    public Forms()
        : this([""], new(StringComparer.Ordinal))
    {
    }

    private Forms(List<string> keys, Dictionary<string, int> forms) =>
        (_keys, _forms) = (keys, forms.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>One more than the highest form in use; 0 is not a form.</summary>
    public int Count => _keys.Count;

    /// <summary>The letters of a form.</summary>
    public ReadOnlySpan<char> this[int form] => _keys[form];

    /// <summary>An independent copy.</summary>
    public Forms Copy() => new([.. _keys], new(_forms.Dictionary, StringComparer.Ordinal));

    /// <summary>The form of a key; 0 if there is none.</summary>
    public int Find(ReadOnlySpan<char> key) => _forms.TryGetValue(key, out var form) ? form : 0;

    /// <summary>The form of a key; a new key is added.</summary>
    public int Add(ReadOnlySpan<char> key)
    {
        if (_forms.TryGetValue(key, out var form)) return form;
        _keys.Add(key.ToString());
        return _forms.Dictionary[_keys[^1]] = Count - 1;
    }
}
