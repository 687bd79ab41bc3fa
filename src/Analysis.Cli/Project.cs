namespace Analysis.Cli;

/// <summary>Where the project's folders are.</summary>
internal static class Project
{
    /// <summary>The project's folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none where <see cref="Find()"/> looks.</exception>
    public static string Root() => Find() ?? throw new DirectoryNotFoundException(
        $"no folder with 'notebooks' and 'corpus' in it at or above '{Directory.GetCurrentDirectory()}' or '{AppContext.BaseDirectory}'");

    /// <summary>The project's folder: at or above the current one, else at or above the program's; null where there is none.</summary>
    public static string? Find() => FindAbove(Directory.GetCurrentDirectory()) ?? FindAbove(AppContext.BaseDirectory);

    /// <summary>
    /// The nearest folder at or above another that holds both <c>notebooks</c> and <c>corpus</c>: either alone is a name that other
    /// people's folders have as well. Null where there is none.
    /// </summary>
    public static string? FindAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (folder.GetDirectories("notebooks").Length > 0 && folder.GetDirectories("corpus").Length > 0) return folder.FullName;

        return null;
    }

    /// <summary>A full path for messages: relative to the current folder where it is below it.</summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>The notebooks, in ordinal order.</summary>
    /// <exception cref="DirectoryNotFoundException">As for <see cref="Root"/>.</exception>
    /// <exception cref="FileNotFoundException">The folder holds none.</exception>
    public static IReadOnlyList<string> Notebooks()
    {
        var folder = Path.Combine(Root(), "notebooks");
        var files = Directory.GetFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new FileNotFoundException($"{folder} holds no .ipynb file");
    }
}
