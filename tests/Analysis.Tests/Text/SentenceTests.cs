using Analysis.Tests.Corpora;

namespace Analysis.Tests.Text;

public sealed class SentenceTests
{
    public static TheoryData<string, string, string> Cases =>
        [.. TestTable.Read("Sentences.tsv").Select(row => new TheoryDataRow<string, string, string>(row[0], row[1], row[2]))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_is_cut_into_sentences(string text, string expected, string why)
    {
        var sentences = string.Join('¦', Sentence.In(new Document("1", text)).Select(sentence => sentence.Text));
        Assert.True(expected == sentences, $"{why}: '{sentences}'");
    }

    [Fact]
    public void A_line_that_equals_the_title_is_one_sentence_wherever_it_stands()
    {
        var document = new Document("1", "أول. ثان.\nعنوان.. من شطرين \nثالث", Title: "عنوان.. من شطرين");
        Assert.Equal(
            [("أول.", SentenceKind.Body, 0), ("ثان.", SentenceKind.Body, 0), ("عنوان.. من شطرين", SentenceKind.Title, 1),
                ("ثالث", SentenceKind.Body, 2)],
            Sentence.In(document).Select(sentence => (sentence.Text, sentence.Kind, sentence.Paragraph)));
    }

    [Fact]
    public void A_sentence_that_only_holds_the_title_is_running_text()
    {
        Assert.All(Sentence.In(new Document("1", "عنوان. وغيره", Title: "عنوان.")), sentence =>
            Assert.Equal(SentenceKind.Body, sentence.Kind));
    }

    [Theory]
    [InlineData("| الدليل 4 |")]
    [InlineData("|")]
    [InlineData("- 4 -")]
    [InlineData("* * *")]
    [InlineData("2020")]
    public void A_line_left_over_from_a_page_is_boilerplate(string line)
    {
        var sentences = Sentence.In(new Document("1", $"نص.\n{line}\n"));
        Assert.Equal(("نص.", SentenceKind.Body), (sentences[0].Text, sentences[0].Kind));
        Assert.Equal((line, SentenceKind.Boilerplate), (sentences[1].Text, sentences[1].Kind));
    }

    [Fact]
    public void The_corpus_has_its_titles_and_its_stray_line_flagged_and_nothing_else()
    {
        var corpus = Corpus.Open(Repository.Corpus);
        var flagged = corpus.Sentences.Where(sentence => sentence.Kind != SentenceKind.Body).ToList();
        Assert.Equal(
            ["000 Title", "000 Boilerplate", "001 Title", "002 Title", "004 Title"],
            flagged.Select(sentence => $"{sentence.Document} {sentence.Kind}"));
        Assert.Equal("| الدليل 4 |", flagged[1].Text);
        Assert.All(flagged.Where(sentence => sentence.Kind == SentenceKind.Title), sentence =>
            Assert.Equal(corpus[sentence.Document].Title, sentence.Text));
    }

    [Fact]
    public void Sentences_hold_every_token_once_in_order_and_slice_to_their_text() => Texts.Hold(Texts.Any, text =>
    {
        var document = new Document("1", text);
        var (tokens, table) = Segmentation.Read(document);
        var at = 0;
        for (var sentence = 0; sentence < table.Count; sentence++)
        {
            Assert.Equal(at, table[sentence].FirstToken);
            Assert.True(table[sentence].FirstToken < table[sentence].EndToken);
            at = table[sentence].EndToken;
            for (var token = table[sentence].FirstToken; token < at; token++)
            {
                Assert.True(token == table[sentence].FirstToken || !tokens.AfterBreak[token]);
            }
        }

        Assert.Equal(tokens.Count, at);
        foreach (var sentence in Sentence.In(document)) Assert.Equal(text[sentence.Start..sentence.End], sentence.Text);
    });

    [Fact]
    public void Paragraphs_are_the_lines_that_hold_something() => Texts.Hold(Texts.Any, text =>
    {
        var (tokens, table) = Segmentation.Read(new Document("1", text));
        for (var sentence = 0; sentence < table.Count; sentence++)
        {
            Assert.Equal(Enumerable.Range(0, table[sentence].FirstToken + 1)
                .Count(token => tokens.AfterBreak[token]) - 1, table[sentence].Paragraph);
        }
    });

    [Fact]
    public void A_sentence_in_front_shifts_the_sentences_and_changes_nothing_else() => Texts.Hold(Texts.Any, text =>
    {
        const string front = "وصل الوفد أمس.\n";
        var plain = Sentence.In(new Document("1", text));
        var shifted = Sentence.In(new Document("1", front + text));
        Assert.Equal(
            plain.Select(each => (each.Text, each.Start + front.Length, each.Kind, each.Paragraph + 1)),
            shifted.Skip(1).Select(each => (each.Text, each.Start, each.Kind, each.Paragraph)));
    });
}
