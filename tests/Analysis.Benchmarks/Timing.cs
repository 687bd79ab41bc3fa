using System.Diagnostics;

namespace Analysis.Benchmarks;

/// <summary>What several runs of one piece of work took, in milliseconds.</summary>
/// <param name="Least">The fastest run: what the work costs with the least disturbance.</param>
/// <param name="Median">The middle run.</param>
public readonly record struct Timing(double Least, double Median)
{
    /// <summary>Runs once without measuring, so that nothing is compiled while the clock runs, then several times after a collection each.</summary>
    public static Timing Of(int runs, Action work)
    {
        work();
        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var start = Stopwatch.GetTimestamp();
            work();
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        return new(times[0], times[times.Length / 2]);
    }
}
