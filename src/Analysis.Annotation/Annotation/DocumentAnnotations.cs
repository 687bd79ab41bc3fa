namespace Analysis;

/// <summary>The annotations that an <see cref="Annotator"/> found in one document, each list in text order.</summary>
/// <param name="Document">The document.</param>
/// <param name="Mentions">Entity mentions; none is inside another.</param>
/// <param name="Times">Time expressions; none is inside another.</param>
/// <param name="Events">Events.</param>
public sealed record DocumentAnnotations(
    Document Document, IReadOnlyList<Mention> Mentions, IReadOnlyList<TimeExpression> Times, IReadOnlyList<Event> Events)
{
    internal static DocumentAnnotations Of(Draft draft, Gazetteer gazetteer, AnnotationKinds kinds) => new(
        draft.Document,
        kinds.HasFlag(AnnotationKinds.Mentions) ? MentionsOf(draft, gazetteer) : [],
        kinds.HasFlag(AnnotationKinds.Times) ? TimesOf(draft) : [],
        kinds.HasFlag(AnnotationKinds.Events) ? draft.Events.ToArray() : []);

    private static Mention[] MentionsOf(Draft draft, Gazetteer gazetteer)
    {
        var (id, text) = (draft.Document.Id, draft.Document.Text);
        var mentions = new Mention[draft.Mentions.Count];
        var sentence = 0;
        for (var i = 0; i < mentions.Length; i++)
        {
            ref readonly var mark = ref draft.Mention(i);
            sentence = draft.Sentences.At(mark.FirstToken, sentence);
            mentions[i] = new Mention(
                id, sentence, mark.Start, mark.End, text[mark.Start..mark.End],
                mark.Entity < 0 ? null : gazetteer.Entities[mark.Entity].Id, EntityTypes.NameOf(mark.Type), mark.Metonym, mark.Rule);
        }

        return mentions;
    }

    private static TimeExpression[] TimesOf(Draft draft)
    {
        var (id, text) = (draft.Document.Id, draft.Document.Text);
        var times = new TimeExpression[draft.Times.Count];
        var sentence = 0;
        for (var i = 0; i < times.Length; i++)
        {
            ref readonly var mark = ref draft.Time(i);
            sentence = draft.Sentences.At(mark.FirstToken, sentence);
            times[i] = new TimeExpression(
                id, sentence, mark.Start, mark.End, text[mark.Start..mark.End],
                mark.Type, mark.Value, mark.Anchor, mark.Rule);
        }

        return times;
    }
}
