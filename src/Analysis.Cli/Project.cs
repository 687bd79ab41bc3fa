namespace Analysis.Cli;

/// <summary>Where the project's folders are.</summary>
internal static class Project
{
    /// <summary>The nearest folder with <c>notebooks</c> in it: at or above the current one, then at or above the program's.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Root { get; } = Find();

    /// <summary>The notebooks, in ordinal order.</summary>
    /// <exception cref="FileNotFoundException">The folder holds none.</exception>
    public static IReadOnlyList<string> Notebooks()
    {
        var folder = Path.Combine(Root, "notebooks");
        var files = Directory.GetFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new FileNotFoundException($"{folder} holds no .ipynb file");
    }

    private static string Find()
    {
        foreach (var start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (Directory.Exists(Path.Combine(folder.FullName, "notebooks"))) return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no folder 'notebooks' in or above '{Directory.GetCurrentDirectory()}' or '{AppContext.BaseDirectory}'");
    }
}
