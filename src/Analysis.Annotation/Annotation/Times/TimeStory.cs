namespace Analysis;

/// <summary>What a text has told so far: its date and the dates that later expressions lean on. Serves one thread.</summary>
internal sealed class TimeStory(TimeWords words, TimeText text)
{
    private const int Lookback = 8;

    private readonly int _ahead = words.ClassOf("ahead");
    private readonly int _notAhead = words.ClassOf("not-ahead");
    private readonly int _told = words.ClassOf("told");
    private TokenStream _tokens = null!;

    /// <summary>The document's date; null when it is not known.</summary>
    public DateOnly? Published { get; private set; }

    /// <summary>The day last told.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>The month last told.</summary>
    public (int Year, int Month)? Month { get; private set; }

    /// <summary>The year last told.</summary>
    public int? Year { get; private set; }

    /// <summary>Starts a document: no date has been told yet.</summary>
    public void Begin(Draft draft)
    {
        _tokens = draft.Tokens;
        Published = draft.Document.Published;
        Day = null;
        Month = null;
        Year = null;
    }

    /// <summary>Takes a value as the date last told; durations and references are none.</summary>
    public void Remember(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (!EdtfPoint.TryRead(value.AsSpan(slash + 1), out var point)) return;
        if (point.Precision >= EdtfPrecision.Day) Day = point.Latest;
        if (point.Precision is EdtfPrecision.Month or >= EdtfPrecision.Day) Month = (point.Latest.Year, point.Latest.Month);
        if (point.Precision != EdtfPrecision.Decade && point.Precision != EdtfPrecision.Century) Year = point.Earliest.Year;
    }

    /// <summary>A reference without a date, as the document's date would fix it.</summary>
    public (string Value, string Anchor)? Refer(string reference) => (reference, Published is null ? "none" : "dct");

    /// <summary>The year that a direction means; null where nothing fixes it.</summary>
    public (int Year, string Anchor)? YearOf(int towards)
    {
        if (Towards.IsNarrative(towards) && Year is { } told) return (told + Towards.Steps(towards), "narrative");
        return Published is { } published ? (published.Year + Towards.Steps(towards), "dct") : null;
    }

    /// <summary>Whether the clause before a token speaks of what is to come.</summary>
    public bool LiesAhead(int token)
    {
        var tokens = _tokens;
        for (var at = token - 1; at >= 0 && at >= token - Lookback && !tokens.AfterBreak[at + 1]; at--)
        {
            if (tokens.Kind[at] == TokenKind.Symbol && tokens.Text[tokens.Start[at]] is '.' or '!' or '؟' or '?') return false;
            if (text.Begins(at, _told, TimeJoint.Plain)) return false;
            if (text.Begins(at, _ahead, TimeJoint.Plain) && !text.Begins(at, _notAhead, TimeJoint.Plain)) return true;
        }

        return false;
    }
}
