namespace Analysis;

/// <summary>
/// Writes files whole or not at all: beside the file first, then renamed, so that a reader or a broken run never sees half a file. Folders
/// are made.
/// </summary>
internal static partial class AtomicFile
{
    private static readonly ConcurrentDictionary<string, bool> Cleaned = new(StringComparer.Ordinal);
    private static int _writes;

    /// <summary>Writes bytes.</summary>
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    /// <summary>Writes text.</summary>
    public static void WriteText(string path, Encoding encoding, Action<TextWriter> write) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, encoding, bufferSize: 1 << 16);
        write(writer);
    });

    /// <summary>Makes a folder and tries to write to it, so that what cannot be written is found before the work.</summary>
    /// <exception cref="IOException">It cannot be written to; the message says why.</exception>
    public static void Try(string folder)
    {
        var file = Path.Combine(folder, ".writable");
        Write(file, _ => { }, named: folder);
        File.Delete(file);
    }

    /// <summary>Writes what goes into a stream; nothing is changed where that throws.</summary>
    /// <exception cref="IOException">The file or its folder cannot be written; the message names the file.</exception>
    public static void Write(string path, Action<Stream> write) => Write(path, write, named: path);

    private static void Write(string path, Action<Stream> write, string named)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full) ?? throw new ArgumentException($"'{path}' names no file", nameof(path));
        try
        {
            Directory.CreateDirectory(folder);
            if (Cleaned.TryAdd(folder, true)) Clean(folder);
            RegularFile.Check(full);
            Replace(full, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var reason = Directory.Exists(full) ? "it is a folder"
                : error is UnauthorizedAccessException ? "permission is denied"
                : error is FileNotFoundException { FileName: [.., '.', 't', 'm', 'p'] } ? "no file can be made there" : error.Message;
            var why = Directory.Exists(folder) ? reason : $"there is no folder '{folder}', and it cannot be made: {reason}";
            throw new IOException($"'{Path.GetFullPath(named)}' cannot be written: {why}", error);
        }
    }

    private static void Replace(string full, Action<Stream> write)
    {
        // Two writes of one file, on one thread or several, never share the file beside it.
        var number = Interlocked.Increment(ref _writes);
        if (File.Exists(full)) full = File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        var name = FormattableString.Invariant($".{Path.GetFileName(full)}.{Environment.ProcessId}.{number}.tmp");
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, name);
        try
        {
            using (var stream = File.Create(temporary)) write(stream);
            if (!OperatingSystem.IsWindows() && File.Exists(full)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(full));
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // Removes what processes that were killed have left beside files.
    private static void Clean(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, ".*.tmp"))
        {
            var process = Temporary().Match(file).Groups["process"];
            if (process.Success && int.TryParse(process.Value, CultureInfo.InvariantCulture, out var id) && !IsRunning(id))
                File.Delete(file);
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var running = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\.(?<process>[0-9]+)\.[0-9]+\.tmp\z")]
    private static partial Regex Temporary();
}
