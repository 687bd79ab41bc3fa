namespace Analysis;

/// <summary>What a <see cref="NameMatcher"/> remembers of one document.</summary>
internal sealed class NameState
{
    private int[] _starts = [];
    private int[] _announcing = [];
    private int _startCount;
    private int _announcingCount;

    /// <summary>Tokens at which a name of the gazetteer may begin; those that begin longer names only stand among them.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, _startCount);

    /// <summary>Tokens that announce a name that the gazetteer may not have, or begin one as a given name.</summary>
    public ReadOnlySpan<int> Announcing => _announcing.AsSpan(0, _announcingCount);

    /// <summary>For each entity whether a name without policy stands in the document.</summary>
    public bool[] Present { get; private set; } = [];

    /// <summary>Names that were passed over because their entity had not been seen by then: first token and entity, in turn.</summary>
    public List<int> Awaited { get; } = [];

    /// <summary>Whether the name that is tried stands directly behind a state's or a capital's: فرنسا وإسبانيا are two states.</summary>
    public bool FollowsState { get; set; }

    /// <summary>Offset at which the name that is tried begins.</summary>
    public int Offset { get; set; }

    /// <summary>Begins a document.</summary>
    public void Begin(TokenStream tokens, int entities)
    {
        _startCount = tokens.Select(WordUses.Name | WordUses.Lead, ref _starts);
        _announcingCount = tokens.Select(WordUses.Announcing, ref _announcing);
        Awaited.Clear();
        if (Present.Length != entities)
            Present = new bool[entities];
        else
            Array.Clear(Present);
    }
}
