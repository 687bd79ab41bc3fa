namespace Analysis;

/// <summary>Values by label and series: what bars and columns draw.</summary>
/// <param name="Labels">Labels, each once.</param>
/// <param name="Series">Names of the series, each once; a single empty one where there are no series.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="NameOf">Turns a label or series into the words drawn for it.</param>
internal sealed record SeriesTable(IReadOnlyList<string> Labels, IReadOnlyList<string> Series, string Unit, Func<string, string> NameOf)
{
    private readonly Dictionary<(string, string), double> _values = [];

    /// <summary>The language in which labels and series are shown.</summary>
    public Language Language { get; init; } = Language.English;

    public bool IsGrouped => Series is not [""];

    public IEnumerable<double> Values => _values.Values;

    public bool AreWhole => Values.All(double.IsInteger);

    /// <summary>The words drawn for a label or series.</summary>
    public string Name(string label) => Language.Say(NameOf(label));

    /// <summary>Words for the series, for a legend; a single empty one where there are no series.</summary>
    public string[] SeriesNames => [.. Series.Select(series => IsGrouped ? Name(series) : "")];

    /// <summary>The value; null where there is none.</summary>
    public double? this[string label, string series] => _values.TryGetValue((label, series), out var value) ? value : null;

    public double Total(string label) => Series.Sum(series => this[label, series] ?? 0);

    /// <exception cref="ArgumentException">Two rows have the same label and series.</exception>
    public static SeriesTable Of(DataFrame frame, string label, string value, string? series, string? unit, Func<string, string>? name)
    {
        var labels = frame.Texts(label);
        return Of(labels, series is null ? [.. labels.Select(_ => "")] : frame.Texts(series), frame.Numbers(value), unit ?? value, name);
    }

    /// <summary>The values of a series of Deedle; keys without a value are left out.</summary>
    public static SeriesTable Of<TKey, TValue>(Deedle.Series<TKey, TValue> series, string unit)
    {
        var (keys, values) = series.Observed();
        return Of(keys, [.. keys.Select(_ => "")], values, unit, name: null);
    }

    private static SeriesTable Of(string[] labels, string[] names, double[] values, string unit, Func<string, string>? name)
    {
        var table = new SeriesTable([.. labels.Distinct()], names.Length == 0 ? [""] : [.. names.Distinct()], unit, name ?? (text => text));
        for (var row = 0; row < labels.Length; row++)
            if (!table._values.TryAdd((labels[row], names[row]), values[row]))
            {
                var series = names[row].Length == 0 ? "" : $" of '{names[row]}'";
                throw new ArgumentException($"row {row} repeats '{labels[row]}'{series}: a chart draws one mark for each", nameof(labels));
            }
        return table;
    }

    /// <summary>The marks of a series, in the order of the labels that have a value in it.</summary>
    public ChartMark[] Marks(string series, IEnumerable<string> labels, Func<string, string> labelName)
    {
        var drawn = labels.Where(label => this[label, series] is not null);
        return [.. drawn.Select(label => IsGrouped
            ? new ChartMark(label, series, $"{labelName(label)} – {Name(series)}", (Unit, this[label, series]))
            : new ChartMark(label, null, labelName(label), (Unit, this[label, series])))];
    }

    /// <summary>The values of a label in words.</summary>
    public string Told(string label)
    {
        if (!IsGrouped) return Language.Number(Total(label));
        var parts = Series.Where(series => this[label, series] is not null);
        return Language.List(parts.Select(series => $"{Name(series)}: {Language.Number(this[label, series]!.Value)}"), ',');
    }
}
