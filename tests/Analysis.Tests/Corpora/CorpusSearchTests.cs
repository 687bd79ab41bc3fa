namespace Analysis.Tests.Corpora;

/// <summary>Which corpus a notebook gets that names none. These tests set what belongs to the whole process, so nothing runs beside
/// them.</summary>
[Collection(nameof(CorpusSearchTests))]
[CollectionDefinition(nameof(CorpusSearchTests), DisableParallelization = true)]
public sealed class CorpusSearchTests : IDisposable
{
    private readonly string _directory = Directory.GetCurrentDirectory();

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_directory);
        Environment.SetEnvironmentVariable("ANALYSIS_CORPUS", null);
        Environment.SetEnvironmentVariable("ANALYSIS_ENTITIES", null);
    }

    [Fact]
    public void The_nearest_corpus_folder_above_the_current_directory_is_opened()
    {
        using var folder = new TemporaryFolder().With("corpus/x.txt", "نص").With("notebooks/deep/note.txt", "");
        Directory.SetCurrentDirectory(folder.At("notebooks/deep"));
        Assert.Equal("x", Assert.Single(Corpus.Open().Documents).Id);
        Directory.SetCurrentDirectory(_directory);
    }

    [Fact]
    public void Where_there_is_none_the_library_s_own_folder_leads_to_the_project_s()
    {
        using var folder = new TemporaryFolder();
        Directory.SetCurrentDirectory(folder.Location);
        Assert.Equal(Repository.Corpus, Corpus.Open().Folder);
        Directory.SetCurrentDirectory(_directory);
    }

    [Fact]
    public void The_environment_goes_before_all_and_its_gazetteer_too()
    {
        using var folder = new TemporaryFolder().With("mine/y.txt", "نص").With("names.tsv", "");
        Environment.SetEnvironmentVariable("ANALYSIS_CORPUS", folder.At("mine"));
        Environment.SetEnvironmentVariable("ANALYSIS_ENTITIES", folder.At("names.tsv"));

        var corpus = Corpus.Open();

        Assert.Equal((folder.At("mine"), folder.At("names.tsv")), (corpus.Folder, corpus.EntitiesFile));
        Assert.Equal(Path.Combine(Repository.Corpus, "entities.tsv"), Corpus.Open(Repository.Corpus).EntitiesFile);
    }

    [Fact]
    public void A_folder_without_a_gazetteer_gets_the_project_s()
    {
        using var folder = new TemporaryFolder().With("x.txt", "نص");
        Assert.Equal(Path.Combine(Repository.Corpus, "entities.tsv"), Corpus.Open(folder.Location).EntitiesFile);
    }

    [Fact]
    public void A_file_that_the_environment_names_is_the_corpus_and_gets_the_project_s_gazetteer()
    {
        using var folder = new TemporaryFolder()
            .With("one.jsonl", """{"id":"a","text":"إيران"}""").With("entities.tsv", "").With("corrections.jsonl", "no correction");
        Environment.SetEnvironmentVariable("ANALYSIS_CORPUS", folder.At("one.jsonl"));

        var corpus = Corpus.Open();

        Assert.Equal((folder.At("one.jsonl"), Path.Combine(Repository.Corpus, "entities.tsv")), (corpus.Folder, corpus.EntitiesFile));
        Assert.Equal(["a iran"], corpus.Mentions.Select(mention => $"{mention.Document} {mention.Entity}"));
    }

    [Fact]
    public void A_folder_that_the_environment_names_and_that_is_not_there_is_an_error()
    {
        Environment.SetEnvironmentVariable("ANALYSIS_CORPUS", "/no/such/folder");
        var error = Assert.Throws<DirectoryNotFoundException>(() => Corpus.Open());
        Assert.Equal("ANALYSIS_CORPUS names '/no/such/folder', where there is no folder and no file", error.Message);
    }
}
