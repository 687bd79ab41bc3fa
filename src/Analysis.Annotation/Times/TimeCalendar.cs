using System.Globalization;

namespace Analysis;

/// <summary>Resolves calendar expressions: days, months, years, weekdays, seasons, Hijri dates.</summary>
internal sealed class TimeCalendar(TimeSlots slots, TimeStory story)
{
    // A day without a year counts as future if it is at most this many days after the document's date.
    private const int Soon = 21;

    /// <summary>A day, a range of days, a month or a range of months.</summary>
    public (string Value, string Anchor)? Calendar(int token)
    {
        if (slots.Has(TimeSlot.Hijri)) return HijriDate();
        if (slots[TimeSlot.Monthwards] is { } monthwards)
        {
            var narrative = Towards.IsNarrative(monthwards) && story.Month is not null;
            var from = narrative ? story.Month : story.Published is { } now ? (now.Year, now.Month) : null;
            if (from is not var (year, month)) return story.Refer(TimeValue.Reference(Towards.Steps(monthwards)));
            var moved = new DateOnly(year, month, 1).AddMonths(Towards.Steps(monthwards));
            return Days(moved.Year, moved.Month, narrative ? "narrative" : "dct");
        }

        var named = slots[TimeSlot.Month]!.Value;
        if (slots[TimeSlot.Year] is { } told) return Days(told, named, "absolute");
        if (slots[TimeSlot.Yearwards] is { } yearwards)
        {
            return story.YearOf(yearwards) is var (of, anchor) ? Days(of, named, anchor) : story.Refer(TimeValue.Reference(Towards.Steps(yearwards)));
        }

        var towards = slots[TimeSlot.Relative];
        if (towards is { } leaning && Towards.IsNarrative(leaning) && story.Month is var (baseYear, baseMonth))
        {
            var after = leaning == Towards.Following && named <= baseMonth ? 1 : leaning == Towards.Preceding && named >= baseMonth ? -1 : 0;
            return Days(baseYear + after, named, "narrative");
        }

        if (story.Published is not { } published) return (TimeValue.Reference(Towards.Steps(towards ?? Towards.Last)), "none");
        return Days(NearestYear(published, named, towards, token), named, "dct");
    }

    // The implied year of a month, or of a day in it.
    private int NearestYear(DateOnly published, int month, int? towards, int token)
    {
        var day = slots[TimeSlot.Day];
        int Sign(int year) => day is { } of
            ? new DateOnly(year, month, Math.Min(of, DateTime.DaysInMonth(year, month))).CompareTo(published)
            : (year * 12 + month).CompareTo(published.Year * 12 + published.Month);

        var current = published.Year;
        switch (towards)
        {
            case Towards.This:
                return current;
            case Towards.Last:
                return Sign(current) < 0 ? current : current - 1;
            case Towards.BeforeLast:
                return Sign(current) < 0 ? current - 1 : current - 2;
            case Towards.Next:
                return Sign(current) > 0 ? current : current + 1;
        }

        var past = Sign(current) <= 0 ? current : current - 1;
        var coming = Sign(current) >= 0 ? current : current + 1;
        if (past == coming) return past;
        if (day is { } number && slots[TimeSlot.Weekday] is { } weekday)
        {
            bool Agrees(int year) => DayOf(year, month, number) is { } date && (int)date.DayOfWeek == weekday;
            if (Agrees(past) != Agrees(coming)) return Agrees(past) ? past : coming;
        }

        // A day in the near future is meant as such: the same day a year ago would have been given with its year.
        var isNear = day is { } near && DayOf(coming, month, near) is { } soon && soon <= published.AddDays(Soon);
        return isNear || story.LiesAhead(token) ? coming : past;
    }

    private (string Value, string Anchor)? Days(int year, int month, string anchor)
    {
        if (slots[TimeSlot.Day] is not { } day)
        {
            var first = TimeValue.Month(year, month);
            if (slots[TimeSlot.MonthTo] is not { } to) return (first, anchor);
            return ($"{(to < month && anchor == "absolute" ? TimeValue.Month(year - 1, month) : first)}/{TimeValue.Month(to < month && anchor != "absolute" ? year + 1 : year, to)}", anchor);
        }

        if (DayOf(year, month, day) is not { } date) return null;
        if (slots[TimeSlot.DayTo] is { } last && slots[TimeSlot.Daypart] != 'N')
        {
            if (DayOf(year, month, last) is not { } end || end < date) return null;
            return ($"{TimeValue.Day(date)}/{TimeValue.Day(end)}", anchor);
        }

        return (TimeValue.Day(date) + TimeValue.TimeOfDay(slots), anchor);
    }

    private (string Value, string Anchor)? HijriDate()
    {
        var calendar = new UmAlQuraCalendar();
        var month = slots[TimeSlot.Hijri]!.Value;
        var day = slots[TimeSlot.Day];
        DateOnly? At(int year, int of) => year is >= 1318 and <= 1500 && of <= calendar.GetDaysInMonth(year, month)
            ? DateOnly.FromDateTime(calendar.ToDateTime(year, month, of, 0, 0, 0, 0)) : null;

        var anchor = "absolute";
        if (slots[TimeSlot.Year] is not { } year)
        {
            if (story.Published is not { } published) return (TimeValue.Reference(Towards.Steps(slots[TimeSlot.Relative] ?? Towards.Last)), "none");
            if (published.Year is < 1901 or > 2076) return null;
            anchor = "dct";
            year = calendar.GetYear(published.ToDateTime(TimeOnly.MinValue));
            var ahead = At(year, day ?? 1) > published;
            if (slots[TimeSlot.Yearwards] is { } yearwards) year += Towards.Steps(yearwards);
            else if (slots[TimeSlot.Relative] == Towards.Next) year += ahead ? 0 : 1;
            else if (slots[TimeSlot.Relative] != Towards.This && ahead) year--;
        }

        if (At(year, day ?? 1) is not { } first) return null;
        if (day is not null && !slots.Has(TimeSlot.DayTo)) return (TimeValue.Day(first) + TimeValue.TimeOfDay(slots), anchor);
        if (At(year, slots[TimeSlot.DayTo] ?? calendar.GetDaysInMonth(year, month)) is not { } last) return null;
        return ($"{TimeValue.Day(first)}/{TimeValue.Day(last)}", anchor);
    }

    /// <summary>A year or a range of years.</summary>
    public (string Value, string Anchor)? Year()
    {
        if (slots[TimeSlot.Year] is not { } year)
        {
            return story.YearOf(slots[TimeSlot.Yearwards] ?? Towards.This) is var (of, leaning) ? (TimeValue.Year(of), leaning) : story.Refer(TimeValue.Present);
        }

        if (slots[TimeSlot.YearTo] is { } last) return year < last ? ($"{TimeValue.Year(year)}/{TimeValue.Year(last)}", "absolute") : null;
        if (year > 1500) return (TimeValue.Year(year), "absolute");
        if (year is < 1318 or >= 1500) return null;
        var calendar = new UmAlQuraCalendar();
        var first = DateOnly.FromDateTime(calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0));
        var end = DateOnly.FromDateTime(calendar.ToDateTime(year + 1, 1, 1, 0, 0, 0, 0)).AddDays(-1);
        return ($"{TimeValue.Day(first)}/{TimeValue.Day(end)}", "absolute");
    }

    /// <summary>A weekday or a range of weekdays.</summary>
    public (string Value, string Anchor)? Weekday(int token)
    {
        var weekday = slots[TimeSlot.Weekday]!.Value;
        var towards = slots[TimeSlot.Relative];
        if (towards is { } leaning && Towards.IsNarrative(leaning) && story.Day is { } told)
        {
            var near = NotAfter(told.AddDays(leaning == Towards.Following ? 7 : leaning == Towards.Preceding ? -1 : 0), weekday);
            return (TimeValue.Day(near) + TimeValue.TimeOfDay(slots), "narrative");
        }

        if (story.Published is not { } published) return (TimeValue.Reference(Towards.Steps(towards ?? Towards.Last)), "none");
        if (slots.Has(TimeSlot.Deixis)) return Deixis();
        if (slots[TimeSlot.Weekwards] is { } weekwards)
        {
            var monday = NotAfter(published, 1).AddDays(7 * Towards.Steps(weekwards));
            return (TimeValue.Day(monday.AddDays((weekday + 6) % 7)) + TimeValue.TimeOfDay(slots), "dct");
        }

        var day = towards switch
        {
            Towards.Last => NotAfter(published.AddDays(-1), weekday),
            Towards.BeforeLast => NotAfter(published.AddDays(-8), weekday),
            Towards.Next => NotAfter(published.AddDays(7), weekday),
            _ when story.LiesAhead(token) => NotAfter(published.AddDays(7), weekday),
            _ => NotAfter(published, weekday),
        };
        if (slots[TimeSlot.WeekdayTo] is not { } last) return (TimeValue.Day(day) + TimeValue.TimeOfDay(slots), "dct");
        var end = NotAfter(day.AddDays(6), last);
        if (end > published && day <= published && towards is null)
        {
            day = day.AddDays(-7);
            end = end.AddDays(-7);
        }

        return slots[TimeSlot.Daypart] == 'N' ? (TimeValue.Day(day) + "TNI", "dct") : ($"{TimeValue.Day(day)}/{TimeValue.Day(end)}", "dct");
    }

    /// <summary>A day counted from the document's date.</summary>
    public (string Value, string Anchor)? Deixis()
    {
        var days = slots[TimeSlot.Deixis] ?? 0;
        return story.Published is { } published
            ? (TimeValue.Day(published.AddDays(days)) + TimeValue.TimeOfDay(slots), "dct")
            : (TimeValue.Reference(days), "none");
    }

    /// <summary>A season of a year.</summary>
    public (string Value, string Anchor)? Season()
    {
        var season = slots[TimeSlot.Season]!.Value;
        if (slots[TimeSlot.Year] is { } told) return (Written(told), "absolute");
        if (slots[TimeSlot.Yearwards] is { } yearwards) return story.YearOf(yearwards) is var (of, anchor) ? (Written(of), anchor) : story.Refer(TimeValue.Reference(Towards.Steps(yearwards)));
        var towards = slots[TimeSlot.Relative] ?? Towards.Last;
        if (story.Published is not { } published) return (TimeValue.Reference(Towards.Steps(towards)), "none");
        var year = published.Year;
        var first = new DateOnly(year, (season - 20) * 3, 1);
        if (towards == Towards.Last && first.AddMonths(3) > published) year--;
        if (towards == Towards.Next && first <= published) year++;
        return (Written(year), "dct");

        string Written(int of) => string.Create(CultureInfo.InvariantCulture, stackalloc char[TimeValue.LongestDate], $"{of:D4}-{season}");
    }

    /// <summary>A decade or a century.</summary>
    public (string Value, string Anchor)? Century()
    {
        var century = slots[TimeSlot.Century] is { } told ? told - 1
            : (slots.Has(TimeSlot.Decade) ? 20 : (story.Published?.Year ?? 2000) / 100) + Towards.Steps(slots[TimeSlot.Relative] ?? (slots.Has(TimeSlot.Decade) ? Towards.Last : Towards.This));
        return (slots[TimeSlot.Decade] is { } decade
            ? string.Create(CultureInfo.InvariantCulture, stackalloc char[TimeValue.LongestDate], $"{century:D2}{decade}X")
            : string.Create(CultureInfo.InvariantCulture, stackalloc char[TimeValue.LongestDate], $"{century:D2}XX"), "absolute");
    }

    private static DateOnly? DayOf(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // The latest day with that weekday on or before a date.
    private static DateOnly NotAfter(DateOnly date, int weekday) => date.AddDays(-(((int)date.DayOfWeek - weekday + 7) % 7));
}
