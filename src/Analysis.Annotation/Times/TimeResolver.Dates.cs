using System.Globalization;
using static Analysis.TimeSlot;

namespace Analysis;

/// <content>Dates of the calendar.</content>
internal sealed partial class TimeResolver
{
    // A day without a year counts as future if it is at most this many days after the document's date.
    private const int Soon = 21;

    private Calendar Calendar => slots.Has(Hijri) ? TimeCalendar.Hijri : TimeCalendar.Gregorian;

    // 29 February may be eight years away.
    private const int MostTurns = 8;

    // The slots say which kind of date it is; the most specific one decides.
    private (string Value, string Anchor)? Date()
    {
        if ((slots[HijriFeast] ?? slots[Feast]) is { } feast)
        {
            slots[slots.Has(HijriFeast) ? Hijri : Month] = feast / 100;
            slots[Day] = (feast % 100) + (slots[Nth] ?? 1) - 1;
            slots[Nth] = null;
        }

        if (slots.Has(Month) || slots.Has(Hijri) || slots.Has(YearPart) || (slots.Has(Relative) && (slots.Has(Day) || slots.Has(Nth)))) return CalendarDate();
        if (slots[Deixis] is { } days) return Placed(TimeCalendar.Shift(story.Published, 'D', days), "dct", days);
        if (slots.Has(Weekday)) return slots[Day] is { } number ? NumberedWeekday(number) : WeekdayDate();
        if (slots.Has(Year)) return YearDate();
        return story.Day is { } told ? Placed(told, "narrative", Towards.Last) : Placed(story.Published, "dct", Towards.Last);
    }

    // A day with the time of day that the slots give; only past, present or future if there is none.
    private (string, string) Placed(DateOnly? day, string anchor, int towards) =>
        day is { } at ? (TimeValue.Day(at) + TimeValue.TimeOfDay(slots), anchor) : story.Refer(towards);

    private static (string, string)? Interval(DateOnly? from, DateOnly? to, int unit, string anchor)
    {
        if (from is not { } first || to is not { } last || first > last) return null;
        var (one, other) = (TimeValue.Unit(first, unit), TimeValue.Unit(last, unit));
        return (one == other ? one : $"{one}/{other}", anchor);
    }

    // The turn, such as the year or week, in which a date that comes round again and again is meant, seen from another date.
    private int Turn(Func<int, (DateOnly? First, DateOnly? Last)> days, int current, DateOnly from, int? towards)
    {
        var begun = Enumerable.Range(0, MostTurns).Select(back => current - back).FirstOrDefault(turn => days(turn).First <= from, current - 1);
        var next = Enumerable.Range(current, MostTurns).FirstOrDefault(turn => days(turn).First > from, current + 1);
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
        var (from, anchor) = story.From(towards, 'M');
        var (year, month) = (0, slots[Hijri] ?? slots[Month] ?? 0);
        if (ToldYear(across: slots[MonthTo] < month ? 1 : 0) is var (told, by)) (year, anchor) = (told, by);
        else if (from is { } day && (month > 0 || slots.Has(YearPart))) year = Turn(Days, TimeCalendar.YearOf(Calendar, day), day, towards);
        else if (TimeCalendar.Shift(from, 'M', Towards.Steps(towards ?? Towards.This)) is { } moved) (year, month) = (moved.Year, moved.Month);
        if (year is < 1 or > 9999) return story.Refer(towards ?? slots[Yearwards] ?? Towards.Last);

        if (slots.Has(YearPart)) return (PartOf(year), anchor);
        if (slots[Nth] is { } nth) return InMonth(year, month, nth) is { } found ? (TimeValue.Unit(found, slots[Unit] ?? 'D'), anchor) : null;
        var lastMonth = slots[MonthTo] ?? month;
        var lastYear = slots[YearTo] ?? (lastMonth < month ? year + 1 : year);
        var first = Days(year).First;
        var last = OnCalendar(lastYear, lastMonth, slots[DayTo] ?? slots[Day] ?? 0);
        if (slots.Has(Day) && (!slots.Has(DayTo) || slots[Daypart] == 'N')) return first is null ? null : Placed(first, anchor, Towards.Last);
        return Interval(first, last, slots.Has(Day) || slots.Has(Hijri) ? 'D' : 'M', anchor);

        string PartOf(int of) => string.Create(CultureInfo.InvariantCulture, $"{of:D4}-{slots[YearPart]}");
        (DateOnly? First, DateOnly? Last) Days(int of) => !slots.Has(YearPart)
            ? (OnCalendar(of, month, slots[Day] ?? 1), OnCalendar(of, month, slots[Day] ?? 0))
            : Edtf.TryParse(PartOf(of), out var date) ? (date.Earliest, date.Latest) : default;
    }

    private DateOnly? OnCalendar(int year, int month, int day) => TimeCalendar.Day(Calendar, year, month, day);

    // The year that is written, or meant by a direction; null if none is given. The year of a range stands at its end.
    private (int Year, string Anchor)? ToldYear(int across = 0)
    {
        if (slots[Year] is { } told) return (told - (slots.Has(DayTo) ? 0 : across), "absolute");
        if (slots[YearTo] is { } end) return (end - across, "absolute");
        if (slots[ShortYear] is { } two) return (two + (two > ((story.Published?.Year ?? 2050) % 100) + 10 ? 1900 : 2000), "absolute");
        if (slots[Yearwards] is not { } towards) return null;
        var (from, anchor) = story.From(towards, 'Y');
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
        var (from, anchor) = story.From(towards, 'D');
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
        return (string.Create(CultureInfo.InvariantCulture, $"{century:D2}{decade}"), "absolute");
    }

    private (string, string)? YearDate()
    {
        var year = slots[Year]!.Value;
        if (slots[YearTo] is { } last && last <= year) return null;
        return year > 1500 ? Interval(OnCalendar(year, 1, 1), OnCalendar(slots[YearTo] ?? year, 1, 1), 'Y', "absolute")
            : Interval(TimeCalendar.Day(TimeCalendar.Hijri, year, 1, 1), TimeCalendar.Day(TimeCalendar.Hijri, slots[YearTo] ?? year, 12, 0), 'D', "absolute");
    }
}
