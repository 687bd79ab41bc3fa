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
    private TimeMark _mark;

    /// <summary>Creates a scanner for a grammar.</summary>
    public TimeScanner(TimeGrammar grammar)
    {
        _grammar = grammar;
        _only = grammar.Words.ClassOf("only");
        _matcher = new TimeMatcher(grammar.Words);
        _story = new TimeStory(grammar.Words, _matcher);
        _resolver = new TimeResolver(_story, _matcher.Slots);
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

    // Token after the best match; the token itself if there is none.
    private int Take(int token)
    {
        var tokens = _draft.Tokens;
        _best = null;
        if (tokens.Kind[token] == TokenKind.Number) Try(_grammar.BeginningWithNumber, token);
        foreach (var reading in tokens.Readings(token)) Try(_grammar.BeginningWith(reading.Stem), token);
        if (_best is null) return token;
        if (_best.Operation == "block") return _mark.EndToken;
        if (IsInMention(token, _mark.EndToken)) return token;
        _draft.Times.Add(_mark);
        if (_best.Type == "DATE") _story.Remember(_mark);
        return _mark.EndToken;
    }

    private void Try(List<TimeRule> rules, int token)
    {
        foreach (var rule in rules)
        {
            if (!Fits(rule.Before, token, before: true) || !_matcher.Match(token, rule.Pattern)) continue;
            var end = _matcher.End;
            if (_best is not null && (end < _mark.EndToken || (end == _mark.EndToken && rule.Order >= _best.Order))) continue;
            if (!Fits(rule.After, end, before: false)) continue;
            if (_resolver.Resolve(rule.Operation, token) is not var (value, anchor)) continue;
            var tokens = _draft.Tokens;
            _best = rule;
            _mark = new TimeMark(token, end, tokens.OffsetBehind(token, _matcher.Skip), tokens.End[end - 1], rule.Type, value, anchor, rule.Name);
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
            var holds = before ? _matcher.Ends(token, condition.Of) : token < tokens.Count && !tokens.AfterBreak[token] && Follows(token, condition);
            if (condition.Negative && holds) return false;
            wanted |= !condition.Negative;
            met |= holds;
        }

        return met || !wanted;
    }

    private bool Follows(int token, in TimeCondition condition) => condition.Of == TimeCondition.Number
        ? _draft.Tokens.Kind[token] == TokenKind.Number
        : _matcher.Begins(token, condition.Of, condition.Joint);

    // The name of a weapon or a bridge may be a date.
    private bool IsInMention(int token, int end)
    {
        while (_mention < _draft.Mentions.Count && _draft.Mentions[_mention].EndToken <= token) _mention++;
        return _mention < _draft.Mentions.Count && _draft.Mentions[_mention].FirstToken < end;
    }
}
