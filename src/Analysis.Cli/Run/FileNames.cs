namespace Analysis.Cli;

/// <summary>Names of files without their extensions, each given once: the second of a name gets a number.</summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="written">Files, in this folder or others, whose names are taken.</param>
internal sealed class FileNames(string folder, IEnumerable<string> written)
{
    private readonly HashSet<string> _taken = new(
        written.Where(file => Path.GetDirectoryName(file) == folder).Select(file => Path.GetFileNameWithoutExtension(file)), StringComparer.OrdinalIgnoreCase);

    public string Take(string name)
    {
        lock (_taken)
        {
            var taken = name;
            for (var again = 2; !_taken.Add(taken); again++) taken = FormattableString.Invariant($"{name}-{again}");
            return taken;
        }
    }
}
