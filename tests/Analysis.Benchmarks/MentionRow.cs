namespace Analysis.Benchmarks;

/// <summary>A mention as a corpus of news would have it.</summary>
public sealed record MentionRow(string Document, int Sentence, DateOnly Date, string Entity, string Type);

/// <summary>Mentions made from a seed, the same in every run.</summary>
public static class MentionRows
{
    private const int Entities = 500;
    private const int Days = 730; // 24 months from 1 January 2020

    /// <summary>
    /// Documents of 10 to 30 sentences, one date each, up to 5 mentions a sentence, entities drawn by Zipf's law with exponent 1. Texts
    /// are shared between rows, as an annotator shares the ids of its gazetteer.
    /// </summary>
    public static MentionRow[] Make(int count, int seed = 1)
    {
        var random = new Random(seed);
        var names = Enumerable.Range(0, Entities).Select(i => FormattableString.Invariant($"entity-{i:000}")).ToArray();
        string[] types = ["person", "state", "armed-group", "organization", "place"];
        var cumulative = new double[Entities];
        for (var i = 0; i < Entities; i++) cumulative[i] = (i == 0 ? 0 : cumulative[i - 1]) + 1.0 / (i + 1);

        var rows = new MentionRow[count];
        var row = 0;
        for (var document = 0; row < count; document++)
        {
            var id = FormattableString.Invariant($"doc-{document:000000}");
            var date = new DateOnly(2020, 1, 1).AddDays(random.Next(Days));
            var sentences = random.Next(10, 31);
            for (var sentence = 0; sentence < sentences && row < count; sentence++)
                for (var mentions = random.Next(0, 6); mentions > 0 && row < count; mentions--)
                {
                    var drawn = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
                    var entity = drawn < 0 ? ~drawn : drawn;
                    rows[row++] = new(id, sentence, date, names[entity], types[entity % types.Length]);
                }
        }
        return rows;
    }
}
