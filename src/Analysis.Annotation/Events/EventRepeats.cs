namespace Analysis;

/// <summary>Drops what a document reports twice: the fullest report of an event stays; headlines, leads and later mentions go.
/// Speech is never a repeat.</summary>
internal static class EventRepeats
{
    // Reports of one event are close to each other; a window keeps the comparison linear.
    private const int Window = 200;

    /// <summary>Drops the repeats from the events of a document.</summary>
    public static void Drop(List<EventCandidate> events)
    {
        var kept = 0;
        foreach (var report in events.ToArray())
        {
            bool IsSame(EventCandidate earlier) => ReferenceEquals(earlier.Kind, report.Kind) && Same(earlier, report);
            var same = kept == 0 || report.Kind.Speech ? -1 : events.FindLastIndex(kept - 1, Math.Min(kept, Window), IsSame);
            if (same < 0) events[kept++] = report;
            else if (Fullness(report) > Fullness(events[same])) events[same] = report;
        }

        events.RemoveRange(kept, events.Count - kept);
    }

    private static bool Same(EventCandidate a, EventCandidate b)
    {
        if (a.Dated && b.Dated && a.Date != b.Date) return false;
        if (a.IsParticularPlace && b.IsParticularPlace && a.Place != b.Place) return false;
        return a.Targets.Exists(b.Targets.Contains)
            && (a.Actors.Exists(b.Actors.Contains) || (a.Kind.Violent && (a.Actors.Count == 0 || b.Actors.Count == 0)));
    }

    private static int Fullness(EventCandidate candidate) =>
        (candidate.Dated ? 1000 : 0) + candidate.End - candidate.First + (10 * (candidate.Actors.Count + candidate.Targets.Count));
}
