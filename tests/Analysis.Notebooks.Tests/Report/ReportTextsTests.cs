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
    public void An_article_shows_its_text_with_every_mark_a_place_for_every_start_and_a_list()
    {
        new ReportTexts(_corpus, _folder.Location).WriteArticles();

        var article = Page("articles/a.html");
        var text = article.Descendants("article").Single();
        Assert.Equal(
            ["قال ترامب يوم الاثنين إن إيران ستدفع الثمن.", "زار قاآني بغداد."], text.Elements("p").Select(paragraph => paragraph.Value));
        Assert.Equal(("auto", "ar"), (text.Attribute("dir")!.Value, text.Attribute("lang")!.Value));
        Assert.Equal("a · الجزيرة · 2020-01-05", article.Descendants("p").First(each => each.Attribute("class")?.Value == "facts").Value);
        var starts = _corpus.Mentions.Where(m => m.Document == "a").Select(m => m.Start)
            .Concat(_corpus.Times.Where(t => t.Document == "a").Select(t => t.Start))
            .Concat(_corpus.Events.Where(e => e.Document == "a").Select(e => e.Start)).ToList();
        Assert.True(starts.Count >= 4);
        var ids = text.Descendants("span").Attributes("id").Select(id => id.Value).ToList();
        Assert.All(starts, start => Assert.Contains($"o{start}", ids));
        Assert.Equal(starts.Count, article.Descendants("tbody").Elements("tr").Count());
        var boxes = article.Descendants("input").Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(boxes.Distinct(), boxes);
        Assert.All(text.Descendants("span").Attributes("class"), kinds => Assert.Contains(kinds.Value.Split(' ')[1], boxes));
    }

    [Fact]
    public void Texts_are_no_markup_and_ids_no_paths()
    {
        var files = new ReportTexts(_corpus, _folder.Location).WriteArticles();

        Assert.Equal(
            [
                "articles.html", "articles/a.html", "articles/~1.html", "data/articles/a.js", "data/articles/~1.js", "data/search/events-0.js",
                "data/search/folding.js", "data/search/index.js", "data/search/mentions-0.js", "data/search/words-0.js", "search.html",
            ],
            files.Select(file => Path.GetRelativePath(_folder.Location, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal(
            Directory.GetFiles(_folder.Location, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
            files.Order(StringComparer.Ordinal));
        foreach (var page in (string[])["articles.html", "articles/~1.html"])
        {
            Assert.Empty(Page(page).Descendants("script"));
            Assert.Contains(Page(page).Descendants(), element => !element.HasElements && element.Value == Hostile);
        }

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

        var files = new ReportTexts(_corpus, _folder.Location).Write("01 page", figure);

        var name = Path.GetFileNameWithoutExtension(files[0]);
        Assert.StartsWith("~", name, StringComparison.Ordinal);
        Assert.Equal(
            [$"articles/{name}.html", $"data/articles/{name}.js", "data/figures/01 page/where-0.js"],
            files.Select(file => Path.GetRelativePath(_folder.Location, file).Replace('\\', '/')));
        var own = _corpus.Mentions.Where(mention => mention.Entity == "baghdad").ToList();
        var expected = own.Select(m => (m.Document == "a" ? "a" : "~1", m)).Append((name, other.Mentions[0]))
            .Select(each => $$"""["{{each.Item1}}",[[{{each.Item2.Start}},{{each.Item2.End}},"{{each.Item2.Rule}}"]]]""");
        Assert.Equal(
            $"analysisData[\"figures/01 page/where-0\"] = [{string.Join(',', expected)}];\n", File.ReadAllText(files[^1]));
    }

    private XElement Page(string name) => XDocument.Parse(File.ReadAllText(_folder.At(name)), LoadOptions.PreserveWhitespace).Root!;
}
