using System.Text;
using Analysis.Tests.Corpora;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Annotation.Times;

public sealed class TimeCaseTests
{
    private static readonly TimeTagging Tagging = new();
    private static readonly string[] Columns = ["date", "text", "type", "value", "anchor", "why"];

    [Fact]
    public void Every_case_gets_its_expressions_and_no_others()
    {
        var rows = Cases();
        Assert.True(rows.Count >= 150);
        var wrong = rows
            .Select(row => (Row: row, Expected: Expected(row, out var text), Found: Tagging.Describe(row[0], text)
                .Replace("~", "", StringComparison.Ordinal)))
            .Where(result => result.Expected != result.Found)
            .Select(result => $"line {result.Row.Line}, {result.Row[5]}: {result.Row[1]}\n"
                + $"  expected {result.Expected}\n  found    {result.Found}");
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public void A_neutral_sentence_in_front_shifts_spans_and_changes_nothing_else()
    {
        const string front = "وصل الوفد إلى المدينة وغادر. ";
        const string text = "قتل في 3 يناير 2020 ثم عاد في الخامس منه مساء الأحد الماضي.";
        var plain = Tagging.Tag("2020-05-20", text);
        var shifted = Tagging.Tag("2020-05-20", front + text);
        Assert.Equal(3, plain.Count);
        Assert.Equal(
            plain.Select(mark => (mark.Start + front.Length, mark.End + front.Length, mark.Value)),
            shifted.Select(mark => (mark.Start, mark.End, mark.Value)));
    }

    [Fact]
    public void What_one_text_told_is_forgotten_in_the_next()
    {
        Tagging.Tag("2020-05-20", "قصف المطار في 3 مايو.");
        Assert.Equal("اليوم نفسه=DATE 2020-05-20 dct", Tagging.Describe("2020-05-20", "رد في اليوم نفسه"));
    }

    [Fact]
    public void A_date_inside_a_name_is_no_time()
    {
        var vocabulary = new Vocabulary();
        var tagger = new TimeTagger(vocabulary);
        vocabulary.Close();
        var draft = new Draft(vocabulary);
        draft.Begin(new Document("test", "وقفوا أمام نصب 14 تموز طويلا"));
        draft.Mentions.Add(new MentionMark(2, 5, 11, 23, -1, EntityType.Facility, null, "test"));
        tagger.Find(draft);
        Assert.Empty(draft.Times);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-31")]
    [InlineData("0001-12-31")]
    [InlineData("0099-12-31")]
    [InlineData("1900-04-29")]
    [InlineData("2020-02-29")]
    [InlineData("2077-11-17")]
    [InlineData("9990-01-01")]
    [InlineData("9999-01-01")]
    [InlineData("9999-12-01")]
    [InlineData("9999-12-31")]
    public void On_any_date_every_value_is_a_date_a_reference_or_a_length(string date)
    {
        var texts = Cases().Select(row => row[1]).Concat(TimeRules.Rows().Select(row => row[7]));
        foreach (var text in texts.Select(
            text => text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)))
        {
            Assert.All(Tagging.Tag(date, text), mark => Assert.True(
                mark.IsReference || mark.Value[0] == 'P' || Edtf.TryParse(mark.Value, out _), $"{mark.Value} in {text}"));
        }
    }

    [Fact]
    public void Any_heap_of_time_words_gets_ordered_spans_that_do_not_overlap()
    {
        string[] signs = ["3", "27", "2019", "1441", "-", "/", "،", ".", "(", ")", "و", "من", "إلى", "بين", "في"];
        var words = Lexicon.Read("time-words.tsv", "class", "value", "words").SelectMany(row => row[2].Split('|')).Concat(signs).ToArray();
        var heap = Gen.ListOf(Gen.Elements(words), 24).Select(parts => string.Join(' ', parts));
        Prop.ForAll(heap.ToArbitrary(), text =>
        {
            var marks = Tagging.Tag("2020-05-20", text);
            return marks.All(mark => mark.Start < mark.End && mark.End <= text.Length && mark.Value.Length > 0)
                && marks.Zip(marks.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
        }).QuickCheckThrowOnFailure();
    }

    private static List<LexiconRow> Cases()
    {
        using var reader = new StreamReader(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "Times", "cases.tsv"));
        return Lexicon.Read(reader, "cases.tsv", Columns);
    }

    private static string Expected(LexiconRow row, out string text)
    {
        var raw = new StringBuilder();
        var surfaces = new List<string>();
        var start = 0;
        foreach (var letter in row[1])
        {
            if (letter == '[') start = raw.Length;
            else if (letter == ']') surfaces.Add(raw.ToString(start, raw.Length - start));
            else raw.Append(letter switch { '⏎' => '\n', '⌀' => '\u200B', _ => letter });
        }

        text = raw.ToString();
        var (types, values, anchors) = (row[2].Split(" | "), row[3].Split(" | "), row[4].Split(" | "));
        return string.Join(" | ", surfaces.Select((surface, at) => $"{surface}={types[at]} {values[at]} {anchors[at]}"));
    }
}
