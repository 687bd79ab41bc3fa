namespace Analysis;

/// <summary>
/// Keeps what may stand at the words of a <see cref="TokenStream"/>: a form, whose readings may be many, is looked up once. Serves one thread.
/// </summary>
internal sealed class TimeForms(TimeWords words)
{
    // By form; 0 where it was not looked up yet, for something stands in every set.
    private ulong[] _sets = [];
    private TokenStream _tokens = null!;
    private int _generation;

    /// <summary>Begins a text; what was kept of another stream is forgotten.</summary>
    public void Begin(TokenStream tokens)
    {
        if (ReferenceEquals(_tokens, tokens) && _generation == tokens.Generation) return;
        (_tokens, _generation) = (tokens, tokens.Generation);
        Array.Clear(_sets);
    }

    /// <summary>What may stand at a token: a <see cref="TimeSet"/>.</summary>
    public ulong At(int token)
    {
        var form = _tokens.Form[token];
        return form < _sets.Length && _sets[form] != 0 ? _sets[form] : Gather(token, form);
    }

    private ulong Gather(int token, int form)
    {
        if (form >= _sets.Length) Array.Resize(ref _sets, Math.Max(form + 1, _sets.Length * 2));
        var key = _tokens.Key(token);
        var set = TimeSet.Nothing | words.SetOf(form) | words.SetOfBeginnings(key);
        if (key is [>= '0' and <= '9', ..]) set |= TimeSet.Digits;
        foreach (var reading in _tokens.Readings(token)) set |= words.SetOf(reading.Stem);
        return _sets[form] = set;
    }
}
