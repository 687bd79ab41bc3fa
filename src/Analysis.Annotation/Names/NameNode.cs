namespace Analysis;

/// <summary>A node of the trie of names, whose edges are word forms: the names whose words lead to it, and what may follow.</summary>
internal sealed class NameNode
{
    private Dictionary<int, NameNode>? _next;
    private ulong _bits;

    /// <summary>The names that end here, in the order in which they were added; null for none.</summary>
    public List<Name>? Names { get; private set; }

    /// <summary>The only name that ends here, if it has no conditions.</summary>
    public Name? Sole { get; private set; }

    /// <summary>Whether no name continues after it.</summary>
    public bool IsLast => _next is null;

    /// <summary>
    /// The node after one more word; null if no name continues with it. A bit for every 64th form rules out most words. With it and
    /// <see cref="Sole"/> annotating takes 3 % less time.
    /// </summary>
    public NameNode? After(int word) => (_bits & (1UL << word)) == 0 ? null : _next!.GetValueOrDefault(word);

    /// <summary>Adds a name by its remaining words, each as the forms that may stand for it.</summary>
    public void Add(ReadOnlySpan<int[]> words, Name name)
    {
        if (words.IsEmpty && Names?.Contains(name) != true) (Names ??= []).Add(name);
        Sole = Names is [{ Conditions: null } only] ? only : null;
        foreach (var word in words.IsEmpty ? [] : words[0])
        {
            (_next, _bits) = (_next ?? [], _bits | (1UL << word));
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
