namespace Analysis;

/// <summary>How a participant is joined to the word that reports its event; a row of <c>event-prepositions.tsv</c> gives one to a preposition.</summary>
[Flags]
internal enum EventRelation : ushort
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Without a preposition, behind the subject.</summary>
    Object = 1 << 0,

    /// <summary><c>ب</c>.</summary>
    By = 1 << 1,

    /// <summary><c>ل</c>.</summary>
    For = 1 << 2,

    /// <summary><c>إلى</c>.</summary>
    To = 1 << 3,

    /// <summary><c>من</c>.</summary>
    From = 1 << 4,

    /// <summary><c>على</c>.</summary>
    On = 1 << 5,

    /// <summary><c>عن</c>.</summary>
    About = 1 << 6,

    /// <summary><c>مع</c>.</summary>
    With = 1 << 7,

    /// <summary><c>ضد</c>.</summary>
    Against = 1 << 8,

    /// <summary><c>بين</c>.</summary>
    Between = 1 << 9,

    /// <summary><c>في</c>.</summary>
    In = 1 << 10,

    /// <summary><c>قرب</c>.</summary>
    Near = 1 << 11,

    /// <summary><c>من قبل</c>, <c>على يد</c>: the one who does it.</summary>
    Agent = 1 << 12,

    /// <summary>A preposition that joins no participant: <c>حول</c>.</summary>
    Other = 1 << 13,
}
