namespace Analysis.Cli;

/// <summary>
/// The files that the main job made, listed in <c>made.txt</c> in its output folder: what the run before made and this one doesn't is
/// deleted, so that no chart of an earlier notebook is taken for one of now. Files that no run made are left alone.
/// </summary>
internal static class MadeFiles
{
    private const string List = "made.txt";

    /// <summary>Deletes what is no longer made and lists what is.</summary>
    /// <param name="output">The output folder.</param>
    /// <param name="since">When the run began; a file written later was made by it.</param>
    /// <param name="folders">The folders below the output folder that the main job writes to.</param>
    public static void Settle(string output, DateTime since, IReadOnlyList<string> folders)
    {
        var list = Path.Combine(output, List);
        var before = File.Exists(list) ? File.ReadAllLines(list) : [];
        var made = folders.Select(folder => Path.Combine(output, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => File.GetLastWriteTimeUtc(file) >= since)
            .Select(file => Path.GetRelativePath(output, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var old in before.Except(made, StringComparer.Ordinal))
        {
            var file = Path.GetFullPath(Path.Combine(output, old));
            if (file.StartsWith(output, StringComparison.Ordinal)) File.Delete(file);
        }

        File.WriteAllLines(list, made);
    }
}
