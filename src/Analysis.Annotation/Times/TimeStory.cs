namespace Analysis;

/// <summary>The reference dates while a text is read: the document's date and the last dates mentioned. Not thread-safe.</summary>
internal sealed class TimeStory(TimeWords words, TimeText text)
{
    private const int Lookback = 8;

    private readonly int _ahead = words.ClassOf("ahead");
    private readonly int _notAhead = words.ClassOf("not-ahead");
    private readonly int _told = words.ClassOf("told");
    private TokenStream _tokens = null!;

    /// <summary>The document's date; null if it is unknown.</summary>
    public DateOnly? Published { get; private set; }

    /// <summary>The last day mentioned.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>The last month mentioned.</summary>
    public (int Year, int Month)? Month { get; private set; }

    /// <summary>The last year mentioned.</summary>
    public int? Year { get; private set; }

    /// <summary>Starts a document, with no date mentioned yet.</summary>
    public void Begin(Draft draft)
    {
        _tokens = draft.Tokens;
        Published = draft.Document.Published;
        Day = null;
        Month = null;
        Year = null;
    }

    /// <summary>Sets the last date mentioned; durations and references are ignored.</summary>
    public void Remember(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (!EdtfPoint.TryRead(value.AsSpan(slash + 1), out var point)) return;
        if (point.Precision >= EdtfPrecision.Day) Day = point.Latest;
        if (point.Precision is EdtfPrecision.Month or >= EdtfPrecision.Day) Month = (point.Latest.Year, point.Latest.Month);
        if (point.Precision != EdtfPrecision.Decade && point.Precision != EdtfPrecision.Century) Year = point.Earliest.Year;
    }

    /// <summary>A reference without a date, anchored to the document's date if that is known.</summary>
    public (string Value, string Anchor)? Refer(string reference) => (reference, Published is null ? "none" : "dct");

    /// <summary>The year that a direction means; null if there is no reference date.</summary>
    public (int Year, string Anchor)? YearOf(int towards)
    {
        if (Towards.IsNarrative(towards) && Year is { } told) return (told + Towards.Steps(towards), "narrative");
        return Published is { } published ? (published.Year + Towards.Steps(towards), "dct") : null;
    }

    /// <summary>Whether the clause before a token is about the future.</summary>
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
