namespace Analysis;

/// <summary>
/// The blocks of a report's document in order: introduction, contents, sections, figures and tables, and the passages as an appendix.
/// </summary>
internal sealed class ReportOutline(CorpusReport report, Func<ReportItem, IReadOnlyList<string>> filesOf)
{
    private const int MostMarks = 12;
    private const int MostReferences = 12;
    private const int PassagesOfMark = 2;
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
        var caption = _language.Digits(Sentences(item.Table.CaptionIn(_language)));
        yield return new ReportCaption(_language.Text("report-table"), "Table", ++_tables, caption);
        if (item.Table.RowCount > 0) yield return new ReportGrid(item.Table);
        yield return new ReportLinks(filesOf(item));
        foreach (var paragraph in Paragraphs(item.Text)) yield return paragraph;
    }

    private static string Sentences(params IEnumerable<string> parts) => string.Join(' ', parts
        .Select(part => part.Trim()).Where(part => part.Length > 0)
        .Select(part => part.StartsWith("n = ", StringComparison.Ordinal) ? part : char.ToUpperInvariant(part[0]) + part[1..])
        .Select(part => part[^1] is '.' or '!' or '?' or '؟' ? part : $"{part}."));

    /// <summary>The numbers of the passages behind each mark, then each passage once: most figures rest on the same ones.</summary>
    private IEnumerable<ReportBlock> Appendix()
    {
        var figures = report.Items.OfType<ReportFigure>().Index().Where(each => each.Item.Figure.Evidence.Count > 0)
            .Select(each => (Number: each.Index + 1, each.Item, Marks: MarksOf(each.Item.Figure))).ToList();
        if (figures.Count == 0) yield break;
        var order = report.Corpus.Texts.Index().ToDictionary(each => each.Item.Id, each => each.Index);
        var quoted = Quoted(figures.SelectMany(each => each.Marks))
            .OrderBy(sentence => order.GetValueOrDefault(sentence.Document)).ThenBy(sentence => sentence.Start).ToList();
        var numbers = quoted.Index().ToDictionary(each => each.Item, each => each.Index + 1);
        yield return new ReportHeading(1, _language.Text("report-passages"), "passages");
        yield return new ReportText(_language.Text("report-numbers"));
        foreach (var (number, item, marks) in figures)
        {
            var title = _language.Digits(FormattableString.Invariant($"{FigureLabel} {number}. ")) + Say(item.Title);
            yield return new ReportHeading(ReportHeading.Lowest, title, $"passages-{item.Id}");
            foreach (var (name, passages) in marks)
                yield return new ReportText($"{name} ({Number(passages.Count)}): {References(passages, numbers)}", ReportText.Mark);
            var whole = _language.Text("report-all", item.Figure.Evidence.Count, $"figures/{item.Id}.csv");
            yield return new ReportText(_language.Digits(whole), ReportText.Source);
        }

        var documents = quoted.GroupBy(sentence => sentence.Document).Select(document => (document, Names: NamesOf(document.Key))).ToList();
        var all = documents.SelectMany(each => each.Names.Distinct()).ToLookup(name => name);
        foreach (var (document, names) in documents)
        {
            var title = names.First(name => all[name].Count() == 1);
            yield return new ReportHeading(ReportHeading.Lowest, _language.Digits(title), $"passages-of-{document.Key}");
            foreach (var sentence in document)
            {
                var address = Chronology.AddressOf(sentence.Document, sentence.Start, sentence.End);
                var text = TextTable.Cut(sentence.Text.Trim(), LongestPassage);
                yield return new ReportText(
                    $"{Number(numbers[sentence])}. {ShownText.IsolateLeftToRight($"[{address}]")} {text}", ReportText.Passage);
            }
        }
    }

    private List<(string Name, List<Evidence> Passages)> MarksOf(Figure figure)
    {
        var meta = FigureMeta.Of(figure);
        return [.. meta.Passages().GroupBy(cited => NameOf(meta.Marks[cited.Mark]), cited => cited.Passages)
            .Take(MostMarks).Select(mark => (mark.Key, mark.SelectMany(each => each).ToList()))];
    }

    // Two sentences for each mark, where it has them; those already chosen are preferred.
    private static HashSet<Sentence> Quoted(IEnumerable<(string Name, List<Evidence> Passages)> marks)
    {
        var quoted = new HashSet<Sentence>();
        foreach (var (_, passages) in marks)
        {
            var sentences = passages.Select(passage => passage.Sentence).Distinct().ToList();
            quoted.UnionWith(sentences.OrderBy(sentence => !quoted.Contains(sentence)).Take(PassagesOfMark).ToList());
        }

        return quoted;
    }

    private string References(List<Evidence> passages, Dictionary<Sentence, int> numbers)
    {
        var sentences = passages.Select(passage => passage.Sentence).Distinct().ToList();
        var known = sentences.Where(numbers.ContainsKey).Select(sentence => numbers[sentence]).Order().ToList();
        var listed = _language.List(known.Take(MostReferences).Select(number => Number(number)), ',');
        return known.Count > MostReferences || known.Count < sentences.Count ? $"{listed} …" : listed;
    }

    // What a document is called, and longer names for one that another document has too.
    private string[] NamesOf(string id)
    {
        if (report.Corpus.Texts.FirstOrDefault(text => text.Id == id) is not { } document) return [id];
        var (name, title) = (document.NameIn(_language), document.TitleIn(_language));
        var isTitled = title.Length > 0 && title != document.SourceIn(_language);
        return [name, isTitled ? $"{name}: {_language.Quoted(title)}" : name, $"{name} ({id})"];
    }

    private string Number(int number) => _language.Digits(_language.Number(number));

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
