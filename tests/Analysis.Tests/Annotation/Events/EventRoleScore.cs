namespace Analysis.Tests.Annotation.Events;

/// <summary>
/// How well the roles of the events found agree with gold: actors and targets as sets of state actors, places by id, a base, airport or
/// province taken for its town.
/// </summary>
internal sealed class EventRoleScore
{
    private static readonly string[] PlaceKinds = ["-base", "-airport", "-city", "-province"];

    /// <summary>Actors of the events found.</summary>
    public RoleCounts Actors { get; private set; }

    /// <summary>Those acted upon.</summary>
    public RoleCounts Targets { get; private set; }

    /// <summary>Places.</summary>
    public RoleCounts Places { get; private set; }

    /// <summary>Counts the roles of the gold events that were found with the right kind.</summary>
    public void Add(IReadOnlyList<Event> predicted, IReadOnlyList<GoldEvent> gold)
    {
        var matching = new EventMatching(predicted, gold);
        for (var i = 0; i < gold.Count; i++)
        {
            if (matching.PredictionOf[i] < 0) continue;
            var found = predicted[matching.PredictionOf[i]];
            Actors = Actors.Add(gold[i].Actors.Select(RollUp), found.Actors.Select(RollUp));
            Targets = Targets.Add(gold[i].Targets.Select(RollUp), found.Targets.Select(RollUp));
            Places = Places.Add(Place(gold[i].Place), Place(found.Place));
        }
    }

    private static string RollUp(string id) => EventReading.Gazetteer.Find(id) is { StateActor.Length: > 0 } entity ? entity.StateActor : id;

    private static IEnumerable<string> Place(string id)
    {
        if (id.Length == 0) return [];
        var kind = Array.Find(PlaceKinds, kind => id.EndsWith(kind, StringComparison.Ordinal)) ?? "";
        return [id[..^kind.Length]];
    }
}

/// <summary>Ids in gold, put out, and in both.</summary>
internal readonly record struct RoleCounts(int Gold, int Predicted, int Correct)
{
    public double F1 => Gold + Predicted == 0 ? 0 : 2.0 * Correct / (Gold + Predicted);

    public RoleCounts Add(IEnumerable<string> gold, IEnumerable<string> predicted)
    {
        var (wanted, found) = (gold.ToHashSet(StringComparer.Ordinal), predicted.ToHashSet(StringComparer.Ordinal));
        return new(Gold + wanted.Count, Predicted + found.Count, Correct + wanted.Intersect(found).Count());
    }
}
