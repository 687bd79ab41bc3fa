namespace Analysis.Notebooks;

/// <summary>Finds where two texts part.</summary>
internal static class LineDifference
{
    private const int MaxShown = 120;

    /// <summary>The first line (from 1) that differs, in both texts, shortened; null when there is none.</summary>
    public static (int Line, string Left, string Right)? First(string left, string right)
    {
        if (left == right) return null;
        var (lefts, rights) = (left.Split('\n'), right.Split('\n'));
        var index = lefts.Zip(rights).TakeWhile(pair => pair.First == pair.Second).Count();
        var (first, second) = (lefts.ElementAtOrDefault(index) ?? "(end)", rights.ElementAtOrDefault(index) ?? "(end)");
        // Long lines are cut, but from a little before the place where they part.
        var common = first.Zip(second).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = first.Length <= MaxShown && second.Length <= MaxShown ? 0 : Math.Max(0, common - 20);
        return (index + 1, Cut(first, from), Cut(second, from));
    }

    private static string Cut(string line, int from)
    {
        var rest = line[Math.Min(from, line.Length)..];
        return (from > 0 ? "…" : "") + (rest.Length > MaxShown ? rest[..MaxShown] + "…" : rest);
    }
}
