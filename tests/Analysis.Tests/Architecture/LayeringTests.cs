
namespace Analysis.Tests.Architecture;

public sealed class LayeringTests(Layers layers) : IClassFixture<Layers>
{
    [Fact]
    public void Every_source_file_stands_in_the_folder_of_a_stage() =>
        Assert.All(Layers.Files, file => Assert.Contains(Layers.StageNameOf(file), Layers.Stages));

    [Fact]
    public void A_stage_uses_earlier_stages_only()
    {
        Assert.Empty(layers.Errors);
        Assert.Empty(layers.Violations());
    }

    [Theory]
    [InlineData("Analysis.Annotation/Text/Bad.cs", "class Bad { Figure? F; }", "Analysis.Annotation/Text/Bad.cs(1): Figure of Charts")]
    [InlineData(
        "Analysis.Annotation/Corpora/Bad.cs", "class Bad { Corpus? C; }", "Analysis.Annotation/Corpora/Bad.cs(1): Corpus of Corpus")]
    [InlineData(
        "Analysis.Annotation/Annotation/Bad.cs", "class Bad { object M() => new[] { 1 }.ToDataFrame(); }",
        "Analysis.Annotation/Annotation/Bad.cs(1): ToDataFrame of Frames")]
    [InlineData("Analysis/Frames/Bad.cs", "class Bad { Corpus? C; }", "Analysis/Frames/Bad.cs(1): Corpus of Corpus")]
    [InlineData(
        "Analysis/Measures/Bad.cs", "class Bad { void M(EntityNetwork network, System.IO.Stream output) => network.WriteGexf(output); }",
        "Analysis/Measures/Bad.cs(1): WriteGexf of Exchange")]
    [InlineData(
        "Analysis.Annotation/Annotation/Good.cs",
        "class Good { object M(Document document) => Normalizer.Normalize(document.Text, NormalizationLevel.Key); }", null)]
    public void A_file_that_used_a_later_stage_would_be_found(string file, string source, string? violation) =>
        Assert.Equal(violation is null ? [] : [violation], layers.ViolationsIn(file, "namespace Analysis; " + source));

    [Fact]
    public void The_annotator_references_the_framework_and_nothing_else()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.All(typeof(Annotator).Assembly.GetReferencedAssemblies(), reference =>
            Assert.True(
                File.Exists(Path.Combine(framework, reference.Name + ".dll")), $"{reference.Name} is no assembly of the framework"));
    }
}
