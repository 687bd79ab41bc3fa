namespace Analysis;

/// <summary>Drops what a document tells twice: the fullest report of an event stays, headlines, leads and later mentions go.</summary>
internal static class EventRepeats
{
    /// <summary>Drops the repeats from the events of a document.</summary>
    public static void Drop(List<EventCandidate> events)
    {
        for (var later = events.Count - 1; later > 0; later--)
        {
            for (var earlier = later - 1; earlier >= 0; earlier--)
            {
                if (!Same(events[earlier], events[later])) continue;
                if (Fullness(events[later]) > Fullness(events[earlier])) events[earlier] = events[later];
                events.RemoveAt(later);
                break;
            }
        }
    }

    private static bool Same(EventCandidate a, EventCandidate b)
    {
        if (a.Kind != b.Kind) return false;
        if (a.Dated && b.Dated && a.Date != b.Date) return false;
        if (a.Dated && b.Dated && (a.Nominal || b.Nominal)) return true;
        return a.Kind switch
        {
            "killing" => Shares(a.Targets, b.Targets),
            "statement" or "denial" => false,
            _ => Shares(a.Actors, b.Actors) && Shares(a.Targets, b.Targets) && (a.Nominal || b.Nominal || a.Date == b.Date),
        };
    }

    private static bool Shares(List<string> a, List<string> b)
    {
        foreach (var id in a)
        {
            if (b.Contains(id)) return true;
        }

        return false;
    }

    private static int Fullness(EventCandidate candidate) =>
        (candidate.Dated ? 1000 : 0) + candidate.End - candidate.First + (10 * (candidate.Actors.Count + candidate.Targets.Count));
}
