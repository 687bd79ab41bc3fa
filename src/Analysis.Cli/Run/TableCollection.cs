namespace Analysis.Cli;

/// <summary>The tables that notebooks show, and those of the corpus, written as CSV.</summary>
/// <param name="folder">Where the files go.</param>
/// <param name="written">Files of earlier workers, whose names are taken.</param>
/// <param name="tell">Takes reports of what was written.</param>
internal sealed class TableCollection(string folder, IEnumerable<string> written, Action<Report> tell)
{
    private readonly FileNames _names = new(folder, written);

    /// <summary>Writes a table.</summary>
    public void Add(string name, TableView table)
    {
        var file = Path.Combine(folder, _names.Take(name) + ".csv");
        table.ToCsv(file);
        tell(new Wrote([file]));
    }
}
