namespace Analysis;

/// <summary>Where an event happened: the most particular place that a phrase with a preposition of place names.</summary>
internal sealed class EventPlace(EventSentence words, Gazetteer gazetteer)
{
    private const int Particular = 3;

    private EventCandidate _event = null!;
    private int _rank;

    /// <summary>Begins an event.</summary>
    public void Begin(EventCandidate candidate) => (_event, _rank) = (candidate, 0);

    /// <summary>Takes a phrase for the place of the event if it is more particular than those before.</summary>
    public void Locate(NounPhrase phrase)
    {
        foreach (var head in phrase.Heads)
        {
            var mention = words.Draft.Mention(head);
            var rank = mention.Entity < 0 ? 0 : Rank(mention, phrase.Slot);
            if (rank <= _rank) continue;
            _rank = rank;
            (_event.Place, _event.IsParticularPlace) = (gazetteer.Entities[mention.Entity].Id, rank >= Particular);
        }
    }

    private int Rank(in MentionMark mention, Slots slot)
    {
        var there = slot is Slots.In or Slots.By || (_event.Kind.Is(EventTraits.Moves) && slot is Slots.To or Slots.Object or Slots.For);
        return mention.Type switch
        {
            EntityType.Facility => Particular + 1,
            EntityType.Place => Particular,
            EntityType.Capital when there || mention.Metonym == false => 2,
            EntityType.State when there => 1,
            _ => 0,
        };
    }
}
