namespace Analysis;

/// <summary>Arithmetic of the calendars; what lies outside the years that they cover is null.</summary>
internal static class TimeCalendar
{
    /// <summary>The calendar of the common era, years 1 to 9999.</summary>
    public static readonly Calendar Gregorian = new GregorianCalendar();

    /// <summary>The Hijri calendar of Umm al-Qura, years 1318 to 1500.</summary>
    public static readonly Calendar Hijri = new UmAlQuraCalendar();

    /// <summary>A day of a month; day 0 is the last one. Null if the month doesn't have it.</summary>
    public static DateOnly? Day(Calendar calendar, int year, int month, int day)
    {
        if (year < YearOf(calendar, DateOnly.MinValue) || year > YearOf(calendar, DateOnly.MaxValue)) return null;
        var days = calendar.GetDaysInMonth(year, month);
        return day <= days ? DateOnly.FromDateTime(calendar.ToDateTime(year, month, day == 0 ? days : day, 0, 0, 0, 0)) : null;
    }

    /// <summary>Year in which a day lies; the first or last year of the calendar for a day outside it.</summary>
    public static int YearOf(Calendar calendar, DateOnly day)
    {
        var (first, last) = (calendar.MinSupportedDateTime.Ticks, calendar.MaxSupportedDateTime.Ticks);
        return calendar.GetYear(new DateTime(Math.Clamp(day.ToDateTime(TimeOnly.MinValue).Ticks, first, last)));
    }

    /// <summary>A date moved by a number of units: D or N, W, M, Y, X (ten years), C (a hundred years).</summary>
    public static DateOnly? Shift(DateOnly? from, int unit, int steps)
    {
        if (from is not { } day) return null;
        if (unit is 'D' or 'N' or 'W')
        {
            var number = day.DayNumber + ((unit == 'W' ? 7L : 1L) * steps);
            return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
        }

        var months = steps * unit switch { 'Y' => 12L, 'X' => 120L, 'C' => 1200L, _ => 1L };
        var count = (day.Year * 12L) + day.Month - 1 + months;
        return count is >= 12 and < 120_000 ? day.AddMonths((int)months) : null;
    }

    /// <summary>The latest day with a weekday on or before a date.</summary>
    public static DateOnly? NotAfter(DateOnly? date, int weekday) =>
        date is { } day ? Shift(day, 'D', -(((int)day.DayOfWeek - weekday + 7) % 7)) : null;
}
