using Analysis.Benchmarks;

if (Benchmark.Of(args) is not { } run)
{
    Console.Error.WriteLine(Benchmark.Usage);
    return 2;
}

run();
return 0;
