using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Analysis.Notebooks.Tests;

public sealed class HtmlReportTests : IDisposable
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47];
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Pages_are_well_formed_and_link_to_files_of_the_report_alone()
    {
        Write();

        foreach (var file in Directory.GetFiles(_folder, "*.html"))
        {
            var page = Page(Path.GetFileName(file));
            var links = page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src")
                .Select(attribute => attribute.Value);
            Assert.All(
                links.Where(link => !link.StartsWith('#') && !link.StartsWith("https://example.org", StringComparison.Ordinal)),
                link => Assert.True(File.Exists(Path.Combine(_folder, Uri.UnescapeDataString(link.Split('#')[0]))), $"{file}: {link}"));
            Assert.Equal("en", page.Attribute("lang")!.Value);
            Assert.Single(page.Descendants("h1"));
            Assert.All(page.Descendants("img"), image => Assert.NotNull(image.Attribute("alt")));
            Assert.Equal("#content", page.Descendants("a").First().Attribute("href")!.Value);
            Assert.Contains(page.Descendants("footer"), footer => footer.Value == "made from <5> texts");
            var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    [Fact]
    public void The_index_shows_each_notebooks_question_finding_and_first_picture()
    {
        Assert.Equal(Path.Combine(_folder, "index.html"), Write()[^1]);

        var card = Page("index.html").Descendants("article").First();
        Assert.Equal("من قُتل؟", card.Element("h2")!.Value);
        Assert.Equal("01-first.html", card.Element("h2")!.Element("a")!.Attribute("href")!.Value);
        Assert.Equal(["The finding.", "Second paragraph."], card.Elements("p").Select(paragraph => paragraph.Value));
        Assert.Equal("02-second.html", card.Elements("p").Last().Element("a")!.Attribute("href")!.Value);
        Assert.Equal("pictures/01-first-chart.png", card.Descendants("img").Single().Attribute("src")!.Value);
        Assert.Equal(Png, File.ReadAllBytes(Path.Combine(_folder, "pictures", "01-first-chart.png")));
    }

    [Fact]
    public void A_chart_is_its_picture_with_its_words_until_the_script_draws_the_figure_beside_it()
    {
        Write();

        var figure = Page("01-first.html").Descendants("figure").Single();
        var picture = figure.Element("img")!;
        Assert.Equal(
            ("pictures/01-first-chart.png", "Title (2020). A bar \"of\" 3.", "700"),
            (picture.Attribute("src")!.Value, picture.Attribute("alt")!.Value, picture.Attribute("width")!.Value));
        Assert.Equal("How to read <it>.", figure.Element("figcaption")!.Value);
        var json = JsonNode.Parse(figure.Element("script")!.Value)!;
        Assert.Equal("</script>", json["data"]![0]!["name"]!.ToString());
        Assert.Equal("01-first/who", figure.Attribute("data-name")!.Value);
        Assert.Equal("hidden", figure.Elements("div").Single().Attribute("hidden")!.Value);
    }

    [Fact]
    public void Without_a_picture_the_words_are_there_and_without_a_figure_the_picture()
    {
        var words = First();
        words.Notebook.Cells[2].Outputs.First().Data.Remove("image/png");
        new HtmlReport().Write(_folder, [words]);
        Assert.Equal("Title (2020)\nA bar \"of\" 3.", Page("01-first.html").Descendants("figure").Single().Element("pre")!.Value);

        var picture = First();
        picture.Notebook.Cells[2].Outputs.First().Data.Remove("application/vnd.plotly.v1+json");
        new HtmlReport().Write(_folder, [picture]);
        Assert.Equal("img", Assert.Single(Page("01-first.html").Descendants("figure").Single().Elements()).Name);
    }

    [Fact]
    public void Cells_outputs_and_tags_are_shown_as_what_they_are()
    {
        Write();
        var page = Page("01-first.html");

        Assert.Equal("var x = \"a < b\"; // why", page.Descendants("code").Skip(1).First().Value);
        Assert.Equal("\"a < b\"", page.Descendants("span").First(span => span.Attribute("class")!.Value == "string").Value);
        Assert.Equal("// why", page.Descendants("span").First(span => span.Attribute("class")!.Value == "comment").Value);
        Assert.Equal("td", page.Descendants("div").Single(div => div.Attribute("class")?.Value == "table").Descendants().Last().Name);
        Assert.Equal("written & read", page.Descendants("pre").Single(pre => pre.Attribute("class")?.Value == "stdout").Value);
        Assert.Equal(
            "Solution",
            page.Descendants("section").Single(cell => cell.Attribute("id")!.Value == "cell-solved")
                .Element("details")!.Element("summary")!.Value);
        Assert.Contains(page.Descendants("a"), link => link.Attribute("href")!.Value == "02-second.html#cell-a");
    }

    [Theory]
    [InlineData("`إيران` and `العراق` are the ids that the table shows.", "p", "ltr")]
    [InlineData("إيران is named most often.", "p", "ltr")]
    [InlineData("IRGC هو الحرس الثوري الإيراني.", "p", "rtl")]
    [InlineData("The word for it is `الحرس الثوري الإيراني والحشد الشعبي`.", "p", "ltr")]
    [InlineData("**إيران** في [العراق](https://example.org/a-long-address-in-latin)", "p", "rtl")]
    [InlineData("# من قُتل؟ `x`", "h1", "rtl")]
    [InlineData("- `من`: from\n- إلى", "ul", "ltr")]
    [InlineData("- from\n- إلى", "li[2]", "rtl")]
    [InlineData("`إيران`: 3", "p", null)]
    public void A_block_runs_in_the_direction_of_the_letters_that_prevail_outside_code(
        string markdown, string element, string? direction) =>
        Assert.Equal(
            direction, XDocument.Parse($"<r>{Prose.Render(markdown, [])}</r>").XPathSelectElement("//" + element)!.Attribute("dir")?.Value);

    [Fact]
    public void A_notebook_that_failed_says_where()
    {
        Write();

        var notice = Page("02-second.html").Descendants("p").Single(p => p.Attribute("class")?.Value == "failed");
        Assert.Equal("02-second.ipynb, cell 'a', line 1: FormatException: no\n    F()", notice.Value);
        Assert.Contains(Page("02-second.html").Descendants("pre"), pre => pre.Attribute("class")?.Value == "error");
    }

    [Fact]
    public void Fonts_are_brought_along_and_named_in_the_styles()
    {
        Write();

        var css = File.ReadAllText(Path.Combine(_folder, "assets", "report.css"));
        Assert.StartsWith("@font-face { font-family: \"Noto Sans", css, StringComparison.Ordinal);
        var fonts = Regex.Matches(css, "url\\(\"([^\"]+)\"\\)").Select(match => match.Groups[1].Value).ToList();
        Assert.Contains(fonts, font => font.Contains("arabic", StringComparison.Ordinal));
        Assert.All(fonts, font => Assert.Equal("wOF2"u8, File.ReadAllBytes(Path.Combine(_folder, "assets", font)).AsSpan(0, 4)));
    }

    [Fact]
    public void No_text_of_the_host_is_markup()
    {
        string[] introduction = ["on `c` <img src=\"x\" onerror=\"x()\"> [a](javascript:x())"];
        new HtmlReport { Title = "<i>", Introduction = introduction, Provenance = "<i>" }.Write(_folder, [First()]);

        var page = Page("index.html");
        Assert.Empty(page.Descendants("i"));
        Assert.Contains(
            page.Descendants("p"), paragraph => paragraph.Value == "on `c` <img src=\"x\" onerror=\"x()\"> [a](javascript:x())");
    }

    [Fact]
    public void Every_file_that_is_written_is_returned()
    {
        var files = Write();

        Assert.Equal(
            Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
            files.Select(Path.GetFullPath).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Findings_about_another_corpus_are_left_out_but_for_the_title()
    {
        var notebook = Notebooks.In(
            "01-first.ipynb", Notebooks.Prose("title", "# Who?\n\nIran leads.", "finding"), Notebooks.Prose("q", "## How often?"),
            Notebooks.Prose("a", "Iran, 47 times.", "finding"));
        new HtmlReport { WithoutFindings = true }.Write(_folder, [new NotebookRun(notebook, "", null)]);
        foreach (var page in new[] { "01-first.html", "index.html" })
        {
            var text = Page(page).Value;
            Assert.Contains("Who?", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Iran", text, StringComparison.Ordinal);
        }

        Assert.Contains("How often?", Page("01-first.html").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_kernel_says_of_packages_is_left_out_but_for_errors()
    {
        JsonObject Listed() => Notebooks.Display(new() { ["text/html"] = "<b>Installed Packages</b>" });
        var notebook = Notebooks.In(
            "01-first.ipynb", Notebooks.Prose("title", "# Who?"),
            Notebooks.Executed(Notebooks.Code("a", "#r \"nuget: X, 1.0\""), 1, Listed(), Notebooks.Error("NuGet", "not found")),
            Notebooks.Executed(Notebooks.Code("b", "shown"), 2, Listed()));
        new HtmlReport().Write(_folder, [new NotebookRun(notebook, "", null)]);
        var text = Page("01-first.html").Value;
        Assert.Single(Regex.Matches(text, "Installed Packages"));
        Assert.Contains("not found", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_in_Arabic_runs_from_right_to_left_and_leaves_English_prose_out()
    {
        var notebook = Notebooks.In(
            "01-first.ipynb", Notebooks.Prose("title", "# Who is named together with whom?\n\nIran leads."),
                Notebooks.Prose("q", "## Unknown heading"),
            Notebooks.Prose("s", "## Solutions\n\n1. None", "solution"),
            Notebooks.Prose("a", "قال إن إيران هي الأولى."));
        new HtmlReport { Language = "ar", Title = "تقرير" }.Write(_folder, [new NotebookRun(notebook, "", null)]);
        foreach (var page in new[] { "01-first.html", "index.html" })
        {
            var text = File.ReadAllText(Path.Combine(_folder, page));
            Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", text, StringComparison.Ordinal);
            Assert.Contains("من يُذكر مع من؟", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("Iran leads|Unknown|Skip|Notebooks|الحل", text);
        }

        Assert.Contains("هي الأولى", Page("01-first.html").Value, StringComparison.Ordinal);
        Assert.Contains("اقرأه في المقال", File.ReadAllText(Path.Combine(_folder, "assets", "figure.js")), StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Write()
    {
        var second = Notebooks.In(
            "02-second.ipynb",
            Notebooks.Prose("q", "# Second?"),
            Notebooks.Executed(Notebooks.Code("a", "F()"), 1, Notebooks.Error("FormatException", "no")));
        return new HtmlReport
        {
            Title = "A report",
            Introduction = ["What it is about."],
            Provenance = "made from <5> texts",
        }.Write(
            _folder,
            [First(), new NotebookRun(second, "a", new CellError("FormatException", "no", "a", 1, "F()", ["FormatException: no"]))]);
    }

    private static NotebookRun First() => new(
        Notebooks.In(
            "01-first.ipynb",
            Notebooks.Prose("q", "# من قُتل؟\n\nThe finding.\n\nSecond [paragraph](02-second.ipynb).\n\n- goal\n\nNot a finding."),
            Notebooks.Code("setup", "using Analysis;", "setup"),
            Notebooks.Executed(
                Notebooks.Code("chart", "var x = \"a < b\"; // why", "figure"),
                1,
                Notebooks.Result(
                    1,
                    new JsonObject
                    {
                        ["application/vnd.plotly.v1+json"] = JsonNode.Parse(
                            """{"data":[{"name":"</script>"}],"layout":{"meta":{"id":"who","caption":"How to read <it>."}}}"""),
                        ["image/png"] = Convert.ToBase64String(Png),
                        ["text/plain"] = "Title (2020)\nA bar \"of\" 3.",
                    },
                    new JsonObject { ["image/png"] = new JsonObject { ["width"] = 700, ["height"] = 400 } })),
            Notebooks.Prose(
                "read",
                "نص بالعربية، ثم [next](02-second.ipynb#cell-a) and [source](https://example.org/a).\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
            Notebooks.Executed(
                Notebooks.Code("table", "rows"),
                2,
                Notebooks.Stream("stdout", "written & read"),
                Notebooks.Display(new JsonObject { ["text/html"] = "<table><tr><td>1</td></tr></table>", ["text/plain"] = "1" })),
            Notebooks.Code("solved", "1 + 1", "solution")),
        "",
        null);

    private XElement Page(string name) => XDocument.Parse(File.ReadAllText(Path.Combine(_folder, name))).Root!;
}
