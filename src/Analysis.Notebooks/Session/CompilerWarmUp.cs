namespace Analysis.Notebooks;

/// <summary>Runs a throw-away cell that takes the compiler through what notebooks usually do.</summary>
internal static class CompilerWarmUp
{
    private const string Cell =
        """
        record Row(string Name, int Count);
        var rows = new[] { "a", "b" }.Select((name, index) => new Row(name, index)).Where(row => row.Count > 0).ToList();
        await Task.CompletedTask;
        $"{rows.Count} rows"
        """;

    /// <summary>The run, started when it is first asked for.</summary>
    public static Lazy<Task> Started { get; } = new(() => Task.Run(async () =>
    {
        using var session = new CSharpSession();
        await session.RunAsync(Cell, "warm-up").ConfigureAwait(false);
        await session.RunAsync("rows.Sum(row => row.Count)", "warm-up").ConfigureAwait(false);
    }));
}
