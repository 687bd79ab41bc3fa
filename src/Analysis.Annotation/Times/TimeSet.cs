namespace Analysis;

/// <summary>
/// Bit sets of what may occur at a token: word classes and numbers in digits. Classes
/// share bits, so a set bit is only a possibility, but an unset bit is certain.
/// </summary>
internal static class TimeSet
{
    /// <summary>A number in digits.</summary>
    public const ulong Digits = 1UL << 63;

    /// <summary>Nothing. It is a member at every token and after the last one, and all that a finished pattern requires.</summary>
    public const ulong Nothing = 1UL << 62;

    private const int ClassBits = 62;

    /// <summary>The words of a class.</summary>
    public static ulong Of(int of) => 1UL << (of % ClassBits);
}
