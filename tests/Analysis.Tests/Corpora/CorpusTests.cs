using System.Security.Cryptography;
using System.Text;

namespace Analysis.Tests.Corpora;

public sealed class CorpusTests
{
    [Fact]
    public void The_project_s_corpus_opens_with_its_five_articles_and_what_the_manifest_says_of_them()
    {
        var corpus = Corpus.Open(Repository.Corpus);

        Assert.Equal(["000", "001", "002", "003", "004"], corpus.Documents.Select(document => document.Id));
        Assert.Empty(corpus.Warnings);
        var first = corpus["000"];
        Assert.Equal(new DateOnly(2021, 1, 3), first.Published);
        Assert.Equal("2021-01-01/2021-01-03", first.PublishedInterval);
        Assert.Equal("inferred from the events it reports", first.PublishedBasis);
        Assert.Equal("إيران والولايات المتحدة على خلاف في العراق", first.Title);
        Assert.Equal("ar", first.Language);
        Assert.StartsWith("Reports the CENTCOM statement", first.DateRationale, StringComparison.Ordinal);
        Assert.Equal("articles/000_969759c79bd102f4.txt", first.File);
        Assert.Equal("", corpus["003"].Title);
    }

    [Fact]
    public void Texts_are_the_bytes_on_disk_and_nothing_else()
    {
        foreach (var document in Corpus.Open(Repository.Corpus).Documents)
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Corpus, document.File)), Encoding.UTF8.GetBytes(document.Text));
        }
    }

    [Fact]
    public void A_folder_of_text_files_opens_without_a_manifest()
    {
        using var folder = new TemporaryFolder().With("b_second.txt", "ثان\r\n").With("a.long.name.txt", "أول");

        var corpus = Corpus.Open(folder.Location);

        Assert.Equal(["a", "b"], corpus.Documents.Select(document => document.Id));
        Assert.Equal("ثان\r\n", corpus["b"].Text);
        Assert.Null(corpus["a"].Published);
        Assert.Equal(["2 documents without a date: a, b"], corpus.Warnings);
    }

    [Theory]
    [InlineData("documents.csv")]
    [InlineData("mine.csv")]
    public void A_manifest_needs_the_columns_id_and_file_only(string name)
    {
        using var folder = new TemporaryFolder().With("x.txt", "نص").With(name, "file,note,id\nx.txt,\"a, b\",one\n");

        var document = Assert.Single(Corpus.Open(folder.Location).Documents);

        Assert.Equal(("one", "نص", null, "", "ar", "x.txt"),
            (document.Id, document.Text, document.Published, document.Title, document.Language, document.File));
    }

    [Fact]
    public void A_user_s_manifest_may_call_its_columns_date_and_title()
    {
        using var folder = new TemporaryFolder().With("texts/x.txt", "نص")
            .With("documents.csv", "id,file,date,title\n1,texts/x.txt,2020-01-08,عنوان\n");

        var document = Corpus.Open(folder.Location)["1"];

        Assert.Equal((new DateOnly(2020, 1, 8), "عنوان", "texts/x.txt"), (document.Published, document.Title, document.File));
    }

    [Fact]
    public void A_text_file_that_the_manifest_does_not_name_is_read_and_warned_of()
    {
        using var folder = new TemporaryFolder().With("x.txt", "نص").With("y_1.txt", "آخر").With("documents.csv", "id,file\n1,x.txt\n");

        var corpus = Corpus.Open(folder.Location);

        Assert.Equal(["1", "y"], corpus.Documents.Select(document => document.Id));
        Assert.Equal("y_1.txt is not in the manifest documents.csv: nothing but its text is known", corpus.Warnings[0]);
    }

    [Fact]
    public void Json_lines_open_as_documents_whatever_the_name_of_the_file()
    {
        using var folder = new TemporaryFolder()
            .With("b.jsonl", "{\"id\":\"2\",\"text\":\"ثان\"}\n")
            .With(
                "a.jsonl",
                "\uFEFF{\"id\":\"1\",\"text\":\"أول\\n\",\"date\":\"2020-01-08\",\"title\":\"عنوان\",\"url\":\"x\"}\r\n\r\n"
                + "{\"id\":\"3\",\"text\":\"\",\"date\":null}");

        var corpus = Corpus.Open(folder.Location);

        Assert.Equal(["1", "3", "2"], corpus.Documents.Select(document => document.Id));
        Assert.Equal(
            ("أول\n", new DateOnly(2020, 1, 8), "عنوان", "a.jsonl"),
            (corpus["1"].Text, corpus["1"].Published, corpus["1"].Title, corpus["1"].File));
    }

    [Fact]
    public void A_byte_order_mark_stays_the_first_code_unit_of_the_text()
    {
        using var folder = new TemporaryFolder().With("x.txt", "\uFEFFنص");
        Assert.Equal("\uFEFFنص", Corpus.Open(folder.Location)["x"].Text);
    }

    [Fact]
    public void A_matching_checksum_is_accepted_in_either_case()
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("نص")));
        using var folder = new TemporaryFolder().With("x.txt", "نص").With("documents.csv", $"id,file,sha256\n1,x.txt,{hash}\n");
        Assert.Equal("نص", Corpus.Open(folder.Location)["1"].Text);
    }

    public static TheoryData<string, string, string> Failures => new()
    {
        // file=content pairs, separated by §; then what the message must say
        { "changed", "x.txt=نص§documents.csv=id,file,sha256\n1,x.txt," + new string('a', 64), "x.txt: the file has changed; SHA-256 aaaa" },
        { "missing", "y.txt=نص§documents.csv=id,file\n1,y.txt\n2,x.txt\n", "documents.csv, line 3: file 'x.txt' expected in" },
        { "no id column", "x.txt=نص§documents.csv=name,file\n1,x.txt\n", "documents.csv, line 1: no column 'id' among 'name,file'" },
        { "column twice", "x.txt=نص§documents.csv=id,file,date,published\n1,x.txt,,\n",
            "documents.csv, line 1: two columns for 'published'" },
        { "empty manifest", "x.txt=نص§documents.csv=", "documents.csv: the file is empty" },
        { "date", "x.txt=نص§documents.csv=id,file,date\n1,x.txt,8/1/2020\n",
            "documents.csv, line 2: date '8/1/2020' found, YYYY-MM-DD or nothing expected" },
        { "hash", "x.txt=نص§documents.csv=id,file,sha256\n1,x.txt,abc\n",
            "documents.csv, line 2: sha256 'abc' found, 64 hexadecimal digits expected" },
        { "id twice in the manifest", "x.txt=أ§y.txt=ب§documents.csv=id,file\n1,x.txt\n1,y.txt\n",
            "documents.csv, line 3: id '1' stands on line 2 already" },
        { "file twice", "x.txt=أ§documents.csv=id,file\n1,x.txt\n2,x.txt\n",
            "documents.csv, line 3: file 'x.txt' stands on line 2 already" },
        { "file twice in two ways", "x.txt=أ§documents.csv=id,file\n1,x.txt\n2,./x.txt\n",
            "documents.csv, line 3: file 'x.txt' stands on line 2 already" },
        { "control", "x.txt=أ§documents.csv=id,file\n1,x.txt\0\n", "documents.csv, line 2: 'file' holds a control character" },
        { "outside", "x.txt=أ§documents.csv=id,file\n1,../x.txt\n", "documents.csv, line 2: file '../x.txt' lies outside the folder" },
        { "blank id", "x.txt=أ§documents.csv=id,file\n ,x.txt\n", "documents.csv, line 2: id ' ' found" },
        { "two tables", "x.txt=أ§a.csv=id,file\n§b.csv=id,file\n", "2 CSV files (a.csv, b.csv); name the manifest documents.csv" },
        { "same id from names", "1_a.txt=أ§1_b.txt=ب", "1_b.txt: id '1' is that of 1_a.txt too" },
        { "no id in the name", "_a.txt=أ", "_a.txt: the name gives no id" },
        { "nothing there", "readme.md=x", "holds no documents" },
        { "empty lines", "a.jsonl=§b.jsonl=\n\n", "holds no documents; expected a JSON object on each line" },
        { "not JSON", "a.jsonl={\"id\":\"1\",\"text\":\"\"}\nx", "a.jsonl, line 2: this is not JSON" },
        { "no text", "a.jsonl={\"id\":\"1\"}", "a.jsonl, line 1: no 'text'" },
        { "id a number", "a.jsonl={\"id\":1,\"text\":\"\"}", "a.jsonl, line 1: 'id' is of kind Number, a string expected" },
        { "an array", "a.jsonl=[]", "a.jsonl, line 1: JSON of kind Array found, an object expected, such as {\"id\":\"1\",\"text\":" },
        { "property twice", "a.jsonl={\"id\":\"1\",\"id\":\"2\",\"text\":\"\"}", "a.jsonl, line 1: 'id' is there twice, expected it once" },
        { "half a pair", "a.jsonl={\"id\":\"1\",\"text\":\"\\uD800\"}", "a.jsonl, line 1: a string is not valid Unicode" },
        { "JSON date", "a.jsonl={\"id\":\"1\",\"text\":\"\",\"date\":\"2020\"}", "a.jsonl, line 1: date '2020' found" },
        { "id twice in lines", "a.jsonl={\"id\":\"1\",\"text\":\"\"}§b.jsonl={\"id\":\"1\",\"text\":\"\"}",
            "b.jsonl, line 1: id '1' is used already, in a.jsonl" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_bad_folder_gets_one_error_that_names_the_file_and_what_was_expected(string why, string files, string message)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in files.Split('§')) folder.With(file.Split('=', 2)[0], file.Split('=', 2)[1]);

        var error = Assert.Throws<InvalidDataException>(() => Corpus.Open(folder.Location));

        Assert.True(error.Message.Contains(message, StringComparison.Ordinal), $"{why}: {error.Message}");
    }

    [Theory]
    [InlineData("x.txt", new byte[] { 0xD9, 0x86, 0xD8 }, "x.txt, byte offset 2: byte 0xD8 found, UTF-8 expected")]
    [InlineData("x.txt", new byte[] { 0x61, 0xED, 0xA0, 0x80 }, "x.txt, byte offset 1: byte 0xED found")]
    [InlineData("documents.csv", new byte[] { 0xFF, 0xFE, 0x46, 0x06 }, "looks like UTF-16")]
    [InlineData("documents.csv", new byte[] { 0x69, 0xC7 }, "documents.csv, byte offset 1: byte 0xC7 found")]
    public void Bytes_that_are_not_UTF8_are_an_error_with_their_offset(string file, byte[] bytes, string message)
    {
        using var folder = new TemporaryFolder().With("a.txt", "نص").With(file, bytes);
        var error = Assert.Throws<InvalidDataException>(() => Corpus.Open(folder.Location));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(70_000)]
    public void Json_lines_that_are_not_UTF8_are_an_error_with_their_offset_however_far_it_is(int blanks)
    {
        using var folder = new TemporaryFolder().With("a.jsonl", [.. Enumerable.Repeat((byte)'\n', blanks), 0xD9, 0x86, 0xC7, 0x0A]);
        var error = Assert.Throws<InvalidDataException>(() => Corpus.Open(folder.Location));
        Assert.Contains($"a.jsonl, byte offset {blanks + 2}: byte 0xC7 found", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x.txt", "", "1 document (the text is empty): x")]
    [InlineData("x.txt", "\uFEFF \n", "1 document (the text is empty): x")]
    [InlineData("a.jsonl", "{\"id\":\"1\",\"text\":\" \"}", "1 document (the text is empty): 1")]
    [InlineData("x.txt", "F\u0006'\u0006 \0",
        "1 document (character U+0000 found, as in UTF-16 without a byte order mark; UTF-8 expected): x")]
    [InlineData("x.txt", "\n<!DOCTYPE html>\n<html><script>var x;</script>نص</html>",
        "1 document (the text is an HTML page, whose markup and scripts are read as words; plain text expected): x")]
    [InlineData("x.txt", "President visits Baghdad بغداد",
        "1 document with fewer Arabic letters than others; the annotator reads Arabic: x")]
    public void A_text_that_is_probably_not_what_its_author_wrote_is_warned_of(string file, string text, string warning)
    {
        using var folder = new TemporaryFolder().With(file, text);
        Assert.Contains(warning, Corpus.Open(folder.Location).Warnings);
    }

    [Fact]
    public void What_is_odd_about_thousands_is_one_line_a_kind()
    {
        using var folder = new TemporaryFolder();
        folder.With("a.jsonl", string.Join('\n', Enumerable.Range(0, 2000).Select(id => $$"""{"id":"{{id}}","text":"English"}""")));
        Assert.Equal(
            [
                "2000 documents without a date: 0, 1, 2, 3, 4, 5, 6, 7, …",
                "2000 documents with fewer Arabic letters than others; the annotator reads Arabic: 0, 1, 2, 3, 4, 5, 6, 7, …",
            ],
            Corpus.Open(folder.Location).Warnings);
    }

    [Theory]
    [InlineData("entities.tsv", "id\ttype\tname_ar\tname_en\niraq\tstate\t")]
    [InlineData("decisions.tsv", "surface\tentity\tdecision\tnote\n")]
    [InlineData("corrections.jsonl", "")]
    public void Tables_beside_the_texts_are_decoded_strictly_too(string file, string start)
    {
        using var folder = new TemporaryFolder().With("x.txt", "نص").With(file, [.. Encoding.UTF8.GetBytes(start), 0xC7]);
        var error = Assert.Throws<InvalidDataException>(() => _ = Corpus.Open(folder.Location).Mentions.Count);
        Assert.Contains($"{file}, byte offset {start.Length}: byte 0xC7 found, UTF-8 expected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_JSON_Lines_without_a_line_is_named()
    {
        using var folder = new TemporaryFolder().With("a.jsonl", "");
        var error = Assert.Throws<InvalidDataException>(() => Corpus.Open(folder.At("a.jsonl")));
        Assert.Equal($"'{folder.At("a.jsonl")}' holds no documents; expected a JSON object on each line", error.Message);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Corpus.Open(Path.Combine(Repository.Root, "no-such-folder")));
        Assert.Contains("no-such-folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_document_is_an_error_that_lists_those_there_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Corpus.Open(Repository.Corpus)["005"]);
        Assert.Equal("no document '005' among 5: 000, 001, 002, 003, 004", error.Message);
    }

    [Fact]
    public void Documents_at_hand_make_a_corpus_and_may_not_share_an_id()
    {
        Assert.Equal("نص", Corpus.Of([new Document("1", "نص")])["1"].Text);
        Assert.Throws<ArgumentException>(() => Corpus.Of([new Document("1", "نص"), new Document("1", "آخر")]));
    }

    [Fact]
    public void A_corpus_brings_its_own_gazetteer_unless_another_is_named()
    {
        using var folder = new TemporaryFolder().With("x.txt", "نص").With("entities.tsv", "").With("other.tsv", "");
        Assert.Equal(folder.At("entities.tsv"), Corpus.Open(folder.Location).EntitiesFile);
        Assert.Equal(folder.At("other.tsv"), Corpus.Open(folder.Location, entities: folder.At("other.tsv")).EntitiesFile);
        Assert.Throws<FileNotFoundException>(() => Corpus.Open(folder.Location, entities: folder.At("none.tsv")));
    }

    [Fact]
    public void A_document_is_called_by_its_outlet_or_the_beginning_of_its_title_and_its_date()
    {
        var corpus = Corpus.Of(
        [
            new("a", "x", new DateOnly(2020, 3, 31), Title: "عنوان", TitleEnglish: "Quds Force commander visits Baghdad"),
            new("b", "x", new DateOnly(2021, 1, 3), TitleEnglish: "Iran", Outlet: "Al Arabiya"), new("c", "x"),
            new("d", "x", Title: "عنوان"), new("e", "y", new DateOnly(2021, 1, 3), TitleEnglish: "Iraq", Outlet: "Al Arabiya"),
        ], Path.Combine(Repository.Root, "corpus", "entities.tsv"));
        Assert.Equal(["Quds Force…, 31 Mar 2020", "Al Arabiya, 3 Jan 2021", "(c)", "عنوان", "Al Arabiya, 3 Jan 2021 (2)"],
            corpus.Documents.Select(document => corpus.DocumentName(document.Id)));
        Assert.Equal("Al Arabiya, 3 Jan 2021", corpus.NameOf("b"));
        Assert.Equal(["a", "b", "e", "c", "d"], corpus.DocumentsByDate.Select(document => document.Id));
        Assert.Equal(["a", "b", "e", "c", "d"], corpus.Groups);
        Assert.Equal("5 documents, 31 Mar 2020 – 3 Jan 2021", corpus.Extent);
    }

    [Fact]
    public void An_Arabic_outlet_does_not_turn_the_date_after_it()
    {
        var corpus = Corpus.Of(
            [new("a", "x", new DateOnly(2024, 6, 3), Outlet: "صحيفة الضفة")], Path.Combine(Repository.Corpus, "entities.tsv"));
        Assert.Equal("\u200Eصحيفة الضفة\u200E, 3 Jun 2024", corpus.DocumentName("a"));
        Assert.EndsWith("…\u200E, 3 Jun 2024", Lettering.Fit(corpus.DocumentName("a"), 12, 120), StringComparison.Ordinal);
    }
}
