namespace Analysis;

/// <summary>The operation of a <see cref="TimePattern"/> instruction.</summary>
internal enum TimeStep : byte
{
    /// <summary>Matches a word of a class.</summary>
    Word,

    /// <summary>Matches a number in digits or words.</summary>
    Integer,

    /// <summary>Matches an ordinal in words.</summary>
    Ordinal,

    /// <summary>Matches a number in digits, even next to a separator and another number.</summary>
    Digits,

    /// <summary>Continues in two ways, the first preferred.</summary>
    Split,

    /// <summary>Continues at another instruction; used only during compilation.</summary>
    Jump,

    /// <summary>Ends a match.</summary>
    Accept,
}

/// <summary>How a part is joined to the part before it.</summary>
internal enum TimeJoint : byte
{
    /// <summary>By a space, a symbol or nothing. The first part of a pattern may have any proclitic.</summary>
    Plain,

    /// <summary>By the conjunction (<c>+</c>).</summary>
    And,

    /// <summary>By a one-letter preposition, or as <see cref="Plain"/> (<c>^</c>).</summary>
    Preposition,

    /// <summary>By the preposition ل, which is also required for the first part of a pattern (<c>~</c>).</summary>
    For,
}

/// <summary>An instruction of a <see cref="TimePattern"/>.</summary>
/// <param name="Step">The operation.</param>
/// <param name="Joint">How its part is joined to the part before it.</param>
/// <param name="Slot">Slot that its part fills.</param>
/// <param name="Class">Class of its word.</param>
/// <param name="First">Next instruction.</param>
/// <param name="Second">The alternative next instruction of a split.</param>
/// <param name="Starts">A <see cref="TimeSet"/> that a token must share a
/// member with for a match to continue here; set after compilation.</param>
internal readonly record struct TimeInstruction(
    TimeStep Step, TimeJoint Joint = default, TimeSlot Slot = default, int Class = 0, int First = 0, int Second = 0, ulong Starts = 0);
