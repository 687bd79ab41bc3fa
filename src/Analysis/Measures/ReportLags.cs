namespace Analysis;

/// <summary>How many reports appeared how long after what they report.</summary>
/// <param name="Lag">Days between event and publication in words, such as <c>2–7 days</c>.</param>
/// <param name="Reports">Number of reports.</param>
public sealed record ReportLag(string Lag, int Reports);

/// <summary>Counts how long after an event it is reported, where the text names the day of the event.</summary>
public static class ReportLags
{
    private static readonly (int Most, string Name)[] Classes =
    [
        (-1, "before it"), (0, "same day"), (1, "1 day"), (7, "2–7 days"), (30, "8–30 days"), (90, "31–90 days"),
        (365, "91–365 days"), (int.MaxValue, "later"),
    ];

    /// <summary>A row for each class of lags, shortest first, those without a report included; none where no lag is known.</summary>
    /// <param name="entries">Reports, one by one as from <see cref="Chronology.Of(Corpus)"/>. Those that do not name
    /// the day (see <see cref="Chronology.NamesDay"/>), and those of undated documents, are left out; the table states how many.</param>
    public static DataFrame<ReportLag> Of(IEnumerable<ChronologyEntry> entries)
    {
        var rows = RowArray.Of(entries);
        var lags = rows.Select(LagOf).OfType<string>().CountBy(lag => lag).ToDictionary(count => count.Value, count => count.Count);
        return new(
            [.. Classes.Where(_ => lags.Count > 0).Select(each => new ReportLag(each.Name, lags.GetValueOrDefault(each.Name)))],
            $"{lags.Values.Sum()} of {rows.Length} reports name the day");
    }

    /// <summary>The class of a report; null where it does not name the day, or its document has no date.</summary>
    public static string? LagOf(ChronologyEntry report)
    {
        if (!Chronology.NamesDay(report) || report.Published is not { } published) return null;
        var days = published.DayNumber - report.Earliest!.Value.DayNumber;
        return Array.Find(Classes, each => days <= each.Most).Name;
    }
}
