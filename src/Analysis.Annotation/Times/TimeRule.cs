namespace Analysis;

/// <summary>How the value of a match is computed; named in kebab case in <c>time-rules.tsv</c>.</summary>
internal enum TimeOperation
{
    /// <summary>Not a time expression: the words are skipped.</summary>
    Block,

    /// <summary>A day, a range of days or a month of a calendar.</summary>
    Calendar,

    /// <summary>A year or a range of years.</summary>
    Year,

    /// <summary>A weekday or a range of weekdays.</summary>
    Weekday,

    /// <summary>A day counted from the document's date.</summary>
    Deixis,

    /// <summary>A day, week, month or year named by its position: last, this, next, same, following.</summary>
    Unit,

    /// <summary>A named unit after an event. If a date of the same unit directly precedes it, the two are the same date.</summary>
    UnitOfEvent,

    /// <summary>An unspecified number of units before or after the document's date.</summary>
    Units,

    /// <summary>A date at a distance from the document's date.</summary>
    Offset,

    /// <summary>A date at a distance from the last date mentioned.</summary>
    NarrativeOffset,

    /// <summary>A duration.</summary>
    Length,

    /// <summary>A duration counted from an event.</summary>
    LengthFrom,

    /// <summary>A recurring time.</summary>
    Every,

    /// <summary>A season of a year.</summary>
    Season,

    /// <summary>A decade or a century.</summary>
    Century,

    /// <summary>A time of day.</summary>
    Clock,

    /// <summary>Only past, present or future.</summary>
    Reference,

    /// <summary>A time determined only by a relative clause.</summary>
    NarrativeReference,
}

/// <summary>A condition on the word before or after a match.</summary>
internal readonly record struct TimeCondition(int Class, TimeJoint Joint, bool Negative)
{
    /// <summary>Value of <see cref="Class"/> for a number in digits.</summary>
    public const int Number = -2;
}

/// <summary>A row of <c>time-rules.tsv</c>: a pattern, the conditions on its context, and how its value is computed.</summary>
internal sealed record TimeRule(
    string Name, TimePattern Pattern, TimeCondition[] Before, TimeCondition[] After, string Type, TimeOperation Operation);
