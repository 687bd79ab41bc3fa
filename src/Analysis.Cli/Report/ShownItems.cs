namespace Analysis.Cli;

/// <summary>
/// The figures and tables that notebooks show, in their order, each with the heading above its cell and the finding below it.
/// </summary>
internal sealed class ShownItems
{
    private readonly List<(Notebook Notebook, List<(string Cell, object Value)> Items)> _notebooks = [];

    /// <summary>Begins a notebook.</summary>
    public void Begin(Notebook notebook) => _notebooks.Add((notebook, []));

    /// <summary>Takes a figure or a table that a cell of the notebook shows.</summary>
    public void Add(string cell, object value) => _notebooks[^1].Items.Add((cell, value));

    /// <summary>A report with them: a section for each notebook.</summary>
    /// <param name="report">The report so far.</param>
    /// <param name="figures">Ids of the figures to take; empty for all figures and tables.</param>
    /// <param name="withFindings">Whether the notebooks' findings are true of the corpus.</param>
    /// <exception cref="InvalidDataException">No figure has one of the ids.</exception>
    public CorpusReport AddTo(CorpusReport report, IReadOnlyCollection<string> figures, bool withFindings)
    {
        var known = _notebooks.SelectMany(each => each.Items).Select(item => item.Value).OfType<Figure>()
            .Select(figure => figure.Id).ToList();
        if (figures.Except(known).FirstOrDefault() is { } unknown) throw NoFigure(unknown, known);
        foreach (var (notebook, items) in _notebooks)
        {
            var taken = items.Where(item => figures.Count == 0 || (item.Value is Figure figure && figures.Contains(figure.Id))).ToList();
            if (taken.Count == 0) continue;
            report = report.AddSection(notebook.Title, withFindings ? Prose.Plain(notebook.Cells[0].Source) : "");
            foreach (var (cell, value) in taken)
            {
                var place = notebook.Code.First(each => each.Name == cell).Index;
                var text = withFindings ? Finding(notebook, place) : "";
                var number = Path.GetFileNameWithoutExtension(notebook.File).Split('-')[0];
                report = value is Figure figure
                    ? report.Add(figure, text)
                    : report.Add(value, Heading(notebook, place), text, $"{number}-{cell}");
            }
        }

        return report;
    }

    /// <summary>Refuses, before notebooks run, an id that neither their outputs nor their code name; a notebook without outputs may make
    /// any.</summary>
    /// <exception cref="InvalidDataException">The message names the figures of the outputs.</exception>
    public static void Check(IReadOnlyCollection<string> figures, IReadOnlyList<Notebook> notebooks)
    {
        if (notebooks.Any(notebook => !notebook.Code.Any(cell => cell.Outputs.Any()))) return;
        var cells = notebooks.SelectMany(notebook => notebook.Code).ToList();
        var known = cells.SelectMany(cell => cell.Outputs)
            .Select(output => (output.Data["application/vnd.plotly.v1+json"] as JsonObject)?["layout"]?["meta"]?["id"]?.ToString())
            .OfType<string>().ToList();
        var unknown = figures.Except(known).FirstOrDefault(id => !cells.Exists(cell =>
            cell.Source.Contains(id, StringComparison.Ordinal) || id.EndsWith($"-{cell.Name}", StringComparison.Ordinal)));
        if (unknown is not null) throw NoFigure(unknown, known);
    }

    private static InvalidDataException NoFigure(string unknown, IEnumerable<string> known) =>
        new($"--figures: no figure '{unknown}'; the notebooks have {string.Join(", ", known.DefaultIfEmpty("none"))}");

    // The nearest heading above a cell.
    private static string Heading(Notebook notebook, int place) => notebook.Cells.Take(place).Reverse()
        .Where(cell => cell.Kind == "markdown").SelectMany(cell => cell.Lines)
        .Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim())
        .FirstOrDefault(heading => heading.Length > 0, notebook.Title);

    private static string Finding(Notebook notebook, int place) => notebook.Cells.Skip(place + 1).Take(1)
        .Where(cell => cell.Kind == "markdown" && cell.HasTag("finding") && !cell.Source.StartsWith('#'))
        .Select(cell => Prose.Plain(cell.Source)).FirstOrDefault("");
}
