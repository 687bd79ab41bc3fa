using System.Globalization;

namespace Analysis.Benchmarks;

/// <summary>Ways of doing one operation, each measured against the first, whose result the others must have too.</summary>
internal sealed class Comparison(string operation)
{
    private Dictionary<(string, string), int>? _expected;
    private int _firstRows;
    private double _first;

    /// <summary>Prints the head of the table.</summary>
    public static void Head()
    {
        Console.WriteLine("| operation | way | rows | least ms | median ms | processor ms | times the first |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|");
    }

    /// <summary>What further ways must find, where they go through other rows than the first.</summary>
    public void Expect(IEnumerable<(string, string, int)> cells) => _expected = ToDictionary(cells);

    /// <summary>Measures a way and prints its row.</summary>
    /// <param name="way">Its name.</param>
    /// <param name="rows">Number of rows that it goes through.</param>
    /// <param name="runs">Number of runs, after one that is not measured.</param>
    /// <param name="work">What is measured.</param>
    /// <param name="cells">Reads the counts by two keys from a result; null where the way finds none.</param>
    public void Add<T>(string way, int rows, int runs, Func<T> work, Func<T, IEnumerable<(string, string, int)>?> cells)
    {
        T? result = default;
        var timing = Timing.Of(runs, () => result = work());
        if (_firstRows == 0) (_first, _firstRows) = (timing.Median, rows);
        if (cells(result!) is { } found) Check(way, ToDictionary(found));
        var times = rows == _firstRows ? string.Create(CultureInfo.InvariantCulture, $"{timing.Median / _first:0.00}") : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {operation} | {way} | {rows:N0} | {timing.Least:N0} | {timing.Median:N0} | {timing.Processor:N0} | {times} |"));
    }

    private void Check(string way, Dictionary<(string, string), int> found)
    {
        _expected ??= found;
        if (found.Count != _expected.Count || found.Any(cell => _expected.GetValueOrDefault(cell.Key) != cell.Value))
            throw new InvalidOperationException($"{operation}: {way} finds something else");
    }

    private static Dictionary<(string, string), int> ToDictionary(IEnumerable<(string First, string Second, int Count)> cells) =>
        cells.ToDictionary(cell => (cell.First, cell.Second), cell => cell.Count);
}
