using System.Text.Json;
using Analysis.Tests.Corpora;
using Analysis.Tests.Frames;

namespace Analysis.Tests.Exchange;

public sealed class JsonLinesTests
{
    private static readonly Sample[] Rows =
    [
        new("إيران \"1\"\n", null, -1, long.MaxValue, 0.1 + 0.2, 7, true, null, new(2020, 1, 3), null, new(2020, 1, 3, 22, 5, 0),
            Tone.Hostile, ["a", "b;c"]),
        new("", "", 0, 0, double.NaN, null, false, false, new(1, 1, 1), new(9999, 12, 31), default, Tone.Neutral, []),
    ];

    [Fact]
    public void A_record_is_one_line_with_a_value_for_every_property() => Assert.Equal(
        """
        {"Name":"إيران \"1\"\n","Note":null,"Number":-1,"Large":9223372036854775807,"Share":0.30000000000000004,
         "Maybe":7,"Flag":true,"Doubt":null,"Day":"2020-01-03","Perhaps":null,"Time":"2020-01-03T22:05:00","Tone":"Hostile",
         "Items":["a","b;c"]}
        {"Name":"","Note":"","Number":0,"Large":0,"Share":"NaN",
         "Maybe":null,"Flag":false,"Doubt":false,"Day":"0001-01-01","Perhaps":"9999-12-31","Time":"0001-01-01","Tone":"Neutral","Items":[]}

        """.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal),
        Assert.Single(Cultures.Each(() => GoldenFile.Written(Rows.WriteJsonLines)).Distinct()));

    [Fact]
    public void Every_line_is_JSON_for_every_frame_of_a_corpus()
    {
        var corpus = Corpus.Open(Repository.Corpus);
        foreach (var (lines, count) in new[]
        {
            (GoldenFile.Written(corpus.Documents.WriteJsonLines), corpus.Documents.Count),
                (GoldenFile.Written(corpus.Sentences.WriteJsonLines), corpus.Sentences.Count),
            (GoldenFile.Written(corpus.Mentions.WriteJsonLines), corpus.Mentions.Count),
                (GoldenFile.Written(corpus.Events.WriteJsonLines), corpus.Events.Count),
        })
        {
            Assert.Equal(
                count,
                lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.ValueKind)
                    .Count(kind => kind == JsonValueKind.Object));
        }
    }

    [Fact]
    public void A_file_is_utf_8_without_a_byte_order_mark()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder.At("counts.jsonl"), new[] { new ValueCount<string>("العراق", 3) }.WriteJsonLines);
        Assert.Equal("{\"Value\":\"العراق\",\"Count\":3}\n"u8.ToArray(), File.ReadAllBytes(folder.At("counts.jsonl")));
    }
}
