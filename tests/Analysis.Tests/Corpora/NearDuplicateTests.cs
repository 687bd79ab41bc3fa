using System.Diagnostics;

namespace Analysis.Tests.Corpora;

public sealed class NearDuplicateTests
{
    private static readonly string[] Vocabulary =
        [.. Enumerable.Range(0, 20_000).Select(number => string.Concat($"{number * 7919}".Select(digit => (char)('ب' + digit - '0'))))];

    /// <summary>Copies of reports of 60 to 300 words, a share of whose words is exchanged, dropped or added, spread at random.</summary>
    [Theory]
    [InlineData(0.05, 0.99)]
    [InlineData(0.10, 0.99)]
    [InlineData(0.20, 0.6)]
    public void Edited_copies_are_found_and_other_reports_are_not(double edits, double recall)
    {
        var random = new Random(1);
        var originals = Enumerable.Range(0, 500).Select(number => new Document($"{number}", Report(random), new DateOnly(2020, 1, 1)))
            .ToList();
        var copies = originals.Take(250).Select(original =>
            original with
            {
                Id = "copy " + original.Id,
                Text = Edited(original.Text, edits, random),
                Published = new DateOnly(2020, 1, 2),
            });

        var found = NearDuplicates.In([.. originals, .. copies]);

        Assert.True(found.Count >= recall * 250, $"recall {found.Count / 250.0:0.000}");
        Assert.All(found, copy => Assert.Equal("copy " + copy.Original, copy.Document));
        Assert.All(found, copy => Assert.InRange(copy.Similarity, 0.25, 1));
    }

    [Fact]
    public void Spelling_and_punctuation_make_no_other_report_and_the_earliest_of_a_group_stays()
    {
        const string Text = "أعلنت وزارة الدفاع الأمريكية مقتل جنديين في هجوم على قاعدة التاجي";
        Document[] documents =
        [
            new("late", Text, new DateOnly(2020, 3, 12)), new("none", Text + "."),
            new("early", Text.Replace('أ', 'ا') + "!", new DateOnly(2020, 3, 11)),
            new("other", "زار رئيس الوزراء العراقي طهران والتقى نظيره الإيراني في زيارة رسمية"), new("empty", ""), new("empty too", ""),
        ];
        var found = NearDuplicates.In(documents);
        Assert.Equal([("late", "early", 1.0), ("none", "early", 1.0)],
            found.Select(copy => (copy.Document, copy.Original, copy.Similarity)));
    }

    [Fact]
    public void A_corpus_counts_a_report_once_on_request_and_says_so()
    {
        const string Text = "قتل قاسم سليماني في بغداد أمس في غارة أمريكية قرب المطار";
        using var folder = new TemporaryFolder().With("a.txt", Text).With("b.txt", Text + ".").With("c.txt", "زار الوزير طهران");
        var all = Corpus.Open(folder.Location);
        Assert.Equal(("b", "a"), all.Duplicates.Select(copy => (copy.Document, copy.Original)).Single());
        var once = Corpus.Open(folder.Location, deduplicate: true);
        Assert.Equal(["a", "c"], once.Documents.Select(document => document.Id));
        Assert.Equal((3, "1 near-duplicate of 3 documents left out"), (all.Documents.Count, once.Warnings[0]));
    }

    [Fact]
    public void Time_grows_with_the_number_of_documents()
    {
        var random = new Random(1);
        var reports = Enumerable.Range(0, 8000).Select(number => new Document($"{number}", Report(random))).ToArray();
        Document[] same = [.. reports.Select(report => report with { Text = reports[0].Text })];
        _ = NearDuplicates.In(reports[..500]);
        foreach (var documents in new[] { reports, same })
            Assert.True(Seconds(documents) < 30 * (Seconds(documents[..1000]) + 0.05));
    }

    private static double Seconds(Document[] documents)
    {
        var watch = Stopwatch.StartNew();
        _ = NearDuplicates.In(documents);
        return watch.Elapsed.TotalSeconds;
    }

    // Some words are frequent, as in any language.
    private static string Word(Random random) => Vocabulary[(int)(Vocabulary.Length * Math.Pow(random.NextDouble(), 4))];

    private static string Report(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(60, 300)).Select(_ => Word(random)));

    private static string Edited(string text, double edits, Random random) => string.Join(' ', text.Split(' ').SelectMany(word =>
        random.NextDouble() >= edits ? [word] : random.Next(3) switch { 0 => [], 1 => [Word(random)], _ => new[] { word, Word(random) } }));
}
