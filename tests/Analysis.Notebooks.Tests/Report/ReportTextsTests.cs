using System.Text.Json;
using System.Xml.Linq;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests;

public sealed class ReportTextsTests : IDisposable
{
    private const string Hostile = "</script><script>alert(1)</script>";

    private readonly TemporaryFolder _folder = new();
    private readonly Corpus _corpus = Corpus.Of(
    [
        new("a", "قال ترامب يوم الاثنين إن إيران ستدفع الثمن.\n\nزار قاآني بغداد.", new(2020, 1, 5), Title: "عنوان", Outlet: "الجزيرة"),
        new("b/../c ?", $"{Hostile} في بغداد.", Title: Hostile),
    ], Path.Combine(Repository.Corpus, "entities.tsv"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_article_has_its_sentences_by_paragraph_and_every_mark()
    {
        new ReportTexts(_corpus, _folder.Location).WriteArticles();

        var article = Data("articles/a");
        var text = _corpus["a"].Text;
        Assert.Equal(
            ["0 قال ترامب يوم الاثنين إن إيران ستدفع الثمن.", "1 زار قاآني بغداد."],
            article.GetProperty("sentences").EnumerateArray().Select(sentence => $"{sentence[2]} {sentence[1]}"));
        var marks = article.GetProperty("marks").EnumerateArray().Select(mark => (text[mark[0].GetInt32()..mark[1].GetInt32()],
            article.GetProperty("kinds")[mark[2].GetInt32()].ToString(), article.GetProperty("words")[mark[3].GetInt32()].GetString(),
            article.GetProperty("words")[mark[4].GetInt32()].GetString())).ToList();
        var expected = _corpus.Mentions.Where(m => m.Document == "a")
            .Select(m => (m.Surface, $"[\"Mentions\",\"{m.Type}\"]", _corpus.NameOf(m.Entity!), Language.English.NameOf(m.Rule))).ToList();
        // An event without a target has no arrow that leads nowhere.
        Assert.Contains(_corpus.Events, e => e.Document == "a" && e.Targets.Count == 0);
        Assert.DoesNotContain(marks, mark => mark.Item3!.EndsWith('→'));
        Assert.True(expected.Count >= 4);
        Assert.All(expected, mention => Assert.Contains(mention, marks));
        Assert.Equal(
            expected.Count + _corpus.Times.Count(t => t.Document == "a") + _corpus.Events.Count(e => e.Document == "a"), marks.Count);
    }

    [Fact]
    public void A_kind_has_one_number_in_all_articles_and_articles_are_listed_by_date()
    {
        var corpus = Corpus.Of(
        [
            new("late", "زار قاآني بغداد.", new DateOnly(2020, 5, 1)), new("undated", "قال ترامب إن إيران ستدفع الثمن."),
            new("early", "هاجمت كتائب حزب الله قاعدة.", new DateOnly(2020, 1, 1)),
        ], Path.Combine(Repository.Corpus, "entities.tsv"));
        new ReportTexts(corpus, _folder.Location).WriteArticles();
        string[] Kinds(string article) => [.. Data($"articles/{article}").GetProperty("kinds").EnumerateArray().Select(kind => $"{kind}")];
        Assert.NotEmpty(Kinds("late"));
        Assert.Equal(Kinds("late"), Kinds("early"));
        Assert.Equal(
            ["early", "late", "undated"],
            Page("articles.html").Descendants("tbody").Elements("tr").Select(row => row.Descendants("bdi").First().Value));
    }

    [Fact]
    public void Texts_are_no_markup_and_ids_no_paths()
    {
        var files = new ReportTexts(_corpus, _folder.Location).WriteArticles();

        Assert.Equal(
            [
                "article.html", "articles.html", "data/articles/a.js", "data/articles/~1.js", "data/search/events-0.js",
                "data/search/folding.js", "data/search/index.js", "data/search/mentions-0.js", "data/search/words-0.js", "search.html",
            ],
            files.Select(file => Path.GetRelativePath(_folder.Location, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal(
            Directory.GetFiles(_folder.Location, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
            files.Order(StringComparer.Ordinal));
        Assert.Empty(Page("articles.html").Descendants("script"));
        Assert.Contains(Page("articles.html").Descendants(), element => !element.HasElements && element.Value == Hostile);
        var rows = Page("articles.html").Descendants("tbody").Elements("tr");
        Assert.Equal(["a", "b/../c ?"], rows.Select(row => row.Descendants("bdi").First().Value));
    }

    [Fact]
    public void Passages_are_addresses_by_document_and_those_of_another_corpus_bring_their_article()
    {
        var other = Corpus.Of([new("a", "بغداد هادئة.")], _corpus.EntitiesFile);
        var mentions = _corpus.Mentions.Concat(other.Mentions).Where(mention => mention.Entity == "baghdad");
        var figure = Figure.Bar(mentions.CountBy(mention => mention.Entity), "Where?", id: "where").Citing(
        [
            .. Evidence.Of(_corpus.Mentions, _corpus, mention => mention.Entity),
            .. Evidence.Of(other.Mentions, other, mention => mention.Entity),
        ]);

        var texts = new ReportTexts(_corpus, _folder.Location);
        var files = texts.Write("01 page", figure);

        var name = Path.GetFileNameWithoutExtension(files[0]);
        Assert.StartsWith("~", name, StringComparison.Ordinal);
        var key = Data("figures/01 page/where").GetProperty("0").GetString()!;
        Assert.Equal(
            [$"data/articles/{name}.js", $"data/{key}.js", "data/figures/01 page/where.js"],
            files.Select(file => Path.GetRelativePath(_folder.Location, file).Replace('\\', '/')));
        var own = _corpus.Mentions.Where(mention => mention.Entity == "baghdad").ToList();
        var expected = own.Select(m => (m.Document == "a" ? "a" : "~1", m)).Append((name, other.Mentions[0]))
            .Select(each => (each.Item1, each.Item2.Start, each.Item2.End, Rule: Language.English.NameOf(each.Item2.Rule)))
            .Select(each => $$"""["{{each.Item1}}",[[{{each.Start}},{{each.End}},"{{each.Rule}}"]]]""");
        Assert.Equal($"[{string.Join(',', expected)}]", Data(key).GetRawText());

        // The same passages are not written again.
        Assert.Equal(["where.js"], texts.Write("02 page", figure).Select(Path.GetFileName));
        Assert.Equal(key, Data("figures/02 page/where").GetProperty("0").GetString());
    }

    private JsonElement Data(string key)
    {
        var (start, end) = ($"analysisData[\"{key}\"] = ", ";\n");
        var script = File.ReadAllText(_folder.At($"data/{key}.js"));
        Assert.StartsWith(start, script, StringComparison.Ordinal);
        Assert.EndsWith(end, script, StringComparison.Ordinal);
        return JsonDocument.Parse(script[start.Length..^end.Length]).RootElement;
    }

    private XElement Page(string name) => XDocument.Parse(File.ReadAllText(_folder.At(name)), LoadOptions.PreserveWhitespace).Root!;
}
