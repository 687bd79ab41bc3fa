using System.Security.Cryptography;

namespace Analysis.Notebooks;

/// <summary>
/// The texts of a report: the page on which they are read, and script files, which a page opened from disk can load when it is asked for.
/// <c>data/articles/003.js</c> holds an article with its marks, <c>data/passages/1f….js</c> the addresses of the passages behind a mark,
/// <c>data/figures/page/id.js</c> the keys of these for the marks of a figure; marks with the same passages share a file.
/// </summary>
/// <remarks>Figures may be written beside each other and beside the articles.</remarks>
/// <param name="corpus">The corpus that the report is about.</param>
/// <param name="folder">The report's folder.</param>
public sealed class ReportTexts(Corpus corpus, string folder)
{
    private static readonly Regex FileName = new("^[a-z0-9][a-z0-9_-]{0,63}\\z", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, int> _places = corpus.Texts.Index().ToDictionary(each => each.Item.Id, each => each.Index);
    private readonly Dictionary<Document, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _others = [];
    private readonly ConcurrentDictionary<string, bool> _passages = [];

    /// <summary>Writes the passages behind the marks of a figure.</summary>
    /// <param name="page">Name of the page that shows the figure.</param>
    /// <param name="figure">The figure; its id names the files.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public IReadOnlyList<string> Write(string page, Figure figure)
    {
        List<string> files = [];
        var keys = FigureMeta.Of(figure).Passages().ToDictionary(
            mark => mark.Mark,
            mark => Passages(PassageData.Of(mark.Passages, document => NameOf(document, files), figure.Language), files));
        if (keys.Count > 0) files.Add(Data($"figures/{page}/{figure.Id}", PassageData.ToUtf8Json(keys)));
        return files;
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
        List<string> files = [];
        files.Add(Data($"concordances/{page}/{table}", PassageData.ToUtf8Json(ConcordanceData.Of(corpus, concordance, NameOf))));
        return files;

        string? NameOf(string document) => _places.ContainsKey(document) ? this.NameOf(corpus[document], files) : null;
    }

    /// <summary>Writes the articles of the corpus, the page that lists them, and the page that searches them.</summary>
    /// <returns>The files written.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public IReadOnlyList<string> WriteArticles()
    {
        List<string> files = [];
        Dictionary<string, string> rows = [];
        var (search, forms) = (new SearchIndex(corpus), new TokenForms());
        foreach (var annotations in corpus.Annotations)
        {
            var document = annotations.Document;
            ArticleMark[] marks = [.. Marks(annotations)];
            var (name, sentences) = (NameOf(document, files), corpus.SentencesOf(document.Id));
            var words = WordsAmong(Segmentation.Tokens(document, forms));
            files.Add(Article(name, document, sentences, words, marks));
            search.Add(document, name, sentences, words);
            rows.Add(document.Id, Row(document, name, marks.Length));
        }

        foreach (var (key, json) in search.Files()) files.Add(Data(key, Encoding.UTF8.GetBytes(json)));
        files.Add(Page("search", [], "figure.js", "data.js", "concordance.js", "search-index.js", "search.js"));
        files.Add(Page("article", [], "figure.js", "data.js", "article.js"));
        files.Add(Page("articles", [("rows", string.Concat(corpus.DocumentsByDate.Select(document => rows[document.Id])))]));
        return files;
    }

    private string Page(string name, (string, string)[] parts, params string[] scripts) =>
        Save($"{name}.html", PageLayout.OfReport(corpus.Language, name, parts, scripts));

    private string Row(Document document, string name, int marks) => $"""
        <tr><td dir="auto"><a href="article.html#{name}">{HtmlEncode(ArticleData.TitleOf(document))}</a></td>
        <td>{ArticleData.FactsOf(document, corpus.Language)}</td><td>{corpus.Language.Digits(InvariantText.Format(marks)!)}</td></tr>

        """;

    /// <summary>The kinds of marks in the corpus, in the order of the page's legend.</summary>
    private (string Layer, string Kind)[] Kinds => field ??=
    [
        .. new[] { ("Mentions", corpus.Mentions.Select(m => m.Type)), ("Times", corpus.Times.Select(t => t.Type)),
                   ("Events", corpus.Events.Select(e => e.Kind)) }
            .SelectMany(layer => layer.Item2.Distinct().Order(StringComparer.Ordinal).Select(kind => (layer.Item1, Say(kind)))),
    ];

    private IEnumerable<ArticleMark> Marks(DocumentAnnotations annotations)
    {
        foreach (var m in annotations.Mentions.Select(UnlistedName.WithId))
            yield return new("Mentions", Say(m.Type), m.Start, m.End, corpus.NameOf(m.Entity!), Rule(m.Rule));
        foreach (var t in annotations.Times) yield return new("Times", Say(t.Type), t.Start, t.End, Value(t.Value), Rule(t.Rule));
        foreach (var e in annotations.Events)
        {
            var told = $"{Value(e.Date)} {Names(e.Actors)}".Trim();
            if (e.Targets.Count > 0) told = corpus.Language.Text("acts-on", told, Names(e.Targets));
            yield return new("Events", Say(e.Kind), e.Start, e.End, told, Rule(e.Rule));
        }
    }

    private string Say(string english) => corpus.Language.Digits(corpus.Language.Say(english));

    private string Value(string code) => corpus.Language.SayCell(code);

    private string Rule(string id) => corpus.Language.NameOf(id);

    private string Names(IEnumerable<string> ids) => corpus.Language.List(ids.Select(corpus.NameOf), ',');

    /// <summary>Name of a document's files. One of another corpus, which a notebook cites, gets its page here.</summary>
    private string NameOf(Document document, List<string> files)
    {
        lock (_names)
        {
            if (!_names.TryGetValue(document, out var name)) _names.Add(document, name = Named(document, files));
            return name;
        }
    }

    private string Named(Document document, List<string> files)
    {
        var isOwn = _places.TryGetValue(document.Id, out var place) && corpus.Texts[place].Text == document.Text;
        var name = !isOwn ? "~" + Hash(Encoding.UTF8.GetBytes(document.Text))
            : FileName.IsMatch(document.Id) ? document.Id
            : FormattableString.Invariant($"~{place}");
        if (!isOwn && _others.Add(name)) files.Add(Article(name, document, Sentence.In(document), WordsAmong(Token.In(document)), []));
        return name;
    }

    private static ILookup<int, Token> WordsAmong(IEnumerable<Token> tokens) =>
        tokens.Where(token => token.Kind != TokenKind.Symbol).ToLookup(token => token.Sentence);

    private string Article(
        string name, Document document, IEnumerable<Sentence> sentences, ILookup<int, Token> words, ArticleMark[] marks) =>
        Data($"articles/{name}", PassageData.ToUtf8Json(ArticleData.Of(document, sentences, words, marks, Kinds)));

    /// <summary>Writes passages that no mark had before; their key.</summary>
    private string Passages(IEnumerable<PassageData.CitedDocument> passages, List<string> files)
    {
        var json = PassageData.ToUtf8Json(passages);
        var key = "passages/" + Hash(json);
        // Known when they are written: another figure that has them too is not told of before.
        if (_passages.ContainsKey(key)) return key;
        files.Add(Data(key, json));
        _passages.TryAdd(key, true);
        return key;
    }

    private static string Hash(byte[] text) => Convert.ToHexStringLower(SHA256.HashData(text))[..16];

    private string Data(string key, byte[] json) =>
        Save($"data/{key}.js", [.. "analysisData["u8, .. PassageData.ToUtf8Json(key), .. "] = "u8, .. json, .. ";\n"u8]);

    private string Save(string name, string content) => Save(name, Encoding.UTF8.GetBytes(content));

    private string Save(string name, byte[] content)
    {
        var file = Path.Combine(folder, name);
        AtomicFile.Write(file, content);
        return file;
    }
}
