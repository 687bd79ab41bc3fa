using System.Collections.Concurrent;

namespace Analysis;

/// <summary>Finds time expressions and their values by the rules of the <see cref="TimeGrammar"/>. Thread-safe.</summary>
internal sealed class TimeTagger
{
    private readonly TimeGrammar _grammar;
    private readonly ConcurrentBag<TimeScanner> _scanners = [];

    /// <summary>Creates a tagger and adds the words of its grammar to a vocabulary that is still open.</summary>
    public TimeTagger(TimeGrammar grammar, Vocabulary vocabulary)
    {
        _grammar = grammar;
        grammar.Enter(vocabulary);
    }

    /// <summary>Adds the time expressions of a draft to it, in text order; none overlaps another or a mention.</summary>
    public void Find(Draft draft)
    {
        if (!_scanners.TryTake(out var scanner)) scanner = new TimeScanner(_grammar);
        scanner.Scan(draft);
        _scanners.Add(scanner);
    }
}
