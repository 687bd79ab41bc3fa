namespace Analysis;

/// <summary>The longest match of a rule at a token. It is copied often; larger structures with references are copied slowly.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Part">The part with which it begins.</param>
/// <param name="Term">The term that this part takes.</param>
/// <param name="End">Token after its last one.</param>
internal readonly record struct TimeMatch(TimeRule Rule, TimePart Part, TimeTerm Term, int End);

/// <summary>
/// Matches the rules against the terms of a text, with backtracking. A quotation mark between two words of an expression is passed
/// over, and so is a line break in running text. Not thread-safe.
/// </summary>
internal sealed class TimeMatcher(TimeRules rules, TokenStream tokens, TimeTerms terms)
{
    /// <summary>The terms of the text.</summary>
    public TimeTerms Terms => terms;

    // Backtracking restores each value, so all slots are empty between matches.
    private readonly TimeSlots _slots = new();
    private readonly TimeSlots _longest = new();
    private readonly List<TimeMatch> _matches = [];
    private int _first;
    private int _end;

    /// <summary>
    /// The longest match of each rule at a token: longer ones first, then in the order of the rules. The list is reused.
    /// </summary>
    public List<TimeMatch> At(int token)
    {
        _first = token;
        _matches.Clear();
        foreach (ref readonly var term in terms.At(token))
        {
            // Most rules that begin with a term do not go on with what follows it.
            var following = BitsAt(term.End);
            foreach (var (rule, part) in rules.BeginningWith(term.Class))
            {
                if ((part.Following & following) == 0) continue;
                _end = token;
                Take(part, term, isFirst: true);
                if (_end > token) _matches.Add(new TimeMatch(rule, part, term, _end));
            }
        }

        if (_matches.Count > 1) _matches.Sort(static (a, b) => a.End != b.End ? b.End - a.End : a.Rule.Order - b.Rule.Order);
        return _matches;
    }

    /// <summary>The values that the pattern of a match fills. They are found again, for one of many matches, and reused.</summary>
    public TimeSlots SlotsOf(in TimeMatch match)
    {
        _end = _first;
        Take(match.Part, match.Term, isFirst: true);
        return _longest;
    }

    /// <summary>Whether the context of a match is that of its rule.</summary>
    public bool Fits(in TimeMatch match) =>
        (match.Rule.Before.Length == 0 || Fits(match.Rule.Before, terms.Before(_first), isFirst: true))
        && (match.Rule.After.Length == 0 || Fits(match.Rule.After, After(match.End), isFirst: false));

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

    private ReadOnlySpan<TimeTerm> Following(int token)
    {
        var next = token < tokens.Count && tokens.IsQuote(token) ? token + 1 : token;
        return Continues(next) ? terms.At(next) : [];
    }

    // Bits of the classes that stand at a token; at least one.
    private ulong BitsAt(int token)
    {
        var bits = TimePart.BitOf(0);
        foreach (ref readonly var term in Following(token)) bits |= TimePart.BitOf(term.Class);
        return bits;
    }

    private void GoOn(TimePart[] parts, int token)
    {
        var following = Following(token);
        foreach (var part in parts)
        {
            if (part.Next.Length == 0) Keep(_slots[TimeSlot.End] ?? token);
            else if (part.Joint == TimeJoint.Constant) Fill(part, part.Slot == TimeSlot.End ? token : part.Of, token);
            else foreach (ref readonly var term in following) Take(part, term, isFirst: false);
        }
    }

    private void Keep(int end)
    {
        if (end <= _end) return;
        _end = end;
        _slots.CopyTo(_longest);
    }

    // What begins its line, such as a name in a list, doesn't go on in the next one.
    private bool Continues(int token) =>
        token == _first || (terms.GoesOn(token) && !(tokens.AfterBreak[token] && tokens.AfterBreak[_first]));

    // What follows; an adverb such as "only" may stand before it.
    private ReadOnlySpan<TimeTerm> After(int token) =>
        terms.After(TimeTerms.Have(terms.After(token), rules.Words["only"]) ? token + 1 : token);

    // No negative condition may hold; of the positive ones, one is enough.
    private static bool Fits((int Of, TimeJoint Joint, bool Negative)[] conditions, ReadOnlySpan<TimeTerm> there, bool isFirst)
    {
        var (wanted, met) = (false, false);
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
