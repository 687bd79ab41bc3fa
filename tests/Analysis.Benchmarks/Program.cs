using System.Globalization;
using Analysis.Benchmarks;

// One class for each benchmark, chosen by the first argument; the others are its options.
switch (args)
{
    case ["frames", .. var options] when options.Length <= 2:
        FrameBenchmark.Run(
            options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 10_000_000,
            options.Length > 1 ? options[1] : "");
        return 0;
    case ["cold"]:
        ColdStart.Run();
        return 0;
    case ["annotate", .. var options] when options.Length <= 1:
        AnnotateBenchmark.Run(options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 20);
        return 0;
    default:
        Console.Error.WriteLine("usage: Analysis.Benchmarks frames [rows [count|pivot|pairs]] | cold | annotate [megabytes]");
        return 2;
}
