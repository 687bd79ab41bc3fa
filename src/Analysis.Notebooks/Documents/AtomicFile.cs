using System.Globalization;
using System.Text;

namespace Analysis.Notebooks;

/// <summary>Writes files so that a reader, or a run cut short, never leaves half a file behind.</summary>
internal static class AtomicFile
{
    private static int _writes;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes text as UTF-8 without a byte order mark.</summary>
    public static void WriteText(string file, string text) => WriteBytes(file, Utf8.GetBytes(text));

    /// <summary>Writes beside the target, then renames; makes the folder when it is missing.</summary>
    public static void WriteBytes(string file, byte[] bytes)
    {
        var target = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // Two writes of one file, on one thread or several, never share the file beside it.
        var temporary = string.Create(CultureInfo.InvariantCulture, $"{target}.{Environment.ProcessId}.{Interlocked.Increment(ref _writes)}.tmp");
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
