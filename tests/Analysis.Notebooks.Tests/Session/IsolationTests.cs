namespace Analysis.Notebooks.Tests;

public sealed class IsolationTests
{
    [Fact]
    public async Task Sessions_do_not_see_each_others_variables_assemblies_or_output()
    {
        var folder = Directory.CreateTempSubdirectory("analysis-isolation-").FullName;
        try
        {
            // Two versions of one assembly, each in the folder of its session.
            var results = await Task.WhenAll(Enumerable.Range(1, 2).Select(number => RunAsync(Path.Combine(folder, $"{number}"), number)));

            Assert.Equal(["stdout:aaaaaaaa", "result:1"], results[0]);
            Assert.Equal(["stdout:bbbbbbbb", "result:2"], results[1]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_value_keeps_its_state_between_cells_and_starts_anew_in_another_session()
    {
        var token = TestContext.Current.CancellationToken;
        for (var round = 0; round < 3; round++)
        {
            using var session = new CSharpSession();
            await session.RunAsync("static class Counter { public static int Value; }", "declare", cancellation: token);
            await session.RunAsync("Counter.Value++;", "first", cancellation: token);
            var result = await session.RunAsync("++Counter.Value", "second", cancellation: token);

            Assert.Equal("result:2", CellTests.Describe(Assert.Single(result.Outputs)));
            Assert.Equal(3, session.ExecutionCount);
        }
    }

    [Fact]
    public async Task Sessions_that_start_at_the_same_time_see_every_type_once()
    {
        var errors = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var session = new CSharpSession();
            var first = await session.RunAsync("var list = new List<int> { 1 }; display(list);", "first");
            var second = await session.RunAsync("display(list.Where(n => n > 0)); list.Sum()", "second");
            return first.Error?.Message + second.Error?.Message;
        }));

        Assert.All(errors, error => Assert.Equal("", error));
    }

    private static async Task<string[]> RunAsync(string folder, int number)
    {
        TinyAssembly.Write(folder, "Versioned", $"public static class Versioned {{ public static int Number => {number}; }}");
        using var session = new CSharpSession(new CSharpSessionOptions { Folder = folder });
        var letter = number == 1 ? "a" : "b";
        var result = await session.RunAsync(
            $"#r \"Versioned.dll\"\nvar own = \"{letter}\";\nfor (var i = 0; i < 8; i++) {{ Console.Write(own); await Task.Yield(); }}\nVersioned.Number", "cell");
        return [.. result.Outputs.Select(CellTests.Describe)];
    }
}
