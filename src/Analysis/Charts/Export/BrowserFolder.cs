namespace Analysis;

/// <summary>
/// A temporary folder for a browser and its profile, named after this process. What processes that were killed have left is removed when
/// the next folder is made.
/// </summary>
internal sealed class BrowserFolder : IDisposable
{
    private const string Prefix = "analysis-browser-";

    public BrowserFolder()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
            if (int.TryParse(Path.GetFileName(left)[Prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var process)
                && !AtomicFile.IsRunning(process))
                Remove(left);
        Location = Directory.CreateTempSubdirectory(FormattableString.Invariant($"{Prefix}{Environment.ProcessId}-")).FullName;
    }

    /// <summary>Its full path.</summary>
    public string Location { get; }

    /// <summary>Removes it with all that it holds.</summary>
    public void Dispose() => Directory.Delete(Location, recursive: true);

    // A folder that a dying browser still writes to, or somebody else's, stays for the next time.
    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception used) when (used is IOException or UnauthorizedAccessException)
        {
        }
    }
}
