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
