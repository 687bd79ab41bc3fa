namespace Analysis;

/// <summary>Numbers with their nouns.</summary>
internal static class Counted
{
    /// <summary>Such as <c>1 row</c> and <c>2 rows</c>.</summary>
    public static string Of(int number, string one, string? several = null) =>
        FormattableString.Invariant($"{number} {(number == 1 ? one : several ?? one + "s")}");
}
