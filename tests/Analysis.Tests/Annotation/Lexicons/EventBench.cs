using System.Globalization;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>Reads events with a table of rules that a test may take rows from.</summary>
internal sealed class EventBench
{
    private static readonly DateOnly Published = new(2021, 12, 31);

    private readonly CommonLexicons _lexicons = CommonLexicons.Shared;
    private readonly Gazetteer _gazetteer = Gazetteer.Load(Path.Combine(Repository.Corpus, "entities.tsv"));
    private readonly Vocabulary _vocabulary;
    private readonly MentionFinder _mentions;

    public EventBench()
    {
        _vocabulary = _lexicons.Vocabulary.Copy();
        _mentions = new MentionFinder(_vocabulary, _lexicons, _gazetteer);
        _vocabulary.Close();
    }

    /// <summary>The rules, whose lists of words a test may change for a while.</summary>
    public EventTable Table { get; } = new();

    /// <summary>A finder for the rules as they now are.</summary>
    public EventFinder Finder() => new(new EventLexicon(Table, _vocabulary), _gazetteer);

    /// <summary>The events of a text as the carriers write them.</summary>
    public string Events(EventFinder finder, string text)
    {
        var draft = new Draft(_vocabulary);
        draft.Begin(new Document("t", text, Published));
        _mentions.Find(draft);
        _lexicons.Times.Find(draft);
        finder.Find(draft);
        return string.Join("; ", draft.Events.Select(mark => string.Create(
            CultureInfo.InvariantCulture,
                $"{mark.Kind} {string.Join('+', mark.Actors)}>{string.Join('+', mark.Targets)}@{mark.Place} {mark.Date}")));
    }
}
