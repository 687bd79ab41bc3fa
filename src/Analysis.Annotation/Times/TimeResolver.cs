using static Analysis.TimeSlot;

namespace Analysis;

/// <summary>Computes the value of a match, relative to the document's date or to the last date mentioned in the text.</summary>
internal sealed partial class TimeResolver(TimeStory story)
{
    /// <summary>Slots of the match.</summary>
    public TimeSlots Slots { get; } = new();

    /// <summary>Value and anchor of a match, by the operation of its rule; null if its numbers are not a valid date.</summary>
    public (string Value, string Anchor)? Resolve(string operation, int token) => operation switch
    {
        "date" => Date(token),
        "century" => DecadeOrCentury(),
        "unit" => NamedUnit(),
        "unit-of-event" => Apposed(token) ?? NamedUnit(),
        "offset" => Offset(story.Published, "dct", token),
        "narrative-offset" => NarrativeOffset(token),
        "length" => (TimeValue.Duration(Slots), "none"),
        "length-from" => (TimeValue.Duration(Slots), "narrative"),
        "every" => (Slots.Has(Weekday) ? "P1W" : TimeValue.Duration(Slots), "none"),
        "reference" => story.Refer(Slots[Relative] ?? Towards.This),
        "narrative-reference" => (TimeValue.Reference(Slots[Relative] ?? Towards.Last), "narrative"),
        _ => throw new InvalidDataException($"time-rules.tsv: no operation is called '{operation}'"),
    };

    // A unit named by its position: last, this, next, same, following.
    private (string, string)? NamedUnit()
    {
        var unit = Slots[Unit]!.Value;
        var towards = Slots[Relative] ?? Towards.This;
        var told = Towards.IsNarrative(towards) ? unit switch { 'Y' => story.Year, 'M' => story.Month, _ => null } ?? story.Day : null;
        return TimeCalendar.Shift(told ?? story.Published, unit, Towards.Steps(towards)) is { } day
            ? (TimeValue.Unit(day, unit) + TimeValue.TimeOfDay(Slots), told is null ? "dct" : "narrative")
            : story.Refer(towards);
    }

    private (string, string)? Apposed(int token)
    {
        var precision = Slots[Unit] switch
        {
            'Y' => EdtfPrecision.Year,
            'M' => EdtfPrecision.Month,
            'W' => EdtfPrecision.Week,
            _ => EdtfPrecision.Day,
        };
        return story.Apposed(token, precision) is { } value ? (value, "narrative") : null;
    }

    private (string, string)? NarrativeOffset(int token)
    {
        if (story.LiesAhead(token)) return Offset(story.Published, "dct", token);
        if (story.Day is { } day) return Offset(day, "narrative", token);

        // A month or year is too coarse to count days from.
        return story.Year is null ? Offset(story.Published, "dct", token) : (TimeValue.Reference(Towards.Last), "narrative");
    }

    // A date at a distance, to the precision of its unit; years to the month.
    private (string, string)? Offset(DateOnly? from, string anchor, int token)
    {
        var (unit, side) = (Slots[Unit] ?? 'D', Slots[Side]!.Value);
        if (Slots[Amount] is { } amount)
        {
            // Only dates that a text of our time can mean: "40,000 years ago" is none.
            if (amount > 500 && unit is 'Y' or 'X' or 'M') return null;
            var (whole, steps) = unit switch { 'h' => ('D', amount / 24), 'm' or 's' => ('D', 0), _ => ((char)unit, amount) };
            var day = TimeCalendar.Shift(from, whole, side * steps);
            if (Slots[AndPart] is { } part) day = TimeCalendar.Shift(day, 'M', side * (unit == 'Y' ? 12 / part : 0));
            if (Slots[AndUnit] is { } less and ('M' or 'W' or 'D')) day = TimeCalendar.Shift(day, less, side * Slots[AndAmount]!.Value);
            var precision = unit switch { 'Y' => 'M', 'X' => 'Y', _ => whole };
            if (day is { } found) return (TimeValue.Unit(found, precision) + (unit is 'D' or 'W' ? "" : "~"), anchor);
        }

        // "Days later" in a narrative of the past is past.
        var past = side < 0 || (anchor == "narrative" && !story.LiesAhead(token));
        return (TimeValue.Reference(past ? Towards.Last : Towards.Next), from is null ? "none" : anchor);
    }
}
