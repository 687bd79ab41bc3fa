using System.Globalization;

namespace Analysis;

/// <summary>
/// Gives a match its value, against the document's date or the date last told in the text. Serves one thread; <see cref="Begin"/> starts
/// a document.
/// </summary>
internal sealed class TimeResolver(TimeWords words, TimeMatcher matcher)
{
    private const int Lookback = 8;
    private const int Soon = 21;

    private readonly int _ahead = words.ClassOf("ahead");
    private readonly int _notAhead = words.ClassOf("not-ahead");
    private readonly int _told = words.ClassOf("told");
    private Draft _draft = null!;
    private DateOnly? _published;
    private DateOnly? _day;
    private (int Year, int Month)? _month;
    private int? _year;

    /// <summary>Slots of the match to resolve.</summary>
    public TimeSlots Slots { get; } = new();

    /// <summary>Starts a document: no date has been told yet.</summary>
    public void Begin(Draft draft)
    {
        _draft = draft;
        _published = draft.Document.Published;
        _day = null;
        _month = null;
        _year = null;
    }

    /// <summary>Type, value and anchor of a match; null where the numbers make no date.</summary>
    public (string Type, string Value, string Anchor)? Resolve(TimeRule rule, int token)
    {
        var resolved = rule.Operation switch
        {
            TimeOperation.Calendar => Calendar(token),
            TimeOperation.Year => Year(),
            TimeOperation.Weekday => Weekday(token),
            TimeOperation.Deixis => Deixis(),
            TimeOperation.Unit => Unit(),
            TimeOperation.UnitOfEvent => Apposed(token) ?? Unit(),
            TimeOperation.Units => Relative(TimeValue.Reference(Slots[TimeSlot.Relative] ?? 0)),
            TimeOperation.Offset => Offset(_published, "dct", token),
            TimeOperation.NarrativeOffset => NarrativeOffset(token),
            TimeOperation.Length => (TimeValue.Duration(Slots), "none"),
            TimeOperation.LengthFrom => (TimeValue.Duration(Slots), "narrative"),
            TimeOperation.Every => (Every(), "none"),
            TimeOperation.Season => Season(),
            TimeOperation.Century => Century(),
            TimeOperation.Clock => Clock(token),
            TimeOperation.Reference => Relative(Slots[TimeSlot.Ref] switch { 'P' => TimeValue.Past, 'F' => TimeValue.Future, _ => TimeValue.Present }),
            TimeOperation.NarrativeReference => (TimeValue.Past, "narrative"),
            _ => default((string Value, string Anchor)?),
        };
        if (resolved is not (var value, var anchor)) return null;
        if (rule.Type == "DATE") Remember(value);
        return (rule.Type, value, anchor);
    }

    private static DateOnly? DayOf(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // The latest day of that weekday that is not after a date.
    private static DateOnly NotAfter(DateOnly date, int weekday) => date.AddDays(-(((int)date.DayOfWeek - weekday + 7) % 7));

    private (string, string)? Relative(string reference) => (reference, _published is null ? "none" : "dct");

    private void Remember(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (!EdtfPoint.TryRead(value.AsSpan(slash + 1), out var point)) return;
        if (point.Precision >= EdtfPrecision.Day) _day = point.Latest;
        if (point.Precision is EdtfPrecision.Month or >= EdtfPrecision.Day) _month = (point.Latest.Year, point.Latest.Month);
        if (point.Precision != EdtfPrecision.Decade && point.Precision != EdtfPrecision.Century) _year = point.Earliest.Year;
    }

    private (string, string)? Calendar(int token)
    {
        if (Slots.Has(TimeSlot.Hijri)) return HijriDate();
        if (Slots[TimeSlot.Monthwards] is { } monthwards)
        {
            var narrative = Towards.IsNarrative(monthwards) && _month is not null;
            var from = narrative ? _month : _published is { } now ? (now.Year, now.Month) : null;
            if (from is not var (year, month)) return Relative(TimeValue.Reference(Towards.Steps(monthwards)));
            var moved = new DateOnly(year, month, 1).AddMonths(Towards.Steps(monthwards));
            return Days(moved.Year, moved.Month, narrative ? "narrative" : "dct");
        }

        var named = Slots[TimeSlot.Month]!.Value;
        if (Slots[TimeSlot.Year] is { } told) return Days(told, named, "absolute");
        if (Slots[TimeSlot.Yearwards] is { } yearwards)
        {
            return YearOf(yearwards) is var (of, anchor) ? Days(of, named, anchor) : Relative(TimeValue.Reference(Towards.Steps(yearwards)));
        }

        var towards = Slots[TimeSlot.Relative];
        if (towards is { } leaning && Towards.IsNarrative(leaning) && _month is var (baseYear, baseMonth))
        {
            var after = leaning == Towards.Following && named <= baseMonth ? 1 : leaning == Towards.Preceding && named >= baseMonth ? -1 : 0;
            return Days(baseYear + after, named, "narrative");
        }

        if (_published is not { } published) return (TimeValue.Reference(Towards.Steps(towards ?? Towards.Last)), "none");
        return Days(NearestYear(published, named, towards, token), named, "dct");
    }

    // The year that a month, or a day of it, means without saying so.
    private int NearestYear(DateOnly published, int month, int? towards, int token)
    {
        var day = Slots[TimeSlot.Day];
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
        if (day is { } number && Slots[TimeSlot.Weekday] is { } weekday)
        {
            bool Agrees(int year) => DayOf(year, month, number) is { } date && (int)date.DayOfWeek == weekday;
            if (Agrees(past) != Agrees(coming)) return Agrees(past) ? past : coming;
        }

        // A day that is nearly here is told as coming; one of a year ago would be given its year.
        var isNear = day is { } near && DayOf(coming, month, near) is { } soon && soon <= published.AddDays(Soon);
        return isNear || LiesAhead(token) ? coming : past;
    }

    private (string, string)? Days(int year, int month, string anchor)
    {
        if (Slots[TimeSlot.Day] is not { } day)
        {
            var first = TimeValue.Month(year, month);
            if (Slots[TimeSlot.MonthTo] is not { } to) return (first, anchor);
            return ($"{(to < month && anchor == "absolute" ? TimeValue.Month(year - 1, month) : first)}/{TimeValue.Month(to < month && anchor != "absolute" ? year + 1 : year, to)}", anchor);
        }

        if (DayOf(year, month, day) is not { } date) return null;
        if (Slots[TimeSlot.DayTo] is { } last && Slots[TimeSlot.Daypart] != 'N')
        {
            if (DayOf(year, month, last) is not { } end || end < date) return null;
            return ($"{TimeValue.Day(date)}/{TimeValue.Day(end)}", anchor);
        }

        return (TimeValue.Day(date) + TimeValue.TimeOfDay(Slots), anchor);
    }

    private (int Year, string Anchor)? YearOf(int towards)
    {
        if (Towards.IsNarrative(towards) && _year is { } told) return (told + Towards.Steps(towards), "narrative");
        return _published is { } published ? (published.Year + Towards.Steps(towards), "dct") : null;
    }

    private (string, string)? HijriDate()
    {
        var calendar = new UmAlQuraCalendar();
        var month = Slots[TimeSlot.Hijri]!.Value;
        var day = Slots[TimeSlot.Day];
        DateOnly? At(int year, int of) => year is >= 1318 and <= 1500 && of <= calendar.GetDaysInMonth(year, month)
            ? DateOnly.FromDateTime(calendar.ToDateTime(year, month, of, 0, 0, 0, 0)) : null;

        var anchor = "absolute";
        if (Slots[TimeSlot.Year] is not { } year)
        {
            if (_published is not { } published) return (TimeValue.Reference(Towards.Steps(Slots[TimeSlot.Relative] ?? Towards.Last)), "none");
            anchor = "dct";
            year = calendar.GetYear(published.ToDateTime(TimeOnly.MinValue));
            var ahead = At(year, day ?? 1) > published;
            if (Slots[TimeSlot.Yearwards] is { } yearwards) year += Towards.Steps(yearwards);
            else if (Slots[TimeSlot.Relative] == Towards.Next) year += ahead ? 0 : 1;
            else if (Slots[TimeSlot.Relative] != Towards.This && ahead) year--;
        }

        if (At(year, day ?? 1) is not { } first) return null;
        if (day is not null && !Slots.Has(TimeSlot.DayTo)) return (TimeValue.Day(first) + TimeValue.TimeOfDay(Slots), anchor);
        if (At(year, Slots[TimeSlot.DayTo] ?? calendar.GetDaysInMonth(year, month)) is not { } last) return null;
        return ($"{TimeValue.Day(first)}/{TimeValue.Day(last)}", anchor);
    }

    private (string, string)? Year()
    {
        if (Slots[TimeSlot.Year] is not { } year)
        {
            return YearOf(Slots[TimeSlot.Yearwards] ?? Towards.This) is var (of, leaning) ? (TimeValue.Year(of), leaning) : Relative(TimeValue.Present);
        }

        if (Slots[TimeSlot.YearTo] is { } last) return year < last ? ($"{TimeValue.Year(year)}/{TimeValue.Year(last)}", "absolute") : null;
        if (year > 1500) return (TimeValue.Year(year), "absolute");
        if (year is < 1318 or >= 1500) return null;
        var calendar = new UmAlQuraCalendar();
        var first = DateOnly.FromDateTime(calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0));
        var end = DateOnly.FromDateTime(calendar.ToDateTime(year + 1, 1, 1, 0, 0, 0, 0)).AddDays(-1);
        return ($"{TimeValue.Day(first)}/{TimeValue.Day(end)}", "absolute");
    }

    private (string, string)? Weekday(int token)
    {
        var weekday = Slots[TimeSlot.Weekday]!.Value;
        var towards = Slots[TimeSlot.Relative];
        if (towards is { } leaning && Towards.IsNarrative(leaning) && _day is { } told)
        {
            var near = NotAfter(told.AddDays(leaning == Towards.Following ? 7 : leaning == Towards.Preceding ? -1 : 0), weekday);
            return (TimeValue.Day(near) + TimeValue.TimeOfDay(Slots), "narrative");
        }

        if (_published is not { } published) return (TimeValue.Reference(Towards.Steps(towards ?? Towards.Last)), "none");
        if (Slots.Has(TimeSlot.Deixis)) return Deixis();
        if (Slots[TimeSlot.Weekwards] is { } weekwards)
        {
            var monday = NotAfter(published, 1).AddDays(7 * Towards.Steps(weekwards));
            return (TimeValue.Day(monday.AddDays((weekday + 6) % 7)) + TimeValue.TimeOfDay(Slots), "dct");
        }

        var day = towards switch
        {
            Towards.Last => NotAfter(published.AddDays(-1), weekday),
            Towards.BeforeLast => NotAfter(published.AddDays(-8), weekday),
            Towards.Next => NotAfter(published.AddDays(7), weekday),
            _ when LiesAhead(token) => NotAfter(published.AddDays(7), weekday),
            _ => NotAfter(published, weekday),
        };
        if (Slots[TimeSlot.WeekdayTo] is not { } last) return (TimeValue.Day(day) + TimeValue.TimeOfDay(Slots), "dct");
        var end = NotAfter(day.AddDays(6), last);
        if (end > published && day <= published && towards is null)
        {
            day = day.AddDays(-7);
            end = end.AddDays(-7);
        }

        return Slots[TimeSlot.Daypart] == 'N' ? (TimeValue.Day(day) + "TNI", "dct") : ($"{TimeValue.Day(day)}/{TimeValue.Day(end)}", "dct");
    }

    private (string, string)? Deixis()
    {
        var days = Slots[TimeSlot.Deixis] ?? 0;
        return _published is { } published
            ? (TimeValue.Day(published.AddDays(days)) + TimeValue.TimeOfDay(Slots), "dct")
            : (TimeValue.Reference(days), "none");
    }

    private (string, string)? Unit()
    {
        var unit = Slots[TimeSlot.TheUnit]!.Value;
        var towards = Slots[TimeSlot.Relative] ?? Towards.This;
        var steps = Towards.Steps(towards);
        var leans = Towards.IsNarrative(towards);
        if (unit == 'Y') return YearOf(towards) is var (year, anchor) ? (TimeValue.Year(year), anchor) : Relative(TimeValue.Reference(steps));
        if (unit == 'M' && leans && _month is var (of, month))
        {
            var moved = new DateOnly(of, month, 1).AddMonths(steps);
            return (TimeValue.Month(moved.Year, moved.Month), "narrative");
        }

        var narrative = leans && _day is not null;
        if ((narrative ? _day : _published) is not { } day) return Relative(TimeValue.Reference(steps));
        var value = unit switch
        {
            'W' => TimeValue.Week(day.AddDays(7 * steps)),
            'M' => TimeValue.Month(day.AddMonths(steps).Year, day.AddMonths(steps).Month),
            'N' => TimeValue.Day(day.AddDays(steps)) + "TNI",
            _ => TimeValue.Day(day.AddDays(steps)) + TimeValue.TimeOfDay(Slots),
        };
        return (value, narrative ? "narrative" : "dct");
    }

    // "in February, the month following the announcement": the words name again what stands just before them.
    private (string, string)? Apposed(int token)
    {
        if (_draft.Times.Count == 0) return null;
        var before = _draft.Times[^1];
        return before.Type == "DATE" && token - before.EndToken <= 2 && EdtfPoint.TryRead(before.Value, out var point)
            && point.Precision == (Slots[TimeSlot.TheUnit] switch { 'Y' => EdtfPrecision.Year, 'M' => EdtfPrecision.Month, 'W' => EdtfPrecision.Week, _ => EdtfPrecision.Day })
                ? (before.Value, "narrative") : null;
    }

    private (string, string)? NarrativeOffset(int token) =>
        _day is { } day && !LiesAhead(token) ? Offset(day, "narrative", token) : Offset(_published, "dct", token);

    private (string, string)? Offset(DateOnly? from, string anchor, int token)
    {
        var side = Slots[TimeSlot.Side]!.Value;
        if (TimeValue.Amount(Slots) is not { } amount || from is not { } day)
        {
            // Days later, told of the past, are past.
            var past = side < 0 || (anchor == "narrative" && !LiesAhead(token));
            return (past ? TimeValue.Past : TimeValue.Future, from is null ? "none" : anchor);
        }

        var steps = side * amount;
        var part = Slots[TimeSlot.AndPart] is { } divisor ? 12 / divisor * side : 0;
        var unit = Slots[TimeSlot.Dual] ?? Slots[TimeSlot.Single] ?? Slots[TimeSlot.Plural];
        if (Math.Abs(steps) > 500 && unit is 'Y' or 'X' or 'M') return null;
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

    private (string, string)? Season()
    {
        var season = Slots[TimeSlot.Season]!.Value;
        if (Slots[TimeSlot.Year] is { } told) return (Written(told), "absolute");
        if (Slots[TimeSlot.Yearwards] is { } yearwards) return YearOf(yearwards) is var (of, anchor) ? (Written(of), anchor) : Relative(TimeValue.Reference(Towards.Steps(yearwards)));
        var towards = Slots[TimeSlot.Relative] ?? Towards.Last;
        if (_published is not { } published) return (TimeValue.Reference(Towards.Steps(towards)), "none");
        var year = published.Year;
        var first = new DateOnly(year, (season - 20) * 3, 1);
        if (towards == Towards.Last && first.AddMonths(3) > published) year--;
        if (towards == Towards.Next && first <= published) year++;
        return (Written(year), "dct");

        string Written(int of) => string.Create(CultureInfo.InvariantCulture, $"{of:0000}-{season}");
    }

    private (string, string)? Century()
    {
        var century = Slots[TimeSlot.Century] is { } told ? told - 1
            : (Slots.Has(TimeSlot.Decade) ? 20 : (_published?.Year ?? 2000) / 100) + Towards.Steps(Slots[TimeSlot.Relative] ?? (Slots.Has(TimeSlot.Decade) ? Towards.Last : Towards.This));
        return (Slots[TimeSlot.Decade] is { } decade
            ? string.Create(CultureInfo.InvariantCulture, $"{century:00}{decade}X")
            : string.Create(CultureInfo.InvariantCulture, $"{century:00}XX"), "absolute");
    }

    private (string, string)? Clock(int token)
    {
        if (Slots.Has(TimeSlot.Month)) return Calendar(token);
        if (Slots.Has(TimeSlot.Weekday)) return Weekday(token);
        if (Slots.Has(TimeSlot.Deixis)) return Deixis();
        if ((_day ?? _published) is not { } day) return (TimeValue.Past, "none");
        return (TimeValue.Day(day) + TimeValue.TimeOfDay(Slots), _day is null ? "dct" : "narrative");
    }

    // Whether the clause before speaks of what is to come.
    private bool LiesAhead(int token)
    {
        var tokens = _draft.Tokens;
        for (var at = token - 1; at >= 0 && at >= token - Lookback && !tokens.AfterBreak[at + 1]; at--)
        {
            if (tokens.Kind[at] == TokenKind.Symbol && tokens.Text[tokens.Start[at]] is '.' or '!' or '؟' or '?') return false;
            if (matcher.Begins(tokens, at, _told, TimeJoint.Plain)) return false;
            if (matcher.Begins(tokens, at, _ahead, TimeJoint.Plain) && !matcher.Begins(tokens, at, _notAhead, TimeJoint.Plain)) return true;
        }

        return false;
    }
}
