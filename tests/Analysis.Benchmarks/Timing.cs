using System.Diagnostics;

namespace Analysis.Benchmarks;

/// <summary>What several runs of one piece of work took, in milliseconds.</summary>
/// <param name="Least">The fastest run by the clock: what the work costs with the least disturbance.</param>
/// <param name="Median">The middle run by the clock.</param>
/// <param name="Processor">The middle run in processor time of the whole process, which other programs' load disturbs less.</param>
public readonly record struct Timing(double Least, double Median, double Processor)
{
    /// <summary>Runs once without measuring, so that nothing is compiled while the clock runs, then several times after a collection
    /// each.</summary>
    public static Timing Of(int runs, Action work)
    {
        work();
        var (clock, processor) = (new double[runs], new double[runs]);
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var (used, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            work();
            clock[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            processor[run] = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds;
        }
        Array.Sort(clock);
        Array.Sort(processor);
        return new(clock[0], clock[runs / 2], processor[runs / 2]);
    }
}
