namespace Analysis;

/// <summary>The state of a <see cref="NameMatcher"/> for one document.</summary>
internal sealed class NameState
{
    private int[] _starts = [];
    private int[] _announcing = [];
    private int _startCount;
    private int _announcingCount;

    /// <summary>Tokens at which a name of the gazetteer may begin, including those that begin only names of several words.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, _startCount);

    /// <summary>Tokens that introduce a name that may not be in the gazetteer, or begin one as a given name.</summary>
    public ReadOnlySpan<int> Announcing => _announcing.AsSpan(0, _announcingCount);

    /// <summary>For each entity, whether the document contains a name of it that has no policy.</summary>
    public bool[] Present { get; private set; } = [];

    /// <summary>Names that were skipped because their entity had not occurred yet, as alternating first token and entity.</summary>
    public List<int> Awaited { get; } = [];

    /// <summary>Whether the current candidate directly follows the name of a state or capital: فرنسا وإسبانيا are two states.</summary>
    public bool FollowsState { get; set; }

    /// <summary>Offset at which the current candidate begins.</summary>
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
