namespace Analysis;

/// <summary>
/// Days along a line in pixels. Long stretches in which nothing happens are cut out, so that clusters of events years apart can both be
/// read;
/// inside a part the scale is even.
/// </summary>
internal sealed class CalendarScale
{
    private const double BreakWidth = 30;
    private const double LeastPart = 76;
    private const int LongGap = 45;
    private const double TickRoom = 52;

    private readonly List<(int First, int Last, double Left, double Right)> _parts = [];

    /// <param name="stretches">First and last days of what is drawn, none open.</param>
    /// <param name="width">Pixels to fill.</param>
    public CalendarScale(IEnumerable<(DateOnly First, DateOnly Last)> stretches, double width)
    {
        var clusters = Cluster([.. stretches.Select(stretch => (stretch.First.DayNumber, stretch.Last.DayNumber)).Order()]);
        var days = clusters.Sum(part => part.Last - part.First + 1);
        var free = Math.Max(0, width - (clusters.Count * LeastPart) - ((clusters.Count - 1) * BreakWidth));
        double left = 0;
        foreach (var (first, last) in clusters)
        {
            var right = left + LeastPart + (free * (last - first + 1) / days);
            _parts.Add((first, last, left, right));
            left = right + BreakWidth;
        }
    }

    /// <summary>The stretches of pixels that stand for days left out.</summary>
    public IEnumerable<(double Left, double Right)> Breaks => _parts.Zip(_parts.Skip(1), (before, after) => (before.Right, after.Left));

    /// <summary>Where a day begins; in a break, as far along as the day is in the days left out.</summary>
    public double Place(DateOnly day, double hours = 0)
    {
        var at = day.DayNumber + (hours / 24);
        for (var part = 0; part < _parts.Count; part++)
        {
            var (first, last, left, right) = _parts[part];
            if (at < first) return part == 0 ? left : Between(at, _parts[part - 1].Last + 1, first, _parts[part - 1].Right, left);
            if (at <= last + 1) return Between(at, first, last + 1, left, right);
        }
        return _parts[^1].Right;
    }

    /// <summary>Places to mark with their dates; the year stands where it changes and where a part begins. A line feed parts day and
    /// year.</summary>
    public IEnumerable<(double Place, string Label)> Ticks()
    {
        var end = double.NegativeInfinity;
        foreach (var (first, last, left, right) in _parts)
        {
            var year = 0;
            var perDay = (right - left) / (last - first + 1);
            foreach (var (day, format) in Days(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last), perDay))
            {
                var place = Place(day, 12);
                if (place < end) continue;
                var label = format.Length == 0 ? "" : day.ToString(format, CultureInfo.InvariantCulture);
                if (day.Year != year) label += (label.Length > 0 ? "\n" : "") + day.Year.ToString(CultureInfo.InvariantCulture);
                yield return (place, label);
                year = day.Year;
                end = place + (TickRoom * 0.8);
            }
        }
    }

    /// <summary>Regular days of the finest step that leaves room for the labels; the first day where none falls in.</summary>
    private static IEnumerable<(DateOnly Day, string Format)> Days(DateOnly first, DateOnly last, double perDay)
    {
        var (step, format, fits) = perDay switch
        {
            >= TickRoom => (1, "d MMM", (Func<DateOnly, bool>)(_ => true)),
            >= TickRoom / 2 => (2, "d MMM", day => day.DayNumber % 2 == 0),
            >= TickRoom / 7 => (7, "d MMM", day => day.DayOfWeek == DayOfWeek.Monday),
            >= TickRoom / 30 => (30, "MMM", day => day.Day == 1),
            >= TickRoom / 90 => (90, "MMM", day => day is { Day: 1, Month: 1 or 4 or 7 or 10 }),
            >= TickRoom / 365 => (365, "", day => day is { Day: 1, Month: 1 }),
            _ => (1826, "", day => day is { Day: 1, Month: 1 } && day.Year % 5 == 0),
        };
        var found = false;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!fits(day)) continue;
            found = true;
            yield return (day, format);
        }
        if (!found) yield return (first, last.DayNumber - first.DayNumber < step ? "d MMM" : format);
    }

    /// <summary>Stretches no farther apart than a gap worth cutting out; those of a season or longer join none, for a break may run through
    /// them.</summary>
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

    private static int Room((int First, int Last) cluster) => 1 + ((cluster.Last - cluster.First) / 25);

    private static double Between(double at, double low, double high, double left, double right) =>
        left + ((at - low) / (high - low) * (right - left));
}
