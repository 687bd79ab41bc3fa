namespace Analysis.Cli;

/// <summary>The figures that notebooks show, each drawn once and written in every format that this machine can make.</summary>
/// <param name="folder">Where the files go.</param>
/// <param name="written">Files of earlier workers, whose names are taken.</param>
/// <param name="tell">Takes reports of what was written and what was not.</param>
internal sealed class FigureCollection(string folder, IEnumerable<string> written, Action<Report> tell)
{
    private static readonly string[] Pictures = ["png", "svg", "pdf"];
    private static readonly string[] Data = ["json", "csv"];

    private readonly FileNames _names = new(folder, written);

    /// <summary>Writes a figure; its PNG, null where none can be made.</summary>
    /// <param name="name">What its files are called where it has no id.</param>
    /// <param name="figure">The figure.</param>
    public async Task<byte[]?> AddAsync(string name, Figure figure)
    {
        var named = figure with { Id = _names.Take(figure.Id.Length > 0 ? figure.Id : Kebab(name)) };
        var saved = await named.SaveAsync(folder, Figure.CanExport ? [.. Pictures, .. Data] : Data).ConfigureAwait(false);
        if (saved.Warning.Length > 0) tell(new Warned($"figure '{named.Id}' has no pictures: {saved.Warning}"));
        tell(new Wrote(saved.Files));
        return saved.Files.FirstOrDefault(file => file.EndsWith(".png", StringComparison.Ordinal)) is { } png
            ? await File.ReadAllBytesAsync(png).ConfigureAwait(false)
            : null;
    }

    // An id is lower-case letters and digits, in words joined by hyphens.
    private static string Kebab(string name)
    {
        var letters = name.ToLowerInvariant().Select(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? letter : '-').ToArray();
        var words = new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join('-', words) : "figure";
    }
}
