using System.Collections.Concurrent;

namespace Analysis;

/// <summary>Finds time expressions and gives each its value, by the rules of the <see cref="TimeGrammar"/>. Serves any number of threads.</summary>
/// <param name="vocabulary">The words of the lexicons; not closed yet.</param>
internal sealed class TimeTagger(Vocabulary vocabulary)
{
    private readonly TimeGrammar _grammar = new(vocabulary);
    private readonly ConcurrentBag<TimeScanner> _scanners = [];

    /// <summary>Adds the time expressions of a draft to it, in text order, none overlapping another or a mention.</summary>
    public void Find(Draft draft)
    {
        if (!_scanners.TryTake(out var scanner)) scanner = new TimeScanner(_grammar);
        scanner.Scan(draft);
        _scanners.Add(scanner);
    }
}
