namespace Analysis;

/// <summary>Names as sequences of word forms: a tree whose edges are words, kept in one hash table. Node 0 is the root.</summary>
internal sealed class NameTrie
{
    private int[] _parents = new int[1 << 13];
    private int[] _words = new int[1 << 13];
    private int[] _children = new int[1 << 13];
    private int[] _names = new int[1 << 12];
    private int[] _next = new int[1 << 12];
    private int _nodes = 1;

    /// <summary>Adds a name.</summary>
    /// <param name="words">Its words, each as the forms that may stand for it.</param>
    /// <param name="name">Its number, 0 or more; numbers are given once and in rising order.</param>
    public void Add(ReadOnlySpan<int[]> words, int name) => Add(0, words, name);

    /// <summary>The node behind a node by a word; 0 when no name goes on like that.</summary>
    public int Child(int node, int word)
    {
        var mask = _children.Length - 1;
        for (var slot = Slot(node, word) & mask; ; slot = (slot + 1) & mask)
        {
            if (_children[slot] == 0) return 0;
            if (_parents[slot] == node && _words[slot] == word) return _children[slot];
        }
    }

    /// <summary>Number of the first name that ends at a node; −1 when none does.</summary>
    public int NameAt(int node) => _names[node] - 1;

    /// <summary>Number of the name that was added after this one at the same node; −1 when it is the last.</summary>
    public int NextName(int name) => _next[name] - 1;

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

    private int Enter(int node, int word)
    {
        var child = Child(node, word);
        if (child != 0) return child;
        if (_nodes * 2 >= _children.Length) Grow();
        if (_nodes == _names.Length) Array.Resize(ref _names, _nodes * 2);
        Place(node, word, _nodes);
        return _nodes++;
    }

    private void Place(int node, int word, int child)
    {
        var mask = _children.Length - 1;
        var slot = Slot(node, word) & mask;
        while (_children[slot] != 0) slot = (slot + 1) & mask;
        (_parents[slot], _words[slot], _children[slot]) = (node, word, child);
    }

    private void Grow()
    {
        var (parents, words, children) = (_parents, _words, _children);
        _parents = new int[children.Length * 2];
        _words = new int[children.Length * 2];
        _children = new int[children.Length * 2];
        for (var slot = 0; slot < children.Length; slot++)
        {
            if (children[slot] != 0) Place(parents[slot], words[slot], children[slot]);
        }
    }

    private static int Slot(int node, int word)
    {
        var hash = (uint)node * 0x9E3779B1 ^ (uint)word * 0x85EBCA6B;
        return (int)(hash ^ (hash >> 15));
    }
}
