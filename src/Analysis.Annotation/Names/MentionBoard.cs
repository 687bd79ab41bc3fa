namespace Analysis;

/// <summary>
/// The mentions of a draft indexed by token, used while names found by context are added to those of the gazetteer. It tells which mention
/// covers a token, and lets a longer mention replace the shorter ones inside it.
/// </summary>
internal sealed class MentionBoard
{
    private static readonly Comparison<MentionMark> ByStart = (left, right) => left.Start.CompareTo(right.Start);

    private List<MentionMark> _mentions = [];
    private int[] _cover = new int[256];
    private int _removed;
    private int _known;

    /// <summary>Begins with the mentions of a draft.</summary>
    public void Begin(Draft draft)
    {
        _mentions = draft.Mentions;
        _removed = 0;
        _known = _mentions.Count;

        // One extra entry: the position after the last token is never covered.
        var size = draft.Tokens.Count + 1;
        if (_cover.Length < size) _cover = new int[size * 2];
        Array.Clear(_cover, 0, size);
        for (var i = 0; i < _mentions.Count; i++) _cover.AsSpan(_mentions[i].FirstToken, _mentions[i].EndToken - _mentions[i].FirstToken).Fill(i + 1);
    }

    /// <summary>Whether a mention covers a token.</summary>
    public bool IsCovered(int token) => _cover[token] != 0;

    /// <summary>Type of the mention that covers a token; <see cref="EntityType.None"/> if the token is not covered.</summary>
    public EntityType TypeAt(int token) => _cover[token] == 0 ? EntityType.None : _mentions[_cover[token] - 1].Type;

    /// <summary>The mention that covers a token. The token must be covered.</summary>
    public MentionMark At(int token) => _mentions[_cover[token] - 1];

    /// <summary>Adds a mention and removes those inside it. Returns false, without a change, if a mention extends beyond it.</summary>
    public bool Add(MentionMark mention)
    {
        for (var token = mention.FirstToken; token < mention.EndToken; token++)
        {
            if (_cover[token] == 0) continue;
            var other = At(token);
            if (other.FirstToken < mention.FirstToken || other.EndToken > mention.EndToken) return false;
        }

        for (var token = mention.FirstToken; token < mention.EndToken; token++)
        {
            if (_cover[token] != 0) Remove(_cover[token] - 1);
        }

        _mentions.Add(mention);
        _cover.AsSpan(mention.FirstToken, mention.EndToken - mention.FirstToken).Fill(_mentions.Count);
        return true;
    }

    /// <summary>Removes the mentions that begin among some tokens.</summary>
    public void Clear(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (_cover[token] != 0 && At(token).FirstToken == token) Remove(_cover[token] - 1);
        }
    }

    private void Remove(int mention)
    {
        if (_mentions[mention].EndToken == 0) return;
        _cover.AsSpan(_mentions[mention].FirstToken, _mentions[mention].EndToken - _mentions[mention].FirstToken).Clear();
        _mentions[mention] = _mentions[mention] with { EndToken = 0 };
        _removed++;
    }

    /// <summary>Restores text order. The board cannot be queried after this.</summary>
    public void End()
    {
        if (_removed > 0) _mentions.RemoveAll(static mention => mention.EndToken == 0);
        if (_mentions.Count + _removed > _known) _mentions.Sort(ByStart);
    }
}
