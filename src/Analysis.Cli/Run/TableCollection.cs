namespace Analysis.Cli;

/// <summary>The tables that notebooks show, and those of the corpus, written as CSV.</summary>
internal sealed class TableCollection(string folder)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public int Count => _names.Count;

    /// <summary>Writes a table that a notebook shows, named after the notebook's number and the cell: <c>02-most-named.csv</c>.</summary>
    public void Add(string notebook, string cell, DataFrame table)
    {
        var number = Path.GetFileNameWithoutExtension(notebook).Split('-')[0];
        var name = $"{number}-{cell}";
        for (var again = 2; !_names.Add(name); again++) name = FormattableString.Invariant($"{number}-{cell}-{again}");
        Write(name, table);
    }

    /// <summary>Writes the corpus as tables.</summary>
    public void AddCorpus(Corpus corpus)
    {
        foreach (var (name, table) in CorpusTables.Of(corpus))
        {
            _names.Add(name);
            Write(name, table);
        }
    }

    private void Write(string name, DataFrame table)
    {
        Directory.CreateDirectory(folder);
        table.ToCsv(Path.Combine(folder, name + ".csv"));
    }
}
