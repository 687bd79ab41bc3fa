namespace Analysis;

/// <summary>Numbers with their nouns, and long lists cut.</summary>
internal static class Counted
{
    /// <summary>Such as <c>1 row</c> and <c>2 rows</c>.</summary>
    public static string Of(int number, string one, string? several = null) =>
        FormattableString.Invariant($"{number} {(number == 1 ? one : several ?? one + "s")}");

    /// <summary>The first names of a list, such as <c>a, b, c, …</c>.</summary>
    public static string Names(IReadOnlyCollection<string> names) => string.Join(", ", names.Take(8)) + (names.Count > 8 ? ", …" : "");
}
