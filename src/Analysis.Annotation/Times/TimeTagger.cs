using System.Collections.Concurrent;

namespace Analysis;

/// <summary>Finds time expressions and their values by the rules of the <see cref="TimeGrammar"/>. Thread-safe.</summary>
internal sealed class TimeTagger(Vocabulary vocabulary)
{
    private readonly TimeGrammar _grammar = new(vocabulary);
    private readonly ConcurrentBag<TimeScanner> _scanners = [];

    /// <summary>Adds the time expressions of a draft to it, in text order; none overlaps another or a mention.</summary>
    public void Find(Draft draft)
    {
        if (!_scanners.TryTake(out var scanner)) scanner = new TimeScanner(_grammar);
        scanner.Scan(draft);
        _scanners.Add(scanner);
    }
}
