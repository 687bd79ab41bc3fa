namespace Analysis;

/// <summary>The annotations that an <see cref="Annotator"/> found in one document, each list in text order.</summary>
/// <param name="Document">The document.</param>
/// <param name="Mentions">Entity mentions; none is inside another.</param>
/// <param name="Times">Time expressions; none is inside another.</param>
/// <param name="Events">Events.</param>
public sealed record DocumentAnnotations(
    Document Document, IReadOnlyList<Mention> Mentions, IReadOnlyList<TimeExpression> Times, IReadOnlyList<Event> Events)
{
    /// <summary>
    /// Why the text is taken for something other than news, in English, such as <c>no name of a person, body or place</c>; null for news,
    /// for a text of fewer than three sentences, and if events were not asked for.
    /// </summary>
    public string? NoNewsReason { get; init; }

    /// <summary>Whether the text is taken for news. A text that is not has no events, unless the annotator reads any text.</summary>
    public bool IsNews => NoNewsReason is null;

    internal static DocumentAnnotations Of(Draft draft, Gazetteer gazetteer, AnnotationKinds kinds)
    {
        List<T> Wanted<T>(AnnotationKinds kind, IEnumerable<T> found) => (kinds & (kind | AnnotationKinds.Document)) == 0 ? [] : [.. found];
        var mentions = Wanted(AnnotationKinds.Mentions, MentionsOf(draft, gazetteer));
        var (times, events) = (Wanted(AnnotationKinds.Times, TimesOf(draft)), Wanted(AnnotationKinds.Events, draft.Events));
        return new DocumentAnnotations(draft.Document, mentions, times, events) { NoNewsReason = draft.NoNewsReason };
    }

    private static IEnumerable<Mention> MentionsOf(Draft draft, Gazetteer gazetteer)
    {
        var (id, text, sentence) = (draft.Document.Id, draft.Document.Text, 0);
        return draft.Mentions.Select(mark => new Mention(
            id, sentence = draft.SentenceOf(mark.FirstToken, sentence), mark.Start, mark.End, text[mark.Start..mark.End],
            mark.Entity < 0 ? null : gazetteer.Entities[mark.Entity].Id, EntityTypes.NameOf(mark.Type), mark.Metonym, mark.Rule));
    }

    private static IEnumerable<TimeExpression> TimesOf(Draft draft)
    {
        var (id, text, sentence) = (draft.Document.Id, draft.Document.Text, 0);
        return draft.Times.Select(mark => new TimeExpression(
            id, sentence = draft.SentenceOf(mark.FirstToken, sentence), mark.Start, mark.End, text[mark.Start..mark.End],
            mark.Type, mark.Value, mark.Anchor, mark.Rule));
    }
}
