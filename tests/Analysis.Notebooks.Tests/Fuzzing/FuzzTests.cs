using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analysis.Cli;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Fuzzing;

/// <summary>
/// What holds of every input. Damaged inputs are made from a seed; ANALYSIS_FUZZ_SECONDS and ANALYSIS_FUZZ_SEED ask for longer and other
/// runs, and the number of executions is written to the test's output. An input that broke something becomes a file in Fuzzing/Found.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private const int Seed = 11;
    private const double SlowestSeconds = 10; // of one input; the machine may be busy
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable("ANALYSIS_FUZZ_SECONDS") ?? "1.5", CultureInfo.InvariantCulture));

    private static readonly Lazy<Annotator> Project =
        new(() => Annotator.Create(Gazetteer.Load(Path.Combine(Repository.Corpus, CorpusFolders.EntitiesFile))));

    private static readonly byte[][] Texts = [.. Directory.GetFiles(Path.Combine(Repository.Corpus, "articles"), "*.txt")
        .Order(StringComparer.Ordinal).Select(File.ReadAllBytes).SelectMany(bytes => bytes.Chunk(1500)), [.. "أمس"u8]];

    private static readonly byte[][] Lines =
    [
        [.. "{\"id\":\"a\",\"text\":\"قتل قاسم سليماني في بغداد أمس.\",\"date\":\"2020-01-05\",\"title\":null}\n"u8,
            .. "{\"id\":\"b\",\"text\":\"x\"}\n"u8],
        [.. "{\"id\":\"c\",\"text\":\"زار الوزير طهران الاثنين الماضي \\ud83d\\ude00\",\"other\":[1,{\"a\":2}]}\r\n\r\n"u8],
    ];

    private static readonly byte[][] Tables =
    [
        [.. "id,file,published,title\r\n1,a.txt,2020-01-05,\"عنوان, ثم \"\"اثنان\"\"\"\r\n2,b.txt,,\n"u8], [.. "id;file\n1;\"a\nb\"\n"u8],
    ];

    private static readonly byte[][] NotebookFiles = [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb")
        .Order(StringComparer.Ordinal).Select(file => Notebook.Load(file).WithoutOutputs().ToString())
        .Select(text => Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, 40_000)])), Encoding.UTF8.GetBytes(Notebook.Of(
            "a.ipynb", [Notebooks.Code("a", "1 + 1"), Notebooks.Prose("b", "# نص")]).ToString())];

    private readonly TemporaryFolder _folder = new TemporaryFolder().With("entities.tsv", Sample("entities"));
    private readonly ITestOutputHelper _output;
    private readonly Dictionary<string, (byte[][] Sound, Action<byte[]> Try)> _targets;

    public FuzzTests(ITestOutputHelper output) => (_output, _targets) = (output, new()
    {
        ["reader"] = ([.. Lines, .. Texts], Decode),
        ["annotator"] = (Texts, Annotate),
        ["stream"] = (Lines, Stream),
        ["csv"] = (Tables, ReadCsv),
        ["notebook"] = (NotebookFiles, ReadNotebook),
        ["tables"] = ([.. "corrections decisions entities description".Split(' ').Select(name => Encoding.UTF8.GetBytes(Sample(name)))],
            ReadTables),
    });

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("reader")]
    [InlineData("annotator")]
    [InlineData("stream")]
    [InlineData("csv")]
    [InlineData("notebook")]
    [InlineData("tables")]
    public void Damaged_inputs_break_nothing(string name)
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("ANALYSIS_FUZZ_SEED") ?? $"{Seed}", CultureInfo.InvariantCulture);
        var (mutations, target, watch, count) = (new Mutations(seed), _targets[name], Stopwatch.StartNew(), 0);
        for (; watch.Elapsed < Longest; count++) Try(name, mutations.Of(target.Sound));
        _output.WriteLine($"{name}: {count} executions");
    }

    [Fact]
    public void Inputs_that_once_broke_something_break_nothing()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Analysis.Notebooks.Tests", "Fuzzing", "Found")))
            Try(Path.GetFileName(file).Split('-')[0], File.ReadAllBytes(file));
    }

    private void Try(string name, byte[] input)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            _targets[name].Try(input);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            var file = Path.Combine(Path.GetTempPath(),
                $"{name}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input))[..8]}");
            File.WriteAllBytes(file, input);
            throw new InvalidOperationException($"{file}: {error}", error);
        }

        Assert.True(watch.Elapsed.TotalSeconds < SlowestSeconds, $"{name}: {watch.Elapsed} for {Convert.ToBase64String(input)}");
    }

    // What a reader refuses, it refuses with a message.
    private static bool Refused(Action read)
    {
        try
        {
            read();
            return false;
        }
        catch (InvalidDataException error)
        {
            Assert.NotEmpty(error.Message);
            return true;
        }
    }

    private static void Decode(byte[] input)
    {
        var text = "";
        if (Refused(() => text = TextEncodings.Decode(input, "a", out _))) return;
        var document = new Document("a", text);
        AssertSpans(text, Token.In(document).Select(token => (token.Start, token.End, token.Surface)));
        AssertSpans(text, Sentence.In(document).Select(sentence => (sentence.Start, sentence.End, sentence.Text)));
        _ = document.Problem();
    }

    private static void Annotate(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var date = input.Length % 5 == 0 ? (DateOnly?)null : input.Length % 7 == 0 ? DateOnly.MinValue
            : input.Length % 11 == 0 ? DateOnly.MaxValue : new DateOnly(2020, 1, 1).AddDays(input.Length);
        var found = Project.Value.Annotate(new Document("a", text, date));
        AssertSpans(text, found.Mentions.Select(each => (each.Start, each.End, each.Surface)));
        AssertSpans(text, found.Times.Select(each => (each.Start, each.End, each.Surface)));
        foreach (var each in found.Events)
        {
            AssertWhole(text, each.Start, each.End);
            Assert.Equal(each.Actors.Distinct(), each.Actors);
            Assert.Equal(each.Targets.Distinct(), each.Targets);
        }
    }

    private static void AssertSpans(string text, IEnumerable<(int Start, int End, string Surface)> spans)
    {
        var free = 0;
        foreach (var (start, end, surface) in spans)
        {
            Assert.True(start >= free, $"{start}..{end} overlaps what ends at {free} in: {text}");
            AssertWhole(text, start, end);
            Assert.Equal(text[start..end], surface);
            free = end;
        }
    }

    private static void AssertWhole(string text, int start, int end)
    {
        Assert.True(start >= 0 && start < end && end <= text.Length, $"{start}..{end} in: {text}");
        Assert.False(IsInPair(text, start) || IsInPair(text, end), $"{start}..{end} divides a surrogate pair in: {text}");
    }

    private static bool IsInPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text, at - 1);

    private void Stream(byte[] input)
    {
        var one = Run(1);
        Assert.Equal(one, Run(3));
        Assert.InRange(one.Exit, 0, 2);
        Assert.DoesNotContain("entities.tsv", one.Error, StringComparison.Ordinal);
        Assert.True(one.Exit == 0 || one.Error.Length > 0);
        Assert.DoesNotContain("fault of the program", one.Error, StringComparison.Ordinal);

        (int Exit, string Output, string Error) Run(int threads)
        {
            using var written = new MemoryStream();
            using var said = new StringWriter(CultureInfo.InvariantCulture);
            var exit = new AnnotateRun(AnnotateCommand.Create().Parse(
                ["-", "--threads", $"{threads}", "--kinds", "mention,time,event,document", "--entities", _folder.At("entities.tsv")]))
            {
                Input = new MemoryStream(input), Output = written, Error = said,
            }.Exit();
            return (exit, Encoding.UTF8.GetString(written.ToArray()), said.ToString());
        }
    }

    private void ReadCsv(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        foreach (var separator in new[] { Csv.SeparatorOf(text), ',' })
        {
            Refused(() => _ = Csv.Read(text, "a.csv", separator).Count());
            foreach (var record in Csv.Scan(text, separator)) Assert.True(record.Problem is not null || record.Fields.Length > 0);
        }

        _folder.With("m.csv", input);
        Refused(() => Manifest.Read(_folder.At("m.csv"), []));
    }

    private void ReadNotebook(byte[] input)
    {
        _folder.With("a.ipynb", input);
        Refused(() =>
        {
            var notebook = Notebook.Load(_folder.At("a.ipynb"));
            var text = notebook.WithoutOutputs().ToString();
            Assert.Equal(text, Notebook.Parse(text, "a.ipynb").ToString());
        });
    }

    private void ReadTables(byte[] input)
    {
        _folder.With("t", input).With(CorpusFolders.DescriptionFile, input);
        Refused(() => CorpusDescription.Of(_folder.Location));
        var gazetteer = Project.Value.Gazetteer;
        Refused(() => Corrections.Load(_folder.At("t"), gazetteer));
        Refused(() => gazetteer.With(Decisions.Load(_folder.At("t"))));
        Refused(() => Gazetteer.Load(_folder.At("t")));
    }

    private static string Sample(string table) => table switch
    {
        "corrections" => """
            {"doc":"a","kind":"event","start":0,"end":5,"action":"add",
            "fields":{"event":"attack","date":"2020-01-03","actors":["usa"],"goldstein":-10}}
            """.ReplaceLineEndings(""),
        "decisions" => "surface\tentity\tdecision\tnote\nسلماني\tqasem-soleimani\taccept\t\n",
        "description" => """{"title":"عنوان","intro":"a\nb","language":"ar","title_ar":null}""",
        _ => "id\ttype\tname_ar\tname_en\tstate_actor\tdemonyms\taliases\n"
            + "a\tstate\tالعراق\tIraq\ta\tعراقي\tبلاد الرافدين|(ال)عراق\nb\tperson\tقاسم سليماني\tQ\ta\t\t\n",
    };
}
