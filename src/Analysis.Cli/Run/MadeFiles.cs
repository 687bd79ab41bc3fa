namespace Analysis.Cli;

/// <summary>
/// The files that runs made, listed in <c>made.txt</c> in their output folder: what the run before made and this one does not is deleted,
/// so that no chart of an earlier notebook is taken for one of now. Files that no run made are left alone.
/// </summary>
internal static class MadeFiles
{
    private const string List = "made.txt";

    /// <summary>Lists what is made.</summary>
    /// <param name="output">Full path of the output folder.</param>
    /// <param name="files">Full paths of the files that this run wrote.</param>
    /// <param name="isWhole">Whether it ran all notebooks to the end, so that what it did not make is gone from them.</param>
    public static void Settle(string output, IEnumerable<string> files, bool isWhole)
    {
        var list = Path.Combine(output, List);
        string[] before = File.Exists(list) ? File.ReadAllLines(list) : [];
        var made = files.Select(file => Path.GetRelativePath(output, file).Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);
        if (!isWhole) made.UnionWith(before);
        foreach (var old in before.Except(made, StringComparer.Ordinal))
        {
            // The list is a file that anyone can write.
            var file = Path.GetFullPath(Path.Combine(output, old));
            if (file.StartsWith(output + Path.DirectorySeparatorChar, StringComparison.Ordinal)) File.Delete(file);
        }

        AtomicFile.WriteText(list, Utf8Text.Strict, writer =>
        {
            foreach (var file in made.Order(StringComparer.Ordinal)) writer.WriteLine(file);
        });
    }
}
