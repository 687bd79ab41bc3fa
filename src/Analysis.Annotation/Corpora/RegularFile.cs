namespace Analysis;

/// <summary>Tells files from pipes, devices and sockets, which could be read for ever and must not be replaced.</summary>
internal static class RegularFile
{
    private const int AnyFolder = -100; // AT_FDCWD
    private const uint TypeAsked = 1; // STATX_TYPE
    private const int StatusSize = 256;
    private const int ModeAt = 28;

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It cannot be opened, or is no regular file; the message names it.</exception>
    public static FileStream OpenRead(string path)
    {
        Check(path);
        return File.OpenRead(path);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read, or is no regular file; the message names it.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        Check(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>Checks a path. To open a pipe is to wait for its writer, so the type is asked for before.</summary>
    /// <exception cref="IOException">It is there and no regular file; the message names it.</exception>
    public static void Check(string path)
    {
        var status = new byte[StatusSize];
        if (!OperatingSystem.IsLinux() || Statx(AnyFolder, Encoding.UTF8.GetBytes(path + "\0"), 0, TypeAsked, status) != 0) return;
        var found = (BitConverter.ToUInt16(status, ModeAt) & 0xF000) switch
        {
            0x1000 => "a pipe",
            0x2000 or 0x6000 => "a device",
            0xC000 => "a socket",
            _ => null,
        };
        if (found is not null) throw new IOException($"'{path}' is {found}, expected a regular file");
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] status);
}
