using static Analysis.TimeSlot;

namespace Analysis;

/// <summary>Computes the value of a match, seen from the document's date or from the last date mentioned in the text.</summary>
/// <param name="story">The reference dates.</param>
/// <param name="slots">What the match says.</param>
/// <param name="token">Its first token.</param>
internal sealed partial class TimeResolver(TimeStory story, TimeSlots slots, int token)
{
    // Only dates that a text of our time can mean: "40,000 years ago" is none.
    private const int MostYears = 500;

    /// <summary>Value and anchor by the operation of a rule; null if the numbers are not a valid date.</summary>
    /// <exception cref="InvalidDataException">There is no such operation.</exception>
    public (string Value, string Anchor)? Resolve(string operation) => operation switch
    {
        "date" => Date(),
        "century" => DecadeOrCentury(),
        "unit" => NamedUnit(),
        "offset" => Offset(story.Published, "dct"),
        "narrative-offset" => NarrativeOffset(),
        "length" => (TimeValue.Duration(slots), "none"),
        "length-from" => (TimeValue.Duration(slots), "narrative"),
        "every" => (slots.Has(Weekday) ? "P1W" : TimeValue.Duration(slots), "none"),
        "reference" => story.Refer(slots[Relative] ?? Towards.This),
        "narrative-reference" => (TimeValue.Reference(slots[Relative] ?? Towards.Last), "narrative"),
        _ => throw new InvalidDataException($"time-rules.tsv: no operation is called '{operation}'"),
    };

    // A unit named by its position: last, this, next, same, following.
    private (string Value, string Anchor) NamedUnit()
    {
        var unit = slots[Unit]!.Value;
        var towards = slots[Relative] ?? Towards.This;
        var (from, anchor) = story.From(towards, unit);
        return TimeCalendar.Shift(from, unit, Towards.Steps(towards)) is { } day
            ? (TimeValue.Unit(day, unit) + TimeValue.TimeOfDay(slots), anchor)
            : story.Refer(towards);
    }

    private (string, string)? NarrativeOffset()
    {
        if (story.LiesAhead(token)) return Offset(story.Published, "dct");
        if (story.Day is { } day) return Offset(day, "narrative");

        // A month or year is too coarse to count days from.
        return story.Year is null ? Offset(story.Published, "dct") : (TimeValue.Reference(Towards.Last), "narrative");
    }

    // A date at a distance, to the precision of its unit; years to the month.
    private (string, string)? Offset(DateOnly? from, string anchor)
    {
        var (unit, side) = (slots[Unit] ?? 'D', slots[Side]!.Value);
        if (slots[Amount] is { } amount)
        {
            if (amount > MostYears && unit is 'Y' or 'X' or 'M') return null;
            var (whole, steps) = unit switch { 'h' => ('D', amount / 24), 'm' or 's' => ('D', 0), _ => ((char)unit, amount) };
            var day = TimeCalendar.Shift(from, whole, side * steps);
            if (slots[AndPart] is { } part && unit == 'Y') day = TimeCalendar.Shift(day, 'M', side * 12 / part);
            if (slots[AndUnit] is { } less and ('M' or 'W' or 'D')) day = TimeCalendar.Shift(day, less, side * slots[AndAmount]!.Value);
            var precision = unit switch { 'Y' => 'M', 'X' => 'Y', _ => whole };
            if (day is { } found) return (TimeValue.Unit(found, precision) + (unit is 'D' or 'W' ? "" : "~"), anchor);
        }

        // "Days later" in a narrative of the past is past.
        var past = side < 0 || (anchor == "narrative" && !story.LiesAhead(token));
        return (TimeValue.Reference(past ? Towards.Last : Towards.Next), from is null ? "none" : anchor);
    }
}
