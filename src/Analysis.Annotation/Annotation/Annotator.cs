using System.Collections.Concurrent;

namespace Analysis;

/// <summary>
/// Reads entities, times and events out of texts. An annotator is immutable: the same document always gets the same annotations, in any
/// order and on any number of threads.
/// </summary>
/// <example>
/// <code>
/// var annotator = Annotator.Create(Gazetteer.Load("corpus/entities.tsv"));
/// var annotations = annotator.Annotate(new Document("1", "زار إسماعيل قاآني بغداد يوم الثلاثاء", new DateOnly(2020, 4, 2)));
/// // Mentions: esmail-qaani and baghdad, as a place; times: 2020-03-31; events: a visit on that day.
/// </code>
/// </example>
public sealed class Annotator
{
    private readonly MentionFinder _mentions;
    private readonly EventLexicon _events;
    private readonly ConcurrentBag<Draft> _drafts = [];
    private readonly bool _anyText;
    private readonly Landmarks? _landmarks;

    private Annotator(Gazetteer gazetteer, bool anyText, Landmarks? landmarks)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        (Gazetteer, _anyText, _landmarks) = (gazetteer, anyText, landmarks);
        var lexicons = CommonLexicons.Shared;
        Vocabulary = lexicons.Vocabulary.Copy();
        _mentions = new MentionFinder(Vocabulary, lexicons, gazetteer);
        _events = lexicons.Events.With(gazetteer.EventRules, Vocabulary);
        Vocabulary.Close();
    }

    /// <summary>The words that its lexicons know.</summary>
    internal Vocabulary Vocabulary { get; }

    /// <summary>The entities that it knows.</summary>
    public Gazetteer Gazetteer { get; }

    /// <summary>An annotator that knows the entities of a gazetteer.</summary>
    /// <param name="gazetteer">The entities; those that a text names without being listed are found from their context.</param>
    /// <param name="anyText">Whether to read events in texts that are no news too: recipes, match reports, laws, poems.</param>
    /// <param name="landmarks">Known dates for events that a text ties to a landmark only; null for none.</param>
    public static Annotator Create(Gazetteer gazetteer, bool anyText = false, Landmarks? landmarks = null) =>
        new(gazetteer, anyText, landmarks);

    /// <summary>Annotates one document; a document without a date still gets what doesn't depend on it.</summary>
    /// <param name="document">The document; its text is not altered.</param>
    /// <param name="kinds">What is wanted; the rest is left empty.</param>
    public DocumentAnnotations Annotate(Document document, AnnotationKinds kinds = AnnotationKinds.All)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_drafts.TryTake(out var draft)) draft = new Draft(Vocabulary);
        Annotate(document, draft, kinds);
        var annotations = DocumentAnnotations.Of(draft, Gazetteer, kinds);
        _drafts.Add(draft);
        return annotations;
    }

    /// <summary>Annotates one document without making records of the result: what annotating a large corpus costs.</summary>
    internal void Annotate(Document document, Draft draft, AnnotationKinds kinds)
    {
        draft.Begin(document);

        // Events are made of mentions and times, and a name such as الثالث من خرداد is no time: mentions come first, whatever is wanted.
        _mentions.Find(draft);
        var events = (kinds & (AnnotationKinds.Events | AnnotationKinds.Document)) != 0;
        if (events || kinds.HasFlag(AnnotationKinds.Times)) CommonLexicons.Shared.Times.Find(draft);
        if (events) (draft.EventReader ??= new EventReader(_events, Gazetteer, draft)).Read();
        _landmarks?.Date(draft);
        if (draft.NoNewsReason is not null && !_anyText) draft.Events.Clear();
    }
}

/// <summary>What an annotator is asked for.</summary>
[Flags]
public enum AnnotationKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Entity mentions.</summary>
    Mentions = 1,

    /// <summary>Time expressions.</summary>
    Times = 2,

    /// <summary>Events.</summary>
    Events = 4,

    /// <summary>A summary of the document: whether it is news, and how much was found. All annotations are made for it.</summary>
    Document = 8,

    /// <summary>All annotations, without the summary.</summary>
    All = Mentions | Times | Events,
}
