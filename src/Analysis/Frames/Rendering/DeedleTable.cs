using Deedle;

namespace Analysis;

/// <summary>Frames and series of Deedle as tables, their keys in the first column.</summary>
internal static class DeedleTable
{
    /// <summary>The table of a value; null where it is neither frame nor series.</summary>
    public static TableView? TryCreate(object value) => value switch
    {
        IFrame frame => frame.Apply(new OfFrame()),
        _ when SeriesType(value.GetType()) is { } series => (TableView)typeof(DeedleTable).GetMethod(nameof(OfSeries))!
            .MakeGenericMethod(series.GetGenericArguments()).Invoke(null, [value, ""])!,
        _ => null,
    };

    /// <summary>The table of a series, with what it says below its rows.</summary>
    public static TableView OfSeries<TKey, TValue>(Series<TKey, TValue> series, string note) =>
        new([Keys(series.Keys), Column("Value", Values(series))], series.KeyCount, note);

    // What is counted by month has the first days of months that follow each other as keys, or of one.
    private static TableColumn Keys<TKey>(IEnumerable<TKey> keys) => keys switch
    {
        IEnumerable<DateOnly> days when days.Any() && days.First().Day == 1
            && days.Zip(days.Skip(1)).All(two => two.First.AddMonths(1) == two.Second) =>
            Column("Month", days.Select(day => day.YearMonth())),
        IEnumerable<string> names when names.Any(IsDate) && names.All(name => name == Matrix.None || IsDate(name)) => Column("Date", keys),
        IEnumerable<string> => Column("Name", keys),
        _ => Column("Key", keys),
    };

    // Of a year alone nobody knows.
    private static bool IsDate(string text) => text.Contains('-', StringComparison.Ordinal) && Edtf.TryParse(text, out _);

    private static Type? SeriesType(Type? type)
    {
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Series<,>))) type = type.BaseType;
        return type;
    }

    private static IEnumerable<object?> Values<TKey, TValue>(Series<TKey, TValue> series) =>
        series.GetAllValues().Select(value => value.HasValue ? (object?)value.Value : null);

    private static TableColumn Column<TValue>(string name, IEnumerable<TValue> values)
    {
        object?[] cells = [.. values.Select(value => (object?)value)];
        return new(name, cells.All(cell => cell is null || InvariantText.IsNumber(cell.GetType())), row => cells[row]);
    }

    private sealed class OfFrame : IFrameOperation<TableView>
    {
        public TableView Invoke<TRow, TColumn>(Frame<TRow, TColumn> frame) => new(
            [
                Keys(frame.RowKeys),
                .. frame.ColumnKeys.Select((key, i) => Column(InvariantText.Format(key) ?? "", Values(frame.GetColumnAt<object>(i)))),
            ],
            frame.RowCount);
    }
}
