using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Mentions;

public sealed class MentionQualityTests
{
    private static readonly List<MarkedText> Unseen =
        [.. File.ReadLines(Path.Combine(Annotators.Folder, "Unseen.txt")).Where(line => line.Length > 0 && line[0] != '#')
            .Select(MarkedText.Parse)];

    [Fact]
    public void Texts_that_no_list_was_made_from_are_annotated_nearly_as_the_guidelines_ask()
    {
        var (asked, found, right, typed) = (0, 0, 0, 0);
        foreach (var text in Unseen)
        {
            var mentions = Annotators.Mentions(text.Text);
            var marks = text.Marks.ToDictionary(mark => (mark.Start, mark.End));
            (asked, found) = (asked + marks.Count, found + mentions.Count);
            right += mentions.Count(mention => marks.ContainsKey((mention.Start, mention.End)));
            typed += mentions.Count(mention => marks.TryGetValue((mention.Start, mention.End), out var mark) && mark.Type == mention.Type);
        }

        Assert.InRange(2.0 * right / (asked + found), 0.95, 1);
        Assert.InRange(2.0 * typed / (asked + found), 0.94, 1);
    }

    [Fact]
    public void A_neutral_sentence_in_front_shifts_spans_and_changes_nothing_else()
    {
        const string front = "كان الجو لطيفا.\n";
        foreach (var text in Texts())
        {
            var shifted = Annotators.Mentions(front + text);

            Assert.Equal(
                Annotators.Mentions(text).Select(
                    mention => mention with
                    {
                        Start = mention.Start + front.Length,
                        End = mention.End + front.Length,
                        Sentence = mention.Sentence + 1,
                    }),
                shifted);
        }
    }

    [Fact]
    public void The_order_of_documents_never_matters()
    {
        var texts = Texts().ToList();
        var forward = texts.ConvertAll(text => Annotators.Mentions(text));
        texts.Reverse();
        var backward = texts.ConvertAll(text => Annotators.Mentions(text));
        backward.Reverse();

        for (var i = 0; i < forward.Count; i++) Assert.Equal(forward[i], backward[i]);
    }

    [Fact]
    public void Mentions_stand_in_order_and_none_overlaps_another()
    {
        foreach (var text in Texts())
        {
            var end = 0;
            foreach (var mention in Annotators.Mentions(text))
            {
                Assert.InRange(mention.Start, end, text.Length);
                Assert.Equal(text[mention.Start..mention.End], mention.Surface);
                Assert.True(char.IsLetterOrDigit(mention.Surface[0]), mention.Surface);
                end = mention.End;
            }
        }
    }

    private static IEnumerable<string> Texts() =>
        Directory.GetFiles(Path.Combine(Repository.Corpus, "articles"), "*.txt").Concat(Directory.GetFiles(Repository.Development, "*.txt"))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText).Concat(Unseen.Select(text => text.Text));
}
