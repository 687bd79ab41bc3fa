using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>The title and language of a corpus, from its <c>corpus.json</c>.</summary>
public sealed class CorpusDescriptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Made => _folder.At("made");

    [Theory]
    [InlineData("{\"title\":\"T\",\"intro\":\"One.\\nTwo.\",\"language\":\"ar\"}", "T", "ar", null)]
    [InlineData("{}", "made", "en", null)]
    [InlineData("{\n\"titel\":\"T\"}", "", "", "corpus.json, line 2: ")]
    [InlineData("[]", "", "", "corpus.json, line 1: ")]
    [InlineData("{\"title\":null}", "", "", "corpus.json, line 1: ")]
    [InlineData("{\"language\":\"\"}", "", "", "corpus.json: language '' found, a BCP 47 tag such as en or ar expected")]
    public void The_description_of_a_corpus_is_read_or_one_clear_error(string json, string title, string language, string? message)
    {
        _folder.With("made/corpus.json", json);
        if (message is not null)
        {
            var fault = Assert.Throws<InvalidDataException>(() => CorpusDescription.Of(Made));
            Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
            return;
        }

        var read = CorpusDescription.Of(Made);
        Assert.Equal((title, language), (read.Title, read.Language));
    }

    [Fact]
    public void A_corpus_that_is_not_described_has_the_name_of_its_folder_or_file()
    {
        Assert.Equal("made", CorpusDescription.Of(Made).Title);
        Assert.Equal("made.jsonl", CorpusDescription.Of(_folder.At("made.jsonl")).Title);
        Assert.StartsWith("The US–Iran escalation", CorpusDescription.Of(Repository.Corpus).Title, StringComparison.Ordinal);
    }
}
