namespace Analysis.Cli;

/// <summary>
/// A row of <c>acled-events.csv</c>, its columns named as in ACLED's codebook: an event of the joined chronology. <c>time_precision</c> is
/// 1 where the day is known, 2 within a week or less, 3 where no more than the month, or less, is known. <c>event_type</c> is the PLOVER
/// category and <c>sub_event_type</c> the kind, for ACLED's own types need the number of deaths and the kind of armed group.
/// </summary>
internal sealed record AcledEvent(
    string event_id, DateOnly? event_date, DateOnly? end_date, int? year, int? time_precision, string disorder_type, string event_type,
    string sub_event_type, string actor1, string actor2, string location, string source, string notes, string cameo, double goldstein,
    string date_basis)
{
    private const int Week = 7;

    public static AcledEvent Of(ChronologyEntry entry, Corpus corpus) => new(
        entry.Id, entry.Earliest ?? entry.Latest, entry.Latest, (entry.Earliest ?? entry.Latest)?.Year, PrecisionOf(entry),
        DisorderOf(entry.Plover), entry.Plover, entry.Kind, string.Join("; ", entry.Actors), string.Join("; ", entry.Targets), entry.Place,
        string.Join("; ", entry.Documents.Distinct().Select(corpus.DocumentName)), entry.Text, entry.Cameo, entry.Goldstein,
        entry.DateBasis);

    private static int? PrecisionOf(ChronologyEntry entry) => (entry.Earliest, entry.Latest) switch
    {
        (null, null) => null,
        ({ } first, { } last) when last.DayNumber - first.DayNumber < Week => first == last ? 1 : 2,
        _ => 3,
    };

    private static string DisorderOf(string plover) => plover switch
    {
        "ASSAULT" => "Political violence",
        "PROTEST" => "Demonstrations",
        _ => "Strategic developments",
    };
}

/// <summary>A row of <c>acled-dyads.csv</c>: the events of one kind that one party did to another in a month.</summary>
internal sealed record Dyad(
    string actor1, string actor2, string month, string event_type, string sub_event_type, int events, double goldstein)
{
    /// <summary>
    /// The dyads of a chronology, in the order of their parties, months and kinds; the month is empty where it is not known.
    /// </summary>
    public static IReadOnlyList<Dyad> Of(IEnumerable<ChronologyEntry> chronology) =>
    [
        .. from entry in chronology
           from actor in entry.Actors.Distinct()
           from target in entry.Targets.Distinct()
           group entry by (actor, target, Month: Chronology.MonthOf(entry) ?? "", entry.Plover, entry.Kind) into same
           let key = same.Key
           orderby key.actor, key.target, key.Month, key.Kind
           select new Dyad(key.actor, key.target, key.Month, key.Plover, key.Kind, same.Count(), same.Average(entry => entry.Goldstein)),
    ];
}
