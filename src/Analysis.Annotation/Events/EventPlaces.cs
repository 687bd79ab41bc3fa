namespace Analysis;

/// <summary>Finds where an event took place: the most particular place behind a preposition of place, the first of several.</summary>
internal sealed class EventPlaces(EventSentence words, Gazetteer gazetteer)
{
    private const EventRelation Inside = EventRelation.In | EventRelation.By;
    private const EventRelation At = Inside | EventRelation.Near | EventRelation.On | EventRelation.From;

    private Draft _draft = null!;
    private EventCandidate _event = null!;
    private int _place;
    private int _rank;

    /// <summary>Begins an event.</summary>
    public void Begin(Draft draft, EventCandidate candidate)
    {
        (_draft, _event) = (draft, candidate);
        (_place, _rank) = (-1, 0);
    }

    /// <summary>Takes the place of the event before where the clause names none.</summary>
    public void Inherit(string place)
    {
        if (_place < 0) _event.Place = place;
    }

    /// <summary>Writes the place found to the event.</summary>
    public void End()
    {
        if (_place >= 0) _event.Place = gazetteer.Entities[_draft.Mention(_place).Entity].Id;
    }

    /// <summary>Looks at those named in a phrase.</summary>
    public void See(List<int> heads, EventRelation relation)
    {
        foreach (var head in heads)
        {
            if (head < 0 || _draft.Mention(head).Entity < 0) continue;
            var rank = Rank(_draft.Mention(head), relation);
            if (rank > _rank) (_place, _rank) = (head, rank);
        }
    }

    /// <summary>Whether a mention names a place, not those who act there.</summary>
    public static bool IsPlace(in MentionMark mention) => (mention.Type & (EntityType.Place | EntityType.Facility)) != 0 || mention.Metonym == false;

    private int Rank(in MentionMark mention, EventRelation relation)
    {
        var named = relation is EventRelation.Object or EventRelation.For or EventRelation.Other || (relation & At) != 0;
        var reached = relation == EventRelation.To || (relation == EventRelation.For && words[mention.FirstToken].Mention >= 0);
        var moves = _event.Kind is "visit" or "deployment" && (reached || relation == EventRelation.Object);
        return mention.Type switch
        {
            _ when _event.Kind == "visit" && relation == EventRelation.Object && (mention.Type & (EntityType.Facility | EntityType.Place | EntityType.Capital | EntityType.State)) != 0 => 5,
            EntityType.Facility when moves || named => 4,
            EntityType.Place when moves || named => 3,
            EntityType.Capital when moves || (relation & Inside) != 0 || (mention.Metonym == false && named) => 2,
            EntityType.State when moves || (relation & Inside) != 0 => 1,
            _ => 0,
        };
    }
}
