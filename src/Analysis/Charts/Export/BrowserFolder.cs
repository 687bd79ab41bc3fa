namespace Analysis;

/// <summary>
/// A temporary folder for a browser and its profile, locked as long as it is used. What processes that were killed have left is removed
/// when the next folder is made.
/// </summary>
internal sealed class BrowserFolder : IDisposable
{
    private const string Prefix = "analysis-browser-";
    private const int MostTries = 5;

    private readonly FileStream _lock;

    public BrowserFolder()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*")) RemoveUnused(left);
        for (var tries = 1; ; tries++)
        {
            Location = Directory.CreateTempSubdirectory(Prefix).FullName;
            try
            {
                _lock = Lock(Location, FileMode.CreateNew);
                return;
            }
            catch (IOException) when (tries < MostTries)
            {
                // Another process took the folder for one that is left over, before it was locked.
            }
        }
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
            // Held until it is gone; Windows, where an open file stays, has no moment between opening and locking.
            using var held = Lock(folder, FileMode.Open);
            if (OperatingSystem.IsWindows()) held.Dispose();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception used) when (used is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static FileStream Lock(string folder, FileMode mode) =>
        new(Path.Combine(folder, "lock"), mode, FileAccess.ReadWrite, FileShare.None);
}
