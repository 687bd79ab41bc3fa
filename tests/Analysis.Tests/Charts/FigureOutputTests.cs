using System.Text.Json.Nodes;
using Analysis.Tests.Corpora;

namespace Analysis.Tests;

/// <summary>
/// The JSON of one figure of each kind against the files in Golden. To accept a change on purpose, delete the file: the test writes it anew
/// beside the sources, and fails once so that the difference is read before it is committed.
/// </summary>
public sealed class FigureOutputTests
{
    private static readonly string Golden = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Golden");

    public static TheoryData<string> Ids => [.. SampleFigures.All.Select(figure => figure.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void The_plotly_json_of_each_kind_of_chart_is_as_reviewed(string id)
    {
        var expected = Path.Combine(Golden, $"{id}.json");
        using var folder = new TemporaryFolder();
        var actual = folder.At($"{id}.json");
        SampleFigures.ById(id).Save(actual);
        if (!File.Exists(expected))
        {
            Directory.CreateDirectory(Golden);
            File.Copy(actual, expected);
            Assert.Fail($"{expected} was not there and has been written: read it before committing it");
        }
        Assert.Equal(File.ReadAllText(expected), File.ReadAllText(actual));
    }

    [Theory, MemberData(nameof(Ids))]
    public void What_is_shown_isolates_lines_that_begin_in_Arabic_and_data_hold_no_control_characters(string id)
    {
        var figure = JsonNode.Parse(SampleFigures.ById(id).ToPlotlyJson())!;
        Sweep(figure, shown: false);
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_table_holds_no_control_characters_and_a_record_for_each_row(string id)
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("table.csv");
        var figure = SampleFigures.ById(id);
        figure.Save(file);
        var text = File.ReadAllText(file);
        Assert.DoesNotContain(text, IsBidiControl);
        Assert.Equal(figure.Data.Rows.Count + 1, Csv.Read(text, file).Count());
    }

    [Fact]
    public void Each_point_has_the_number_of_its_mark_and_says_how_many_passages_stand_behind_it()
    {
        var figure = SampleFigures.Bar;
        var json = JsonNode.Parse(figure.ToPlotlyJson())!;
        // Bars are sorted: the United States first, then Iran with its two passages.
        Assert.Equal(1, (int)json["data"]![0]!["customdata"]![1]!);
        Assert.EndsWith("mentions: 41<br>2 passages", (string)json["data"]![0]!["hovertext"]![1]!, StringComparison.Ordinal);
        Assert.Equal("""["إيران, mentions: 41",2]""", json["layout"]!["meta"]!["marks"]![1]!.ToJsonString(JsonForm.Compact));
        using var folder = new TemporaryFolder();
        var file = folder.At("table.csv");
        figure.Save(file);
        Assert.Contains("إيران,إيران,41,003:12-21; 003:40-49\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_of_marks_finds_its_evidence_in_either_order()
    {
        var index = CitedPassages.Of([SampleFigures.Passage(Evidence.Pair("a", "b")!)]);
        Assert.Single(index.Of(new("a", "b", "")));
        Assert.Single(index.Of(new("b", "a", "")));
        Assert.Empty(index.Of(new("a", "c", "")));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Each_figure_says_its_numbers_in_words(string id)
    {
        var figure = SampleFigures.ById(id);
        Assert.EndsWith(".", figure.Alt, StringComparison.Ordinal);
        Assert.StartsWith(figure.Title + "\n", figure.ToString(), StringComparison.Ordinal);
        Assert.Equal("described", (figure with { Alt = "described" }).Alt);
    }

    private static void Sweep(JsonNode? node, bool shown)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, value) in members) Sweep(value, key is "text" or "ticktext" or "name" or "hovertext");
                break;
            case JsonArray items:
                foreach (var item in items) Sweep(item, shown);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                if (shown && !IsData(value)) Assert.All(text.Split("<br>"), SweepLine);
                else Assert.DoesNotContain(text, IsBidiControl);
                break;
        }
    }

    private static void SweepLine(string line)
    {
        var isolated = Lettering.StartsRightToLeft(line.Replace("\u2067", "", StringComparison.Ordinal));
        var words = line.Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal);
        Assert.Equal(isolated, words.StartsWith('\u2067'));
        Assert.Equal(isolated, words.EndsWith('\u2069'));
        Assert.DoesNotContain(words.Trim('\u2067', '\u2069'), IsBidiControl);
    }

    private static bool IsData(JsonNode node) =>
        (node.GetPath().Contains(".meta", StringComparison.Ordinal) && !node.GetPath().Contains(".narrower", StringComparison.Ordinal))
        || node.GetPath().Contains(".customdata", StringComparison.Ordinal);

    private static bool IsBidiControl(char letter) =>
        letter is '\u061C' or '\u200E' or '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
