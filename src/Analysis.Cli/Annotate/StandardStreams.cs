using Microsoft.Win32.SafeHandles;

namespace Analysis.Cli;

/// <summary>Standard input and output as a filter between other programs needs them.</summary>
internal static class StandardStreams
{
    /// <summary>The exit code of a program whose reader has gone: what a shell reports of one that SIGPIPE ended.</summary>
    public const int ReaderGone = 141;

    private const int BrokenPipe = 32; // EPIPE

    /// <summary>
    /// Standard output. The console's own stream says nothing when the program that reads it has ended; a stream on the pipe does.
    /// </summary>
    public static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return output.CanSeek ? Console.OpenStandardOutput() : output;
    }

    /// <summary>
    /// Standard input. Where the program was started without one, the runtime takes its place for a pipe of its own, which never ends.
    /// </summary>
    /// <exception cref="IOException">There is none.</exception>
    public static Stream OpenInput()
    {
        const string Own = "/proc/self/fd";
        var pipe = OperatingSystem.IsLinux() ? new FileInfo($"{Own}/0").LinkTarget : null;
        if (pipe?.StartsWith("pipe:", StringComparison.Ordinal) == true
            && Directory.EnumerateFiles(Own).Any(each => new FileInfo(each).LinkTarget == pipe && IsWritten(Path.GetFileName(each))))
            throw new IOException("standard input is closed, expected documents");
        return Console.OpenStandardInput();
    }

    // Whether this process has opened a descriptor for writing: the last octal digit of its flags is 1.
    private static bool IsWritten(string descriptor) => File.ReadLines($"/proc/self/fdinfo/{descriptor}")
        .Any(line => line.StartsWith("flags:", StringComparison.Ordinal) && line.EndsWith('1'));

    /// <summary>Whether a fault is that the program that reads the output has ended.</summary>
    public static bool IsReaderGone(IOException fault) => !OperatingSystem.IsWindows() && fault.HResult == BrokenPipe;

    /// <summary>Size of standard input in bytes; null if it is no file.</summary>
    public static long? InputSize()
    {
        if (OperatingSystem.IsWindows()) return null;
        using var input = new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        return input.CanSeek ? input.Length : null;
    }
}
