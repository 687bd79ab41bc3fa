namespace Analysis;

/// <summary>
/// The blocks of a report's document in order: introduction, contents, sections, figures and tables, and the passages as an appendix.
/// </summary>
internal sealed class ReportOutline(CorpusReport report, Func<ReportItem, IReadOnlyList<string>> filesOf)
{
    private const int MostPassagesOfMark = 2;
    private const int MostPassagesOfFigure = 12;
    private const int LongestPassage = 600;

    private readonly Language _language = report.Language;
    private readonly int _level = report.Items.Any(item => item is ReportSection) ? 2 : 1;
    private int _figures;
    private int _tables;
    private string _heading = "";

    /// <summary>The blocks after the title.</summary>
    public IReadOnlyList<ReportBlock> Blocks() =>
    [
        .. Paragraphs(report.Introduction),
        new ReportContents(),
        .. report.Items.SelectMany(Blocks),
        .. Appendix(),
    ];

    private IEnumerable<ReportBlock> Blocks(ReportItem item)
    {
        // A figure and a table of it may have the same title.
        if (item.Title != _heading) yield return new ReportHeading(item is ReportSection ? 1 : _level, Say(item.Title), item.Id);
        _heading = item.Title;
        var blocks = item is ReportFigure figure ? Figure(figure) : item is ReportTable table ? Table(table) : Paragraphs(item.Text);
        foreach (var block in blocks) yield return block;
    }

    // The text comes first: it fills the rest of a page that has no room for the picture.
    private IEnumerable<ReportBlock> Figure(ReportFigure item)
    {
        var figure = item.Figure;
        foreach (var paragraph in Paragraphs(item.Text)) yield return paragraph;
        yield return new ReportPicture(ReportPicture.OnPaper(figure));
        yield return new ReportCaption(FigureLabel, "Figure", ++_figures, _language.Digits(
            Sentences(figure.WholeCaption, figure.Subtitle, figure.Source.Length > 0 ? _language.Text("source", figure.Source) : "")));
        yield return new ReportLinks(filesOf(item));
    }

    private IEnumerable<ReportBlock> Table(ReportTable item)
    {
        var cut = item.Table.RowCount == 0 ? _language.Text("table-empty") : item.Table.CaptionIn(_language);
        yield return new ReportCaption(_language.Text("report-table"), "Table", ++_tables, _language.Digits(Sentences(cut)));
        if (item.Table.RowCount > 0) yield return new ReportGrid(item.Table);
        yield return new ReportLinks(filesOf(item));
        foreach (var paragraph in Paragraphs(item.Text)) yield return paragraph;
    }

    private static string Sentences(params IEnumerable<string> parts) => string.Join(' ', parts
        .Select(part => part.Trim()).Where(part => part.Length > 0).Select(part => part[^1] is '.' or '!' or '?' or '؟' ? part : $"{part}."));

    private IEnumerable<ReportBlock> Appendix()
    {
        var cited = report.Items.OfType<ReportFigure>().Index().Where(each => each.Item.Figure.Evidence.Count > 0).ToList();
        if (cited.Count > 0) yield return new ReportHeading(1, _language.Text("report-passages"), "passages");
        foreach (var (before, item) in cited)
        {
            var title = _language.Digits(FormattableString.Invariant($"{FigureLabel} {before + 1}. ")) + Say(item.Title);
            yield return new ReportHeading(ReportHeading.Lowest, title, $"passages-{item.Id}");
            foreach (var block in Passages(item)) yield return block;
        }
    }

    private IEnumerable<ReportBlock> Passages(ReportFigure item)
    {
        var meta = FigureMeta.Of(item.Figure);
        var marks = meta.Passages().GroupBy(cited => NameOf(meta.Marks[cited.Mark]), cited => cited.Passages);
        var shown = 0;
        foreach (var (name, passages) in marks.Select(mark => (mark.Key, mark.SelectMany(each => each).ToList()))
            .TakeWhile(_ => shown < MostPassagesOfFigure))
        {
            yield return new ReportText($"{name} ({_language.Digits(_language.Number(passages.Count))})", ReportText.Mark);
            foreach (var passage in passages.DistinctBy(passage => passage.Sentence).Take(MostPassagesOfMark))
            {
                shown++;
                var (text, address) = (TextTable.Cut(passage.Sentence.Text.Trim(), LongestPassage), $"[{passage.Address}]");
                yield return new ReportText($"{text} {ShownText.IsolateLeftToRight(address)}", ReportText.Passage);
            }
        }

        var rest = item.Figure.Evidence.Count - shown;
        if (rest > 0)
            yield return new ReportText(
                _language.Text("report-more", _language.Digits(_language.Number(rest)), $"figures/{item.Id}.csv"), ReportText.Source);
    }

    private string FigureLabel => _language.Text("report-figure");

    private string Say(string english) => _language.Digits(_language.Say(english));

    // A number alone, as marks of a timeline have it, says nothing away from the chart.
    private string NameOf(ChartMark mark)
    {
        var values = mark.Name.Any(char.IsLetter) ? [] : mark.Values.Select(value => value.Value).OfType<string>().Take(2);
        var name = _language.List(values.Prepend(mark.Name).Select(_language.Say), ',');
        return _language.Digits(_language.IsRightToLeft ? name : Lettering.Isolate(name));
    }

    private IEnumerable<ReportBlock> Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => new ReportText(Say(paragraph)));
}
