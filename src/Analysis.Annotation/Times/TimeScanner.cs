namespace Analysis;

/// <summary>
/// Scans a text from left to right and takes, at each token, the longest match of any rule of the grammar that has a value.
/// Not thread-safe.
/// </summary>
internal sealed class TimeScanner
{
    private readonly TimeGrammar _grammar;
    private readonly TimeMatcher _matcher;
    private readonly TimeStory _story;
    private readonly TimeResolver _resolver;
    private readonly int _only;
    private Draft _draft = null!;
    private int[] _starts = [];
    private int _mention;
    private TimeRule? _best;
    private ulong _set;
    private int _bestEnd;
    private int _bestSkip;

    /// <summary>Creates a scanner for a grammar.</summary>
    public TimeScanner(TimeGrammar grammar)
    {
        _grammar = grammar;
        _only = grammar.Words.ClassOf("only");
        _matcher = new TimeMatcher(grammar.Words);
        _story = new TimeStory(grammar.Words, _matcher);
        _resolver = new TimeResolver(_story);
    }

    /// <summary>Adds the time expressions of a draft to it.</summary>
    public void Scan(Draft draft)
    {
        _draft = draft;
        _mention = 0;
        _matcher.Begin(draft.Tokens);
        _story.Begin(draft);
        var tokens = draft.Tokens;
        var count = tokens.Select(WordUses.Time, ref _starts);
        var free = 0;
        foreach (var token in _starts.AsSpan(0, count))
        {
            if (token >= free && tokens.Kind[token] != TokenKind.Symbol) free = Take(token);
        }
    }

    // Token after the best match that has a value; the token itself if there is none.
    private int Take(int token)
    {
        var tokens = _draft.Tokens;
        _set = _matcher.Begin(token);
        for ((_bestEnd, _best) = (int.MaxValue, null); ;)
        {
            var (end, failed) = (_bestEnd, _best);
            (_bestEnd, _best) = (token, null);
            if (tokens.Kind[token] == TokenKind.Number) Try(_grammar.BeginningWithNumber, token, end, failed);
            foreach (var reading in tokens.Readings(token)) Try(_grammar.BeginningWith(reading.Stem), token, end, failed);
            if (_best is null) return token;
            if (_best.Operation == "block") return _bestEnd;
            if (IsInMention(token, _bestEnd)) return token;
            if (_resolver.Resolve(_best.Operation, token) is not var (value, anchor)) continue;
            var mark = new TimeMark(
                token, _bestEnd, tokens.OffsetBehind(token, _bestSkip), tokens.End[_bestEnd - 1], _best.Type, value, anchor, _best.Name);
            _draft.Times.Add(mark);
            if (mark.IsDate) _story.Remember(mark);
            return _bestEnd;
        }
    }

    // Looks for a longer match, or as long a one of an earlier rule, that is not as good as one that failed.
    private void Try(ReadOnlySpan<TimeOpening> openings, int token, int failedEnd, TimeRule? failed)
    {
        foreach (var (rule, parts, set) in openings)
        {
            if ((set & _set) == 0 || !_matcher.Match(parts, _set)) continue;
            var end = _matcher.End;
            if (end < _bestEnd || (end == _bestEnd && (_best is null || rule.Order >= _best.Order))) continue;
            if (end > failedEnd || (end == failedEnd && rule.Order <= failed?.Order)) continue;
            if (!Fits(rule.Before, token, before: true) || !Fits(rule.After, end, before: false)) continue;
            (_best, _bestEnd, _bestSkip) = (rule, end, _matcher.Skip);
            _resolver.Slots.CopyFrom(_matcher.Slots);
        }
    }

    // No negative condition may hold; of the positive ones, one is enough. An adverb such as "only" may follow the match.
    private bool Fits(TimeCondition[] conditions, int token, bool before)
    {
        var tokens = _draft.Tokens;
        if (!before && conditions.Length > 0 && token < tokens.Count && _matcher.Begins(token, _only, TimeJoint.Plain)) token++;
        var (wanted, met) = (false, false);
        foreach (var condition in conditions)
        {
            var holds = before ? _matcher.Ends(token, condition.Of) : Follows(token, condition);
            if (condition.Negative && holds) return false;
            wanted |= !condition.Negative;
            met |= holds;
        }

        return met || !wanted;
    }

    private bool Follows(int token, in TimeCondition condition) =>
        token < _draft.Tokens.Count && !_draft.Tokens.AfterBreak[token] && (condition.Of == TimeCondition.Number
        ? _draft.Tokens.Kind[token] == TokenKind.Number
        : _matcher.Begins(token, condition.Of, condition.Joint));

    // The name of a weapon or a bridge may be a date.
    private bool IsInMention(int token, int end)
    {
        while (_mention < _draft.Mentions.Count && _draft.Mentions[_mention].EndToken <= token) _mention++;
        return _mention < _draft.Mentions.Count && _draft.Mentions[_mention].FirstToken < end;
    }
}
