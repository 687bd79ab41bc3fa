namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// A chronology: events on lanes. A known day is a filled marker; a month, week or interval is a bar with a hollow marker in its
    /// middle; an open interval fades out to an arrow. Long times without events are cut out of the axis. The mark of an event is its
    /// address (see <see cref="Evidence.Address"/>) where the frame has the columns <c>Document</c>, <c>Start</c> and <c>End</c>, else its
    /// label, else its lane.
    /// </summary>
    /// <param name="events">One row for each event; the first 300 in the first 40 lanes are drawn, and the chart says how many are
    /// not.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="date">
    /// Column of dates as <see cref="Edtf"/> has them; rows where it is empty are not drawn, and the chart says how many.
    /// </param>
    /// <param name="lane">Column that parts events into lanes.</param>
    /// <param name="label">Column of short texts to stand beside the markers; rows with an empty one bear none. Default: no labels.</param>
    /// <param name="basis">
    /// Column that says how each date is known (see <see cref="Event"/>): a day is then filled only where the text names it, that is where
    /// the basis is <c>stated</c> or <c>dct</c>. Default: every day counts as known.
    /// </param>
    /// <param name="from">First day drawn. Default: the first there is.</param>
    /// <param name="name">Turns a lane into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="FormatException">A value of the column of dates is no date.</exception>
    public static Figure Timeline(
        DataFrame events, string title, string date = "Date", string lane = "Kind", string? label = null, string? basis = null,
        DateOnly? from = null, Func<string, string>? name = null, string id = "")
    {
        var (dates, lanes) = (events.Texts(date), events.Texts(lane));
        var bases = basis is null ? null : events.Texts(basis);
        var labels = label is null ? [.. dates.Select(_ => "")] : events.Texts(label);
        string[] marks = events.ColumnNames().Count(column => column is "Document" or "Start" or "End") == 3
            ? [.. events.Texts("Document").Zip(events.Numbers("Start"), events.Numbers("End"))
                .Select(place => Chronology.AddressOf(place.First, (int)place.Second, (int)place.Third))]
            : [.. labels.Zip(lanes, (text, fallback) => text.Length > 0 ? text : fallback)];
        List<TimelineEvent> dated = [];
        for (var row = 0; row < dates.Length; row++)
        {
            if (dates[row].Length == 0) continue;
            if (!Edtf.TryParse(dates[row], out var read)) throw new FormatException(
                $"row {row}: '{dates[row]}' in column '{date}' is no EDTF date, expected one such as 2020-01-03 or 2020-01/2020-02");
            dated.Add(new(marks[row], read, lanes[row], labels[row], bases is null || bases[row] is "stated" or "dct"));
        }
        var within = dated.FindAll(item => from is null || item.Stretch.Last >= from);
        var (outside, undated) = (dated.Count - within.Count, dates.Length - dated.Count);
        var first = within.Select(item => item.Lane).Distinct().Take(TimelineChart.MostLanes).ToHashSet();
        TimelineEvent[] drawn = [.. within.Where(item => first.Contains(item.Lane)).Take(TimelineChart.MostEvents)];
        var chart = new TimelineChart(drawn, outside, undated)
        {
            HasBases = bases is not null, Further = within.Count - drawn.Length,
            Noun = events is DataFrame<Document> ? "documents" : "events",
        };
        return new(chart, title, id, name);
    }

    /// <summary>
    /// A calendar: a square for each day, a column for each week, a block for each year in which something is. Only known days count; the
    /// chart says how many rows have none. The mark of a day is its date, such as <c>2020-01-03</c>.
    /// </summary>
    /// <param name="data">The rows that are counted.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="date">Column of dates as <see cref="Edtf"/> has them; an approximate day is not known.</param>
    /// <param name="unit">What a row is; names the scale.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public static Figure Calendar(DataFrame data, string title, string date = "Date", string unit = "reports", string id = "")
    {
        var texts = data.Texts(date);
        DateOnly?[] days = [.. texts.Select(text => Edtf.TryParse(text, out var read) && !read.IsApproximate && read.Earliest == read.Latest
            ? read.Earliest : null)];
        var counts = days.OfType<DateOnly>().CountBy(day => day).OrderBy(count => count.Value).Select(count => (count.Value, count.Count));
        return new(new CalendarChart([.. counts], days.Count(day => day is null), unit), title, id);
    }

    /// <summary>
    /// The course of an escalation: the months' means on Goldstein's scale and of the PLOVER categories side by side, each with its 95 %
    /// band, and below each the number of events that it rests on. A month without reports is a gap; one with a single event has no mean.
    /// The mark of a month is its name, such as <c>2020-01</c>.
    /// </summary>
    /// <param name="months">The months, as from <see cref="Analysis.Escalation.ByMonth"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    public static Figure Escalation(IEnumerable<EscalationMonth> months, string title, string id = "") =>
        new(new EscalationChart([.. months]), title, id);

    /// <summary>
    /// Who acts on whom: an arrow from each acting party to each that it acts upon, as wide as there are events, with their number and the
    /// colour of their mean on Goldstein's scale; of one event it is its value. The mark of an arrow is <see cref="Interaction.Id"/>.
    /// </summary>
    /// <param name="interactions">The pairs, as from <see cref="Interactions.Of"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="name">Turns a party into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    public static Figure Actions(
        IEnumerable<Interaction> interactions, string title, Func<string, string>? name = null, string id = "") =>
        new(new ActionChart([.. interactions]), title, id, name);
}
