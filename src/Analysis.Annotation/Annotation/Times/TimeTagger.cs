using System.Collections.Concurrent;

namespace Analysis;

/// <summary>Finds time expressions and gives each its value, by the rules of the <see cref="TimeGrammar"/>. Serves any number of threads.</summary>
internal sealed class TimeTagger
{
    private readonly TimeGrammar _grammar;
    private readonly ConcurrentBag<TimeScanner> _scanners = [];

    /// <summary>A tagger whose grammar's words are added to a vocabulary that is not closed yet.</summary>
    public TimeTagger(TimeGrammar grammar, Vocabulary vocabulary)
    {
        _grammar = grammar;
        grammar.Enter(vocabulary);
    }

    /// <summary>Adds the time expressions of a draft to it, in text order, none overlapping another or a mention.</summary>
    public void Find(Draft draft)
    {
        if (!_scanners.TryTake(out var scanner)) scanner = new TimeScanner(_grammar);
        scanner.Scan(draft);
        _scanners.Add(scanner);
    }
}
