namespace Analysis;

/// <summary>The reference dates while a text is read: the document's date and the last dates mentioned. Not thread-safe.</summary>
internal sealed class TimeStory(TimeWords words, TimeMatcher matcher)
{
    // A verb of the future is at most this many tokens before what it dates.
    private const int Lookback = 8;

    private readonly int _ahead = words.ClassOf("ahead");
    private readonly int _notAhead = words.ClassOf("not-ahead");
    private readonly int _told = words.ClassOf("told");
    private readonly int _past = words.ClassOf("past");
    private TokenStream _tokens = null!;
    private TimeMark _last;

    /// <summary>The document's date; null if it is unknown.</summary>
    public DateOnly? Published { get; private set; }

    /// <summary>The last day mentioned.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>First day of the last month mentioned.</summary>
    public DateOnly? Month { get; private set; }

    /// <summary>First day of the last year mentioned.</summary>
    public DateOnly? Year { get; private set; }

    /// <summary>Starts a document, with no date mentioned yet.</summary>
    public void Begin(Draft draft)
    {
        _tokens = draft.Tokens;
        _last = default;
        Published = draft.Document.Published;
        Day = Month = Year = null;
    }

    /// <summary>Sets the last date mentioned; references are ignored.</summary>
    public void Remember(in TimeMark mark)
    {
        _last = mark;
        if (!EdtfPoint.TryRead(mark.Value.AsSpan(mark.Value.IndexOf('/', StringComparison.Ordinal) + 1), out var point)) return;
        var (first, last) = (point.Earliest, point.Latest);
        if (point.Precision >= EdtfPrecision.Day) Day = last;
        if (point.Precision is EdtfPrecision.Month or >= EdtfPrecision.Day) Month = new DateOnly(last.Year, last.Month, 1);
        if (point.Precision > EdtfPrecision.Decade) Year = new DateOnly(first.Year, 1, 1);
    }

    /// <summary>
    /// The date directly before a token if it is of this precision: "in February, the month following the announcement" is one date.
    /// </summary>
    public string? Apposed(int token, EdtfPrecision precision) =>
        _last.IsDate && token - _last.EndToken <= 2 && EdtfPoint.TryRead(_last.Value, out var point) && point.Precision == precision
            ? _last.Value
            : null;

    /// <summary>Past, present or future, anchored to the document's date if that is known.</summary>
    public (string Value, string Anchor)? Refer(int towards) =>
        (TimeValue.Reference(Towards.Steps(towards)), Published is null ? "none" : "dct");

    /// <summary>A date in the year that a direction means; null if there is no reference date.</summary>
    public (DateOnly Day, string Anchor)? YearOf(int towards)
    {
        var told = Towards.IsNarrative(towards) && Year is not null;
        var moved = TimeCalendar.Shift(told ? Year : Published, 'Y', Towards.Steps(towards));
        return moved is { } day ? (day, told ? "narrative" : "dct") : null;
    }

    /// <summary>Whether the clause before a token is about the future.</summary>
    public bool LiesAhead(int token)
    {
        for (var at = token - 1; at >= 0 && at >= token - Lookback && !_tokens.AfterBreak[at + 1]; at--)
        {
            if (_tokens.Kind[at] == TokenKind.Symbol && _tokens.Text[_tokens.Start[at]] is '.' or '!' or '؟' or '?') return false;
            if (matcher.Begins(at, _told, TimeJoint.Plain)) return false;
            var ahead = matcher.Begins(at, _ahead, TimeJoint.Plain) && !matcher.Begins(at, _notAhead, TimeJoint.Plain);
            if (ahead) return !matcher.Ends(at, _past);
        }

        return false;
    }
}
