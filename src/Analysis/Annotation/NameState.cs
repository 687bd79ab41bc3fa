namespace Analysis;

/// <summary>What a <see cref="NameMatcher"/> remembers of one document.</summary>
internal sealed class NameState
{
    /// <summary>Tokens at which a name of the gazetteer may begin.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>Tokens that announce a name that the gazetteer may not have, or begin one as a given name.</summary>
    public List<int> Announcing { get; } = [];

    /// <summary>For each entity whether a name without policy stands in the document.</summary>
    public bool[] Present { get; private set; } = [];

    /// <summary>Names that were passed over because their entity had not been seen by then: first token and entity, in turn.</summary>
    public List<int> Awaited { get; } = [];

    /// <summary>Offset at which the name that is tried begins.</summary>
    public int Offset { get; set; }

    /// <summary>Forgets the last document.</summary>
    public void Begin(int entities)
    {
        Starts.Clear();
        Announcing.Clear();
        Awaited.Clear();
        if (Present.Length != entities)
            Present = new bool[entities];
        else
            Array.Clear(Present);
    }
}
