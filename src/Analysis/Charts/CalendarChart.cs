namespace Analysis;

/// <summary>Days by week.</summary>
internal sealed record CalendarChart(IReadOnlyList<(DateOnly Day, int Count)> Days, int Without, string Unit) : Chart
{
    private const int Weeks = 54;
    private const int BlockRows = 8;
    private const string Empty = "#EEEEEE";
    private static readonly string[] Scale = ["#9CCAE3", "#3B8BBD", "#00375C"];

    private readonly int[] _years = [.. Days.Select(day => day.Day.Year).Distinct().Order()];

    public override int HeightAt(int width) => 134 + (_years.Length * BlockRows * 15);

    public override IReadOnlyList<ChartMark> Marks => [.. Days.Select(MarkOf)];

    public override string Subtitle => Days.Count == 0 ? "" : Language.Text("calendar-subtitle", Days.Sum(day => day.Count),
            Language.Say(Unit), Days.Count, Days[0].Day, Days[^1].Day)
        + (Without > 0 ? Language.Text("calendar-undated", Without) : "");

    public override string Describe() =>
        Language.Text("calendar", Language.Say(Unit), Language.List(Days.Select(day => $"{Language.Day(day.Day)}: {day.Count}")));

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        string[] weekdays = Language.Text("weekdays").Split(' ');
        var labels = _years.SelectMany((year, block) => new[] { (0, $"{year}  {weekdays[0]}"), (3, weekdays[1]), (6, weekdays[2]) }
            .Select(label => (Row: (double)((block * BlockRows) + label.Item1), Words: label.Item2))).ToArray();
        var margin = new Margin(Math.Max(74, Axes.Widest(labels.Select(label => label.Words), 11) + 14), 12, 84, 30);
        var (width, height) = FigureLayout.PlotSize(figure, margin);
        var rows = (_years.Length * BlockRows) - 1;
        var size = Math.Round(Math.Max(3, Math.Min(width / Weeks, height / rows) - 2), 1);
        var months = Enumerable.Range(1, 12).Select(month => new DateOnly(_years[0], month, 1)).ToArray();
        var named = width < 400 ? months.Where(month => month.Month % 3 == 1) : months;
        var horizontal = Axes.Named(
            -0.5, Weeks - 0.5, named.Select(month => Place(month).Week), named.Select(Language.MonthName));
        horizontal.TickAngle = 0;
        var vertical = Axes.Named(rows - 0.5, -0.5, labels.Select(label => label.Row), labels.Select(label => label.Words));
        vertical.TickFont = new() { Size = 11 };
        var marker = new Marker { Symbol = "square", Size = size, Color = Days.Select(day => (double)day.Count).ToArray() };
        Axes.Scale(marker, Scale, 1, Math.Max(2, Days.Max(day => day.Count)), Language.Say(Unit));
        var empty = Axes.Points([.. AllDays().Select(Place)], new() { Symbol = "square", Size = size, Color = Empty });
        (empty.HoverInfo, empty.ShowLegend) = ("skip", false);
        return new([empty, evidence.Attach(Axes.Points([.. Days.Select(day => Place(day.Day))], marker), Marks)],
            new Layout { XAxis = horizontal, YAxis = vertical, ShowLegend = false }, margin);
    }

    /// <summary>The days of the months from the first to the last with a report, in the years that are drawn.</summary>
    private IEnumerable<DateOnly> AllDays()
    {
        var (first, last) = (Days[0].Day.AddDays(1 - Days[0].Day.Day), Days[^1].Day);
        last = new(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month));
        return Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber)
            .Where(day => _years.Contains(day.Year));
    }

    private ChartMark MarkOf((DateOnly Day, int Count) day) =>
        new(FrameValues.Text(day.Day), null, Language.English.Day(day.Day), (Unit, (double)day.Count));

    /// <summary>Column and row of a day: weeks begin on Monday.</summary>
    private (double Week, double Row) Place(DateOnly day)
    {
        var before = ((int)new DateOnly(day.Year, 1, 1).DayOfWeek + 6) % 7;
        return ((day.DayOfYear - 1 + before) / 7, (Array.IndexOf(_years, day.Year) * BlockRows) + (((int)day.DayOfWeek + 6) % 7));
    }
}
