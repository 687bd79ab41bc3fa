namespace Analysis;

/// <summary>Values of a long frame, by label and series: what bars, columns and lines draw.</summary>
/// <param name="Labels">Labels, each once.</param>
/// <param name="Series">Names of the series, each once; a single empty one where the frame has no series.</param>
internal sealed record SeriesTable(IReadOnlyList<string> Labels, IReadOnlyList<string> Series)
{
    private readonly Dictionary<(string, string), double> _values = [];

    public bool IsGrouped => Series is not [""];

    /// <summary>The value; null where the frame has no such row.</summary>
    public double? this[string label, string series] => _values.TryGetValue((label, series), out var value) ? value : null;

    public double Total(string label) => Series.Sum(series => this[label, series] ?? 0);

    /// <exception cref="ArgumentException">Two rows have the same label and series.</exception>
    public static SeriesTable Of(DataFrame frame, string label, string value, string? series)
    {
        var labels = frame.Texts(label);
        var values = frame.Numbers(value);
        var names = series is null ? [.. labels.Select(_ => "")] : frame.Texts(series);
        var table = new SeriesTable([.. labels.Distinct()], names.Length == 0 ? [""] : [.. names.Distinct()]);
        for (var row = 0; row < labels.Length; row++)
            if (!table._values.TryAdd((labels[row], names[row]), values[row]))
                throw new ArgumentException($"row {row} repeats '{labels[row]}'{(series is null ? "" : $" of '{names[row]}'")}: a chart draws one mark for each", nameof(frame));
        return table;
    }

    /// <summary>The label's mark, or the pair of label and series where there are several.</summary>
    public IReadOnlyList<Evidence> EvidenceOf(EvidenceIndex evidence, string label, string series) =>
        IsGrouped ? evidence.Of(label, series) : evidence.Of(label);
}
