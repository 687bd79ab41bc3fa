namespace Analysis;

/// <summary>
/// Puts the events of a corpus in order of time, each with the sentence that reports it: a frame to read, to chart and
/// to export.
/// </summary>
public static class Chronology
{
    /// <summary>The events of a corpus in order of time.</summary>
    /// <param name="corpus">The corpus.</param>
    public static DataFrame<ChronologyEntry> Of(Corpus corpus) =>
        Of(Alone(corpus.Events), corpus.Sentences, corpus.Documents, corpus.NameOf, corpus.Language);

    /// <summary>
    /// The events of a corpus in order of time, reports of the same one in several documents joined (see <see cref="EventGroup"/>): each as
    /// its longest report tells it, with the narrowest date and the names of all reports. What one document tells twice, such as a threat
    /// that it quotes again, stays apart.
    /// </summary>
    /// <param name="corpus">The corpus.</param>
    public static DataFrame<ChronologyEntry> Joined(Corpus corpus) => Of(
        corpus.EventGroups.Select(group => (Join(group), group.Reports)),
        corpus.Sentences, corpus.Documents, corpus.NameOf, corpus.Language);

    /// <summary>Month of an event, such as <c>2020-01</c>; null where it is not known.</summary>
    public static string? MonthOf(ChronologyEntry entry) => Periods.MonthOf(entry.Earliest, entry.Latest);

    /// <summary>
    /// Whether the text names the day of an event: by its date, or by words such as “today” or “Thursday”, which count from the document's
    /// own date. A day that was only inferred from other events, or from the time of the whole document, is none.
    /// </summary>
    public static bool NamesDay(ChronologyEntry entry) =>
        entry.Earliest is not null && entry.Earliest == entry.Latest && entry.DateBasis is ("stated" or "dct")
        && !entry.Date.Contains('~', StringComparison.Ordinal);

    /// <summary>Where a chart of a corpus' own time begins: 1 January of the year before its first publication date; what happened before
    /// is its history. 1 January 1900 where no date is known.</summary>
    /// <param name="corpus">The corpus.</param>
    public static DateOnly Start(Corpus corpus) =>
        corpus.Documents.Min(document => document.Published) is { Year: > 1 } first ? new(first.Year - 1, 1, 1) : new(1900, 1, 1);

    /// <summary>Where a chart of a corpus' own time ends: 31 December of the year after its last publication date; what is dated later is
    /// announced for a distant time, or misdated. 31 December 9999 where no date is known.</summary>
    /// <param name="corpus">The corpus.</param>
    public static DateOnly End(Corpus corpus) =>
        corpus.Documents.Max(document => document.Published) is { Year: < 9999 } last ? new(last.Year + 1, 12, 31) : DateOnly.MaxValue;

    /// <summary>The address of a passage, <c>document:start-end</c>.</summary>
    internal static string AddressOf(string document, int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{document}:{start}-{end}");

    /// <summary>The address of a report.</summary>
    internal static string AddressOf(Event report) => AddressOf(report.Document, report.Start, report.End);

    /// <summary>The longest report of an event, by which a joined chronology tells it.</summary>
    internal static Event Fullest(EventGroup group) => group.Reports.MaxBy(report => report.End - report.Start)!;

    /// <summary>Events that are not joined: each is its only report.</summary>
    internal static IEnumerable<(Event Event, IReadOnlyList<Event> Reports)> Alone(IEnumerable<Event> events) =>
        events.Select(report => (report, (IReadOnlyList<Event>)[report]));

    private static Event Join(EventGroup group) => Fullest(group) with
    {
        Date = group.Date,
        DateBasis = group.Reports.Where(report => report.Date == group.Date).Select(report => report.DateBasis)
            .OrderByDescending(basis => basis is "stated" or "dct").FirstOrDefault("none"),
        Actors = [.. group.Reports.SelectMany(report => report.Actors).Distinct(StringComparer.Ordinal)],
        Targets = [.. group.Reports.SelectMany(report => report.Targets).Distinct(StringComparer.Ordinal)],
        Place = group.Reports.Select(report => report.Place).FirstOrDefault(place => place.Length > 0) ?? "",
    };

    /// <summary>
    /// Events in order of time: by the first day that the date can mean, then the last, then as given; events without a date last.
    /// </summary>
    /// <param name="events">The events, each with all its reports.</param>
    /// <param name="sentences">The sentences of the same documents.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="name">Turns an entity's id into the words that stand for it.</param>
    /// <param name="language">The language of the headlines.</param>
    internal static DataFrame<ChronologyEntry> Of(
        IEnumerable<(Event Event, IReadOnlyList<Event> Reports)> events, IEnumerable<Sentence> sentences,
        IEnumerable<Document> documents, Func<string, string> name, Language language)
    {
        var texts = sentences.ToDictionary(sentence => (sentence.Document, sentence.Index), sentence => sentence.Text);
        var published = documents.ToDictionary(document => document.Id, document => document.Published, StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<ChronologyEntry>();
        foreach (var (happening, reports) in events)
        {
            var date = Edtf.TryParse(happening.Date, out var read) ? read : null;
            string[] actors = [.. happening.Actors.Select(name)];
            string[] targets = [.. happening.Targets.Select(name)];
            var place = happening.Place.Length > 0 ? name(happening.Place) : "";
            var id = FormattableString.Invariant($"{happening.Document}-{happening.Start}-{happening.End}-{happening.Kind}");
            entries.Add(new(
                ids.Take(id), date?.Earliest, date?.Latest, happening.Date, happening.DateBasis, happening.Kind,
                HeadlineOf(language, happening.Kind, actors, targets, place), actors, targets, place,
                texts.GetValueOrDefault((happening.Document, happening.Sentence), ""), happening.Document,
                published.GetValueOrDefault(happening.Document), happening.Start, happening.End)
            {
                Cameo = happening.Cameo,
                Goldstein = happening.Goldstein,
                Plover = happening.Plover,
                Documents = [.. reports.Select(report => report.Document)],
                Reports = [.. reports.Select(AddressOf)],
            });
        }

        return entries
            .OrderBy(entry => entry.Earliest ?? entry.Latest ?? DateOnly.MaxValue).ThenBy(entry => entry.Latest ?? DateOnly.MaxValue)
            .ToDataFrame();
    }

    // Attack: Iran, Kata'ib Hezbollah → US forces (Baghdad)
    private static string HeadlineOf(Language language, string kind, string[] actors, string[] targets, string place)
    {
        var headline = language.Say(kind.Length == 0 ? "Event" : char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' '));
        if (actors.Length > 0) headline += ": " + language.List(actors, ',');
        if (targets.Length > 0) headline = language.Text("acts-on", headline, language.List(targets, ','));
        return place.Length > 0 ? $"{headline} ({place})" : headline;
    }
}

/// <summary>An event in a chronology.</summary>
/// <param name="Id">Id made of document, span and kind; unique in the chronology.</param>
/// <param name="Earliest">First day that the date can mean; null where that is open or there is no date.</param>
/// <param name="Latest">Last day that the date can mean, included; null where that is open or there is no date.</param>
/// <param name="Date">EDTF date or interval, as the event has it.</param>
/// <param name="DateBasis">How the date is known; see <see cref="Event"/>.</param>
/// <param name="Kind">Kind of event, such as <c>attack</c>.</param>
/// <param name="Headline">Kind, actors, targets and place in one line.</param>
/// <param name="Actors">Names of those who act, in text order.</param>
/// <param name="Targets">Names of those acted upon, in text order.</param>
/// <param name="Place">Name of the place; empty when none is named.</param>
/// <param name="Text">The sentence in which the event starts.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Published">Its publication date; null when it is not known.</param>
/// <param name="Start">First UTF-16 code unit of the reporting clause.</param>
/// <param name="End">After the last UTF-16 code unit.</param>
public sealed record ChronologyEntry(
    string Id, DateOnly? Earliest, DateOnly? Latest, string Date, string DateBasis, string Kind, string Headline,
    IReadOnlyList<string> Actors, IReadOnlyList<string> Targets, string Place, string Text,
    string Document, DateOnly? Published, int Start, int End)
{
    /// <summary>CAMEO code.</summary>
    public string Cameo { get; init; } = "";

    /// <summary>Goldstein value of the CAMEO code, −10 (conflict) to 10 (cooperation).</summary>
    public double Goldstein { get; init; }

    /// <summary>PLOVER category.</summary>
    public string Plover { get; init; } = "";

    /// <summary>Ids of all documents that report it, in their order.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [Document];

    /// <summary>Addresses of all its reports, <c>document:start-end</c>, in the order of <see cref="Documents"/>.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];
}
