namespace Analysis.Cli;

/// <summary>The first notebook of a corpus folder: what any corpus can be asked, with the setup cell right for its place.</summary>
internal static class FirstNotebook
{
    /// <summary>Name of the file.</summary>
    public const string Name = "01-first-look.ipynb";

    // As it stands in the project's own notebooks.
    private const string Library = "../artifacts/lib";

    /// <summary>The text of the notebook.</summary>
    /// <param name="folder">Full path of the folder that it will lie in.</param>
    /// <param name="title">Title of the corpus.</param>
    public static string Write(string folder, string title)
    {
        using var template = new StreamReader(typeof(FirstNotebook).Assembly.GetManifestResourceStream("Analysis.Cli.first-look.ipynb")!);
        var notebook = Notebook.Parse(template.ReadToEnd(), Name);
        foreach (var line in notebook.Json["cells"]!.AsArray().Select(cell => cell!["source"]!.AsArray()))
            for (var at = 0; at < line.Count; at++)
                line[at] = line[at]!.GetValue<string>().Replace(Library, LibraryFrom(folder), StringComparison.Ordinal)
                    .Replace("{title}", MarkdownTable.Escape(title), StringComparison.Ordinal);
        return notebook.ToString();
    }

    /// <summary>
    /// The library's folder as a notebook in a folder names it: relative, so that both can be moved, unless they share the root alone.
    /// </summary>
    public static string LibraryFrom(string folder)
    {
        var library = Path.Combine(Project.FindAbove(AppContext.BaseDirectory) ?? Project.Root(), "artifacts", "lib");
        var relative = Path.GetRelativePath(folder, library);
        var levels = folder.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Length;
        var climbed = relative.Split(Path.DirectorySeparatorChar).Count(part => part == "..");
        return (climbed < levels ? relative : library).Replace('\\', '/');
    }
}
