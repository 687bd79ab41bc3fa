namespace Analysis;

/// <summary>What a column holds.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Type">Kind of its values, such as <c>text</c> or <c>whole number</c>.</param>
/// <param name="Count">Number of values that are not missing.</param>
/// <param name="Missing">Number of missing values.</param>
/// <param name="Distinct">Number of distinct values, missing ones left out.</param>
/// <param name="Min">Least value; null where there is none.</param>
/// <param name="Max">Greatest value; null where there is none.</param>
/// <param name="Mean">Arithmetic mean; numbers only.</param>
/// <param name="Std">Sample standard deviation (divided by n − 1); numbers only, two at least.</param>
/// <param name="Q1">First quartile; numbers only. Quartiles are interpolated between neighbours, as type 7 of Hyndman and Fan (1996).</param>
/// <param name="Median">Second quartile; numbers only.</param>
/// <param name="Q3">Third quartile; numbers only.</param>
/// <param name="Top">Most frequent value, the least of several; columns that hold no numbers only.</param>
/// <param name="TopCount">How often the most frequent value occurs.</param>
public sealed record ColumnSummary(
    string Column, string Type, int Count, int Missing, int Distinct, string? Min, string? Max,
    double? Mean, double? Std, double? Q1, double? Median, double? Q3, string? Top, int? TopCount)
{
    internal static ColumnSummary Of(StoredColumn column)
    {
        var codes = column.Codes;
        var counts = codes.CountRows();
        var occurring = Array.FindAll(codes.Sorted(), code => counts[code] > 0);
        var missing = counts[^1];
        var summary = new ColumnSummary(
            column.Name, InvariantText.Describe(column.Type), column.Count - missing, missing, occurring.Length,
            occurring.Length == 0 ? null : codes.Values.Text(occurring[0]),
            occurring.Length == 0 ? null : codes.Values.Text(occurring[^1]),
            null, null, null, null, null, null, null);
        if (occurring.Length == 0) return summary;
        if (column.Numbers is { } numbers) return summary.WithMoments(Array.FindAll(numbers, number => !double.IsNaN(number)));
        var top = occurring.MaxBy(code => counts[code]);
        return summary with { Top = codes.Values.Text(top), TopCount = counts[top] };
    }

    private ColumnSummary WithMoments(double[] numbers)
    {
        if (numbers.Length == 0) return this;
        Array.Sort(numbers);
        var mean = numbers.Average();
        return this with
        {
            Mean = mean,
            Std = numbers.Length < 2 ? null : Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Length - 1)),
            Q1 = Quantile(numbers, 0.25),
            Median = Quantile(numbers, 0.5),
            Q3 = Quantile(numbers, 0.75),
        };
    }

    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
