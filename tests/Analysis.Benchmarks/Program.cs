using Analysis.Benchmarks;

// One class for each benchmark, chosen by the first argument; the others are its options.
switch (args)
{
    case ["frames", .. var options]:
        FrameBenchmark.Run(rows: options is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 10_000_000);
        return 0;
    default:
        Console.Error.WriteLine("usage: Analysis.Benchmarks frames [rows]");
        return 2;
}
