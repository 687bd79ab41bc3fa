namespace Analysis;

/// <summary>
/// How dates of events are compared in an evaluation: by the days that they can mean, so without <c>~</c> and the time of day.
/// </summary>
internal static class GoldDate
{
    /// <summary>Whether a predicted date means the days of the gold date, or days within the interval that gold gives.</summary>
    public static bool IsRight(string predicted, string gold) =>
        AreSame(predicted, gold)
        || (Edtf.TryParse(predicted, out var found) && Edtf.TryParse(gold, out var expected) && expected.IsInterval
            && (expected.Earliest is null || found.Earliest >= expected.Earliest)
            && (expected.Latest is null || found.Latest <= expected.Latest));

    /// <summary>Whether two dates mean the same days; what is no date is compared as text.</summary>
    public static bool AreSame(string one, string other) =>
        one == other
        || (Edtf.TryParse(one, out var first) && Edtf.TryParse(other, out var second)
            && (first.Earliest, first.Latest) == (second.Earliest, second.Latest));
}
