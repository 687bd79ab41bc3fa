namespace Analysis;

/// <summary>
/// Scans a text from left to right and takes, at each token, the longest match of any rule of the grammar. Not thread-safe.
/// </summary>
internal sealed class TimeScanner
{
    private readonly TimeGrammar _grammar;
    private readonly TimeText _text;
    private readonly TimeMatcher _matcher;
    private readonly TimeResolver _resolver;
    private readonly int _about;
    private readonly int _only;
    private int[] _starts = [];
    private int _mention;

    /// <summary>Creates a scanner for a grammar.</summary>
    public TimeScanner(TimeGrammar grammar)
    {
        _grammar = grammar;
        _about = grammar.Words.ClassOf("about");
        _only = grammar.Words.ClassOf("only");
        _text = new TimeText(grammar.Words);
        _matcher = new TimeMatcher(_text, grammar.Words, grammar.Numerals);
        _resolver = new TimeResolver(grammar.Words, _text);
    }

    /// <summary>Adds the time expressions of a draft to it.</summary>
    public void Scan(Draft draft)
    {
        _resolver.Begin(draft);
        _text.Begin(draft.Tokens);
        _matcher.Begin(draft.Tokens);
        _mention = 0;
        var tokens = draft.Tokens;
        var count = tokens.Select(WordUses.Time, ref _starts);
        var free = 0;
        foreach (var token in _starts.AsSpan(0, count))
        {
            if (token < free || tokens.Kind[token] == TokenKind.Symbol) continue;
            var rules = _grammar.Index.RulesAt(tokens, token);
            if (rules != UInt128.Zero) free = Try(draft, token, rules);
        }
    }

    // Token after the longest match of these rules; the token itself if none matches.
    private int Try(Draft draft, int token, UInt128 rules)
    {
        var tokens = draft.Tokens;
        TimeRule? best = null;
        var end = token;
        var start = 0;
        var ahead = _text.NeededAhead(token);
        for (; rules != UInt128.Zero; rules &= rules - UInt128.One)
        {
            var number = (int)UInt128.TrailingZeroCount(rules);
            if (!_grammar.Index.FindsAll(number, ahead)) continue;
            var rule = _grammar.Rules[number];
            if (!HoldsBefore(tokens, token, rule) || !_matcher.Match(token, rule.Pattern)) continue;
            if (_matcher.End <= end || !HoldsBehind(tokens, _matcher.End, rule)) continue;
            best = rule;
            end = _matcher.End;
            start = _matcher.Skip;
            _resolver.Slots.CopyFrom(_matcher.Slots);
        }

        if (best is null) return token;
        if (best.Operation == TimeOperation.Block) return end;
        if (IsInMention(draft, token, end)) return token;
        if (_resolver.Resolve(best, token) is not (var type, var value, var anchor)) return token;
        draft.Times.Add(new TimeMark(
            token, end, tokens.OffsetBehind(token, start), tokens.End[end - 1], type, value, anchor, best.Name));
        return end;
    }

    // The name of a weapon or a bridge may be a date.
    private bool IsInMention(Draft draft, int token, int end)
    {
        while (_mention < draft.Mentions.Count && draft.Mentions[_mention].EndToken <= token) _mention++;
        return _mention < draft.Mentions.Count && draft.Mentions[_mention].FirstToken < end;
    }

    // No negative condition may hold; of the positive ones, one is enough.
    private bool HoldsBefore(TokenStream tokens, int first, TimeRule rule)
    {
        var wanted = false;
        var met = false;
        foreach (var condition in rule.Before)
        {
            var stands = StandsBefore(tokens, first, condition.Class);
            if (condition.Negative && stands) return false;
            if (condition.Negative) continue;
            wanted = true;
            met |= stands;
        }

        return !wanted || met;
    }

    // As before the match, except that an adverb such as "only" may come between.
    private bool HoldsBehind(TokenStream tokens, int end, TimeRule rule)
    {
        var wanted = false;
        var met = false;
        if (end < tokens.Count && _text.Begins(end, _only, TimeJoint.Plain)) end++;
        foreach (var condition in rule.After)
        {
            var stands = end < tokens.Count && !tokens.AfterBreak[end] && (condition.Class == TimeCondition.Number
                ? tokens.Kind[end] == TokenKind.Number
                : _text.Begins(end, condition.Class, condition.Joint));
            if (condition.Negative && stands) return false;
            if (condition.Negative) continue;
            wanted = true;
            met |= stands;
        }

        return !wanted || met;
    }

    // Words of approximation may come between.
    private bool StandsBefore(TokenStream tokens, int first, int of)
    {
        if (tokens.AfterBreak[first]) return false;
        if (_text.Ends(first, of) >= 0) return true;
        var about = _text.Ends(first, _about);
        return about >= 0 && !tokens.AfterBreak[about] && _text.Ends(about, of) >= 0;
    }
}
