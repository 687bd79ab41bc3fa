using System.Runtime.CompilerServices;

namespace Analysis;

/// <summary>A trie of names whose edges are word forms, stored in one hash table. Node 0 is the root.</summary>
internal sealed class NameTrie
{
    private readonly FormTable<int> _roots = new();
    private Edge[] _edges = new Edge[1 << 14];
    private int[] _names = new int[1 << 13];
    private bool[] _goesOn = new bool[1 << 13];
    private int[] _next = new int[1 << 13];
    private int _nodes = 1;

    /// <summary>Adds a name.</summary>
    /// <param name="words">Its words, each as the forms that may stand for it.</param>
    /// <param name="name">Its number, 0 or more. Numbers are unique and must be added in ascending order.</param>
    public void Add(ReadOnlySpan<int[]> words, int name) => Add(0, words, name);

    /// <summary>The child of the root for a word; 0 if no name begins with it.</summary>
    public int Root(int word) => _roots[word];

    /// <summary>The child of a node for a word; 0 if no name continues with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Child(int node, int word)
    {
        if (node == 0) return _roots[word];
        if (!_goesOn[node]) return 0;
        var mask = _edges.Length - 1;
        for (var slot = Slot(node, word) & mask; ; slot = (slot + 1) & mask)
        {
            ref readonly var edge = ref _edges[slot];
            if (edge.Child == 0) return 0;
            if (edge.Parent == node && edge.Word == word) return edge.Child;
        }
    }

    /// <summary>Whether a name continues after a node.</summary>
    public bool GoesOn(int node) => _goesOn[node];

    /// <summary>Number of the first name that ends at a node; −1 if there is none.</summary>
    public int NameAt(int node) => _names[node] - 1;

    /// <summary>Number of the next name that ends at the same node; −1 if there is none.</summary>
    public int NextName(int name) => _next[name] - 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int node, ReadOnlySpan<int[]> words, int name)
    {
        if (words.IsEmpty)
        {
            Append(node, name);
            return;
        }

        foreach (var word in words[0]) Add(Enter(node, word), words[1..], name);
    }

    private void Append(int node, int name)
    {
        while (name >= _next.Length) Array.Resize(ref _next, _next.Length * 2);
        if (_names[node] == 0)
        {
            _names[node] = name + 1;
            return;
        }

        var last = _names[node] - 1;
        while (_next[last] != 0) last = _next[last] - 1;
        if (last != name) _next[last] = name + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Enter(int node, int word)
    {
        var child = Child(node, word);
        if (child != 0) return child;
        if (_nodes * 2 >= _edges.Length) Grow();
        if (_nodes == _names.Length)
        {
            Array.Resize(ref _names, _nodes * 2);
            Array.Resize(ref _goesOn, _nodes * 2);
        }

        if (node == 0)
            _roots[word] = _nodes;
        else
            Place(new Edge(node, word, _nodes));
        _goesOn[node] = true;
        return _nodes++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(Edge edge)
    {
        var mask = _edges.Length - 1;
        var slot = Slot(edge.Parent, edge.Word) & mask;
        while (_edges[slot].Child != 0) slot = (slot + 1) & mask;
        _edges[slot] = edge;
    }

    private void Grow()
    {
        var edges = _edges;
        _edges = new Edge[edges.Length * 2];
        foreach (var edge in edges)
        {
            if (edge.Child != 0) Place(edge);
        }
    }

    private static int Slot(int node, int word)
    {
        var hash = ((uint)node * 0x9E3779B1) ^ ((uint)word * 0x85EBCA6B);
        return (int)(hash ^ (hash >> 15));
    }

    private readonly record struct Edge(int Parent, int Word, int Child);
}
