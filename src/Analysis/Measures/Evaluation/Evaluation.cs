namespace Analysis;

/// <summary>
/// How well annotations agree with hand annotations. A mention or time counts when its span is exactly right; an event is matched to a
/// gold event that it overlaps, one to one, same kind first. Recall of events is taken over those on which the annotators agreed.
/// </summary>
public sealed record Evaluation
{
    private static readonly string[] Quoted =
    [
        "mention_f1", "mention_type_f1", "mention_entity_f1", "metonym_acc", "time_f1", "time_value", "event_kind_r", "event_kind_date_r",
        "event_p", "actors_r", "targets_r",
    ];

    /// <summary>Number of documents.</summary>
    public required int Documents { get; init; }

    /// <summary>Every figure, in a fixed order.</summary>
    public required IReadOnlyList<EvaluationFigure> Figures { get; init; }

    /// <summary>
    /// The figures to quote, names first, then times, events and those who take part; those that there is nothing to count of are left out.
    /// </summary>
    public IReadOnlyList<EvaluationFigure> Overview =>
        [.. Figures.Where(figure => Quoted.Contains(figure.Key) && !double.IsNaN(figure.Value))];

    /// <summary>A row for each type of mention, time and event, in ordinal order of layer and type.</summary>
    public required IReadOnlyList<EvaluationRow> Types { get; init; }

    /// <summary>Every difference from gold, in document order.</summary>
    public required IReadOnlyList<EvaluationError> Errors { get; init; }

    /// <summary>The figure of that key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public double this[string key] => Figures.FirstOrDefault(figure => figure.Key == key)?.Value
        ?? throw new KeyNotFoundException($"no figure '{key}'; there are {string.Join(", ", Figures.Select(figure => figure.Key))}");

    /// <summary>
    /// Compares the annotations of a corpus with the hand annotations in its folder <c>gold</c>, or beside its texts; where there are none,
    /// there are no documents, no rows and no errors.
    /// </summary>
    /// <param name="corpus">The corpus.</param>
    /// <exception cref="InvalidDataException">A line of the hand annotations is malformed.</exception>
    public static Evaluation Of(Corpus corpus)
    {
        var folder = Path.Combine(corpus.Folder, "gold");
        if (!Directory.Exists(folder)) folder = corpus.Folder;
        return Of(GoldDocument.AreIn(folder) ? GoldDocument.ReadFolder(folder) : [], corpus.Annotations, corpus.Annotator.Gazetteer);
    }

    /// <summary>Compares annotations with gold.</summary>
    /// <param name="gold">Hand annotations, a document each.</param>
    /// <param name="annotations">Annotations of those documents; those of others are not compared.</param>
    /// <param name="gazetteer">Says to which state the actors and targets of events roll up.</param>
    public static Evaluation Of(
        IReadOnlyList<GoldDocument> gold, IEnumerable<DocumentAnnotations> annotations, Gazetteer gazetteer)
    {
        var annotationsOf = annotations.ToDictionary(found => found.Document.Id, StringComparer.Ordinal);
        var found = gold.Select(document => annotationsOf.GetValueOrDefault(document.Id) ?? new(new(document.Id, ""), [], [], [])).ToList();
        var roles = new RoleComparison(gold, found, gazetteer);
        var documents = gold.Zip(found, (document, annotations) => new DocumentEvaluation(document, annotations, roles)).ToList();
        var counts = documents.ConvertAll(document => document.Counts);
        var total = EvaluationTally.Sum(counts);
        roles.AddJoined(total, documents.Select(document => document.Matching));
        return new Evaluation
        {
            Documents = gold.Count,
            Figures = total.Figures(counts),
            Types = EvaluationRow.Of(total, counts),
            Errors = [.. documents.SelectMany(document => document.Errors)],
        };
    }
}

/// <summary>A difference from gold.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">After the last UTF-16 code unit.</param>
/// <param name="Layer"><c>mention</c>, <c>time</c> or <c>event</c>.</param>
/// <param name="Problem"><c>missed</c>, <c>spurious</c>, or what is wrong about it: <c>type</c>, <c>entity</c>, <c>metonym</c>,
/// <c>value</c>, <c>date</c>.</param>
/// <param name="Expected">What gold says; empty for a spurious annotation.</param>
/// <param name="Found">What was found; empty for a missed one.</param>
/// <param name="Context">The annotated text in brackets, with up to 45 characters before and after it, in one line.</param>
public sealed record EvaluationError(
    string Document, int Start, int End, string Layer, string Problem, string Expected, string Found, string Context);
