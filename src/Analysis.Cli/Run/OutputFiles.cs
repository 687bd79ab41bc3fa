namespace Analysis.Cli;

/// <summary>
/// Writes figures in every format that this machine can make, and tables as CSV. No two have the same name: the second gets a number.
/// </summary>
/// <param name="folder">The output folder.</param>
/// <param name="written">Files written before, whose names are taken.</param>
/// <param name="tell">Takes reports of what was written and what was not.</param>
internal sealed class OutputFiles(string folder, IEnumerable<string> written, Action<Report> tell)
{
    /// <summary>Most rows below the head that Excel and LibreOffice open.</summary>
    private const int MostRows = (1 << 20) - 1;

    private static readonly string[] Pictures = ["png", "svg", "pdf"];
    private static readonly string[] Data = ["json", "csv"];

    private readonly HashSet<string> _taken =
        new(written.Select(file => Path.ChangeExtension(file, null)), StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes a figure; its PNG, null where none can be made.</summary>
    /// <param name="figure">The figure; its id names the files.</param>
    public async Task<byte[]?> SaveAsync(Figure figure)
    {
        var named = figure with { Id = Path.GetFileName(Take("figures", figure.Id)) };
        // First what needs no browser: a time limit may end the drawing.
        await SaveAsync(named, Data).ConfigureAwait(false);
        var pictures = await SaveAsync(named, Pictures).ConfigureAwait(false);
        return pictures.Count > 0 ? await File.ReadAllBytesAsync(pictures[0]).ConfigureAwait(false) : null;
    }

    /// <summary>Writes a table.</summary>
    public void Save(string name, TableView table) => Write(Take("tables", name), table);

    /// <summary>Writes a table of the corpus, again where a worker that has ended did. One that no spreadsheet takes is left out.</summary>
    public void SaveCorpus(string name, int rows, Func<DataFrame> table)
    {
        var file = Path.Combine(folder, "tables", name);
        if (rows <= MostRows)
        {
            lock (_taken) _taken.Add(file);
            Write(file, TableView.TryCreate(table())!);
            return;
        }

        tell(new Warned(string.Create(
            CultureInfo.InvariantCulture,
            $"tables/{name}.csv is left out: a spreadsheet takes {MostRows:N0} rows, not {rows:N0}; "
            + $"'analysis export' writes all")));
    }

    private void Write(string file, TableView table)
    {
        table.ToCsv(file + ".csv");
        tell(new Wrote([file + ".csv"]));
    }

    private async Task<IReadOnlyList<string>> SaveAsync(Figure figure, string[] formats)
    {
        var saved = await figure.SaveAsync(Path.Combine(folder, "figures"), formats).ConfigureAwait(false);
        if (saved.Warning.Length > 0) tell(new Warned(saved.Warning));
        tell(new Wrote(saved.Files));
        return saved.Files;
    }

    private string Take(string kind, string name)
    {
        lock (_taken) return _taken.Take(Path.Combine(folder, kind, name));
    }
}
