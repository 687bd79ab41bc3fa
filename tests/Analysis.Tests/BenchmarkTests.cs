using Analysis.Benchmarks;

namespace Analysis.Tests;

public sealed class BenchmarkTests
{
    [Theory]
    [InlineData("")]
    [InlineData("annotate x")]
    [InlineData("annotate 0")]
    [InlineData("annotate -5")]
    [InlineData("annotate 1.5")]
    [InlineData("annotate 99999999999")]
    [InlineData("annotate 1 2")]
    [InlineData("frames many")]
    [InlineData("frames 10 sort")]
    [InlineData("warm")]
    public void What_is_no_benchmark_is_none(string line) =>
        Assert.Null(Benchmark.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("annotate")]
    [InlineData("annotate 5")]
    [InlineData("frames")]
    [InlineData("frames 1000")]
    [InlineData("frames 1000 pivot")]
    [InlineData("first")]
    public void The_benchmarks_are_chosen_by_name_and_number(string line) => Assert.NotNull(Benchmark.Of(line.Split(' ')));
}
