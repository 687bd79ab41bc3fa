using System.Diagnostics;
using System.Globalization;

namespace Analysis.Benchmarks;

/// <summary>How long a new process takes from opening the corpus to the last annotation. Each start of the program is one
/// measurement.</summary>
internal static class FirstAnnotation
{
    public static void Run()
    {
        var began = Stopwatch.GetTimestamp();
        var documents = Corpus.Open().Annotations.Count;
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents opened and annotated in {took:0} ms"));
    }
}
