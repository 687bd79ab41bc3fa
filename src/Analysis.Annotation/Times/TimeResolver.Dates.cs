using System.Globalization;
using static Analysis.TimeSlot;

namespace Analysis;

/// <content>Dates of the calendar.</content>
internal sealed partial class TimeResolver
{
    // A day without a year counts as future if it is at most this many days after the document's date.
    private const int Soon = 21;

    // The slots say which kind of date it is; the most specific one decides.
    private (string Value, string Anchor)? Date(int token)
    {
        if (Slots[HijriFeast] is { } hijri) SetDay(Hijri, hijri);
        if (Slots[Feast] is { } feast) SetDay(Month, feast);
        if (Slots.Has(Hijri)) return HijriDate();
        if (Slots.Has(Month) || (Slots[Relative] is not null && (Slots.Has(Day) || Slots.Has(Nth)))) return Calendar(token);
        if (Slots[Deixis] is { } days) return Placed(TimeCalendar.Shift(story.Published, 'D', days), "dct", days);
        if (Slots.Has(Weekday)) return Slots[Day] is { } day ? Numbered(day) : WeekdayDate(token);
        if (Slots.Has(YearPart)) return PartOfYear(token);
        if (Slots.Has(Year)) return YearDate();
        return story.Day is { } told ? Placed(told, "narrative", Towards.Last) : Placed(story.Published, "dct", Towards.Last);
    }

    private void SetDay(TimeSlot month, int value)
    {
        Slots.Exchange(month, value / 100);
        Slots.Exchange(Day, (value % 100) + (Slots[Nth] ?? 1) - 1);
        Slots.Exchange(Nth, int.MinValue);
    }

    // A day with the time of day that the slots give; only past, present or future if there is none.
    private (string, string)? Placed(DateOnly? day, string anchor, int towards) =>
        day is { } at ? (TimeValue.Day(at) + TimeValue.TimeOfDay(Slots), anchor) : story.Refer(towards);

    private static (string, string)? Interval(DateOnly? from, DateOnly? to, string anchor) =>
        from is { } first && to is { } last && first <= last ? ($"{TimeValue.Day(first)}/{TimeValue.Day(last)}", anchor) : null;

    // A day, a range of days, a month, a range of months, a week or a weekday of a month.
    private (string, string)? Calendar(int token)
    {
        if (MonthOf(token) is not var (year, month, anchor)) return story.Refer(Slots[Relative] ?? Slots[Yearwards] ?? Towards.Last);
        var lastMonth = Slots[MonthTo] ?? month;
        var lastYear = Slots[YearTo] ?? (lastMonth < month ? year + 1 : year);
        if (Slots[Nth] is { } nth)
        {
            return InMonth(year, month, nth) is { } found ? (TimeValue.Unit(found, Slots[Unit] ?? 'D'), anchor) : null;
        }

        if (Slots[Day] is not { } day)
        {
            if (TimeCalendar.Day(year, month, 1) is not { } first) return story.Refer(Towards.Last);
            var last = TimeCalendar.Day(lastYear, lastMonth, 1) ?? first;
            return (TimeValue.Unit(first, 'M') + (first == last ? "" : "/" + TimeValue.Unit(last, 'M')), anchor);
        }

        var from = TimeCalendar.Day(year, month, day);
        if (Slots[DayTo] is { } to && Slots[Daypart] != 'N') return Interval(from, TimeCalendar.Day(lastYear, lastMonth, to), anchor);
        if (from is null && year is >= 1 and <= 9999) return null;
        return Placed(from, anchor, Towards.Last);
    }

    // The first, second, … or last weekday or week of a month. A week belongs to the month of its Thursday.
    private DateOnly? InMonth(int year, int month, int nth)
    {
        var weekday = Slots[Weekday] ?? 4;
        var last = TimeCalendar.LastDay(year, month);
        var day = TimeCalendar.NotAfter(nth < 0 ? last : TimeCalendar.Day(year, month, Math.Min(7 * nth, 28)), weekday);
        if (nth > 4) day = TimeCalendar.Shift(day, 'D', 7);
        return day is { } at && at.Month == month ? at : null;
    }

    private (int Year, int Month, string Anchor)? MonthOf(int token)
    {
        var towards = Slots[Relative];
        var narrative = towards is { } leaning && Towards.IsNarrative(leaning) ? story.Month : null;
        if (Slots[Month] is not { } month)
        {
            var moved = TimeCalendar.Shift(narrative ?? story.Published, 'M', Towards.Steps(towards ?? Towards.This));
            return moved is { } at ? (at.Year, at.Month, narrative is null ? "dct" : "narrative") : null;
        }

        // The year of a range stands at its end.
        var across = Slots[MonthTo] < month ? 1 : 0;
        if (Slots[Year] is { } told) return (told - (Slots.Has(DayTo) ? 0 : across), month, "absolute");
        if (Slots[YearTo] is { } end) return (end - across, month, "absolute");
        if (Slots[ShortYear] is { } two) return (two + (two > (story.Published?.Year ?? 2050) % 100 + 10 ? 1900 : 2000), month, "absolute");
        if (Slots[Yearwards] is { } yearwards) return story.YearOf(yearwards) is var (of, anchor) ? (of.Year, month, anchor) : null;
        if (narrative is { } mentioned)
        {
            var after = towards == Towards.Following && month <= mentioned.Month ? 1
                : towards == Towards.Preceding && month >= mentioned.Month ? -1 : 0;
            return (mentioned.Year + after, month, "narrative");
        }

        return story.Published is { } published ? (ImpliedYear(published, month, towards, token), month, "dct") : null;
    }

    // The implied year of a month, or of a day in it.
    private int ImpliedYear(DateOnly published, int month, int? towards, int token)
    {
        var (day, current) = (Slots[Day], published.Year);
        var sign = (month, day ?? 0).CompareTo((published.Month, day is null ? 0 : published.Day));
        var (past, coming) = (sign <= 0 ? current : current - 1, sign >= 0 ? current : current + 1);
        switch (towards)
        {
            case Towards.This: return current;
            case Towards.Last: return sign < 0 ? current : current - 1;
            case Towards.BeforeLast: return sign < 0 ? current - 1 : current - 2;
            case Towards.Next: return sign > 0 ? current : current + 1;
            case Towards.Coming: return coming;
        }

        if (past == coming) return past;
        if (day is { } number && Slots[Weekday] is { } weekday)
        {
            bool Agrees(int year) => TimeCalendar.Day(year, month, number) is { } date && (int)date.DayOfWeek == weekday;
            if (Agrees(past) != Agrees(coming)) return Agrees(past) ? past : coming;
        }

        // A day in the near future is meant as such: the same day a year ago would have been given with its year.
        var isNear = day is { } near && TimeCalendar.Day(coming, month, near) is { } soon && soon.DayNumber - published.DayNumber <= Soon;
        return isNear || story.LiesAhead(token) ? coming : past;
    }

    private (string, string)? HijriDate()
    {
        var month = Slots[Hijri]!.Value;
        var day = Slots[Day];
        var anchor = Slots.Has(Year) ? "absolute" : "dct";
        if (Slots[Year] is not { } year)
        {
            if (story.Published is not { } published) return story.Refer(Slots[Relative] ?? Towards.Last);
            if (TimeCalendar.HijriYear(published) is not { } current) return null;
            var ahead = TimeCalendar.HijriDay(current, month, day ?? 1) > published;
            year = current + (Slots[Yearwards] is { } yearwards ? Towards.Steps(yearwards) : Slots[Relative] switch
            {
                Towards.Next => ahead ? 0 : 1,
                Towards.This => 0,
                _ => ahead ? -1 : 0,
            });
        }

        var first = TimeCalendar.HijriDay(year, month, day ?? 1);
        if (day is not null && !Slots.Has(DayTo)) return first is { } at ? Placed(at, anchor, Towards.Last) : null;
        return Interval(first, TimeCalendar.HijriDay(year, month, Slots[DayTo] ?? 0), anchor);
    }

    // "Friday the 19th": the nearest day with this number and weekday; none if there is none about the document's date.
    private (string, string)? Numbered(int number)
    {
        for (var distance = 0; distance <= Soon; distance++)
        {
            foreach (var steps in (ReadOnlySpan<int>)[-distance, distance])
            {
                var day = TimeCalendar.Shift(story.Published, 'D', steps);
                if (day?.Day == number && (int)day.Value.DayOfWeek == Slots[Weekday]) return Placed(day, "dct", steps);
            }
        }

        return null;
    }

    private (string, string)? WeekdayDate(int token)
    {
        var weekday = Slots[Weekday]!.Value;
        var towards = Slots[Relative];
        if (towards is { } leaning && Towards.IsNarrative(leaning) && story.Day is { } told)
        {
            var from = TimeCalendar.Shift(told, 'D', leaning == Towards.Following ? 7 : leaning == Towards.Preceding ? -1 : 0);
            return Placed(TimeCalendar.NotAfter(from, weekday), "narrative", leaning);
        }

        var published = story.Published;
        if (Slots[Unit] == 'W')
        {
            var monday = TimeCalendar.Shift(TimeCalendar.NotAfter(published, 1), 'W', Towards.Steps(towards ?? Towards.This));
            return Placed(TimeCalendar.Shift(monday, 'D', (weekday + 6) % 7), "dct", towards ?? Towards.This);
        }

        var last = Slots[WeekdayTo];
        var latest = towards switch
        {
            Towards.Last => -1,
            Towards.BeforeLast => -8,
            Towards.Next => 7,
            _ => story.LiesAhead(token) ? 7 : 0,
        };

        // The direction of a range is that of its end.
        var end = TimeCalendar.NotAfter(TimeCalendar.Shift(published, 'D', latest), last ?? weekday);
        var day = last is null ? end : TimeCalendar.NotAfter(end, weekday);
        if (last is not null && latest > 0) (day, end) = (TimeCalendar.NotAfter(TimeCalendar.Shift(published, 'D', latest), weekday), null);
        if (last is null || Slots[Daypart] == 'N') return Placed(day, "dct", towards ?? Towards.Last);
        end ??= TimeCalendar.NotAfter(TimeCalendar.Shift(day, 'D', 6), last.Value);
        return Interval(day, end, "dct") ?? story.Refer(towards ?? Towards.Last);
    }

    // A season, a quarter, a third or a half of a year.
    private (string, string)? PartOfYear(int token)
    {
        var part = Slots[YearPart]!.Value;
        if (Slots[Year] is { } told) return Written(told, "absolute");
        if (Slots[Yearwards] is { } yearwards)
        {
            return story.YearOf(yearwards) is var (of, anchor) ? Written(of.Year, anchor) : story.Refer(yearwards);
        }

        var towards = Slots[Relative] ?? Towards.Last;
        if (story.Published is not { } published) return story.Refer(towards);

        // Only seasons are named without a year. The last one is over, this one has begun.
        var firstMonth = (part - 20) * 3;
        var year = published.Year;
        var later = towards switch
        {
            Towards.This => published.Month < firstMonth && !story.LiesAhead(token) ? -1 : 0,
            Towards.Next => published.Month >= firstMonth ? 1 : 0,
            _ => published.Month < firstMonth + 3 ? -1 : 0,
        };
        return Written(year + later, "dct");

        (string, string)? Written(int of, string by) =>
            of is >= 1 and <= 9999 ? (string.Create(CultureInfo.InvariantCulture, $"{of:D4}-{part}"), by) : story.Refer(Towards.Last);
    }

    // A decade or a century.
    private (string, string)? DecadeOrCentury()
    {
        var towards = Slots[Relative] ?? (Slots.Has(Decade) ? Towards.Last : Towards.This);
        var century = Slots[Century] is { } told ? told - 1 : ((story.Published?.Year ?? 2000) / 100) + Towards.Steps(towards);
        if (century is < 1 or > 99) return story.Refer(towards);
        var decade = Slots[Decade] is { } number ? $"{number}X" : "XX";
        return (string.Create(CultureInfo.InvariantCulture, $"{century:D2}{decade}"), "absolute");
    }

    private (string, string)? YearDate()
    {
        var year = Slots[Year]!.Value;
        if (Slots[YearTo] is { } last)
        {
            return year < last ? (string.Create(CultureInfo.InvariantCulture, $"{year:D4}/{last:D4}"), "absolute") : null;
        }

        if (year > 1500) return (string.Create(CultureInfo.InvariantCulture, $"{year:D4}"), "absolute");
        return Interval(TimeCalendar.HijriDay(year, 1, 1), TimeCalendar.HijriDay(year, 12, 0), "absolute");
    }
}
