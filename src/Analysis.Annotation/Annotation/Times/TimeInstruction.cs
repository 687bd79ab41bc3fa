namespace Analysis;

/// <summary>What an instruction of a <see cref="TimePattern"/> does.</summary>
internal enum TimeStep : byte
{
    /// <summary>A word of a class.</summary>
    Word,

    /// <summary>A number in digits or words.</summary>
    Integer,

    /// <summary>An ordinal in words.</summary>
    Ordinal,

    /// <summary>A number in digits, whatever stands beside it.</summary>
    Digits,

    /// <summary>Two ways to go on, the first preferred.</summary>
    Split,

    /// <summary>One way to go on; only while a pattern is compiled.</summary>
    Jump,

    /// <summary>The pattern is through.</summary>
    Accept,
}

/// <summary>How a part is joined to what stands before it.</summary>
internal enum TimeJoint : byte
{
    /// <summary>By a blank, a symbol or nothing; a part that opens the pattern may bear any proclitic.</summary>
    Plain,

    /// <summary>By the conjunction (<c>+</c>).</summary>
    And,

    /// <summary>By a one-letter preposition or plainly (<c>^</c>).</summary>
    Preposition,

    /// <summary>The preposition ل stands before it, also where it opens the pattern (<c>~</c>).</summary>
    For,
}

/// <summary>An instruction of a <see cref="TimePattern"/>.</summary>
/// <param name="Step">What it does.</param>
/// <param name="Joint">How its part is joined to what stands before.</param>
/// <param name="Slot">What its part tells.</param>
/// <param name="Class">Class of its word.</param>
/// <param name="First">Where a match goes on.</param>
/// <param name="Second">The other way of a split.</param>
/// <param name="Starts">A <see cref="TimeSet"/> of which a token must have something for a match to go on here; set when the pattern is whole.</param>
internal readonly record struct TimeInstruction(
    TimeStep Step, TimeJoint Joint = default, TimeSlot Slot = default, int Class = 0, int First = 0, int Second = 0, ulong Starts = 0);
