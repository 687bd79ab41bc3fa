using System.Globalization;

namespace Analysis;

/// <summary>Arithmetic of the calendar; what lies outside the years 1 to 9999 is null.</summary>
internal static class TimeCalendar
{
    private static readonly UmAlQuraCalendar Hijri = new();

    /// <summary>A day of a month; day 0 is the last one. Null if the month doesn't have it.</summary>
    public static DateOnly? Day(int year, int month, int day)
    {
        if (year is < 1 or > 9999) return null;
        var days = DateTime.DaysInMonth(year, month);
        return day <= days ? new DateOnly(year, month, day == 0 ? days : day) : null;
    }

    /// <summary>A day of a Hijri month, which has 29 or 30; day 0 is the last one. Null outside the years 1318 to 1500.</summary>
    public static DateOnly? HijriDay(int year, int month, int day)
    {
        if (year is < 1318 or > 1500) return null;
        var days = Hijri.GetDaysInMonth(year, month);
        return day <= days ? DateOnly.FromDateTime(Hijri.ToDateTime(year, month, day == 0 ? days : day, 0, 0, 0, 0)) : null;
    }

    /// <summary>Year of the Hijri calendar in which a day lies; 0 outside the years that the platform's tables cover.</summary>
    public static int HijriYear(DateOnly day) => day.Year is >= 1901 and <= 2076 ? Hijri.GetYear(day.ToDateTime(TimeOnly.MinValue)) : 0;

    /// <summary>A date moved by a number of units: D or N, W, M, Y, X (ten years), C (a hundred years).</summary>
    public static DateOnly? Shift(DateOnly? from, int unit, int steps)
    {
        if (from is not { } day) return null;
        if (unit is 'D' or 'N' or 'W')
        {
            var number = day.DayNumber + (unit == 'W' ? 7L : 1L) * steps;
            return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
        }

        var months = (day.Year * 12L) + day.Month - 1 + (steps * unit switch { 'Y' => 12L, 'X' => 120L, 'C' => 1200L, _ => 1L });
        var (year, month) = ((int)(months / 12), (int)(months % 12) + 1);
        return year is >= 1 and <= 9999 ? Day(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month))) : null;
    }

    /// <summary>The latest day with a weekday on or before a date.</summary>
    public static DateOnly? NotAfter(DateOnly? date, int weekday) =>
        date is { } day ? Shift(day, 'D', -(((int)day.DayOfWeek - weekday + 7) % 7)) : null;
}
