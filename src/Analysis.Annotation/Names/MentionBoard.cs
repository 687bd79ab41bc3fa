namespace Analysis;

/// <summary>
/// The mentions of a draft indexed by token, used while names found by context are added to those of the gazetteer. It tells which mention
/// covers a token, and lets a longer mention replace the shorter ones inside it.
/// </summary>
internal sealed class MentionBoard
{
    private List<MentionMark> _mentions = [];
    private TokenStream _tokens = null!;
    private int[] _cover = new int[256];
    private int _known;

    /// <summary>Begins with the mentions of a draft.</summary>
    public void Begin(Draft draft)
    {
        (_mentions, _tokens, _known) = (draft.Mentions, draft.Tokens, draft.Mentions.Count);

        // One extra entry: the position after the last token is never covered.
        var size = _tokens.Count + 1;
        if (_cover.Length < size) _cover = new int[size * 2];
        Array.Clear(_cover, 0, size);
        for (var i = 0; i < _mentions.Count; i++) Cover(_mentions[i], i + 1);
    }

    /// <summary>Whether a mention covers a token.</summary>
    public bool IsCovered(int token) => _cover[token] != 0;

    /// <summary>Type of the mention that covers a token; <see cref="EntityType.None"/> if the token is not covered.</summary>
    public EntityType TypeAt(int token) => _cover[token] == 0 ? EntityType.None : At(token).Type;

    /// <summary>The mention that covers a token. The token must be covered.</summary>
    public MentionMark At(int token) => _mentions[_cover[token] - 1];

    /// <summary>Whether a mention of one of some types begins at a token and has no proclitic.</summary>
    public bool Begins(int token, EntityType types) => (TypeAt(token) & types) != 0 && At(token).Start == _tokens.Start[token];

    /// <summary>Whether a token is a word outside all mentions that continues its line.</summary>
    public bool IsFree(int token) =>
        token < _tokens.Count && !_tokens.AfterBreak[token] && _tokens.Kind[token] == TokenKind.Word && _cover[token] == 0;

    /// <summary>Adds a mention and removes those inside it. Does nothing if a mention extends beyond it.</summary>
    /// <param name="first">First token.</param>
    /// <param name="end">Token after the last one.</param>
    /// <param name="skip">Letters of the first token before the name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="rule">The rule that made it.</param>
    /// <param name="entity">Index of its entity; −1 if the gazetteer lacks it.</param>
    public void Add(int first, int end, int skip, EntityType type, string rule, int entity = -1)
    {
        if (IsCovered(first) && At(first).FirstToken < first) return;
        if (IsCovered(end - 1) && At(end - 1).EndToken > end) return;
        Clear(first, end);
        var mention = new MentionMark(first, end, _tokens.OffsetBehind(first, skip), _tokens.End[end - 1], entity, type, null, rule);
        _mentions.Add(mention);
        Cover(mention, _mentions.Count);
    }

    /// <summary>Removes the mentions that begin among some tokens.</summary>
    public void Clear(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (_cover[token] == 0 || At(token).FirstToken != token) continue;
            var removed = _cover[token] - 1;
            Cover(_mentions[removed], 0);
            _mentions[removed] = _mentions[removed] with { EndToken = 0 };
        }
    }

    /// <summary>Restores text order. The board cannot be queried after this.</summary>
    public void End()
    {
        if (_mentions.RemoveAll(static mention => mention.EndToken == 0) > 0 || _mentions.Count > _known)
            _mentions.Sort(static (left, right) => left.Start.CompareTo(right.Start));
    }

    private void Cover(MentionMark mention, int number) =>
        _cover.AsSpan(mention.FirstToken, mention.EndToken - mention.FirstToken).Fill(number);
}
