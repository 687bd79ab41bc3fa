namespace Analysis.Cli;

/// <summary>The notebooks that a command is to work on.</summary>
internal static class NotebookFiles
{
    /// <summary>The argument that names them.</summary>
    /// <param name="work">What is done with them, such as <c>run</c>.</param>
    public static Argument<string[]> Argument(string work) =>
        new("notebooks") { Description = $"Notebooks to {work}; default: all in the folder notebooks.", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>Full paths of the notebooks named, or of the project's where none is.</summary>
    /// <exception cref="FileNotFoundException">One that is named is not there.</exception>
    /// <exception cref="InvalidDataException">What is named is no notebook, or two would have the same page in the report.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> named)
    {
        foreach (var name in named)
        {
            if (name.StartsWith('-') && !File.Exists(name))
                throw new InvalidDataException($"no option '{name}'; run --help lists the options");
            if (Directory.Exists(name) || (File.Exists(name) && !Notebook.IsName(name)))
                throw new InvalidDataException($"'{name}' is no notebook, expected a file whose name ends in .ipynb");
            if (!File.Exists(name)) throw new FileNotFoundException($"no notebook '{name}'", name);
        }

        IReadOnlyList<string> files = named.Count > 0 ? [.. named.Select(Path.GetFullPath)] : Project.Notebooks();
        var pages = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["index"] = "the report's first page" };
        foreach (var file in files)
        {
            if (pages.TryAdd(HtmlReport.PageName(file), file)) continue;
            var other = pages[HtmlReport.PageName(file)];
            throw new InvalidDataException(other == file ? $"{file} is named twice" : $"{file} would have the page of {other}: rename it");
        }

        return files;
    }
}
