namespace Analysis;

/// <content>
/// The corpus as data frames, each made when it is first asked for and kept. This part of the class stands in a later stage than the part
/// that loads documents, since it uses every stage between.
/// </content>
public sealed partial class Corpus
{
    // Below this many documents the threads cost more than they save.
    private const int WorthThreads = 32;

    private readonly Lock _making = new();
    private Annotator? _annotator;
    private DocumentAnnotations[]? _annotations;
    private int _correctionsApplied;
    private IReadOnlyList<Correction> _correctionsIdle = [];
    private DataFrame<Document>? _documents;
    private DataFrame<Sentence>? _sentences;
    private Dictionary<string, Sentence[]>? _sentencesOf;
    private DataFrame<Token>? _tokens;
    private DataFrame<Entity>? _entities;
    private DataFrame<Mention>? _mentions;
    private DataFrame<EntityPair>? _coMentions;
    private DataFrame<TimeExpression>? _times;
    private DataFrame<Event>? _events;

    /// <summary>The documents, in the order in which they were loaded.</summary>
    public DataFrame<Document> Documents => Once(ref _documents, () => Texts.ToDataFrame());

    /// <summary>The sentences of all documents, in document and text order.</summary>
    public DataFrame<Sentence> Sentences => Once(ref _sentences, () => Texts.SelectMany(Sentence.In).ToDataFrame());

    /// <summary>The words, numbers and symbols of all documents, in document and text order.</summary>
    public DataFrame<Token> Tokens => Once(ref _tokens, () => Texts.SelectMany(Token.In).ToDataFrame());

    /// <summary>The rows of the gazetteer, in file order: every entity that could be found, whether it is or not.</summary>
    /// <exception cref="InvalidDataException">The gazetteer is malformed; the message names file and line.</exception>
    public DataFrame<Entity> Entities => Once(ref _entities, () => Annotator.Gazetteer.Entities.ToDataFrame());

    /// <summary>The entity mentions of all documents, in document and text order.</summary>
    public DataFrame<Mention> Mentions => Once(ref _mentions, () => Annotations.SelectMany(each => each.Mentions).ToDataFrame());

    /// <summary>The pairs of entities that share a sentence of running text, in document and sentence order.</summary>
    public DataFrame<EntityPair> CoMentions => Once(ref _coMentions, () => Annotations
        .SelectMany(each => EntityPair.In(each, Sentence.In(each.Document))).ToDataFrame());

    /// <summary>The time expressions of all documents, in document and text order.</summary>
    public DataFrame<TimeExpression> Times => Once(ref _times, () => Annotations.SelectMany(each => each.Times).ToDataFrame());

    /// <summary>The events of all documents, in document and text order.</summary>
    public DataFrame<Event> Events => Once(ref _events, () => Annotations.SelectMany(each => each.Events).ToDataFrame());

    /// <summary>
    /// The annotator that reads the documents, made of <see cref="EntitiesFile"/> and of the file <c>decisions.tsv</c> of the corpus folder, where
    /// there is one.
    /// </summary>
    /// <exception cref="InvalidDataException">The gazetteer or a decision is malformed; the message names file and line.</exception>
    public Annotator Annotator => Once(ref _annotator, () =>
    {
        Annotator.Prepare();
        return Annotator.Create(Decide(Gazetteer.Load(EntitiesFile)));
    });

    /// <summary>
    /// The annotations of each document, in the order of <see cref="Documents"/>, corrected as the file <c>corrections.jsonl</c> of the corpus
    /// folder says, where there is one.
    /// </summary>
    /// <exception cref="InvalidDataException">A correction is malformed; the message names file and line.</exception>
    public IReadOnlyList<DocumentAnnotations> Annotations => Once(ref _annotations, () => Correct(Annotate()));

    /// <summary>Number of a person's corrections that took effect.</summary>
    public int CorrectionsApplied
    {
        get
        {
            _ = Annotations;
            return _correctionsApplied;
        }
    }

    /// <summary>A person's corrections that found nothing to correct, in file order within a document; see <see cref="Correction.ToWarning"/>.</summary>
    public IReadOnlyList<Correction> CorrectionsIdle
    {
        get
        {
            _ = Annotations;
            return _correctionsIdle;
        }
    }

    /// <summary>The sentence of a document that holds a place of its text, or follows it; null behind the last.</summary>
    /// <param name="document">Id of the document.</param>
    /// <param name="offset">UTF-16 code units into the raw text.</param>
    public Sentence? SentenceAt(string document, int offset)
    {
        var sentences = Once(ref _sentencesOf, () => Sentences.Rows.GroupBy(sentence => sentence.Document, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)).GetValueOrDefault(document) ?? [];
        var (first, behind) = (0, sentences.Length);
        while (first < behind)
        {
            var middle = (first + behind) / 2;
            if (offset < sentences[middle].End) behind = middle;
            else first = middle + 1;
        }

        return first < sentences.Length ? sentences[first] : null;
    }

    /// <summary>English name of an entity, for labels; the id itself where the gazetteer has no such row.</summary>
    public string NameOf(string id) => Annotator.Gazetteer.Find(id)?.NameEnglish ?? id;

    /// <summary>Type of an entity, such as <c>person</c>; empty where the gazetteer has no such row.</summary>
    public string TypeOf(string id) => Annotator.Gazetteer.Find(id)?.Type ?? "";

    private Gazetteer Decide(Gazetteer gazetteer)
    {
        var file = Path.Combine(Folder, CorpusFolders.DecisionsFile);
        return Folder.Length > 0 && File.Exists(file) ? gazetteer.With(Decisions.Load(file)) : gazetteer;
    }

    private DocumentAnnotations[] Annotate()
    {
        var annotator = Annotator;
        var annotations = new DocumentAnnotations[Texts.Count];
        if (Texts.Count < WorthThreads)
        {
            for (var i = 0; i < annotations.Length; i++) annotations[i] = annotator.Annotate(Texts[i]);
        }
        else
        {
            Parallel.For(0, annotations.Length, i => annotations[i] = annotator.Annotate(Texts[i]));
        }

        return annotations;
    }

    private DocumentAnnotations[] Correct(DocumentAnnotations[] annotations)
    {
        var file = Path.Combine(Folder, CorpusFolders.CorrectionsFile);
        if (Folder.Length == 0 || !File.Exists(file)) return annotations;
        var corrections = Corrections.Load(file);
        var corrected = Array.ConvertAll(annotations, corrections.Apply);
        _correctionsApplied = corrected.Sum(each => each.Applied);
        _correctionsIdle = [.. corrected.SelectMany(each => each.Idle), .. corrections.Elsewhere(Texts.Select(text => text.Id).ToHashSet(StringComparer.Ordinal))];
        return Array.ConvertAll(corrected, each => each.Annotations);
    }

    // A property may ask for another while it is made; the lock is one that its own thread may take again.
    private T Once<T>(ref T? made, Func<T> make)
        where T : class
    {
        lock (_making) return made ??= make();
    }
}
