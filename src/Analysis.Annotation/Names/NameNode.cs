namespace Analysis;

/// <summary>A node of the trie of names, whose edges are word forms: the names whose words lead to it, and what may follow.</summary>
internal sealed class NameNode
{
    private Dictionary<int, NameNode>? _next;

    /// <summary>The names that end here, in the order in which they were added.</summary>
    public List<Name> Names { get; } = [];

    /// <summary>Whether no name continues after it.</summary>
    public bool IsLast => _next is null;

    /// <summary>The node after one more word; null if no name continues with it.</summary>
    public NameNode? After(int word) => _next?.GetValueOrDefault(word);

    /// <summary>Adds a name by its remaining words, each as the forms that may stand for it.</summary>
    public void Add(ReadOnlySpan<int[]> words, Name name)
    {
        if (words.IsEmpty && !Names.Contains(name)) Names.Add(name);
        foreach (var word in words.IsEmpty ? [] : words[0])
        {
            _next ??= [];
            if (!_next.TryGetValue(word, out var next)) _next.Add(word, next = new NameNode());
            next.Add(words[1..], name);
        }
    }
}

/// <summary>A name to be found.</summary>
/// <param name="Entity">Index of its entity.</param>
/// <param name="State">Index of the state actor that it rolls up to, or the same.</param>
/// <param name="Needed">Index of the entity, or of its state, that the document must name too; −1 if none must be.</param>
/// <param name="Type">Type of its mentions.</param>
/// <param name="Conditions">When it means the entity; null if always.</param>
/// <param name="Rule">Rule of its mentions.</param>
internal sealed record Name(int Entity, int State, int Needed, EntityType Type, AliasConditions? Conditions, string Rule);
