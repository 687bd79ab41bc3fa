namespace Analysis;

/// <summary>
/// What is read in the texts of a corpus, as records: made when it is first asked for, and kept. Corpora that are opened from the same
/// files in one process can share it, each with frames of its own.
/// </summary>
/// <param name="source">Where they come from.</param>
/// <param name="texts">The documents.</param>
/// <param name="warnings">What is odd about them.</param>
internal sealed class CorpusReading(CorpusSource source, IReadOnlyList<Document> texts, IReadOnlyList<string> warnings)
{
    // Below this many documents the threads cost more than they save.
    private const int WorthThreads = 32;

    private object? _making;
    private int _tokens = -1;
    private readonly Dictionary<string, Document> _byId = texts.ToDictionary(text => text.Id, StringComparer.Ordinal);

    public CorpusSource Source => source;

    public IReadOnlyList<Document> Texts => texts;

    public IReadOnlyList<string> Warnings => warnings;

    public string EntitiesFile => source.Entities ?? throw new FileNotFoundException(
        $"no gazetteer: there is no entities.tsv in '{source.Folder}' and none in a folder 'corpus' above; "
        + "name one: Corpus.Open(folder, entities: path)");

    public Sentence[] Sentences => Once(ref field, () => [.. OfEach(Sentence.In).SelectMany(each => each)]);

    public Mention[] Mentions => Once(ref field, () =>
        [.. Annotations.Annotations.SelectMany(each => each.Mentions).Select(UnlistedName.WithId)]);

    public TimeExpression[] Times => Once(ref field, () => [.. Annotations.Annotations.SelectMany(each => each.Times)]);

    public Event[] Events => Once(ref field, () => [.. Annotations.Annotations.SelectMany(each => each.Events)]);

    /// <summary>The events with their reports joined.</summary>
    public IReadOnlyList<EventGroup> EventGroups => Once(ref field, () => EventGroup.Of(Events, Annotator.Gazetteer));

    public Annotator Annotator => Once(ref field, () =>
    {
        var gazetteer = Gazetteer.Load(EntitiesFile);
        if (FileInFolder(CorpusFolders.DecisionsFile) is { } file) gazetteer = gazetteer.With(Decisions.Load(file));
        return Annotator.Create(gazetteer, landmarks: source.Landmarks ? Landmarks.Beside(EntitiesFile) : null);
    });

    public CorrectedAnnotations Annotations => Once(ref field, () => Correct(Annotate()));

    private Dictionary<string, ArraySegment<Sentence>> SentencesByDocument =>
        Once(ref field, () => ByDocument(Sentences, sentence => sentence.Document));

    /// <summary>The document of that id; null where there is none.</summary>
    public Document? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The sentences of a document, in text order.</summary>
    public ArraySegment<Sentence> SentencesOf(string document) =>
        SentencesByDocument.GetValueOrDefault(document, ArraySegment<Sentence>.Empty);

    /// <summary>
    /// Reads the tokens of all documents. They are not kept: they take as much memory as everything else together, few notebooks ask for
    /// them, and reading them is fast.
    /// </summary>
    public Token[] ReadTokens()
    {
        using var forms = new ThreadLocal<TokenForms>(() => new());
        Token[] tokens = [.. OfEach(text => Segmentation.Tokens(text, forms.Value)).SelectMany(each => each)];
        _tokens = tokens.Length;
        return tokens;
    }

    /// <summary>Number of tokens of all documents; none is made.</summary>
    public int CountTokens() =>
        _tokens >= 0 ? _tokens : _tokens = OfEach(text => Segmentation.Read(text).Sentences.Sum(s => s.EndToken - s.FirstToken)).Sum();

    /// <summary>Records by their document; those of one stand next to each other.</summary>
    public static Dictionary<string, ArraySegment<T>> ByDocument<T>(T[] records, Func<T, string> document) =>
        RowArray.Runs(records, (one, other) => document(one) == document(other))
            .ToDictionary(run => document(run[0]), StringComparer.Ordinal);

    private string? FileInFolder(string name)
    {
        var file = Path.Combine(source.Folder, name);
        return source.Folder.Length > 0 && File.Exists(file) ? file : null;
    }

    private DocumentAnnotations[] Annotate()
    {
        var annotator = Annotator;
        return OfEach(text => annotator.Annotate(text));
    }

    private T[] OfEach<T>(Func<Document, T> read)
    {
        if (texts.Count < WorthThreads) return [.. texts.Select(read)];
        var all = new T[texts.Count];
        Parallel.For(0, all.Length, i => all[i] = read(texts[i]));
        return all;
    }

    private CorrectedAnnotations Correct(DocumentAnnotations[] annotations)
    {
        if (FileInFolder(DocumentSource.CorrectionsFile) is not { } file) return new(annotations, []);
        var corrections = Corrections.Load(file, Annotator.Gazetteer);
        return new(Array.ConvertAll(annotations, corrections.Apply), corrections.Idle);
    }

    // A property may ask for another while it is made; the lock is one that its own thread may take again.
    private T Once<T>(ref T? made, Func<T> make)
        where T : class => LazyInitializer.EnsureInitialized(ref made, ref _making, make);

    internal sealed record CorrectedAnnotations(DocumentAnnotations[] Annotations, IReadOnlyList<Correction> Idle);
}

/// <summary>Which files a corpus is read from, and how.</summary>
/// <param name="Folder">The folder or file; empty for documents given directly.</param>
/// <param name="Entities">Path of the gazetteer; null where there is none.</param>
/// <param name="Landmarks">Whether the landmarks beside the gazetteer date events.</param>
/// <param name="Deduplicate">Whether near-duplicates are left out.</param>
internal sealed record CorpusSource(string Folder, string? Entities, bool Landmarks, bool Deduplicate);
