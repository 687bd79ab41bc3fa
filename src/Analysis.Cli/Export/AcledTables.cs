namespace Analysis.Cli;

/// <summary>
/// The joined chronology in tables whose columns are named as in ACLED's codebook. <c>event_type</c> is the PLOVER category and
/// <c>sub_event_type</c> the kind, for ACLED's own types need the number of deaths and the kind of armed group.
/// </summary>
internal static class AcledTables
{
    private const int Week = 7;

    /// <summary>
    /// A row for each event. <c>time_precision</c> is 1 where the day is known, 2 within a week or less, 3 where no more than the month, or
    /// less, is known.
    /// </summary>
    public static DataFrame Events(IEnumerable<ChronologyEntry> chronology, Corpus corpus) => chronology.Select(entry => new
    {
        event_id = entry.Id, event_date = entry.Earliest ?? entry.Latest, end_date = entry.Latest,
        year = (entry.Earliest ?? entry.Latest)?.Year, time_precision = PrecisionOf(entry),
        disorder_type = entry.Plover switch
        {
            "ASSAULT" => "Political violence",
            "PROTEST" => "Demonstrations",
            _ => "Strategic developments",
        },
        event_type = entry.Plover, sub_event_type = entry.Kind, actor1 = string.Join("; ", entry.Actors),
        actor2 = string.Join("; ", entry.Targets), location = entry.Place,
        source = string.Join("; ", entry.Documents.Select(id => corpus[id].SourceIn(corpus.Language)).Distinct()),
        notes = entry.Text, cameo = entry.Cameo, goldstein = entry.Goldstein, date_basis = entry.DateBasis,
    }).ToDataFrame();

    /// <summary>
    /// A row for the events of one kind that one party did to another in a month, in the order of parties, months and kinds; the month is
    /// empty where it is not known.
    /// </summary>
    public static DataFrame Dyads(IEnumerable<ChronologyEntry> chronology) => (
        from entry in chronology
        from actor1 in entry.Actors.Distinct()
        from actor2 in entry.Targets.Distinct()
        group entry by (actor1, actor2, month: Chronology.MonthOf(entry) ?? "", entry.Plover, entry.Kind) into same
        let key = same.Key
        orderby key.actor1, key.actor2, key.month, key.Kind
        select new
        {
            key.actor1, key.actor2, key.month, event_type = key.Plover, sub_event_type = key.Kind, events = same.Count(),
            goldstein = same.Average(entry => entry.Goldstein),
        }).ToDataFrame();

    private static int? PrecisionOf(ChronologyEntry entry) => (entry.Earliest, entry.Latest) switch
    {
        (null, null) => null,
        ({ } first, { } last) when last.DayNumber - first.DayNumber < Week => first == last ? 1 : 2,
        _ => 3,
    };
}
