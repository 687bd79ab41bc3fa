using System.Collections.Concurrent;

namespace Analysis.Cli;

/// <summary>The figures that notebooks show, each drawn once and written in every format that this machine can make.</summary>
internal sealed class FigureCollection(string folder)
{
    private static readonly string[] Pictures = ["png", "svg", "pdf"];
    private static readonly string[] Data = ["json", "csv"];

    private readonly ConcurrentDictionary<string, Task<byte[]?>> _figures = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, byte> _warnings = new(StringComparer.Ordinal);

    public int Count => _figures.Count;

    /// <summary>Why figures have no picture, each reason once.</summary>
    public IEnumerable<string> Warnings => _warnings.Keys;

    /// <summary>Formats that are written.</summary>
    public IReadOnlyList<string> Formats { get; } = Figure.CanExport ? [.. Pictures, .. Data] : Data;

    /// <summary>Takes a figure that a notebook shows; the picture is its PNG, null for other values and where none can be made.</summary>
    /// <exception cref="ArgumentException">Another figure has the same id.</exception>
    public Task<byte[]?> AddAsync(object value)
    {
        if (value is not Figure figure) return Task.FromResult<byte[]?>(null);
        var writing = new Lazy<Task<byte[]?>>(() => WriteAsync(figure));
        var kept = _figures.GetOrAdd(figure.Id, _ => writing.Value);
        return writing.IsValueCreated && kept == writing.Value
            ? kept
            : throw new ArgumentException($"two figures have the id '{figure.Id}', which names their files");
    }

    /// <summary>Waits for every figure to be written.</summary>
    public Task CompleteAsync() => Task.WhenAll(_figures.Values);

    private async Task<byte[]?> WriteAsync(Figure figure)
    {
        var saved = await figure.SaveAsync(folder, Formats).ConfigureAwait(false);
        if (saved.Warning.Length > 0) _warnings.TryAdd(saved.Warning, 0);
        var picture = saved.Files.FirstOrDefault(file => file.EndsWith(".png", StringComparison.Ordinal));
        return picture is null ? null : await File.ReadAllBytesAsync(picture).ConfigureAwait(false);
    }
}
