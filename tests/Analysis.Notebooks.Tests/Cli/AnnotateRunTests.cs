using System.Text;
using System.Text.Json;
using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

public sealed class AnnotateRunTests : IDisposable
{
    private const string ExpectedLine =
        """expected one JSON object a line, such as {"id":"1","text":"…","date":"2020-01-03","title":"…"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_means_its_text_files_in_ordinal_order()
    {
        Write("b_2.txt", "زار قاسم سليماني بغداد");
        Write("a.1.txt", "إيران");
        Write("c.md", "إيران");
        Assert.Equal(["a", "b"], Run([_folder]).Documents.Distinct());
    }

    [Fact]
    public void A_file_is_known_by_its_name_up_to_the_first_point_or_underscore() =>
        Assert.Equal(["x"], Run([Write("x_y.z.txt", "إيران")]).Documents);

    [Fact]
    public void The_date_of_the_manifest_wins_over_the_one_given()
    {
        Write("a.txt", "قالت إيران أمس");
        Write("b.txt", "قالت إيران أمس");
        var manifest = Write("documents.csv", "id,file,published\none,a.txt,2020-01-05\ntwo,b.txt,\n");
        var times = Run([_folder], manifest: manifest, date: "2021-01-01", kinds: "time").Objects;
        Assert.Equal(["one 2020-01-04", "two 2020-12-31"], times.Select(time => $"{Text(time, "doc")} {Text(time, "value")}"));
    }

    [Fact]
    public void A_text_that_the_manifest_lacks_is_annotated_and_warned_of()
    {
        Write("a.txt", "إيران");
        Write("b.txt", "إيران");
        var run = Run([_folder], manifest: Write("documents.csv", "id,file\none,a.txt\n"));
        Assert.Equal((0, "one b"), (run.Exit, string.Join(' ', run.Documents)));
        Assert.Contains("warning: b.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_line_is_named_the_rest_goes_on_and_the_exit_is_1()
    {
        var run = Run(["-"], input: """
            {"id":"a","text":"إيران","date":"2020-01-05"}
            {"id":"b","text":

            {"id":"c","text":"إيران","date":"05.01.2020"}
            {"id":"a","text":"إيران"}
            {"id":"d","text":"إيران","title":null}
            """);
        Assert.Equal((1, "a d"), (run.Exit, string.Join(' ', run.Documents)));
        Assert.Equal(
            ["error: standard input, line 2", "error: standard input, line 4", "error: standard input, line 5"],
            run.Error.Split('\n').Where(line => line.StartsWith("error: ", StringComparison.Ordinal))
                .Select(line => line[..line.IndexOf(':', 10)]));
        Assert.EndsWith(
            "\n5 documents read, 2 annotated, 3 skipped (2 no document, 1 id used twice)\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_line_of_a_file_is_named_the_rest_goes_on_and_the_exit_is_1()
    {
        var run = Run(
            [Write("lines.jsonl", "{\"id\":\"a\",\"text\":\"إيران\"}\nx\n{\"id\":\"b\",\"text\":\"إيران\"}\n"), Write("c.txt", "إيران")]);
        Assert.Equal((1, "a b c"), (run.Exit, string.Join(' ', run.Documents)));
        Assert.Equal(
            "error: lines.jsonl, line 2: this is not JSON: 'x' is an invalid start of a value, at byte 0; " + ExpectedLine + "\n"
                + "4 documents read, 3 annotated, 1 skipped (1 no document)\n",
            run.Error);
    }

    [Fact]
    public void Plain_text_on_standard_input_is_answered_with_what_a_line_looks_like()
    {
        var run = Run(["-"], input: "زار قاآني بغداد\n");
        Assert.Equal(
            (1, "error: standard input, line 1: this is not JSON: '0xD8' is an invalid start of a value, at byte 0; " + ExpectedLine
                + "\n1 document read, 0 annotated, 1 skipped (1 no document)\n"), (run.Exit, run.Error));
        var shown = Run(["-"], input: ExpectedLine[ExpectedLine.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.Equal((0, ""), (shown.Exit, shown.Error));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_spoil_their_line_alone()
    {
        byte[] input = [.. "{\"id\":\"a\",\"text\":\""u8, 0xFF, .. "\"}\n{\"id\":\"b\",\"text\":\"إيران\"}"u8];
        var run = Run(["-"], input: input);
        Assert.Equal((1, "b"), (run.Exit, string.Join(' ', run.Documents)));
        Assert.Contains("line 1: bytes that are not UTF-8", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_longer_than_the_buffer_passes_whole()
    {
        var text = string.Concat(Enumerable.Repeat("كلمة ", 60_000)) + "إيران";
        var run = Run(["-"], input: JsonSerializer.Serialize(new { id = "a", text }) + "\n");
        Assert.Equal(text.Length, run.Objects.Single().GetProperty("end").GetInt32());
    }

    [Fact]
    public void Only_the_kinds_asked_for_are_written() =>
        Assert.Empty(Run([Write("a.txt", "إيران")], kinds: "time").Objects);

    [Fact]
    public void A_document_ends_with_whether_it_is_news_and_any_text_has_events_where_that_is_asked()
    {
        var file = Write("a.txt", "اخلط الطحين بالماء. قتل جندي في قرية. اخبز العجين في الفرن.");
        const string kinds = "document,event";
        Assert.Equal((false, 0), News(Run([file], kinds: kinds)));
        Assert.Equal((false, 1), News(Run([file], kinds: kinds, anyText: true)));

        static (bool News, int Events) News(Outcome run)
        {
            var last = run.Objects[^1];
            Assert.Equal(("document", run.Objects.Count - 1), (Text(last, "kind"), last.GetProperty("events").GetInt32()));
            return (last.GetProperty("news").GetBoolean(), run.Objects.Count - 1);
        }
    }

    [Fact]
    public void One_id_in_two_inputs_is_that_of_the_first()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "more"));
        var run = Run([Write("a.txt", "إيران"), Write("more/a.txt", "إيران")]);
        Assert.Equal((1, "a"), (run.Exit, string.Join(' ', run.Documents)));
        Assert.Contains("error: a.txt: id 'a' is used by an earlier document", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_is_not_there_is_named()
    {
        var run = Run([Path.Combine(_folder, "nowhere")]);
        Assert.Equal(2, run.Exit);
        Assert.Contains("nowhere", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_surface_is_the_text_under_its_span()
    {
        const string text = "حذّر دونالد ترامب إيـــران في 3 يناير 2020، وقُتل قاسم سليماني قرب مطار بغداد.";
        foreach (var found in Run([Write("a.txt", text)]).Objects.Where(found => Text(found, "kind") != "event"))
        {
            Assert.Equal(text[found.GetProperty("start").GetInt32()..found.GetProperty("end").GetInt32()], Text(found, "surface"));
        }
    }

    [Fact]
    public void Corrections_are_applied_and_those_that_find_nothing_are_named()
    {
        var corrections = Write("corrections.jsonl", """
            {"doc":"a","kind":"mention","start":0,"end":5,"action":"change","fields":{"entity":"iraq"}}
            {"doc":"a","kind":"mention","start":1,"end":2,"action":"remove"}
            {"doc":"a","kind":"time","start":1,"end":2,"action":"remove"}
            {"doc":"b","kind":"mention","start":1,"end":2,"action":"remove"}
            """);
        var run = Run([Write("a.txt", "إيران")], kinds: "mention", corrections: corrections);
        Assert.Equal(("iraq", "correction"), (Text(run.Objects.Single(), "entity"), Text(run.Objects.Single(), "rule")));
        Assert.Equal(
            ["warning: corrections.jsonl(2)", "warning: corrections.jsonl(3)", "warning: corrections.jsonl(4)"],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf(':', 10)]));
    }

    [Fact]
    public void What_lies_in_a_folder_is_applied_as_for_a_corpus_that_is_opened_and_said()
    {
        Write("a.txt", "زار زرمقان بغداد");
        Write("b.txt", "زرمقان");
        Write("entities.tsv", "id\ttype\tname_ar\tname_en\nx\tperson\tديسيل\tX\ny\tplace\tماتراس\tY\n");
        Write("decisions.tsv", "surface\tentity\tdecision\tnote\nزرمقان\tx\taccept\t\nماتراسي\ty\t\tstill open\n");
        Write("corrections.jsonl", """
            {"doc":"b","kind":"mention","start":0,"end":6,"action":"change","fields":{"entity":"y"}}
            {"doc":"c","kind":"mention","start":0,"end":6,"action":"remove"}
            """);
        var run = Run([_folder], kinds: "mention");
        Assert.Equal(
            (0, "a x decision, b y correction"),
            (run.Exit,
                string.Join(", ", run.Objects.Select(found => $"{Text(found, "doc")} {Text(found, "entity")} {Text(found, "rule")}"))));
        Assert.Equal(
            [
                $"note: 2 entities of {Path.Combine(_folder, "entities.tsv")} read in place of the project's",
                $"note: 1 decision of {Path.Combine(_folder, "decisions.tsv")} applied",
                "warning: corrections.jsonl(2)",
                $"note: 1 correction of {Path.Combine(_folder, "corrections.jsonl")} applied",
            ],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.StartsWith("warning", StringComparison.Ordinal) ? line[..line.IndexOf(':', 10)] : line));
        Assert.Equal(
            Corpus.Open(_folder).Mentions.Select(mention => (mention.Document, mention.Entity, mention.Rule)),
            run.Objects.Select(found => (Text(found, "doc"), (string?)Text(found, "entity"), Text(found, "rule"))));
    }

    [Fact]
    public void Corrections_of_a_folder_are_for_its_own_documents_and_those_of_an_option_for_all()
    {
        foreach (var folder in new[] { "one", "two" }) Directory.CreateDirectory(Path.Combine(_folder, folder));
        Write("one/a.txt", "إيران");
        Write("two/b.txt", "إيران");
        string[] inputs = [Path.Combine(_folder, "one"), Path.Combine(_folder, "two"), Write("c.txt", "إيران"), "-"];
        const string input = """{"id":"d","text":"إيران"}""";
        var corrections = Write("one/corrections.jsonl", string.Join('\n', "abcd".Select(id =>
            $$$"""{"doc":"{{{id}}}","kind":"mention","start":0,"end":5,"action":"remove"}""")));
        Write("two/corrections.jsonl", """{"doc":"b","kind":"mention","start":0,"end":5,"action":"change","fields":{"entity":"iraq"}}""");

        var run = Run(inputs, input: input);
        Assert.Equal(
            "b iraq, c iran, d iran", string.Join(", ", run.Objects.Select(found => $"{Text(found, "doc")} {Text(found, "entity")}")));
        Assert.Equal(
            [
                .. "bcd".Select(
                    (id, i) =>
                        $"warning: corrections.jsonl({i + 2}): document {id} has no mention from 0 to 5, so there is nothing to remove"),
                $"note: 1 correction of {Path.Combine(_folder, "one", "corrections.jsonl")} applied",
                $"note: 1 correction of {Path.Combine(_folder, "two", "corrections.jsonl")} applied",
            ],
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var all = Run(inputs, input: input, corrections: corrections);
        Assert.Equal((0, 0, ""), (all.Exit, all.Objects.Count, all.Error));
    }

    [Fact]
    public void Options_win_over_what_lies_in_a_folder()
    {
        Write("a.txt", "إيران");
        Write("corrections.jsonl", """{"doc":"a","kind":"mention","start":0,"end":5,"action":"remove"}""");
        Assert.Empty(Run([_folder]).Objects);
        var other = Write(
            "other.jsonl", """{"doc":"a","kind":"mention","start":0,"end":5,"action":"change","fields":{"entity":"iraq"}}""");
        var run = Run([_folder], corrections: other);
        Assert.Equal(("iraq", ""), (Text(run.Objects.Single(), "entity"), run.Error));
        Assert.Equal("iran", Text(Run([Path.Combine(_folder, "a.txt")]).Objects.Single(), "entity"));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Outcome Run(
        string[] inputs, string? manifest = null, string? date = null, string? kinds = null, object? input = null,
        string? corrections = null, bool anyText = false)
    {
        using var output = new MemoryStream();
        using var standardInput = new MemoryStream(input as byte[] ?? Encoding.UTF8.GetBytes(input as string ?? ""));
        using var error = new StringWriter();
        string?[] options = ["--manifest", manifest, "--date", date, "--kinds", kinds, "--corrections", corrections];
        string[] given = [.. options.Chunk(2).Where(option => option[1] is not null).SelectMany(option => option)!];
        var exit = new AnnotateRun(AnnotateCommand.Create().Parsed([.. inputs, .. given, .. anyText ? (string[])["--any-text"] : []]))
        {
            Input = standardInput,
            Output = output,
            Error = error,
        }.Exit();
        var objects = Encoding.UTF8.GetString(output.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        return new Outcome(exit, objects, error.ToString().ReplaceLineEndings("\n"));
    }

    private sealed record Outcome(int Exit, IReadOnlyList<JsonElement> Objects, string Error)
    {
        public IEnumerable<string> Documents => Objects.Select(found => Text(found, "doc"));
    }
}
