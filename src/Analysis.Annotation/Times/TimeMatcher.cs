namespace Analysis;

/// <summary>The longest match of a rule at a token.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">Token after its last one.</param>
/// <param name="Skip">Letters of the proclitics in its first token.</param>
/// <param name="Slots">The values that its pattern filled.</param>
internal sealed record TimeMatch(TimeRule Rule, int First, int End, int Skip, TimeSlots Slots);

/// <summary>
/// Matches the rules against the terms of one text, with backtracking. A quotation mark between two words of an expression is passed
/// over, and so is a line break in running text. Not thread-safe.
/// </summary>
internal sealed class TimeMatcher(TimeRules rules, TokenStream tokens, TimeTerms terms)
{
    // Backtracking restores each value, so all slots are empty between matches.
    private readonly TimeSlots _slots = new();
    private int _first;
    private int _end;
    private TimeSlots _longest = new();

    /// <summary>
    /// The longest match of each rule at a token, if its context fits: longer ones first, then in the order of the rules.
    /// </summary>
    public IEnumerable<TimeMatch> At(int token)
    {
        var matches = new List<TimeMatch>();
        _first = token;
        foreach (var term in terms.At(token))
        {
            foreach (var (rule, part) in rules.BeginningWith(term.Class))
            {
                _end = token;
                Take(part, term, isFirst: true);
                if (_end > token) matches.Add(new TimeMatch(rule, token, _end, term.Skip, _longest));
            }
        }

        matches.Sort((one, other) => (-one.End, one.Rule.Order).CompareTo((-other.End, other.Rule.Order)));
        return matches.Where(match =>
            Fits(match.Rule.Before, terms.Before, token, isFirst: true) && Fits(match.Rule.After, After, match.End, isFirst: false));
    }

    private void Take(TimePart part, in TimeTerm term, bool isFirst)
    {
        if (term.Class != part.Of || !term.Joins(part.Joint, isFirst) || !Continues(term.End - 1)) return;
        if (_slots.Admits(part.Slot, term.Value, term.Digits)) Fill(part, term.Value, term.End);
    }

    // Goes on after a part that gave a value.
    private void Fill(TimePart part, int value, int token)
    {
        var old = _slots[part.Slot];
        _slots[part.Slot] = value;
        GoOn(part.Next, token);
        _slots[part.Slot] = old;
    }

    private void GoOn(TimePart[] parts, int token)
    {
        var next = token < tokens.Count && tokens.IsQuote(token) ? token + 1 : token;
        var following = Continues(next) ? terms.At(next) : [];
        foreach (var part in parts)
        {
            if (part.Next.Length == 0) Keep(_slots[TimeSlot.End] ?? token);
            else if (part.Joint == TimeJoint.Constant) Fill(part, part.Slot == TimeSlot.End ? token : part.Of, token);
            else foreach (var term in following) Take(part, term, isFirst: false);
        }
    }

    private void Keep(int end)
    {
        if (end > _end) (_end, _longest) = (end, _slots.Copy());
    }

    // What begins its line, such as a name in a list, doesn't go on in the next one.
    private bool Continues(int token) =>
        token == _first || (terms.GoesOn(token) && !(tokens.AfterBreak[token] && tokens.AfterBreak[_first]));

    // What follows; an adverb such as "only" may stand before it.
    private TimeTerm[] After(int token) =>
        terms.After(TimeTerms.Have(terms.After(token), rules.Words["only"]) ? token + 1 : token);

    // No negative condition may hold; of the positive ones, one is enough.
    private static bool Fits((int Of, TimeJoint Joint, bool Negative)[] conditions, Func<int, TimeTerm[]> beside, int token, bool isFirst)
    {
        if (conditions.Length == 0) return true;
        var (there, wanted, met) = (beside(token), false, false);
        foreach (var (of, joint, negative) in conditions)
        {
            var holds = TimeTerms.Have(there, of, joint, isFirst);
            if (negative && holds) return false;
            wanted |= !negative;
            met |= holds;
        }

        return met || !wanted;
    }
}
