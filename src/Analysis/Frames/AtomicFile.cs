namespace Analysis;

/// <summary>
/// Writes files whole or not at all: beside the file first, then renamed, so that a reader or a broken run never sees half a file. Folders
/// are made.
/// </summary>
internal static class AtomicFile
{
    private static int _writes;

    /// <summary>Writes bytes.</summary>
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    /// <summary>Writes text.</summary>
    public static void WriteText(string path, Encoding encoding, Action<TextWriter> write) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, encoding, bufferSize: 1 << 16);
        write(writer);
    });

    /// <summary>Writes what goes into a stream; nothing is changed where that throws.</summary>
    /// <exception cref="IOException">The file or its folder cannot be written; the message names the file.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full) ?? throw new ArgumentException($"'{path}' names no file", nameof(path));
        try
        {
            Directory.CreateDirectory(folder);
            Replace(full, folder, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var why = Directory.Exists(folder) ? error.Message : $"there is no folder '{folder}', and it cannot be made";
            throw new IOException($"'{full}' cannot be written: {why}", error);
        }
    }

    private static void Replace(string full, string folder, Action<Stream> write)
    {
        // Two writes of one file, on one thread or several, never share the file beside it.
        var number = Interlocked.Increment(ref _writes);
        var name = FormattableString.Invariant($".{Path.GetFileName(full)}.{Environment.ProcessId}.{number}.tmp");
        var temporary = Path.Combine(folder, name);
        try
        {
            using (var stream = File.Create(temporary)) write(stream);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
