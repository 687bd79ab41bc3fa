namespace Analysis;

/// <summary>
/// A corpus of news: its documents, the gazetteer by which they are read, and what is found in them, as data frames. Texts are loaded and
/// their checksums verified when it is opened; annotations and frames are made when they are first asked for, and kept.
/// </summary>
public sealed partial class Corpus : ITabular
{
    private object? _making;
    private readonly CorpusReading _reading;
    private Language _language = Language.English;

    private Corpus(CorpusReading reading) => _reading = reading;

    /// <summary>Full path of the folder, or of the one file, it was opened from; empty for documents given directly.</summary>
    public string Folder => _reading.Source.Folder;

    /// <summary>
    /// The language in which its names are shown, and its figures by <see cref="Figure.In"/>. Default: what <c>corpus.json</c> in its
    /// folder says, else English; of the corpus at hand what the environment variable <c>ANALYSIS_LANGUAGE</c> names (<c>analysis run
    /// --language</c> sets it).
    /// </summary>
    public Language Language => Once(ref field, () => _language.With(Namesakes()));

    /// <summary>What is odd about the corpus but no error, such as a text file that the manifest doesn't name; one sentence each.</summary>
    public IReadOnlyList<string> Warnings => _reading.Warnings;

    /// <summary>Path of the gazetteer: the one named, else <c>entities.tsv</c> in the folder, else the project's.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public string EntitiesFile => _reading.EntitiesFile;

    /// <summary>The document of that id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such document.</exception>
    public Document this[string id] =>
        _reading.Find(id)
        ?? throw new KeyNotFoundException(
            $"no document '{id}' among {Texts.Count}: {Counted.Names([.. Texts.Select(document => document.Id)])}");

    /// <summary>The documents, in the order in which they were loaded.</summary>
    public DataFrame<Document> Documents => Once(ref field, () => Texts.ToDataFrame());

    /// <summary>The documents in order of publication; those of one day in the order in which they were loaded, those without a date
    /// last.</summary>
    public IReadOnlyList<Document> DocumentsByDate =>
        Once(ref field, () => (Document[])[.. Texts.OrderBy(text => text.Published ?? DateOnly.MaxValue)]);

    /// <summary>The sentences of all documents, in document and text order.</summary>
    public DataFrame<Sentence> Sentences => Once(ref field, () => new DataFrame<Sentence>(_reading.Sentences));

    /// <summary>The words, numbers and symbols of all documents, in document and text order.</summary>
    public DataFrame<Token> Tokens => Once(ref field, () => new DataFrame<Token>(TokenRecords));

    /// <summary>
    /// The rows of the gazetteer in file order, every entity that could be found, whether it is or not; then the <see cref="Unlisted"/>
    /// names with their provisional ids, and their spelling as Arabic name.
    /// </summary>
    /// <exception cref="InvalidDataException">The gazetteer is malformed; the message names file and line.</exception>
    public DataFrame<Entity> Entities => Once(
        ref field, () => Annotator.Gazetteer.Entities.Concat(Unlisted.Select(name => name.ToEntity())).ToDataFrame());

    /// <summary>
    /// The entity mentions of all documents, in document and text order. A name that the gazetteer lacks has a provisional id (see
    /// <see cref="UnlistedName.IdOf"/>), which begins with <c>?</c>.
    /// </summary>
    public DataFrame<Mention> Mentions => Once(ref field, () => new DataFrame<Mention>(_reading.Mentions));

    /// <summary>The names that the gazetteer lacks, most mentioned first, ties in ordinal order of ids.</summary>
    public DataFrame<UnlistedName> Unlisted => Once(ref field, () => UnlistedName.In(_reading.Mentions).ToDataFrame());

    /// <summary>The pairs of entities that share a sentence of running text, in document and sentence order.</summary>
    public DataFrame<EntityPair> CoMentions => Once(ref field, () => new DataFrame<EntityPair>(Pairs()));

    /// <summary>The time expressions of all documents, in document and text order.</summary>
    public DataFrame<TimeExpression> Times => Once(ref field, () => new DataFrame<TimeExpression>(_reading.Times));

    /// <summary>The events of all documents, in document and text order.</summary>
    public DataFrame<Event> Events => Once(ref field, () => new DataFrame<Event>(_reading.Events));

    /// <summary>
    /// The annotator that reads the documents, made of <see cref="EntitiesFile"/> and of the file <c>decisions.tsv</c> of the corpus
    /// folder, where there is one.
    /// </summary>
    /// <exception cref="InvalidDataException">The gazetteer or a decision is malformed; the message names file and line.</exception>
    public Annotator Annotator => _reading.Annotator;

    /// <summary>
    /// The annotations of each document, in the order of <see cref="Documents"/>, corrected as the file <c>corrections.jsonl</c> of the
    /// corpus folder says, where there is one. Here names that the gazetteer lacks have no id.
    /// </summary>
    /// <exception cref="InvalidDataException">A correction is malformed; the message names file and line.</exception>
    public IReadOnlyList<DocumentAnnotations> Annotations => _reading.Annotations.Annotations;

    /// <summary>
    /// A person's corrections that found nothing to correct, in file order within a document; see <see cref="Correction.ToWarning"/>.
    /// </summary>
    public IReadOnlyList<Correction> CorrectionsIdle => _reading.Annotations.Idle;

    /// <summary>
    /// The documents that repeat an earlier one nearly word for word, such as copies of a wire report, in corpus order; see
    /// <see cref="NearDuplicate"/>.
    /// </summary>
    public DataFrame<NearDuplicate> Duplicates => Once(ref field, () => NearDuplicates.In(Texts).ToDataFrame());

    /// <summary>The frames by their names, each with its number of rows, for which only that of entities is made.</summary>
    internal IReadOnlyList<(string Name, Func<int> Rows, Func<DataFrame> Frame)> Frames =>
    [
        (nameof(Documents), () => Texts.Count, () => Documents),
        (nameof(Sentences), () => _reading.Sentences.Length, () => Sentences),
        (nameof(Tokens), _reading.CountTokens, () => Tokens),
        (nameof(Entities), () => Entities.Count, () => Entities),
        (nameof(Mentions), () => _reading.Mentions.Length, () => Mentions),
        (nameof(CoMentions), () => EntityPair.In(_reading.Mentions, _reading.Sentences).Count(), () => CoMentions),
        (nameof(Times), () => _reading.Times.Length, () => Times),
        (nameof(Events), () => _reading.Events.Length, () => Events),
    ];

    /// <summary>The middle of the publication dates: at least half of the dated documents are not later. Null where none is
    /// dated.</summary>
    public DateOnly? MiddleDate => Texts.Select(text => text.Published).OfType<DateOnly>().Order().ToArray() is { Length: > 0 } dates
        ? dates[(dates.Length - 1) / 2] : null;

    /// <summary>The documents as they were loaded.</summary>
    internal IReadOnlyList<Document> Texts => _reading.Texts;

    /// <summary>The events with their reports joined.</summary>
    internal IReadOnlyList<EventGroup> EventGroups => _reading.EventGroups;

    /// <summary>The mentions of an entity, in document and text order; none where the gazetteer knows it and no text names it.</summary>
    /// <param name="entity">Id of the entity, such as <c>qasem-soleimani</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such entity; the message names those that are nearest.</exception>
    public DataFrame<Mention> MentionsOf(string entity)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entity);
        var mentions = MentionsByEntity[entity].ToDataFrame();
        var isKnown = mentions.Count > 0 || Annotator.Gazetteer.Find(entity) is not null;
        return isKnown ? mentions : throw NearestEntities.Unknown(entity, Entities);
    }

    /// <summary>The sentence of a document that holds a place of its text, or follows it; null after the last.</summary>
    /// <param name="document">Id of the document.</param>
    /// <param name="offset">UTF-16 code units into the raw text.</param>
    public Sentence? SentenceAt(string document, int offset)
    {
        foreach (var sentence in _reading.SentencesOf(document).AsSpan())
            if (offset < sentence.End) return sentence;
        return null;
    }

    /// <summary>The sentences of a document, in text order; none where there is no such document.</summary>
    internal ArraySegment<Sentence> SentencesOf(string document) => _reading.SentencesOf(document);

    /// <summary>The tokens of a document, in text order; none where there is no such document.</summary>
    internal ArraySegment<Token> TokensOf(string document) =>
        TokensByDocument.GetValueOrDefault(document, ArraySegment<Token>.Empty);

    /// <summary>
    /// Name of an entity in the corpus's language, for labels; of a name that the gazetteer lacks its most frequent spelling with an
    /// asterisk, in English transliterated too. Of a document its <see cref="DocumentName"/>; else the id itself.
    /// </summary>
    public string NameOf(string id) => EntitiesOf[id].FirstOrDefault() is { } entity ? UnlistedName.LabelOf(entity, _language)
        : _reading.Find(id) is not null ? DocumentName(id) : id;

    /// <summary>Type of an entity, such as <c>person</c>; empty where the id is none of <see cref="Entities"/>.</summary>
    public string TypeOf(string id) => EntitiesOf[id].FirstOrDefault()?.Type ?? "";

    /// <summary>
    /// A document for labels: its outlet, else the first words of its title, and its date, such as <c>Quds Force…, 31 Mar 2020</c>; its id
    /// where it has no title. Of several with one name, those after the first are numbered: <c>Al Jazeera, 3 Jan 2020 (2)</c>.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such document.</exception>
    public string DocumentName(string id) => DocumentNames[this[id].Id];

    /// <summary>
    /// The row or column of a document in a chart: the document itself, by its id, or by its <see cref="DocumentName"/> where
    /// <see cref="NameOf"/> calls an entity of the same id; in a corpus of more than 40 documents its month of publication, such as
    /// <c>2020-03</c>, or <c>undated</c>.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such document.</exception>
    public string GroupOf(string document) => !HasFewDocuments ? this[document].Published.YearMonth() ?? "undated"
        : EntitiesOf.Contains(document) ? DocumentName(document) : document;

    /// <summary>All values of <see cref="GroupOf"/>, in order of publication.</summary>
    public IReadOnlyList<string> Groups => [.. DocumentsByDate.Select(document => GroupOf(document.Id)).Distinct()];

    /// <summary>Whether a chart has room for a row or column for each document: there are at most 40.</summary>
    public bool HasFewDocuments => Texts.Count <= 40;

    /// <summary>How many documents there are and from when, for subtitles: <c>5 documents, 31 Mar 2020 – 3 Jan 2021</c>.</summary>
    public string Extent
    {
        get
        {
            var days = Texts.Select(text => text.Published).OfType<DateOnly>().ToArray();
            var documents = _language.Text("documents", Texts.Count);
            return days.Length == 0 ? documents : days.Min() == days.Max() ? _language.Text("extent-day", documents, days.Min())
                : _language.Text("extent", documents, days.Min(), days.Max());
        }
    }

    /// <summary>The frames of the corpus as a table, as a notebook shows it.</summary>
    public override string ToString() => ((ITabular)this).ToTable().ToString();

    TableView ITabular.ToTable() => ((ITabular)Frames.Select(each => (each.Name, Frame: each.Frame())).Select(each => new
    {
        Frame = each.Name,
        Rows = each.Frame.Rows.Count,
        Columns = string.Join(", ", each.Frame.ColumnNames()),
    }).ToDataFrame()).ToTable();

    private EntityPair[] Pairs() => [.. EntityPair.In(_reading.Mentions, _reading.Sentences).Select(pair => new EntityPair(
        pair.Sentence.Document, this[pair.Sentence.Document].Published, pair.Sentence.Index, pair.First, pair.Second))];

    private Dictionary<string, string> DocumentNames => Once(ref field, () =>
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        return Texts.ToDictionary(text => text.Id, text =>
        {
            var name = text.NameIn(_language, isLabel: true);
            var number = known[name] = known.GetValueOrDefault(name) + 1;
            return number == 1 ? name : FormattableString.Invariant($"{name} ({number})");
        }, StringComparer.Ordinal);
    });

    private Token[] TokenRecords => Once(ref field, _reading.ReadTokens);

    private Dictionary<string, ArraySegment<Token>> TokensByDocument =>
        Once(ref field, () => CorpusReading.ByDocument(TokenRecords, token => token.Document));

    private ILookup<string, Mention> MentionsByEntity => Once(ref field, () => _reading.Mentions.ToLookup(mention => mention.Entity!));

    private ILookup<string, Entity> EntitiesOf => Once(ref field, () => Entities.ToLookup(entity => entity.Id));

    // English names and titles, which figures may hold, and the Arabic ones.
    private Dictionary<string, string> Namesakes() => FirstOf(Annotator.Gazetteer.Entities
        .Select(entity => (entity.NameEnglish, entity.NameArabic))
        .Concat(Annotator.Gazetteer.Entities.Select(entity => (entity.Id, entity.NameArabic)))
        .Concat(Texts.Select(document => (document.TitleEnglish, document.Title))));

    /// <summary>English forms of its Arabic names, in every spelling that it has, and titles.</summary>
    internal Dictionary<string, string> EnglishNames() => FirstOf(Annotator.Gazetteer.Entities
        .SelectMany(entity => new[] { (entity.NameArabic, entity.NameEnglish), (entity.Id, entity.NameEnglish) })
        .Concat(Texts.Select(document => (document.Title, document.TitleEnglish)))
        .Concat(Mentions.Select(mention => (mention.Surface, EntitiesOf[mention.Entity!].FirstOrDefault()?.NameEnglish ?? ""))));

    private static Dictionary<string, string> FirstOf(IEnumerable<(string Name, string Other)> names) => names
        .Where(each => each.Name.Length > 0 && each.Other.Length > 0).DistinctBy(each => each.Name)
        .ToDictionary(each => each.Name, each => each.Other);

    // A property may ask for another while it is made; the lock is one that its own thread may take again.
    private T Once<T>(ref T? made, Func<T> make)
        where T : class => LazyInitializer.EnsureInitialized(ref made, ref _making, make);
}
