namespace Analysis;

/// <summary>
/// Days along a line in pixels. Long stretches in which nothing happens are cut out, so that clusters of events years apart can both be
/// read; inside a part the scale is even.
/// </summary>
internal sealed class CalendarScale
{
    private const double BreakWidth = 30;
    private const double LeastPart = 76;
    private const int LongGap = 45;
    private const double TickRoom = 52;
    private const double Gap = 4;

    /// <summary>Regular days to mark, the finest first: length of a step in days, how its days are written, and which they are.</summary>
    private static readonly (int Days, string Format, Func<DateOnly, bool> Includes)[] Steps =
    [
        (1, "d MMM", _ => true),
        (2, "d MMM", day => day.DayNumber % 2 == 0),
        (7, "d MMM", day => day.DayOfWeek == DayOfWeek.Monday),
        (30, "MMM", day => day.Day == 1),
        (90, "MMM", day => day is { Day: 1, Month: 1 or 4 or 7 or 10 }),
        (365, "", day => day is { Day: 1, Month: 1 }),
        (1826, "", day => day is { Day: 1, Month: 1 } && day.Year % 5 == 0),
    ];

    /// <summary>Where each part begins and ends, by turns.</summary>
    private readonly List<(int Day, double Place)> _ends = [];

    /// <param name="stretches">First and last days of what is drawn, none open.</param>
    /// <param name="width">Pixels to fill.</param>
    public CalendarScale(IEnumerable<(DateOnly First, DateOnly Last)> stretches, double width)
    {
        var clusters = Cluster([.. stretches.Select(stretch => (stretch.First.DayNumber, stretch.Last.DayNumber)).Order()]);
        Join(clusters, width);
        var days = clusters.Sum(part => part.Last - part.First + 1);
        var free = Math.Max(0, width - (clusters.Count * LeastPart) - ((clusters.Count - 1) * BreakWidth));
        double left = 0;
        foreach (var (first, last) in clusters)
        {
            var right = left + LeastPart + (free * (last - first + 1) / days);
            _ends.AddRange([(first, left), (last + 1, right)]);
            left = right + BreakWidth;
        }
    }

    /// <summary>The stretches of pixels that stand for days left out.</summary>
    public IEnumerable<(double Left, double Right)> Breaks =>
        _ends.Skip(1).SkipLast(1).Chunk(2).Select(cut => (cut[0].Place, cut[1].Place));

    /// <summary>Where a day begins; in a break, as far along as the day is in the days left out.</summary>
    public double Place(DateOnly day, double hours = 0)
    {
        var at = day.DayNumber + (hours / 24);
        var next = _ends.FindIndex(end => end.Day > at);
        if (next <= 0) return next == 0 ? _ends[0].Place : _ends[^1].Place;
        var (before, after) = (_ends[next - 1], _ends[next]);
        return before.Place + ((at - before.Day) / (after.Day - before.Day) * (after.Place - before.Place));
    }

    /// <summary>
    /// Places to mark with their dates: the regular days of the finest step that leaves room for them. The year stands below the day where
    /// it changes and where a part begins.
    /// </summary>
    public IEnumerable<(double Place, string Label)> Ticks(Language language)
    {
        var free = double.NegativeInfinity;
        foreach (var part in _ends.Chunk(2))
        {
            var (first, length) = (part[0].Day, part[1].Day - part[0].Day);
            var perDay = (part[1].Place - part[0].Place) / length;
            var (step, format, includes) = Steps.FirstOrDefault(each => each.Days * perDay >= RoomOf(each.Format, language), Steps[^1]);
            DateOnly[] days = [.. Enumerable.Range(first, length).Select(DateOnly.FromDayNumber).Where(includes)];
            // The first day stands in for a regular one where there is none.
            if (days.Length == 0) (days, format) = ([DateOnly.FromDayNumber(first)], length <= step ? "d MMM" : format);
            var year = 0;
            foreach (var day in days)
            {
                var place = Place(day, 12);
                if (place < free) continue;
                var pattern = day.Year == year ? format : $"{format}\nyyyy".TrimStart();
                var named = pattern.Replace("MMM", $"'{language.MonthName(day)}'", StringComparison.Ordinal);
                var label = day.ToString(named, CultureInfo.InvariantCulture);
                yield return (place, label);
                (year, free) = (day.Year, place + Math.Max(TickRoom * 0.8, Axes.Widest([label]) + Gap));
            }
        }
    }

    /// <summary>Pixels from one tick to the next: names of months are longer in some languages.</summary>
    private static double RoomOf(string format, Language language) => Math.Max(TickRoom, Gap + Axes.Widest(Enumerable.Range(1, 12)
        .Select(month => language.MonthName(new(2000, month, 1)))
        .Select(name => format.Replace("d", "28", StringComparison.Ordinal).Replace("MMM", name, StringComparison.Ordinal))));

    /// <summary>
    /// Stretches no farther apart than a gap worth cutting out; those of a season or longer join none, for a break may run through them.
    /// </summary>
    private static List<(int First, int Last)> Cluster(IReadOnlyList<(int First, int Last)> stretches)
    {
        var sharp = stretches.Where(stretch => stretch.Last - stretch.First <= 2 * LongGap).ToList();
        if (sharp.Count == 0) sharp = [(stretches.Min(stretch => stretch.First), stretches.Max(stretch => stretch.Last))];
        var gap = Math.Max(LongGap, (sharp.Max(stretch => stretch.Last) - sharp[0].First) / 8);
        List<(int First, int Last)> clusters = [];
        foreach (var (first, last) in sharp)
        {
            if (clusters.Count == 0 || first - clusters[^1].Last > gap) clusters.Add((first, last));
            else clusters[^1] = (clusters[^1].First, Math.Max(clusters[^1].Last, last));
        }
        return [.. clusters.Select(cluster => (cluster.First - Room(cluster), cluster.Last + Room(cluster)))];
    }

    /// <summary>A narrow line has room for few breaks: parts with the fewest days between them are joined until the rest fits.</summary>
    private static void Join(List<(int First, int Last)> clusters, double width)
    {
        while (clusters.Count > 1 && (clusters.Count * (LeastPart + BreakWidth)) - BreakWidth > width)
        {
            var next = Enumerable.Range(1, clusters.Count - 1).MinBy(at => clusters[at].First - clusters[at - 1].Last);
            clusters[next - 1] = (clusters[next - 1].First, clusters[next].Last);
            clusters.RemoveAt(next);
        }
    }

    private static int Room((int First, int Last) cluster) => 1 + ((cluster.Last - cluster.First) / 25);
}
