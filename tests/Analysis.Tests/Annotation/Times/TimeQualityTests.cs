using System.Text.Json;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Times;

public sealed class TimeQualityTests
{
    /// <summary>Hand-annotated texts with the F1 of exact spans and the share of right values (without ~) that they must reach.</summary>
    [Theory]
    [InlineData("corpus/gold", "corpus/articles", "corpus/documents.csv", 0.97, 0.95)]
    [InlineData("tests/Analysis.Tests/Development", "tests/Analysis.Tests/Development", "tests/Analysis.Tests/Development/documents.csv",
        0.95, 0.95)]
    public void Hand_annotated_times_are_found_with_their_values(string gold, string texts, string manifest, double f1, double values)
    {
        var tagging = new TimeTagging();
        var (expected, found, correct, right) = (0, 0, 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, manifest)).Skip(1))
        {
            var fields = line.Split(',');
            var text = File.ReadAllText(Path.Combine(Repository.Root, texts, Path.GetFileName(fields[1])));
            var marks = tagging.Tag(fields[3], text).ToDictionary(mark => (mark.Start, mark.End));
            found += marks.Count;
            foreach (var row in File.ReadLines(Path.Combine(Repository.Root, gold, fields[0] + ".times.jsonl"))
                .Where(row => row.Length > 0))
            {
                using var time = JsonDocument.Parse(row);
                expected++;
                if (!marks.TryGetValue((time.RootElement.GetProperty("start").GetInt32(), time.RootElement.GetProperty("end").GetInt32()),
                        out var mark))
                    continue;
                correct++;
                var value = time.RootElement.GetProperty("value").GetString()!;
                if (mark.Value.Trim('~') == value.Trim('~')) right++;
            }
        }

        Assert.InRange(2.0 * correct / (expected + found), f1, 1);
        Assert.InRange((double)right / correct, values, 1);
    }
}
