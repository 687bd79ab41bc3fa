namespace Analysis;

/// <summary>Names of which no two are the same.</summary>
internal static class UniqueNames
{
    /// <summary>Takes a name; where it is taken, it gets a number: <c>name-2</c>, <c>name-3</c>, …</summary>
    /// <param name="taken">The names taken so far.</param>
    /// <param name="name">The name.</param>
    /// <param name="longest">Number of characters to which it is cut, its number included.</param>
    public static string Take(this HashSet<string> taken, string name, int longest = int.MaxValue)
    {
        var own = name[..Math.Min(longest, name.Length)];
        for (var again = 2; !taken.Add(own); again++)
        {
            var end = FormattableString.Invariant($"-{again}");
            own = name[..Math.Min(longest - end.Length, name.Length)] + end;
        }

        return own;
    }
}
