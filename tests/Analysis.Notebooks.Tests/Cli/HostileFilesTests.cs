using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analysis.Cli;
using Analysis.Tests.Corpora;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>Files made of a <see cref="HostileCorpus"/>: nothing in them runs, opens or turns around what stands beside it.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private static readonly char[] Formulas = ['=', '+', '-', '@', '\t', '\r'];

    private static readonly string[] Hostile = HostileCorpus.Hostile;

    private readonly HostileCorpus _source = new();
    private readonly TemporaryFolder _output = new();

    public static TheoryData<Language> Languages => [Language.English, Language.Arabic];

    public void Dispose()
    {
        _source.Dispose();
        _output.Dispose();
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_report_holds_hostile_texts_as_texts(Language language)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var saved = await Report(_source.Corpus.In(language)).WriteAsync(_output.Location, TestContext.Current.CancellationToken);
        Assert.Equal("", saved.Warning);
        CheckWord();
        CheckWorkbook();
        Assert.All(saved.Files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal)), file => CheckCsv(_output.At(file)));
        Assert.All(saved.Files.Where(file => file.EndsWith(".svg", StringComparison.Ordinal)), file =>
            CheckSvg(XDocument.Load(_output.At(file))));
        Assert.Equal("clean", await Opened(_output.At("report.html")));
    }

    [Fact]
    public async Task Networks_and_timelines_hold_hostile_names_as_texts()
    {
        Export(withMark: true);
        foreach (var file in new[] { "network.gexf", "network.graphml" })
            Assert.Contains(Hostile[0], XDocument.Load(_output.At(file)).Descendants().Attributes().Select(each => each.Value)
                .Concat(XDocument.Load(_output.At(file)).Descendants().Select(each => each.Value)));
        Assert.All(Directory.EnumerateFiles(_output.Location, "*.csv", SearchOption.AllDirectories), CheckCsv);
        Assert.StartsWith("Source,Target,Type,Weight,", File.ReadLines(_output.At("network-edges.csv")).First(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", File.ReadAllText(_output.At("timeline.json")), StringComparison.Ordinal);
        Assert.All(["network.gexf", "network.graphml", "timeline.json"], file => Assert.DoesNotContain(
            File.ReadAllText(_output.At(file)), letter => letter is >= '\u202A' and <= '\u202E'));
        if (Figure.CanExport) Assert.Equal("clean", await Opened(_output.At("timeline.html")));
    }

    [Fact]
    public void Networkx_reads_the_weights_of_both_network_formats()
    {
        Assert.SkipUnless(Python("import networkx") == "", "python3 with networkx is not there");
        Export(withMark: false);
        Assert.Equal("2 2 2 2", Python($"""
            import networkx as nx
            for graph in nx.read_gexf(r'{_output.At("network.gexf")}'), nx.read_graphml(r'{_output.At("network.graphml")}'):
                weights = [int(edge['weight']) for _, _, edge in graph.edges(data=True)]
                print(min(weights), max(weights), end=' ')
            """));
    }

    private static CorpusReport Report(Corpus corpus) => (corpus.Report("clean") with { Introduction = string.Join('\n', Hostile) })
        .AddSection(Hostile[5], Hostile[9])
        .Add(Named(corpus), Hostile[10])
        .Add(Figure.Bar(corpus.Events.CountBy(e => e.Kind), Hostile[6], unit: Hostile[4], id: "kinds"))
        .Add(Figure.Network(CoMentions.Of(corpus.Mentions, corpus.Sentences, TextUnit.Sentence, minimum: 1), Hostile[7],
            name: corpus.NameOf, id: "net"))
        .Add(corpus.Documents, Hostile[8], Hostile[0])
        .Add(Chronology.Of(corpus), Hostile[11]);

    private static Figure Named(Corpus corpus) =>
        Figure.Bar(corpus.Mentions.CountBy(m => m.Entity), Hostile[5], unit: Hostile[6], name: corpus.NameOf, id: "named")
            .Citing(Evidence.Of(corpus.Mentions, corpus, m => m.Entity)) with
        { Subtitle = Hostile[8], Caption = Hostile[10], Source = Hostile[11], Alt = Hostile[9] };

    private void CheckWord()
    {
        using var document = WordprocessingDocument.Open(_output.At("report.docx"), isEditable: false);
        var main = document.MainDocumentPart!;
        Assert.Empty(main.HyperlinkRelationships);
        Assert.Empty(main.ExternalRelationships);
        Assert.All(main.Document!.Descendants<Hyperlink>(), link => Assert.NotNull(link.Anchor));
        string[] known = ["PAGEREF", "SEQ", "PAGE", "NUMPAGES"];
        Assert.All(
            main.Document.Descendants<FieldCode>().Select(code => code.Text)
                .Concat(main.Document.Descendants<SimpleField>().Select(field => field.Instruction!.Value!)),
            field => Assert.Contains(field.Trim().Split(' ')[0], known));
        Assert.Contains(Hostile[0], main.Document.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain(main.Document.InnerText, letter => letter is >= '\u202A' and <= '\u202E');
    }

    private void CheckWorkbook()
    {
        using var workbook = SpreadsheetDocument.Open(_output.At("tables.xlsx"), isEditable: false);
        var cells = workbook.WorkbookPart!.WorksheetParts.SelectMany(
            part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).ToList();
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        Assert.Contains(cells, cell => cell.InlineString?.InnerText == Hostile[0]);
        Assert.All(workbook.WorkbookPart.WorksheetParts, part => Assert.Empty(part.HyperlinkRelationships));
    }

    // A number may begin with a sign.
    private static void CheckCsv(string file) => Assert.All(
        Csv.Read(File.ReadAllText(file).TrimStart('\uFEFF'), file).SelectMany(record => record.Fields)
            .Where(field => field?.Length > 0 && Formulas.Contains(field[0])),
        field => Assert.True(double.TryParse(field, out _), $"{file}: {field}"));

    private static void CheckSvg(XDocument svg) => Assert.DoesNotContain(
        svg.Descendants(), each => each.Name.LocalName is "script" or "a" or "foreignObject"
            || each.Attributes().Any(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));

    /// <summary>The title of a page after it was opened, where it asked for nothing and leads nowhere but to files beside it.</summary>
    private static async Task<string> Opened(string file)
    {
        // The page's title is the corpus' or the report's, whose texts are set in <title> as texts.
        await using var browser = await Browser.StartAsync(Machine.Current, TimeSpan.FromSeconds(30), ChartAssets.PlotlyScript);
        var page = await browser.OpenPageAsync();
        var asked = new List<string>();
        page.Request += (_, sent) => asked.Add(sent.Request.Url);
        await page.GoToAsync(new Uri(file).AbsoluteUri);
        Assert.DoesNotContain(asked, url => new Uri(url).Scheme is not ("file" or "data"));
        var links = await page.EvaluateExpressionAsync<string[]>("[...document.links].map(link => link.getAttribute('href'))");
        Assert.All(links, link => Assert.Matches(new Regex(@"^(#|figures/|tables/|tables\.xlsx)"), link));
        Assert.Equal(0, await page.EvaluateExpressionAsync<int>(
            "document.scripts.length + document.querySelectorAll('[onerror], iframe, object, embed').length"));
        return await page.EvaluateExpressionAsync<string>("document.title === 'ran' ? 'ran' : 'clean'");
    }

    private void Export(bool withMark) => new CorpusExport(_source.Corpus, new ExportFolder(_output.Location, withMark))
        .Write(["csv", "gexf", "graphml", "edges", "timelinejs", "timeline", "acled"], TextWriter.Null, TextWriter.Null);

    /// <summary>What a program in Python writes; the error where it fails.</summary>
    private static string Python(string program)
    {
        try
        {
            var streams = new ProcessStartInfo("python3", ["-c", program]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(streams)!;
            var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            return output.Trim();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            return error.Message;
        }
    }
}
