namespace Analysis;

/// <summary>How a match becomes a value; a rule of <c>time-rules.tsv</c> names it in kebab case.</summary>
internal enum TimeOperation
{
    /// <summary>The words are no time expression: they are passed over.</summary>
    Block,

    /// <summary>A day, days or a month of a calendar.</summary>
    Calendar,

    /// <summary>A year or years.</summary>
    Year,

    /// <summary>A day of the week, or days.</summary>
    Weekday,

    /// <summary>A day counted from the document's.</summary>
    Deixis,

    /// <summary>A day, week, month or year named by where it lies: last, this, next, same, following.</summary>
    Unit,

    /// <summary>A named unit that follows an event; where a date of the same unit stands just before, it is that date told again.</summary>
    UnitOfEvent,

    /// <summary>Times before or after the document's, without number.</summary>
    Units,

    /// <summary>A date that lies a length of time from the document's.</summary>
    Offset,

    /// <summary>A date that lies a length of time from the date last told.</summary>
    NarrativeOffset,

    /// <summary>A length of time.</summary>
    Length,

    /// <summary>A length of time that measures from an event.</summary>
    LengthFrom,

    /// <summary>Something that comes back.</summary>
    Every,

    /// <summary>A season of a year.</summary>
    Season,

    /// <summary>Ten or a hundred years.</summary>
    Century,

    /// <summary>A time of day.</summary>
    Clock,

    /// <summary>Past, present or future and nothing more.</summary>
    Reference,

    /// <summary>Times fixed only by what a relative clause tells.</summary>
    NarrativeReference,
}

/// <summary>A condition on the word before or behind a match.</summary>
internal readonly record struct TimeCondition(int Class, TimeJoint Joint, bool Negative)
{
    /// <summary>In <see cref="Class"/>: a number in digits.</summary>
    public const int Number = -2;
}

/// <summary>A row of <c>time-rules.tsv</c>: what it matches, where, and what comes of it.</summary>
internal sealed record TimeRule(
    string Name, TimePattern Pattern, TimeCondition[] Before, TimeCondition[] After, string Type, TimeOperation Operation);
