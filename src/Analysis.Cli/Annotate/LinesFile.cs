namespace Analysis.Cli;

/// <summary>
/// A file of annotations as JSON Lines. It is written beside its place, as <c>FILE.part</c>, and renamed at the end, so that it is there
/// whole or not at all. What an interrupted run leaves is gone on with, or written anew by the next.
/// </summary>
internal sealed class LinesFile : LinesWriter
{
    private readonly string _path;
    private readonly FileStream _part;
    private readonly HashSet<UInt128> _done = [];
    private readonly bool _isResumable;

    private LinesFile(string path, FileStream part, AnnotationKinds kinds)
        : base(part, kinds) =>
        (_path, _part, _isResumable) = (path, part, kinds.HasFlag(AnnotationKinds.Document));

    /// <inheritdoc/>
    public override IReadOnlySet<UInt128> Done => _done;

    /// <summary>Opens a file for writing; folders are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kinds">The lines to write.</param>
    /// <param name="resume">Whether to go on with what an interrupted run left, or else with the file.</param>
    /// <exception cref="IOException">It cannot be written, or another run writes it.</exception>
    public static LinesFile Open(string path, AnnotationKinds kinds, bool resume)
    {
        path = Path.GetFullPath(path);
        if (Directory.Exists(path)) throw new IOException($"'{path}' is a folder, the name of a file is expected");
        RegularFile.Check(path);
        AtomicFile.Try(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        try
        {
            if (resume && !File.Exists(part) && File.Exists(path)) File.Copy(path, part);
            var stream = new FileStream(part, resume ? FileMode.OpenOrCreate : FileMode.Create, FileAccess.ReadWrite, FileShare.None, 0);
            var file = new LinesFile(path, stream, kinds);
            file.CutTail();
            return file;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' cannot be written: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        _part.Flush(flushToDisk: true);
        _part.Dispose();
        File.Move(_part.Name, _path, overwrite: true);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _part.Dispose();
        if (!_isResumable) File.Delete(_part.Name);
        base.Dispose();
    }

    // What stands after the last complete document is cut off.
    private void CutTail()
    {
        var (at, end) = (0L, 0L);
        foreach (var block in LineBlock.Read(_part))
        {
            using (block)
            {
                foreach (var range in block.Lines())
                {
                    var line = block.Bytes[range];
                    at += line.Length + 1;
                    if (at > _part.Length || IdOf(line) is not { } id) continue;
                    _done.Add(DocumentKey.Of(id));
                    end = at;
                }
            }
        }

        _part.SetLength(end);
        _part.Position = end;
    }

    // The id in the last line of a document; null if the line is another.
    private static string? IdOf(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf(",\"kind\":\"document\","u8) < 0) return null;
        try
        {
            return JsonElement.Parse(line).GetProperty("doc").GetString();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
