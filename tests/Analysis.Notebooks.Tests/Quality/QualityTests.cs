using System.Globalization;
using System.Text;
using Analysis.Cli;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Quality;

/// <summary>
/// The quality of the annotations, pinned: a change of it is a reviewed difference of a file. The five articles and the development texts
/// are
/// those that the annotator was made from; the held-out texts say how far it carries.
/// </summary>
public sealed class QualityTests
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests", "Analysis.Tests");

    public static TheoryData<string, string, string> Sets => new()
    {
        { "five-articles.txt", Path.Combine(Repository.Root, "corpus", "gold"), Path.Combine(Repository.Root, "corpus") },
        { "development.txt", Path.Combine(Tests, "Development"), Path.Combine(Tests, "Development") },
        { "held-out.txt", Path.Combine(Tests, "HeldOut"), Path.Combine(Tests, "HeldOut") },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_figure_is_as_reviewed(string golden, string gold, string texts)
    {
        var evaluation = EvaluationPage.Of(gold, texts, manifest: null);
        var page = new StringBuilder();
        foreach (var (key, value) in evaluation.Figures) page.Append(CultureInfo.InvariantCulture, $"{key} {value:0.000}\n");
        foreach (var row in evaluation.Types)
            page.Append(CultureInfo.InvariantCulture, $"{row.Type} {row.Gold} {row.Predicted} {row.Correct} {row.F1:0.000}\n");
        GoldenFile.AssertEqual(golden, page.ToString());
    }

    [Fact]
    public void The_page_gives_every_error_in_its_context()
    {
        var evaluation = EvaluationPage.Of(Path.Combine(Tests, "HeldOut"), null, null);
        var text = EvaluationPage.ToText(evaluation);
        Assert.StartsWith("mention_p 0.", text, StringComparison.Ordinal);
        foreach (var error in evaluation.Errors)
            Assert.Contains(
                FormattableString.Invariant($"\n{error.Document}:{error.Start}-{error.End} {error.Layer} {error.Problem}: "), text,
                StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(EvaluationPage.ToJson(evaluation));
        Assert.Equal(evaluation.Errors.Count, json.RootElement.GetProperty("errors").GetArrayLength());
        Assert.Equal(evaluation["mention_f1"], json.RootElement.GetProperty("figures").GetProperty("mention_f1").GetDouble());
    }

    [Fact]
    public void What_there_is_nothing_to_count_of_is_said_and_is_null_in_JSON()
    {
        var evaluation = Evaluation.Of([], [], Gazetteer.Load(Path.Combine(Repository.Corpus, "entities.tsv")));
        Assert.Contains("\njoined_p none to count\n", EvaluationPage.ToText(evaluation), StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(EvaluationPage.ToJson(evaluation));
        Assert.Equal(
            System.Text.Json.JsonValueKind.Null, json.RootElement.GetProperty("figures").GetProperty("joined_p").ValueKind);
    }

    [Fact]
    public void Gold_of_a_document_without_text_is_named()
    {
        var error = Assert.Throws<InvalidDataException>(
            () => EvaluationPage.Of(Path.Combine(Tests, "HeldOut"), Path.Combine(Repository.Root, "corpus"), null));
        Assert.Contains("'h01'", error.Message, StringComparison.Ordinal);
    }
}
