namespace Analysis;

/// <summary>
/// Sets of what may stand at a token, a bit each: the words of a class, a number in digits. Classes share bits, so only that something is
/// missing is certain.
/// </summary>
internal static class TimeSet
{
    /// <summary>A number in digits.</summary>
    public const ulong Digits = 1UL << 63;

    /// <summary>Nothing, which stands at every token and behind the last one: all that a pattern asks for that is through.</summary>
    public const ulong Nothing = 1UL << 62;

    private const int ClassBits = 62;

    /// <summary>The words of a class.</summary>
    public static ulong Of(int of) => 1UL << (of % ClassBits);
}
