namespace Analysis;

/// <summary>
/// A temporary folder for a browser and its profile, locked as long as it is used. What processes that were killed have left is removed
/// when the next folder is made.
/// </summary>
internal sealed class BrowserFolder : IDisposable
{
    private const string Prefix = "analysis-browser-";
    private const string LockName = "lock";
    private const int MostTries = 5;

    private readonly FileStream _lock;

    public BrowserFolder()
    {
        RemoveUnused();
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

    /// <summary>Removes the folders of processes that were killed.</summary>
    public static void RemoveUnused()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*")) RemoveUnused(left);
    }

    /// <summary>Removes the folder.</summary>
    /// <exception cref="IOException">A file in it is still held.</exception>
    public void Dispose()
    {
        using (_lock) Empty(Location);
        Directory.Delete(Location, recursive: true);
    }

    // One without a lock is being made, or another program's.
    private static void RemoveUnused(string folder)
    {
        try
        {
            // Held until it is gone; Windows, where an open file stays, has no moment between opening and locking.
            using var held = Lock(folder, FileMode.Open);
            Retry(() => Empty(folder));
            if (OperatingSystem.IsWindows()) held.Dispose();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception used) when (used is IOException or UnauthorizedAccessException)
        {
        }
    }

    // A browser that was killed a moment ago may still write.
    private static void Retry(Action remove)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                remove();
                return;
            }
            catch (IOException) when (tries < MostTries)
            {
                Thread.Sleep(50);
            }
        }
    }

    // The lock stays to the last: a folder that a dying browser still writes to, or whose removal is cut short, is removed the next time.
    private static void Empty(string folder)
    {
        foreach (var inside in Directory.GetDirectories(folder)) Directory.Delete(inside, recursive: true);
        foreach (var file in Directory.GetFiles(folder).Where(file => Path.GetFileName(file) != LockName)) File.Delete(file);
    }

    private static FileStream Lock(string folder, FileMode mode) =>
        new(Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);
}
