using Analysis.Tests.Corpora;

namespace Analysis.Tests.Frames;

public sealed class CorpusCorrectionsTests : IDisposable
{
    private const string Text = "زار قأني بغداد.\nانتقد ترامب إيران وأمريكا.";

    private readonly TemporaryFolder _folder = new TemporaryFolder().With("a.txt", Text);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_corpus_without_corrections_has_none_that_find_nothing() =>
        Assert.Empty(Corpus.Open(_folder.Location).CorrectionsIdle);

    [Fact]
    public void Corrections_in_the_folder_are_applied_and_every_frame_shows_them()
    {
        var (start, end) = Find("ترامب");
        var corpus = Open($$"""{"doc":"a","kind":"mention","start":{{start}},"end":{{end}},"action":"remove"}""");
        Assert.Empty(corpus.CorrectionsIdle);
        Assert.DoesNotContain(corpus.Mentions, mention => mention.Surface == "ترامب");
        Assert.DoesNotContain(corpus.CoMentions, pair => pair.First == "donald-trump");
        Assert.Contains(Corpus.Of([corpus["a"]]).CoMentions, pair => pair.First == "donald-trump");
    }

    [Fact]
    public void An_addition_meets_the_names_of_the_sentence_in_which_it_stands()
    {
        var (start, end) = Find("انتقد");
        var corpus = Open(
            $$$"""{"doc":"a","kind":"mention","start":{{{start}}},"end":{{{end}}},"action":"add","""
            + """ "fields":{"entity":"?added","type":"person"}}""");
        Assert.Equal(1, corpus.Mentions.Single(mention => mention.Entity == "?added").Sentence);
        Assert.Contains(corpus.CoMentions, pair => (pair.First, pair.Second) == ("?added", "donald-trump"));
        Assert.DoesNotContain(corpus.CoMentions, pair => pair.Second == "esmail-qaani" && pair.First == "?added");
    }

    [Fact]
    public void Corrections_that_find_nothing_are_named_those_of_unknown_documents_too()
    {
        var corpus = Open("""
            {"doc":"a","kind":"time","start":0,"end":3,"action":"remove"}
            {"doc":"nowhere","kind":"mention","start":0,"end":3,"action":"change","fields":{"type":"state"}}
            """);
        Assert.Equal(
            [
                "corrections.jsonl(1): document a has no time from 0 to 3, so there is nothing to remove",
                "corrections.jsonl(2): document nowhere has no mention from 0 to 3, so there is nothing to change",
            ],
            corpus.CorrectionsIdle.Select(correction => correction.ToWarning()));
    }

    [Fact]
    public void Corrections_beside_JSON_Lines_documents_are_no_document()
    {
        using var folder = new TemporaryFolder()
            .With("texts.jsonl", """{"id":"a","text":"انتقد ترامب إيران"}""")
            .With("corrections.jsonl", """{"doc":"a","kind":"mention","start":6,"end":11,"action":"remove"}""");
        var corpus = Corpus.Open(folder.Location);
        Assert.Equal("a", Assert.Single(corpus.Documents).Id);
        Assert.DoesNotContain(corpus.Mentions, mention => mention.Surface == "ترامب");
    }

    [Fact]
    public void A_malformed_correction_is_an_error_with_file_and_line() => Assert.Equal(
        "corrections.jsonl(1): 'action' is \"drop\", expected one of add, remove, change",
        Assert.Throws<InvalidDataException>(
            () => Open("""{"doc":"a","kind":"time","start":4,"end":8,"action":"drop"}""").Mentions).Message);

    private static (int Start, int End) Find(string word)
    {
        var start = Text.IndexOf(word, StringComparison.Ordinal);
        return (start, start + word.Length);
    }

    private Corpus Open(string corrections) => Corpus.Open(_folder.With("corrections.jsonl", corrections).Location);
}
