namespace Analysis;

/// <summary>Splits the text of a pattern into parts and symbols.</summary>
internal sealed class TimePatternReader
{
    private readonly List<string> _parts = [];
    private int _at;

    /// <summary>Creates a reader at the first part of a pattern.</summary>
    public TimePatternReader(string pattern, LexiconRow row)
    {
        var at = 0;
        while (at < pattern.Length)
        {
            var end = at + 1;
            if (pattern[at] == '"')
            {
                end = pattern.IndexOf('"', end) + 1;
                if (end == 0) throw row.Error("a quotation mark is not closed");
            }
            else if (pattern[at] is not (' ' or '(' or ')' or '|' or '?'))
            {
                while (end < pattern.Length && pattern[end] is not (' ' or '(' or ')' or '|' or '?')) end++;
            }

            if (pattern[at] != ' ') _parts.Add(pattern[at..end]);
            at = end;
        }
    }

    /// <summary>Whether no part is left.</summary>
    public bool AtEnd => _at == _parts.Count;

    /// <summary>The next part, without consuming it.</summary>
    public string Next => _parts[_at];

    /// <summary>Consumes the next part.</summary>
    public string Take() => _parts[_at++];

    /// <summary>Consumes the next part if it is the given symbol.</summary>
    public bool TakeIf(string sign)
    {
        if (AtEnd || _parts[_at] != sign) return false;
        _at++;
        return true;
    }
}
