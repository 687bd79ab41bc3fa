using System.Security.Cryptography;

namespace Analysis.Notebooks;

/// <summary>
/// The texts of a report: a page for each article, and script files with what its charts show of them, which a page opened from disk can
/// load when it is asked for: <c>data/articles/003.js</c> holds the sentences of an article, <c>data/figures/page/id-7.js</c> the addresses
/// of the passages behind a mark.
/// </summary>
/// <param name="corpus">The corpus that the report is about.</param>
/// <param name="folder">The report's folder.</param>
public sealed class ReportTexts(Corpus corpus, string folder)
{
    private static readonly Regex FileName = new("^[a-z0-9][a-z0-9_-]{0,63}\\z", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, int> _places = corpus.Documents.Index().ToDictionary(each => each.Item.Id, each => each.Index);
    private readonly Dictionary<Document, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _others = [];

    /// <summary>Writes the passages behind the marks of a figure.</summary>
    /// <param name="page">Name of the page that shows the figure.</param>
    /// <param name="figure">The figure; its id names the files.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public IReadOnlyList<string> Write(string page, Figure figure)
    {
        lock (_names)
        {
            List<string> files = [];
            foreach (var (mark, passages) in FigureMeta.Of(figure).Passages())
            {
                var addresses = PassageData.Of(passages, document => NameOf(document, files));
                files.Add(Data($"figures/{page}/{figure.Id}-{mark}", PassageData.ToJson(addresses)));
            }

            return files;
        }
    }

    /// <summary>The names of concordances among files of a report: <c>page/table</c>.</summary>
    /// <param name="folder">The report's folder.</param>
    /// <param name="files">The files.</param>
    public static IReadOnlySet<string> ConcordancesAmong(string folder, IEnumerable<string> files)
    {
        var start = Path.Combine(folder, "data", "concordances") + Path.DirectorySeparatorChar;
        return files.Where(file => file.StartsWith(start, StringComparison.Ordinal))
            .Select(file => Path.ChangeExtension(file[start.Length..], null).Replace('\\', '/')).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Writes a concordance that a cell shows, all its lines: <c>data/concordances/page/cell.js</c>.</summary>
    /// <param name="page">Name of the page that shows the cell.</param>
    /// <param name="table">Name of the table: that of the cell, with a number from its second table on.</param>
    /// <param name="concordance">The lines.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public IReadOnlyList<string> Write(string page, string table, IEnumerable<ConcordanceLine> concordance)
    {
        lock (_names)
        {
            List<string> files = [];
            files.Add(Data($"concordances/{page}/{table}", PassageData.ToJson(ConcordanceData.Of(corpus, concordance, NameOf))));
            return files;

            string? NameOf(string document) => _places.ContainsKey(document) ? this.NameOf(corpus[document], files) : null;
        }
    }

    /// <summary>Writes the articles of the corpus, the page that lists them, and the page that searches them.</summary>
    /// <returns>The files written.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public IReadOnlyList<string> WriteArticles()
    {
        var sentences = corpus.Sentences.ToLookup(sentence => sentence.Document);
        var marks = Marks().ToLookup(mark => mark.Document, mark => mark.Mark);
        List<string> files = [];
        List<string> rows = [];
        var search = new SearchIndex(corpus);
        foreach (var document in corpus.Documents)
        {
            var page = new ArticlePage(document, [.. sentences[document.Id]], [.. marks[document.Id]]);
            var name = NameOf(document, files);
            var words = WordsOf(document);
            Write(page, name, words, files);
            search.Add(document, name, page.Sentences, words);
            rows.Add(Row(page, name));
        }

        foreach (var (key, json) in search.Files()) files.Add(Data(key, json));
        files.Add(Save("search.html", SearchPage.Render()));
        files.Add(Save("articles.html", PageLayout.Document("Articles", "", PageLayout.ReportLinks("", "articles.html"), $"""
            <h1>Articles</h1>
            <div class="table" role="group" aria-label="Articles" tabindex="0">
            <table>
            <thead><tr><th scope="col">Article</th><th scope="col">Facts</th><th scope="col">Marks</th></tr></thead>
            <tbody>
            {string.Concat(rows)}</tbody>
            </table>
            </div>

            """, "", "")));
        return files;
    }

    private static string Row(ArticlePage page, string name) => $"""
        <tr><td dir="auto"><a href="articles/{name}.html">{HtmlEncode(page.Title)}</a></td>
        <td>{page.Facts}</td><td>{page.Marks.Count}</td></tr>

        """;

    private IEnumerable<(string Document, ArticleMark Mark)> Marks()
    {
        foreach (var m in corpus.Mentions)
            yield return (m.Document, new("Mentions", m.Type, m.Start, m.End, corpus.NameOf(m.Entity ?? ""), m.Rule, m.Entity!));
        foreach (var t in corpus.Times) yield return (t.Document, new("Times", t.Type, t.Start, t.End, t.Value, t.Rule));
        foreach (var e in corpus.Events)
            yield return (e.Document, new("Events", e.Kind, e.Start, e.End, $"{e.Date} {Names(e.Actors)} → {Names(e.Targets)}", e.Rule));
    }

    private string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(corpus.NameOf));

    /// <summary>Name of a document's files. One of another corpus, which a notebook cites, gets its page here.</summary>
    private string NameOf(Document document, List<string> files)
    {
        if (_names.TryGetValue(document, out var known)) return known;
        var isOwn = _places.TryGetValue(document.Id, out var place) && corpus.Documents[place].Text == document.Text;
        var name = !isOwn ? "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)))[..12]
            : FileName.IsMatch(document.Id) ? document.Id
            : FormattableString.Invariant($"~{place}");
        _names.Add(document, name);
        if (!isOwn && _others.Add(name)) Write(new ArticlePage(document, Sentence.In(document), []), name, WordsOf(document), files);
        return name;
    }

    private static ILookup<int, Token> WordsOf(Document document) =>
        Token.In(document).Where(token => token.Kind != TokenKind.Symbol).ToLookup(token => token.Sentence);

    private void Write(ArticlePage page, string name, ILookup<int, Token> words, List<string> files)
    {
        files.Add(Save($"articles/{name}.html", page.Render()));
        files.Add(Data($"articles/{name}", PassageData.ToJson(PassageData.Of(page.Document, page.Sentences, words))));
    }

    private string Data(string key, string json) => Save($"data/{key}.js", $"analysisData[{PassageData.ToJson(key)}] = {json};\n");

    private string Save(string name, string content)
    {
        var file = Path.Combine(folder, name);
        AtomicFile.Write(file, Encoding.UTF8.GetBytes(content));
        return file;
    }
}
