using System.Text;
using System.Xml.Linq;
using Analysis.Cli;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

public sealed class CorpusExportTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new TemporaryFolder()
        .With("a.txt", "قصفت القوات الأمريكية كتائب حزب الله في العراق يوم 3 يناير 2020.\nوانتقد ترامب إيران.")
        .With("b.txt", "زار قأني بغداد أمس.");

    private readonly TemporaryFolder _output = new();

    public void Dispose()
    {
        _corpus.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void Every_format_is_written_and_named_with_its_place()
    {
        var (said, warned) = Export(CorpusExport.Formats);
        Assert.Equal(CorpusExport.Formats, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.Equal("", warned);
        Assert.Equal(
            [
                "acled-dyads.csv", "acled-events.csv", "brat/a.ann", "brat/a.txt", "brat/annotation.conf", "brat/b.ann", "brat/b.txt",
                .. Tables("csv"), .. Tables("jsonl"),
                "network-edges.csv", "network-nodes.csv", "network.gexf", "network.graphml",
                "parquet/documents/part-0.parquet", "parquet/events/part-0.parquet", "parquet/mentions/part-0.parquet",
                "parquet/sentences/part-0.parquet", "parquet/times/part-0.parquet", "timeline.html", "timeline.json",
            ],
            Directory.EnumerateFiles(_output.Location, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(_output.Location, path).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal("gexf", XDocument.Load(_output.At("network.gexf")).Root!.Name.LocalName);
    }

    [Fact]
    public void Only_the_formats_asked_for_are_written()
    {
        Export(["graphml"]);
        Assert.Equal(["network.graphml"], Directory.EnumerateFileSystemEntries(_output.Location).Select(Path.GetFileName));
    }

    [Fact]
    public void The_chronology_has_a_row_for_each_event_with_the_addresses_of_all_its_reports()
    {
        _corpus.With("documents.csv", "id,file,date\na,a.txt,2020-01-04\nb,b.txt,2020-01-05\n")
            .With("a.txt", "اغتالت الولايات المتحدة قاسم سليماني في بغداد يوم 3 يناير 2020.")
            .With("b.txt", "زار قأني بغداد. وكانت الولايات المتحدة قتلت قاسم سليماني يوم 3 يناير 2020.");
        Export(["csv"]);
        var (chronology, corpus) = (File.ReadAllLines(_output.At("csv/chronology.csv")), Corpus.Open(_corpus.Location));
        Assert.Equal(
            "date,earliest,latest,date_basis,kind,cameo,goldstein,plover,actors,targets,place,headline,text,events", chronology[0]);
        var reports = corpus.Events.Where(report => report.Kind == "killing")
            .Select(report => $"{report.Document}:{report.Start}-{report.End}").ToList();
        Assert.Equal(2, reports.Count);
        var killing = Assert.Single(chronology, row => row.Contains(",killing,", StringComparison.Ordinal));
        Assert.StartsWith("2020-01-03,2020-01-03,2020-01-03,stated,", killing, StringComparison.Ordinal);
        Assert.EndsWith("," + string.Join(';', reports), killing, StringComparison.Ordinal);
        var all = chronology.Skip(1).SelectMany(row => row[(row.LastIndexOf(',') + 1)..].Split(';')).ToList();
        Assert.Equal(corpus.Events.Count, all.Count);
        Assert.Contains("(a), 4 Jan 2020; (b), 5 Jan 2020", Timeline(), StringComparison.Ordinal);
    }

    [Fact]
    public void Edges_have_the_columns_of_gephi_and_events_those_of_acled()
    {
        _corpus.With("documents.csv", "id,file,date,outlet\na,a.txt,2020-01-04,واع\nb,b.txt,2020-01-05,واع\n");
        Export(["edges", "acled"]);
        Assert.StartsWith("Source,Target,Type,Weight,", File.ReadLines(_output.At("network-edges.csv")).First(), StringComparison.Ordinal);
        Assert.StartsWith("Id,Label,", File.ReadLines(_output.At("network-nodes.csv")).First(), StringComparison.Ordinal);
        var events = File.ReadAllLines(_output.At("acled-events.csv"));
        Assert.StartsWith(
            "event_id,event_date,end_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,actor2,location,source,notes,",
            events[0], StringComparison.Ordinal);
        Assert.Contains(events, row =>
            row.Contains(",2020-01-03,2020-01-03,2020,1,Political violence,ASSAULT,attack,US forces,", StringComparison.Ordinal));
        Assert.All(events.Skip(1), row => Assert.Contains(",واع,", row, StringComparison.Ordinal));
        Assert.Contains(File.ReadAllLines(_output.At("acled-dyads.csv")), row =>
            row.StartsWith("US forces,Kata", StringComparison.Ordinal));
    }

    [Fact]
    public void Brat_gets_the_raw_texts_and_a_configuration_with_every_label_used()
    {
        Export(["brat"]);
        Assert.Equal(File.ReadAllBytes(_corpus.At("a.txt")), File.ReadAllBytes(_output.At("brat/a.txt")));
        var labels = File.ReadAllLines(_output.At("brat/annotation.conf")).TakeWhile(line => line.Length > 0).Skip(1).ToHashSet();
        var used = File.ReadLines(_output.At("brat/a.ann")).Concat(File.ReadLines(_output.At("brat/b.ann")))
            .Where(line => line[0] == 'T').Select(line => line.Split('\t', ' ')[1]).ToHashSet();
        Assert.Equal(used.Order(StringComparer.Ordinal), labels.Order(StringComparer.Ordinal));
        Assert.Contains(used, label => label.StartsWith("Event-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tables_begin_with_a_byte_order_mark_when_it_is_asked_for(bool mark)
    {
        Export(["csv", "jsonl"], mark);
        Assert.Equal(mark, File.ReadAllBytes(_output.At("csv/mentions.csv")).AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal((byte)'{', File.ReadAllBytes(_output.At("jsonl/mentions.jsonl"))[0]);
    }

    [Fact]
    public void Corrections_that_found_nothing_are_warned_of()
    {
        _corpus.With("corrections.jsonl", """{"doc":"b","kind":"event","start":0,"end":1,"action":"remove"}""");
        Assert.Equal(
            "warning: corrections.jsonl(1): document b has no event from 0 to 1, so there is nothing to remove\n", Export(["edges"]).Error);
    }

    [Theory]
    [InlineData("000", "000")]
    [InlineData("مقال_1.v2-b", "مقال_1.v2-b")]
    [InlineData("../x y%", "%002E.%002Fx%0020y%0025")]
    public void An_id_makes_a_file_name_that_leads_nowhere_else(string id, string name) => Assert.Equal(name, ExportFolder.FileNameOf(id));

    [Fact]
    public void A_file_that_could_not_be_written_whole_leaves_what_was_there()
    {
        _output.With("x.csv", "before");
        Assert.Throws<InvalidOperationException>(() => new ExportFolder(_output.Location).Write("x.csv", output =>
        {
            output.WriteByte(1);
            throw new InvalidOperationException();
        }));
        Assert.Equal("before", File.ReadAllText(_output.At("x.csv")));
        Assert.Single(Directory.EnumerateFiles(_output.Location));
    }

    private static IEnumerable<string> Tables(string format) =>
        ((string[])["chronology", "co-mentions", "documents", "entities", "events", "mentions", "sentences", "times", "tokens"])
            .Select(name => $"{format}/{name}.{format}");

    private string Timeline()
    {
        Export(["timelinejs"]);
        return File.ReadAllText(_output.At("timeline.json"));
    }

    private (string Output, string Error) Export(IReadOnlyCollection<string> formats, bool mark = false)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        new CorpusExport(Corpus.Open(_corpus.Location), new ExportFolder(_output.Location, mark)).Write(formats, output, error);
        return (output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
