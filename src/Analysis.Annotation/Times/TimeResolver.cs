using static System.FormattableString;
using static Analysis.TimeSlot;

namespace Analysis;

/// <summary>Computes the value of a match, seen from the document's date or from the last date mentioned in the text.</summary>
/// <param name="story">The reference dates.</param>
/// <param name="slots">What the match says.</param>
/// <param name="token">Its first token.</param>
/// <param name="end">Token after its last one.</param>
internal sealed class TimeResolver(TimeStory story, TimeSlots slots, int token, int end)
{
    // A day without a year counts as future if it is at most this many days after the document's date.
    private const int Soon = 21;

    // 29 February may be eight years away.
    private const int MostTurns = 8;

    /// <summary>Value and anchor by the operation of a rule; null if the numbers are not a valid date.</summary>
    /// <exception cref="InvalidDataException">There is no such operation.</exception>
    public (string Value, string Anchor)? Resolve(string operation) => operation switch
    {
        "date" => Date(),
        "century" => DecadeOrCentury(),
        "unit" => NamedUnit(),
        "offset" => Offset(story.Published, "dct"),
        "narrative-offset" => NarrativeOffset(),
        "length" => (TimeValue.Duration(slots), slots.Has(Side) ? "narrative" : "none"),
        "reference" => story.Refer(slots[Relative] ?? Towards.This),
        "narrative-reference" => (TimeValue.Reference(slots[Relative] ?? Towards.Last), "narrative"),
        _ => throw new InvalidDataException($"time-rules.tsv: no operation is called '{operation}'"),
    };

    // A unit named by its position: last, this, next, same, following.
    private (string Value, string Anchor) NamedUnit()
    {
        var unit = slots[Unit]!.Value;
        var towards = slots[Relative] ?? Towards.This;
        var (from, anchor) = story.From(towards, unit, token);
        return TimeCalendar.Shift(from, unit, Towards.Steps(towards)) is { } day
            ? (TimeValue.Unit(day, unit) + TimeValue.TimeOfDay(slots), anchor) : story.Refer(towards);
    }

    private (string, string)? NarrativeOffset()
    {
        // بعد عشر دقائق: a length, since a date would say nothing new.
        if (slots[Unit] is 'm' or 's') return null;
        if (slots[Unit] is 'h' && !slots.Has(Amount) && story.Day is { } same) return (TimeValue.Unit(same, 'D') + "~", "narrative");
        if (story.LiesAhead(token) || story.Year is null) return Offset(story.Published, "dct");

        // A month or year is too coarse to count days from.
        return story.Day is { } day ? Offset(day, "narrative") : (TimeValue.Reference(Towards.Last), "narrative");
    }

    // A date at a distance, to the precision of its unit; years to the month.
    private (string, string)? Offset(DateOnly? from, string anchor)
    {
        var (unit, side) = (slots[Unit] ?? 'D', slots[Side]!.Value);
        if (slots[Amount] is { } amount)
        {
            var (whole, steps) = unit switch { 'h' => ('D', amount / 24), 'm' or 's' => ('D', 0), _ => ((char)unit, amount) };
            var day = TimeCalendar.Shift(from, whole, side * steps);
            if (slots[Fraction] is { } part && unit == 'Y') day = TimeCalendar.Shift(day, 'M', side * 12 / part);
            if (slots[AndUnit] is { } less and ('M' or 'W' or 'D')) day = TimeCalendar.Shift(day, less, side * slots[AndAmount]!.Value);
            var precision = unit switch { 'Y' => 'M', 'X' => 'Y', _ => whole };
            if (day is { } found) return (TimeValue.Unit(found, precision) + (unit is 'D' or 'W' ? "" : "~"), anchor);
        }

        // "Days later" in a narrative of the past is past.
        var past = side < 0 || (anchor == "narrative" && !story.LiesAhead(token));
        return (TimeValue.Reference(past ? Towards.Last : Towards.Next), from is null ? "none" : anchor);
    }

    private Calendar Calendar => slots.Has(Hijri) ? TimeCalendar.Hijri : TimeCalendar.Gregorian;

    // The slots say which kind of date it is; the most specific one decides.
    private (string Value, string Anchor)? Date()
    {
        // The second day of a feast.
        if (slots[Day] is { } first && slots[Nth] is { } nth) (slots[Day], slots[Nth]) = (first + nth - 1, null);
        if (slots.Has(Month) || slots.Has(Hijri) || slots.Has(YearPart)) return CalendarDate();
        if (slots.Has(Relative) && (slots.Has(Day) || slots.Has(Nth))) return CalendarDate();
        if (slots[Deixis] is { } days) return Placed(TimeCalendar.Shift(story.Published, 'D', days), "dct", days);
        if (slots.Has(Weekday)) return slots[Day] is { } number ? NumberedWeekday(number) : WeekdayDate();
        if (slots.Has(Year)) return YearDate();
        return story.Day is { } told ? Placed(told, "narrative", Towards.Last) : Placed(story.Published, "dct", Towards.Last);
    }

    // A day with the time of day that the slots give; only past, present or future if there is none.
    private (string, string) Placed(DateOnly? day, string anchor, int towards) =>
        day is { } at ? (TimeValue.Unit(at, 'D') + TimeValue.TimeOfDay(slots), anchor) : story.Refer(towards);

    private static (string, string)? Interval(DateOnly? from, DateOnly? to, int unit, string anchor)
    {
        if (from is not { } first || to is not { } last || first > last) return null;
        var (one, other) = (TimeValue.Unit(first, unit), TimeValue.Unit(last, unit));
        return (one == other ? one : $"{one}/{other}", anchor);
    }

    // The turn, such as the year or week, in which a date that comes round again and again is meant, seen from another date.
    private int Turn(Func<int, (DateOnly? First, DateOnly? Last)> days, int current, DateOnly from, int? towards)
    {
        var (back, ahead) = (0, 0);
        while (back < MostTurns && !(days(current - back).First <= from)) back++;
        while (ahead < MostTurns && !(days(current + ahead).First > from)) ahead++;
        var (begun, next) = (current - (back < MostTurns ? back : 1), current + (ahead < MostTurns ? ahead : 1));
        var (past, coming) = (days(begun), days(next));
        var isNow = past.Last >= from;

        // "This summer" and "this Sunday" are the ones that have begun, unless the text looks ahead; "this June" is that of the year.
        var isOpen = towards is null || (towards == Towards.This && !slots.Has(Month) && !slots.Has(Hijri));
        if (isOpen) return isNow || !IsAhead(past.First, coming.First, from) ? begun : next;
        return Towards.Steps(towards!.Value) switch { > 0 => next, 0 => current, var steps => (isNow ? begun : begun + 1) + steps };
    }

    // Whether a date without a direction is the coming one. A weekday decides if it fits one of them only. A day in the near
    // future is meant as such: the same day a year ago would have been given with its year.
    private bool IsAhead(DateOnly? past, DateOnly? coming, DateOnly from)
    {
        if (slots.Has(Day) && slots[Weekday] is { } weekday)
        {
            var fits = (int?)coming?.DayOfWeek == weekday;
            if (fits != ((int?)past?.DayOfWeek == weekday)) return fits;
        }

        return (slots.Has(Day) && coming?.DayNumber - from.DayNumber <= Soon) || story.LiesAhead(token);
    }

    // A part of a year, a month or day of it, a range of them, or a week or weekday of a month; of either calendar.
    private (string, string)? CalendarDate()
    {
        var towards = slots[Relative];
        var (from, anchor) = story.From(towards, 'M', token);
        var year = 0;
        var month = slots[Hijri] ?? slots[Month] ?? 0;
        if (ToldYear(across: slots[MonthTo] < month ? 1 : 0) is var (told, by)) (year, anchor) = (told, by);
        else if (towards is null && month > 0 && story.LabelBefore(token, end) is { } label && Coming(label) is { } coming)
            (year, anchor) = (coming, "narrative");
        else if (from is { } day && (month > 0 || slots.Has(YearPart))) year = Turn(Days, TimeCalendar.YearOf(Calendar, day), day, towards);
        else if (TimeCalendar.Shift(from, 'M', Towards.Steps(towards ?? 0)) is { } moved) (year, month) = (moved.Year, moved.Month);
        if (year is < 1 or > 9999) return story.Refer(towards ?? slots[Yearwards] ?? Towards.Last);

        if (slots.Has(YearPart)) return (PartOf(year), anchor);
        if (slots[Nth] is { } nth) return InMonth(year, month, nth) is { } on ? (TimeValue.Unit(on, slots[Unit] ?? 'D'), anchor) : null;
        var lastMonth = slots[MonthTo] ?? month;
        var lastYear = slots[YearTo] ?? (lastMonth < month ? year + 1 : year);
        var first = Days(year).First;
        var last = OnCalendar(lastYear, lastMonth, slots[DayTo] ?? slots[Day] ?? 0);
        var isDay = slots.Has(Day) && (!slots.Has(DayTo) || slots[Daypart] == 'N');
        if (isDay) return first is null ? null : Placed(first, anchor, Towards.Last);
        return Interval(first, last, slots.Has(Day) || slots.Has(Hijri) ? 'D' : 'M', anchor);

        // In a chronology no item comes before the one above it; one that goes backwards needs its years.
        int? Coming(DateOnly last) => Enumerable.Range(TimeCalendar.YearOf(Calendar, last), 2).Cast<int?>().FirstOrDefault(of =>
            Days(of!.Value).Last >= last && !(Days(of.Value).First > story.Published));
        string PartOf(int of) => Invariant($"{of:D4}-{slots[YearPart]}");
        (DateOnly? First, DateOnly? Last) Days(int of) => !slots.Has(YearPart)
            ? (OnCalendar(of, month, slots[Day] ?? 1), OnCalendar(of, month, slots[Day] ?? 0))
            : Edtf.TryParse(PartOf(of), out var date) ? (date.Earliest, date.Latest) : default;
    }

    private DateOnly? OnCalendar(int year, int month, int day) => TimeCalendar.Day(Calendar, year, month, day);

    // The year that is written, or meant by a direction; null if none is given. The year of a range stands at its end.
    private (int Year, string Anchor)? ToldYear(int across = 0)
    {
        if (slots[Year] is { } told) return (told - (slots.Has(DayTo) || slots.Has(YearTo) ? 0 : across), "absolute");
        if (slots[YearTo] is { } end) return (end - across, "absolute");
        if (slots[ShortYear] is { } two) return (two + (two > ((story.Published?.Year ?? 2050) % 100) + 10 ? 1900 : 2000), "absolute");
        if (slots[Yearwards] is not { } towards) return null;
        var (from, anchor) = story.From(towards, 'Y', token);
        return (TimeCalendar.Shift(from, 'Y', Towards.Steps(towards)) is { } moved ? TimeCalendar.YearOf(Calendar, moved) : 0, anchor);
    }

    // The first, second, … or last weekday or week of a month. A week belongs to the month of its Thursday.
    private DateOnly? InMonth(int year, int month, int nth)
    {
        var latest = OnCalendar(year, month, nth < 0 ? 0 : Math.Min(7 * nth, 28));
        var day = TimeCalendar.NotAfter(latest, slots[Weekday] ?? 4);
        if (nth > 4) day = TimeCalendar.Shift(day, 'D', 7);
        return day?.Month == month ? day : null;
    }

    // "Friday the 19th": the nearest day with this number and weekday; none if there is none about the document's date.
    private (string, string)? NumberedWeekday(int number)
    {
        var near = Enumerable.Range(-Soon, (2 * Soon) + 1).OrderBy(Math.Abs).Select(days => TimeCalendar.Shift(story.Published, 'D', days))
            .FirstOrDefault(day => day?.Day == number && (int)day.Value.DayOfWeek == slots[Weekday]);
        return near is null ? null : Placed(near, "dct", Towards.Last);
    }

    private (string, string)? WeekdayDate()
    {
        var weekday = slots[Weekday]!.Value;
        var towards = slots[Relative];
        var (from, anchor) = story.From(towards, 'D', token);
        if (from is not { } seen) return story.Refer(towards ?? Towards.Last);
        if (slots[Unit] == 'W')
        {
            var monday = TimeCalendar.Shift(TimeCalendar.NotAfter(seen, 1), 'W', Towards.Steps(towards ?? Towards.This));
            return Placed(TimeCalendar.Shift(monday, 'D', (weekday + 6) % 7), anchor, towards ?? Towards.This);
        }

        var length = ((slots[WeekdayTo] ?? weekday) - weekday + 7) % 7;
        var (first, last) = Days(Turn(Days, 0, seen, towards));
        return length == 0 || slots[Daypart] == 'N' ? Placed(first, anchor, towards ?? Towards.Last)
            : Interval(first, last, 'D', anchor) ?? story.Refer(towards ?? Towards.Last);

        (DateOnly? First, DateOnly? Last) Days(int week)
        {
            var day = TimeCalendar.Shift(TimeCalendar.NotAfter(seen, weekday), 'W', week);
            return (day, TimeCalendar.Shift(day, 'D', length));
        }
    }

    private (string, string)? DecadeOrCentury()
    {
        var towards = slots[Relative] ?? (slots.Has(Decade) ? Towards.Last : Towards.This);
        var century = slots[Century] is { } told ? told - 1 : ((story.Published?.Year ?? 2000) / 100) + Towards.Steps(towards);
        if (century is < 1 or > 99) return story.Refer(towards);
        var decade = slots[Decade] is { } number ? $"{number}X" : "XX";
        return (Invariant($"{century:D2}{decade}"), "absolute");
    }

    private (string, string)? YearDate()
    {
        var year = slots[Year]!.Value;
        if (slots[YearTo] is { } last && last <= year) return null;
        // عام 1453 without its era is Gregorian: no Hijri year that comes after the article is told without it.
        var era = slots[Era] ?? (year > TimeCalendar.YearOf(TimeCalendar.Hijri, story.Published ?? DateOnly.MaxValue) ? 'G' : 'H');
        var (calendar, unit) = era == 'H' ? (TimeCalendar.Hijri, 'D') : (TimeCalendar.Gregorian, 'Y');
        var end = TimeCalendar.Day(calendar, slots[YearTo] ?? year, 12, 0);
        return Interval(TimeCalendar.Day(calendar, year, 1, 1), end, unit, "absolute");
    }
}
