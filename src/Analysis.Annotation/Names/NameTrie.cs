namespace Analysis;

/// <summary>A trie of names whose edges are word forms. Node 0 is the root.</summary>
internal sealed class NameTrie
{
    private readonly FormTable<int> _roots = new();
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<List<int>> _names = [[]];

    /// <summary>Adds a name.</summary>
    /// <param name="words">Its words, each as the forms that may stand for it.</param>
    /// <param name="name">Its number.</param>
    public void Add(ReadOnlySpan<int[]> words, int name) => Add(0, words, name);

    /// <summary>The child of a node for a word; 0 if no name continues with it.</summary>
    public int Child(int node, int word) => node == 0 ? _roots[word] : _edges.GetValueOrDefault(Edge(node, word));

    /// <summary>Numbers of the names that end at a node, in the order in which they were added.</summary>
    public List<int> NamesAt(int node) => _names[node];

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;

    private void Add(int node, ReadOnlySpan<int[]> words, int name)
    {
        if (!words.IsEmpty)
        {
            foreach (var word in words[0]) Add(Enter(node, word), words[1..], name);
        }
        else if (!_names[node].Contains(name))
        {
            _names[node].Add(name);
        }
    }

    private int Enter(int node, int word)
    {
        var child = Child(node, word);
        if (child != 0) return child;
        child = _names.Count;
        _names.Add([]);
        if (node == 0) _roots[word] = child;
        else _edges.Add(Edge(node, word), child);
        return child;
    }
}
