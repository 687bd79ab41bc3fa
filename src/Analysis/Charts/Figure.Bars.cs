namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// Horizontal bars, longest first, each with its value. The mark of a bar is its label, that of a part <see cref="Evidence.Pair"/> of
    /// label and series.
    /// </summary>
    /// <param name="data">One row for each bar or part.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="label">Column of labels.</param>
    /// <param name="value">Column of numbers.</param>
    /// <param name="unit">What is counted, such as “mentions”; names the axis. Default: the name of the value column.</param>
    /// <param name="series">Column that parts each bar. Default: one bar for each label.</param>
    /// <param name="stacked">Whether the parts stand end to end, so that totals compare, or below one another, so that parts do.</param>
    /// <param name="name">Turns a label or series into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or two rows have the same label and series.</exception>
    public static Figure Bar(
        DataFrame data, string title, string label = "Value", string value = "Count", string? unit = null, string? series = null,
        bool stacked = false, Func<string, string>? name = null, string id = "") =>
        new(new BarChart(SeriesTable.Of(data, label, value, series, unit), stacked), title, id, name);

    /// <summary>
    /// Stacked columns over time, one part for each series. The mark of a part is its label, with series <see cref="Evidence.Pair"/> of
    /// label and series.
    /// </summary>
    /// <param name="data">One row for each part.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="x">Column of dates (<c>2020-01-03</c>, <c>2020-01</c> or a date type), or of labels in order.</param>
    /// <param name="y">Column of numbers.</param>
    /// <param name="series">Column of the data that names the part. Default: one part.</param>
    /// <param name="unit">What <paramref name="y"/> counts. Default: the name of its column.</param>
    /// <param name="name">Turns a series into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or two rows have the same place and series.</exception>
    public static Figure Columns(DataFrame data, string title, string x, string y = "Count", string? series = null, string? unit = null,
        Func<string, string>? name = null, string id = "") =>
        new(new ColumnChart(SeriesTable.Of(data, x, y, series, unit), x), title, id, name);

    /// <summary>
    /// Columns over a series of Deedle. The mark of a column is its key as text; the first day of a month is that month, such as
    /// <c>2020-01</c>, where all keys are.
    /// </summary>
    /// <param name="data">Numbers by date or label; keys without a value are left out.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="unit">What the values count; names the vertical axis.</param>
    /// <param name="x">What the keys are; names the horizontal axis.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="ArgumentException">A value is no finite number.</exception>
    public static Figure Columns<TKey, TValue>(
        Deedle.Series<TKey, TValue> data, string title, string unit = "count", string x = "", string id = "") =>
        new(new ColumnChart(SeriesTable.Of(data, unit), x), title, id);

    /// <summary>
    /// The same bars for each part of a corpus, such as an outlet or a period, in panels on one scale: longest in total first. The mark of
    /// a bar is <see cref="Evidence.Pair"/> of label and part.
    /// </summary>
    /// <param name="data">One row for each bar.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="part">Column of parts; a panel for each, in the order of the rows.</param>
    /// <param name="label">Column of labels.</param>
    /// <param name="value">Column of numbers, 0 or more; shares or rates where the parts differ in size.</param>
    /// <param name="unit">What is counted; names the axis. Default: the name of the value column.</param>
    /// <param name="name">Turns a label into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or two rows have the same label and part.</exception>
    public static Figure Multiples(
        DataFrame data, string title, string part, string label, string value = "Count", string? unit = null,
        Func<string, string>? name = null, string id = "") =>
        new(new MultiplesChart(SeriesTable.Of(data, label, value, part, unit)), title, id, name);

    /// <summary>
    /// A dot with its interval for each label, in the order of the rows. The mark of a dot is its label, with series
    /// <see cref="Evidence.Pair"/> of label and series.
    /// </summary>
    /// <param name="data">One row for each dot.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="label">Column of labels.</param>
    /// <param name="value">Column of numbers.</param>
    /// <param name="low">Column with the lower end of the interval; missing or NaN: no line is drawn.</param>
    /// <param name="high">Column with the upper end.</param>
    /// <param name="unit">What is measured; names the axis. Default: the name of the value column.</param>
    /// <param name="series">Column that parts the dots of a label. Default: one dot for each label.</param>
    /// <param name="reference">A value to compare with, drawn as a dashed line down the chart. Default: no line.</param>
    /// <param name="name">Turns a label or series into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or two rows have the same label and series.</exception>
    public static Figure Intervals(
        DataFrame data, string title, string label, string value, string low = "Low", string high = "High", string? unit = null,
        string? series = null, double? reference = null, Func<string, string>? name = null, string id = "")
    {
        var labels = data.Texts(label);
        var parts = series is null ? Array.ConvertAll(labels, _ => "") : data.Texts(series);
        var (lows, highs) = (data.NumbersOrMissing(low), data.NumbersOrMissing(high));
        var ends = labels.Index().ToDictionary(each => (each.Item, parts[each.Index]), each => (lows[each.Index], highs[each.Index]));
        return new(new IntervalChart(SeriesTable.Of(data, label, value, series, unit), ends, reference), title, id, name);
    }
}
