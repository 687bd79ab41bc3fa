namespace Analysis;

/// <summary>
/// A temporary folder for a browser and its profile, locked as long as it is used. What processes that were killed have left is removed
/// when the next folder is made.
/// </summary>
internal sealed class BrowserFolder : IDisposable
{
    private const string Prefix = "analysis-browser-";

    private readonly FileStream _lock;

    public BrowserFolder()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*")) RemoveUnused(left);
        Location = Directory.CreateTempSubdirectory(Prefix).FullName;
        _lock = Lock(Location, FileMode.CreateNew);
    }

    /// <summary>Full path of the folder.</summary>
    public string Location { get; }

    /// <summary>Removes the folder.</summary>
    /// <exception cref="IOException">A file in it is still held.</exception>
    public void Dispose()
    {
        _lock.Dispose();
        Directory.Delete(Location, recursive: true);
    }

    // One without a lock is being made, or another program's.
    private static void RemoveUnused(string folder)
    {
        try
        {
            Lock(folder, FileMode.Open).Dispose();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static FileStream Lock(string folder, FileMode mode) =>
        new(Path.Combine(folder, "lock"), mode, FileAccess.ReadWrite, FileShare.None);
}
