namespace Analysis.Tests.Corpora;

public sealed class DocumentSourceTests
{
    [Fact]
    public void A_single_text_file_is_a_source()
    {
        using var folder = new TemporaryFolder().With("a_1.txt", "نص").With("b.txt", "آخر");
        var document = Assert.Single(DocumentSource.Open(folder.At("a_1.txt")).Read());
        Assert.Equal(("a", "نص", "a_1.txt"), (document.Id, document.Text, document.File));
    }

    [Fact]
    public void A_single_file_takes_its_row_of_a_manifest_that_names_many()
    {
        using var folder = new TemporaryFolder()
            .With("articles/a_1.txt", "نص").With("articles/b.txt", "آخر")
                .With("documents.csv", "id,file,date\none,a_1.txt,2020-01-08\ntwo,b.txt,\n");
        var source = DocumentSource.Open(folder.At("articles/a_1.txt"), folder.At("documents.csv"));
        var document = Assert.Single(source.Read());
        Assert.Equal(("one", new DateOnly(2020, 1, 8)), (document.Id, document.Published));
        Assert.Empty(source.Warnings);
    }

    [Fact]
    public void Texts_beside_the_folder_of_articles_are_told_of_and_only_those_that_the_manifest_names_are_read()
    {
        using var folder = new TemporaryFolder().With("articles/a.txt", "نص").With("notes.txt", "x").With("more.txt", "آخر")
            .With("documents.csv", "id,file\n1,a.txt\n2,more.txt\n");
        var source = DocumentSource.Open(folder.Location);
        Assert.Equal(["1", "2"], source.Read().Select(document => document.Id));
        Assert.Equal(["texts beside the folder 'articles' are not read: notes.txt"], source.Warnings);
    }

    [Fact]
    public void A_given_manifest_may_name_files_that_are_not_there_and_lack_some_that_are_both_warned_of()
    {
        using var folder = new TemporaryFolder().With("t/a.txt", "نص").With("t/b.txt", "آخر")
            .With("m.csv", "id,file\n1,a.txt\n2,c.txt\n3,d.txt\n");

        var source = DocumentSource.Open(folder.At("t"), folder.At("m.csv"));

        Assert.Equal(["1", "b"], source.Read().Select(document => document.Id));
        Assert.Collection(source.Warnings,
            warning => Assert.StartsWith("m.csv names 2 files that are not in ", warning, StringComparison.Ordinal),
            warning => Assert.Equal("b.txt is not in the manifest m.csv: nothing but its text is known", warning));
    }

    [Fact]
    public void A_single_file_that_a_given_manifest_names_in_vain_is_spoken_of_as_one()
    {
        using var folder = new TemporaryFolder().With("t/a.txt", "نص").With("m.csv", "id,file\n1,a.txt\n2,c.txt\n");
        var warning = Assert.Single(DocumentSource.Open(folder.At("t"), folder.At("m.csv")).Warnings);
        Assert.Equal($"m.csv names a file that is not in '{folder.At("t")}': c.txt", warning);
    }

    [Fact]
    public void Files_that_the_manifest_lacks_are_one_warning_and_so_are_workbooks()
    {
        using var folder = new TemporaryFolder().With("a.txt", "نص").With("b.txt", "آخر").With("c.txt", "ثالث")
            .With("m.xlsx", "").With("documents.csv", "id,file\n1,a.txt\n");
        Assert.Equal(
            [
                "2 files are not in the manifest documents.csv, nothing but their texts is known: b.txt, c.txt",
                "workbooks are not read, save them as CSV: m.xlsx",
            ],
            DocumentSource.Open(folder.Location).Warnings);
    }

    [Fact]
    public void A_manifest_that_a_spreadsheet_saved_with_semicolons_is_read_and_that_is_said()
    {
        using var folder = new TemporaryFolder().With("a.txt", "نص")
            .With("documents.csv", "\uFEFFid;file;date;title\r\n1;a.txt;2020-01-08;\"واحد, ثم; \"\"اثنان\"\"\"\r\n");
        var source = DocumentSource.Open(folder.Location);
        var document = Assert.Single(source.Read());
        Assert.Equal((new DateOnly(2020, 1, 8), "واحد, ثم; \"اثنان\""), (document.Published, document.Title));
        Assert.Equal(
            "documents.csv, line 1: semicolons between columns found, commas expected; it is read as it is",
            Assert.Single(source.Warnings));
    }

    [Fact]
    public void Documents_come_in_ordinal_order_of_their_files_whatever_the_manifest_s()
    {
        using var folder = new TemporaryFolder().With("b.txt", "").With("a.txt", "").With("Z.txt", "")
            .With("documents.csv", "id,file\n1,b.txt\n2,a.txt\n3,Z.txt\n");
        Assert.Equal(["Z.txt", "a.txt", "b.txt"], DocumentSource.Open(folder.Location).Read().Select(document => document.File));
    }

    [Fact]
    public void Json_lines_beside_text_files_are_annotations_and_no_documents()
    {
        var source = DocumentSource.Open(Repository.Development);
        var texts = Directory.GetFiles(Repository.Development, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.Equal(texts.Order(StringComparer.Ordinal), source.Read().Select(document => document.Id));
        Assert.Empty(source.Warnings);
    }

    [Fact]
    public void A_file_is_opened_when_its_turn_comes()
    {
        using var folder = new TemporaryFolder().With("a.txt", "نص").With("b.txt", [0xFF]);
        using var documents = DocumentSource.Open(folder.Location).Read().GetEnumerator();
        Assert.True(documents.MoveNext());
        Assert.Throws<InvalidDataException>(() => documents.MoveNext());
    }

    [Fact]
    public void A_path_or_manifest_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder().With("a.txt", "نص");
        Assert.Contains(
            "b.txt", Assert.Throws<FileNotFoundException>(() => DocumentSource.Open(folder.At("b.txt"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "m.csv", Assert.Throws<FileNotFoundException>(() => DocumentSource.Open(folder.Location, folder.At("m.csv"))).Message,
            StringComparison.Ordinal);
    }
}
