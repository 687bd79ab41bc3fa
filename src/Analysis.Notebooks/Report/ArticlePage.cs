namespace Analysis.Notebooks;

/// <summary>Something that the annotator found in an article.</summary>
/// <param name="Layer"><c>Mentions</c>, <c>Times</c> or <c>Events</c>.</param>
/// <param name="Kind">Its type, or kind of event.</param>
/// <param name="Start">Start offset in the raw text, in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Meaning">What it stands for: a name, a date, those who act.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Entity">Of a mention, the id of its entity, which the search page looks up.</param>
internal sealed record ArticleMark(string Layer, string Kind, int Start, int End, string Meaning, string Rule, string Entity = "");

/// <summary>
/// An article with everything that was found in it: a legend whose boxes hide a kind, and a list of all marks. The place at offset 12 has
/// the id <c>o12</c> where a sentence or a mark starts. It needs no script.
/// </summary>
/// <param name="Document">The article.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Marks">What was found in it.</param>
internal sealed record ArticlePage(Document Document, IReadOnlyList<Sentence> Sentences, IReadOnlyList<ArticleMark> Marks)
{
    // Neighbouring numbers get hues far apart.
    private const double GoldenAngle = 137.5;
    private static readonly string[] Layers = ["Mentions", "Times", "Events"];

    /// <summary>The kinds, by layer; a kind's place is its number.</summary>
    private readonly (string Layer, string Kind)[] _kinds =
        [.. Marks.Select(mark => (mark.Layer, mark.Kind)).Distinct()
            .OrderBy(kind => Array.IndexOf(Layers, kind.Layer)).ThenBy(kind => kind.Kind, StringComparer.Ordinal)];

    /// <summary>The title; the id where there is none.</summary>
    public string Title => new[] { Document.Title, Document.TitleEnglish, Document.Id }.First(name => name.Length > 0);

    /// <summary>The facts of the article in one line.</summary>
    public string Facts => string.Join(" · ", new[] { Document.Id, Document.Outlet, Document.PublishedInterval }
        .Where(fact => fact.Length > 0).Select(fact => $"<bdi>{HtmlEncode(fact)}</bdi>"));

    /// <summary>The page.</summary>
    public string Render() => PageLayout.Document(Title, "../", PageLayout.ReportLinks("../"), $"""
        <style>{string.Concat(_kinds.Select((kind, number) => Style(kind.Layer, number)))}</style>
        <h1 dir="auto" lang="{HtmlEncode(Document.Language)}">{HtmlEncode(Title)}</h1>
        <p class="facts">{Facts}</p>
        <form class="legend">
        {string.Concat(_kinds.Select(kind => kind.Layer).Distinct().Select(Legend))}</form>
        <article class="text" dir="auto" lang="{HtmlEncode(Document.Language)}">
        {string.Concat(Sentences.GroupBy(sentence => sentence.Paragraph).Select(Paragraph))}</article>
        {List()}
        """, "", "");

    private static string Style(string layer, int number)
    {
        var hue = FormattableString.Invariant($"{number * GoldenAngle % 360}");
        var (shown, name) = ($"body:has(#k{number}:checked)", char.ToLowerInvariant(layer[0]));
        return $"{shown} .k{number}{{--{name}:{hue}}}{shown} .a{number}::after{{content:attr(data-after)}}\n";
    }

    private string Legend(string layer)
    {
        var boxes = _kinds.Index().Where(kind => kind.Item.Layer == layer).Select(kind => $"""
            <label><input type="checkbox" id="k{kind.Index}" checked="checked"/>
            <span class="mark k{kind.Index}">{HtmlEncode(kind.Item.Kind)}</span>
            ({Marks.Count(mark => (mark.Layer, mark.Kind) == kind.Item)})</label>

            """);
        return $"<fieldset><legend>{layer}</legend>\n{string.Concat(boxes)}</fieldset>\n";
    }

    private string Paragraph(IEnumerable<Sentence> sentences) => $"<p>{string.Join(' ', sentences.Select(Marked))}</p>\n";

    // Marks overlap: the text is cut at all their ends, and each piece bears the kinds of the marks that cover it.
    private string Marked(Sentence sentence)
    {
        var within = Marks.Where(mark => mark.Start < sentence.End && mark.End > sentence.Start).ToList();
        int[] cuts = [.. within.SelectMany(mark => new[] { mark.Start, mark.End }).Append(sentence.Start).Append(sentence.End)
            .Where(cut => cut >= sentence.Start && cut <= sentence.End).Distinct().Order()];
        return string.Concat(cuts.Zip(cuts.Skip(1), (start, end) => Piece(start, end, within)));
    }

    private string Piece(int start, int end, IEnumerable<ArticleMark> marks)
    {
        var covering = marks.Where(mark => mark.Start <= start && mark.End >= end).ToList();
        var ending = covering.Where(mark => mark.End == end).ToList();
        var classes = covering.Select(mark => $" k{Number(mark)}").Concat(ending.Select(mark => $" a{Number(mark)}")).Distinct();
        var label = string.Join(", ", ending.Select(mark => mark.Kind).Distinct());
        var after = ending.Count == 0 ? "" : $" data-after=\"{HtmlEncode(label)}\"";
        var kind = covering.Count == 0 ? "" : $" class=\"mark{string.Concat(classes)}\"";
        return $"<span id=\"o{start}\"{kind}{after}>{HtmlEncode(Document.Text[start..end])}</span>";
    }

    private int Number(ArticleMark mark) => Array.IndexOf(_kinds, (mark.Layer, mark.Kind));

    private string List() => $"""
        <details>
        <summary>All {Marks.Count} marks as a list</summary>
        <div class="table" role="group" aria-label="Marks" tabindex="0">
        <table>
        <thead><tr><th scope="col">Text</th><th scope="col">Kind</th><th scope="col">Meaning</th><th scope="col">Rule</th></tr></thead>
        <tbody>
        {string.Concat(Marks.OrderBy(mark => mark.Start).Select(Row))}</tbody>
        </table>
        </div>
        </details>

        """;

    private string Row(ArticleMark mark) => $"""
        <tr><td dir="auto"><a href="#o{mark.Start}">{HtmlEncode(Document.Text[mark.Start..mark.End])}</a></td>
        <td>{HtmlEncode(mark.Kind)}</td><td dir="auto">{MeaningOf(mark)}</td><td>{HtmlEncode(mark.Rule)}</td></tr>

        """;

    private static string MeaningOf(ArticleMark mark) => mark.Entity.Length == 0 ? HtmlEncode(mark.Meaning)
        : $"<a href=\"../search.html#entity={Uri.EscapeDataString(mark.Entity)}\">{HtmlEncode(mark.Meaning)}</a>";
}
