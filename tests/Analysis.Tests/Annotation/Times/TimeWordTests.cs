using Analysis.Tests.Annotation.Lexicons;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Times;

/// <summary>Each word of <c>time-words.tsv</c> makes a time, or keeps one from being made, in the sentence of its class.</summary>
public sealed class TimeWordTests
{
    private const string Day = "2021-12-31";

    private static readonly TimeTagging Tagging = new();
    private static readonly List<LexiconRow> Rows = Lexicon.Read("time-words.tsv", "class", "value", "words");
    private static readonly ILookup<(string Class, string Value), LexiconRow> Carriers = ReadCarriers();

    [Fact]
    public void A_word_says_what_its_class_and_value_say_and_the_same_with_letters_around_does_not()
    {
        // In a sentence that has no time without it, another row has made it one.
        var times = Rows.Where(row => row[0] is "month" or "weekday").SelectMany(row => row[2].Split('|')).ToHashSet(StringComparer.Ordinal);
        var report = new RowReport("time-words.tsv");
        foreach (var row in Rows.Where(row => row[0] != "not-ahead"))
        {
            foreach (var listed in row[2].Split('|'))
            {
                // = asks for this spelling, * stands for any ending.
                var word = listed.TrimStart('=').Replace("*", "عمل", StringComparison.Ordinal);
                var decides = Carriers[(row[0], row[1])].Any(carrier =>
                    Tagged(carrier, word) == Filled(carrier[3], word)
                    && ((carrier[3].Length == 0 && times.Contains(listed)) || Tagged(carrier, $"ط{word}ظ") != Filled(carrier[3], $"ط{word}ظ")));
                report.Decides(row, $"{row[0]}:{listed.Replace(' ', '_')}", decides);
            }
        }

        report.Verify();
    }

    [Fact]
    public void Another_word_in_its_place_says_something_else()
    {
        var report = new RowReport("word-carriers.tsv");
        foreach (var carrier in Carriers.SelectMany(group => group)) report.Check(carrier, Tagged(carrier, carrier[4]) != Filled(carrier[3], carrier[4]), Filled(carrier[2], carrier[4]));
        report.Verify();
    }

    [Fact]
    public void What_only_looks_like_the_future_would_be_one_without_its_row()
    {
        var ahead = Rows.Where(row => row[0] == "ahead").SelectMany(row => row[2].Split('|')).Where(word => word[^1] == '*').Select(word => Letters.KeyOf(word.TrimEnd('*'))).ToList();
        var report = new RowReport("time-words.tsv");
        foreach (var row in Rows.Where(row => row[0] == "not-ahead"))
        {
            foreach (var listed in row[2].Split('|'))
            {
                var word = listed.Replace("*", "عمل", StringComparison.Ordinal);
                report.Check(row, ahead.Exists(beginning => Letters.KeyOf(word).StartsWith(beginning, StringComparison.Ordinal)), word);
                report.Check(row, Carriers[(row[0], row[1])].All(carrier => Tagged(carrier, word) == carrier[3]), word);
            }
        }

        report.Verify();
    }

    [Fact]
    public void No_word_stands_twice_in_a_row_and_every_sentence_is_for_one()
    {
        var words = Rows.SelectMany(row => row[2].Split('|').Select(word => (Class: row[0], Value: row[1], Word: word[0] == '=' ? word : Letters.KeyOf(word))));
        Assert.Empty(words.GroupBy(word => word).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Empty(Carriers.Select(group => group.Key).Except(Rows.Select(row => (row[0], row[1]))));
    }

    private static string Tagged(LexiconRow carrier, string word) => Tagging.Describe(Day, Filled(carrier[2], word));

    private static string Filled(string text, string word) => text.Replace("{0}", word, StringComparison.Ordinal);

    private static ILookup<(string Class, string Value), LexiconRow> ReadCarriers()
    {
        using var reader = new StreamReader(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "Times", "word-carriers.tsv"));
        return Lexicon.Read(reader, "word-carriers.tsv", ["class", "value", "text", "times", "miss"]).ToLookup(row => (row[0], row[1]));
    }
}
