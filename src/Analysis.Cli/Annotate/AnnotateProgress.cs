namespace Analysis.Cli;

/// <summary>A line on a terminal that says how far a run is, how fast it goes and how long it will take.</summary>
internal sealed class AnnotateProgress(TextWriter terminal)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _shown;
    private long? _size;

    /// <summary>Begins; the size of the inputs is what the time left is reckoned from.</summary>
    public void Start(IEnumerable<AnnotateInput> inputs) => _size = inputs.Aggregate(
        (long?)0, (sum, input) => sum + (input.Documents is { } documents ? documents.Size() : StandardStreams.InputSize()));

    /// <summary>Shows the line, if the last one was some time ago.</summary>
    public void Show(AnnotateCounts counts)
    {
        if (_watch.Elapsed - _shown < Interval) return;
        _shown = _watch.Elapsed;
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{counts.Total:N0} documents, {counts.Bytes / 1e6 / _shown.TotalSeconds:0.0} MB/s");
        if (_size >= counts.Bytes && counts.Bytes > 0)
            line += $", {_shown * (((double)_size / counts.Bytes) - 1):hh\\:mm\\:ss} left";
        terminal.Write($"\r{line}\e[K");
    }

    /// <summary>Removes the line.</summary>
    public void Clear() => terminal.Write("\r\e[K");
}
