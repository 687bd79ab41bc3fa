namespace Analysis;

/// <summary>Drops what a document reports twice: the fullest report of an event stays; headlines, leads and later mentions go.</summary>
internal static class EventRepeats
{
    // Reports of one event are close to each other; a window keeps the comparison linear.
    private const int Window = 200;

    /// <summary>Drops the repeats from the events of a document and returns them.</summary>
    public static List<EventCandidate> Drop(List<EventCandidate> events)
    {
        var dropped = new List<EventCandidate>();
        var kept = new List<EventCandidate>(events.Count);
        foreach (var report in events)
        {
            var same = kept.FindLastIndex(
                kept.Count - 1, Math.Min(kept.Count, Window), earlier => ReferenceEquals(earlier.Kind, report.Kind) && Same(earlier, report));
            if (same < 0)
            {
                kept.Add(report);
                continue;
            }

            var isFuller = !IsBare(report) && Fullness(report) > Fullness(kept[same]);
            dropped.Add(isFuller ? kept[same] : report);
            if (isFuller) kept[same] = report;
        }

        events.Clear();
        events.AddRange(kept);
        return dropped;
    }

    private static bool Same(EventCandidate a, EventCandidate b)
    {
        if (a.Kind.Is(EventTraits.Answers)) return false;
        if (IsBare(b) && a.Kind.Violent) return true;
        if (a.Dated && b.Dated && a.Date != b.Date) return false;
        if (a.IsParticularPlace && b.IsParticularPlace && a.Place != b.Place) return false;
        return a.Targets.Exists(b.Targets.Contains)
            && (a.Actors.Exists(b.Actors.Contains) || (a.Kind.Violent && (a.Actors.Count == 0 || b.Actors.Count == 0)));
    }

    // What is said of an attack without a name or a date is said of the last one.
    private static bool IsBare(EventCandidate report) =>
        report is { Dated: false, Actors.Count: 0, Targets.Count: 0, Place.Length: 0 } && (report.Speech is not null || report.Nominal);

    private static int Fullness(EventCandidate candidate) =>
        (candidate.Dated ? 1000 : 0) + candidate.End - candidate.First + (10 * (candidate.Actors.Count + candidate.Targets.Count));
}
