using Analysis.Cli;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

public sealed class AuditFilesTests : IDisposable
{
    private const string Names = "id\ttype\tname_ar\tname_en\ndarqun\tperson\tدارقوني\tD\nsabah\tplace\tالصباح\tS\n";

    private readonly TemporaryFolder _corpus = new TemporaryFolder().With("a.txt", "عاد دارقوي ثم قال دارقوي وزاروا الصباح")
        .With("entities.tsv", Names);

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public void What_a_person_decides_in_the_file_that_an_audit_wrote_is_applied_by_the_next_run()
    {
        Assert.Equal(2, Audit());
        var file = _corpus.At("decisions.tsv");
        var rows = File.ReadAllLines(file);
        Assert.Equal(Decisions.Header, rows[0]);
        Assert.StartsWith("دارقوي\tdarqun\t\tmerge: ", rows[1], StringComparison.Ordinal);
        Assert.Equal("الصباح\tsabah\t\tmerge: it is an ordinary word as well", rows[2]);

        File.WriteAllText(file, $"# reviewed\n{Decisions.Header}\nالصباح\tsabah\treject\tthe morning\nدارقوي\tdarqun\taccept\t");
        var corpus = Corpus.Open(_corpus.Location);
        Assert.Equal(["darqun decision", "darqun decision"], corpus.Mentions.Select(mention => $"{mention.Entity} {mention.Rule}"));
        var before = File.ReadAllText(file);
        Assert.Equal(0, Audit());
        Assert.Equal(before + "\n", File.ReadAllText(file));
    }

    [Fact]
    public void Decisions_of_the_corpus_are_carried_over_into_another_file()
    {
        _corpus.With("decisions.tsv", $"{Decisions.Header}\nدارقوي\tdarqun\treject\tanother man\n");
        using var elsewhere = new TemporaryFolder();
        Assert.Equal(2, Audit(elsewhere.At("next.tsv")));
        Assert.Equal("دارقوي\tdarqun\treject\tanother man", File.ReadAllLines(elsewhere.At("next.tsv"))[1]);
    }

    [Fact]
    public void The_page_says_what_is_doubtful_and_what_looks_alike()
    {
        var corpus = Corpus.Open(_corpus.Location);
        using var page = new StringWriter { NewLine = "\n" };
        AuditPage.Write(MergeAudit.Of(corpus.Annotations, corpus.Annotator), corpus.Unlisted, all: false, page);
        Assert.Equal(
            """
            2 spellings of 2 entities
              Exact              1
              misspelling        1

            2 doubtful merges
              darqun: دارقوي (2 in 1 document, misspelling): no listed name is spelled like it; the rule 'misspelling' found it
              sabah: الصباح (1 in 1 document, Exact): it is an ordinary word as well

            1 look-alike
              darqun: دارقوي (2 in 1 document), 1 letter from دارقوني
                a: عاد دارقوي ثم قال دارقوي وزاروا الصباح

            0 unlisted names

            """,
            page.ToString());
    }

    [Fact]
    public void A_row_of_an_unlisted_name_becomes_an_entity_when_its_id_is_filled_in()
    {
        _corpus.With("b.txt", "زار المحامي سالم الجبوري بغداد. وقال المحامي سالم الجبوري إنه باق.")
            .With("c.txt", "عاد المحامي سالم الجبوريّ.");
        var corpus = Corpus.Open(_corpus.Location);
        using var page = new StringWriter { NewLine = "\n" };
        AuditPage.Write(MergeAudit.Of(corpus.Annotations, corpus.Annotator), corpus.Unlisted, all: false, page);
        Assert.EndsWith("\n1 unlisted name\n  سالم الجبوري (3 in 2 documents, person)\n", page.ToString(), StringComparison.Ordinal);

        var file = _corpus.At("unlisted.tsv");
        Assert.Equal(1, AuditFiles.WriteUnlisted(file, corpus.Unlisted, corpus.EntitiesFile));
        Assert.Equal("# id\ttype\tname_ar\tname_en\n\tperson\tسالم الجبوري\t\n", File.ReadAllText(file));
        Assert.Equal(0, AuditFiles.WriteUnlisted(file, corpus.Unlisted, corpus.EntitiesFile));

        var filledIn = File.ReadAllText(file).Replace("\n\t", "\nsalim-al-jubouri\t", StringComparison.Ordinal);
        _corpus.With("entities.tsv", Names + filledIn);
        var next = Corpus.Open(_corpus.Location);
        Assert.Empty(next.Unlisted);
        Assert.Equal(3, next.MentionsOf("salim-al-jubouri").Count);
    }

    [Fact]
    public void Brackets_of_an_unlisted_name_are_not_taken_for_the_syntax_of_aliases()
    {
        var file = _corpus.At("unlisted.tsv");
        AuditFiles.WriteUnlisted(file, [new("?اللواء 30", "armed-group", "اللواء (30", 2, 1)], _corpus.At("entities.tsv"));
        Assert.Equal("\tarmed-group\tاللواء 30\t", File.ReadAllLines(file)[1]);
    }

    [Fact]
    public void Annotating_applies_a_file_of_decisions()
    {
        using var output = new MemoryStream();
        var decisions = _corpus.With("d.tsv", $"{Decisions.Header}\nالصباح\tsabah\treject\t\nدارقوي\tdarqun\treject\t\n").At("d.tsv");
        var run = new AnnotateRun(AnnotateCommand.Create().Parse(
            [_corpus.At("a.txt"), "--entities", _corpus.At("entities.tsv"), "--decisions", decisions, "--kinds", "mention"]))
        {
            Input = Stream.Null,
            Output = output,
            Error = TextWriter.Null,
        };
        Assert.Equal((0, 0), (run.Exit(), (int)output.Length));
    }

    private int Audit(string? file = null)
    {
        var corpus = Corpus.Open(_corpus.Location);
        return AuditFiles.WriteDecisions(
            file ?? _corpus.At("decisions.tsv"), corpus.Annotator.Gazetteer.Decisions,
            MergeAudit.Of(corpus.Annotations, corpus.Annotator).ToDecisions());
    }
}
