namespace Analysis;

/// <summary>
/// Computes the value of a match, relative to the document's date or to the last date mentioned in the text. Not thread-safe;
/// <see cref="Begin"/> starts a document.
/// </summary>
internal sealed class TimeResolver
{
    private readonly TimeStory _story;
    private readonly TimeCalendar _calendar;
    private Draft _draft = null!;

    /// <summary>Creates a resolver that uses the words around a match.</summary>
    public TimeResolver(TimeWords words, TimeText text)
    {
        _story = new TimeStory(words, text);
        _calendar = new TimeCalendar(Slots, _story);
    }

    /// <summary>Slots of the match to resolve.</summary>
    public TimeSlots Slots { get; } = new();

    /// <summary>Starts a document, with no date mentioned yet.</summary>
    public void Begin(Draft draft)
    {
        _draft = draft;
        _story.Begin(draft);
    }

    /// <summary>Type, value and anchor of a match; null if its numbers are not a valid date.</summary>
    public (string Type, string Value, string Anchor)? Resolve(TimeRule rule, int token)
    {
        var resolved = rule.Operation switch
        {
            TimeOperation.Calendar => _calendar.Calendar(token),
            TimeOperation.Year => _calendar.Year(),
            TimeOperation.Weekday => _calendar.Weekday(token),
            TimeOperation.Deixis => _calendar.Deixis(),
            TimeOperation.Unit => Unit(),
            TimeOperation.UnitOfEvent => Apposed(token) ?? Unit(),
            TimeOperation.Units => _story.Refer(TimeValue.Reference(Slots[TimeSlot.Relative] ?? 0)),
            TimeOperation.Offset => Offset(_story.Published, "dct", token),
            TimeOperation.NarrativeOffset => NarrativeOffset(token),
            TimeOperation.Length => (TimeValue.Duration(Slots), "none"),
            TimeOperation.LengthFrom => (TimeValue.Duration(Slots), "narrative"),
            TimeOperation.Every => (Every(), "none"),
            TimeOperation.Season => _calendar.Season(),
            TimeOperation.Century => _calendar.Century(),
            TimeOperation.Clock => Clock(token),
            TimeOperation.Reference => _story.Refer(Slots[TimeSlot.Ref] switch { 'P' => TimeValue.Past, 'F' => TimeValue.Future, _ => TimeValue.Present }),
            TimeOperation.NarrativeReference => (TimeValue.Past, "narrative"),
            _ => default((string Value, string Anchor)?),
        };
        if (resolved is not (var value, var anchor)) return null;
        if (rule.Type == "DATE") _story.Remember(value);
        return (rule.Type, value, anchor);
    }

    private (string, string)? Unit()
    {
        var unit = Slots[TimeSlot.TheUnit]!.Value;
        var towards = Slots[TimeSlot.Relative] ?? Towards.This;
        var steps = Towards.Steps(towards);
        var leans = Towards.IsNarrative(towards);
        if (unit == 'Y') return _story.YearOf(towards) is var (year, anchor) ? (TimeValue.Year(year), anchor) : _story.Refer(TimeValue.Reference(steps));
        if (unit == 'M' && leans && _story.Month is var (of, month))
        {
            var moved = new DateOnly(of, month, 1).AddMonths(steps);
            return (TimeValue.Month(moved.Year, moved.Month), "narrative");
        }

        var narrative = leans && _story.Day is not null;
        if ((narrative ? _story.Day : _story.Published) is not { } day) return _story.Refer(TimeValue.Reference(steps));
        var value = unit switch
        {
            'W' => TimeValue.Week(day.AddDays(7 * steps)),
            'M' => TimeValue.Month(day.AddMonths(steps).Year, day.AddMonths(steps).Month),
            'N' => TimeValue.Day(day.AddDays(steps)) + "TNI",
            _ => TimeValue.Day(day.AddDays(steps)) + TimeValue.TimeOfDay(Slots),
        };
        return (value, narrative ? "narrative" : "dct");
    }

    // "in February, the month following the announcement": the match is in apposition to the date just before it.
    private (string, string)? Apposed(int token)
    {
        if (_draft.Times.Count == 0) return null;
        var before = _draft.Times[^1];
        return before.Type == "DATE" && token - before.EndToken <= 2 && EdtfPoint.TryRead(before.Value, out var point)
            && point.Precision == (Slots[TimeSlot.TheUnit] switch { 'Y' => EdtfPrecision.Year, 'M' => EdtfPrecision.Month, 'W' => EdtfPrecision.Week, _ => EdtfPrecision.Day })
                ? (before.Value, "narrative") : null;
    }

    private (string, string)? NarrativeOffset(int token)
    {
        if (_story.LiesAhead(token)) return Offset(_story.Published, "dct", token);
        if (_story.Day is { } day) return Offset(day, "narrative", token);

        // A month or year is too coarse to count days from.
        return _story.Year is null ? Offset(_story.Published, "dct", token) : (TimeValue.Past, "narrative");
    }

    private (string, string)? Offset(DateOnly? from, string anchor, int token)
    {
        var side = Slots[TimeSlot.Side]!.Value;
        if (TimeValue.Amount(Slots) is not { } amount || from is not { } day)
        {
            // "Days later" in a narrative of the past is past.
            var past = side < 0 || (anchor == "narrative" && !_story.LiesAhead(token));
            return (past ? TimeValue.Past : TimeValue.Future, from is null ? "none" : anchor);
        }

        var steps = side * amount;
        var part = Slots[TimeSlot.AndPart] is { } divisor ? 12 / divisor * side : 0;
        var unit = Slots[TimeSlot.Dual] ?? Slots[TimeSlot.Single] ?? Slots[TimeSlot.Plural];
        if (Math.Abs(steps) > (unit == 'X' ? 50 : 500) && unit is 'Y' or 'X' or 'M') return null;
        var months = unit switch { 'M' => steps, 'Y' => (steps * 12) + part, _ => 0 };
        return (unit switch
        {
            'X' => TimeValue.Year(day.Year + (10 * steps)) + "~",
            'Y' or 'M' => TimeValue.Month(day.AddMonths(months).Year, day.AddMonths(months).Month) + "~",
            'W' => TimeValue.Week(day.AddDays(7 * steps)),
            'D' => TimeValue.Day(day.AddDays(steps)),
            'h' => TimeValue.Day(day.AddDays(steps / 24)) + "~",
            _ => TimeValue.Day(day) + "~",
        }, anchor);
    }

    private string Every()
    {
        if (Slots.Has(TimeSlot.Weekday)) return "P1W";
        if (Slots[TimeSlot.Every] is not { } unit) return TimeValue.Duration(Slots);
        return unit == 'h' ? "PT1H" : $"P1{(char)unit}";
    }

    private (string, string)? Clock(int token)
    {
        if (Slots.Has(TimeSlot.Month)) return _calendar.Calendar(token);
        if (Slots.Has(TimeSlot.Weekday)) return _calendar.Weekday(token);
        if (Slots.Has(TimeSlot.Deixis)) return _calendar.Deixis();
        if ((_story.Day ?? _story.Published) is not { } day) return (TimeValue.Past, "none");
        return (TimeValue.Day(day) + TimeValue.TimeOfDay(Slots), _story.Day is null ? "dct" : "narrative");
    }
}
