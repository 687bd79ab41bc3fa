namespace Analysis;

/// <summary>Names of which no two are the same.</summary>
internal static class UniqueNames
{
    /// <summary>Takes a name; where it is taken, it gets a number: <c>name-2</c>, <c>name-3</c>, …</summary>
    /// <param name="taken">The names taken so far.</param>
    /// <param name="name">The name.</param>
    public static string Take(this HashSet<string> taken, string name)
    {
        var own = name;
        for (var again = 2; !taken.Add(own); again++) own = FormattableString.Invariant($"{name}-{again}");
        return own;
    }
}
