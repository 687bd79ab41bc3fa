namespace Analysis;

/// <summary>Days by week, a block for each year, on a phone for each quarter.</summary>
internal sealed record CalendarChart(IReadOnlyList<(DateOnly Day, int Count)> Days, int Without, string Unit) : Chart
{
    private const int LabelSize = 11;
    private const string Empty = "#EEEEEE";
    private static readonly string[] Scale = ["#9CCAE3", "#3B8BBD", "#00375C"];

    public override int HeightAt(int width) => new Blocks(Days, width) is var blocks && blocks.AreQuarters
        ? 220 + (blocks.Rows * 14) : 149 + (blocks.Rows * 15);

    public override IReadOnlyList<ChartMark> Marks => [.. Days.Select(MarkOf)];

    public override string Subtitle => Days.Count == 0 ? "" : (Days.Count == 1
            ? Language.Text("calendar-one-day", Days[0].Count, Language.Say(Unit), Days[0].Day)
            : Language.Text("calendar-subtitle", Days.Sum(day => day.Count), Language.Say(Unit), Days.Count, Days[0].Day, Days[^1].Day))
        + (Without > 0 ? Language.Text("calendar-undated", Without) : "");

    public override string Describe() =>
        Language.Text("calendar", Language.Say(Unit), Language.List(Days.Select(day => $"{Language.Day(day.Day)}: {day.Count}")));

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        string[] weekdays = Language.Text("weekdays").Split(' ');
        var blocks = new Blocks(Days, figure.Width);
        var labels = blocks.First.SelectMany((first, block) => weekdays.Select((name, at) => (Row: (double)blocks.RowOf(block, 3 * at),
            Words: at == 0 && !blocks.AreQuarters ? FormattableString.Invariant($"{first.Year}  {name}") : name))).ToArray();
        var widest = Axes.Widest(labels.Select(label => label.Words), LabelSize) + 14;
        var margin = new Margin(blocks.AreQuarters ? widest : Math.Max(74, widest), blocks.AreQuarters ? 24 : 12, 84, 30);
        var (width, height) = FigureLayout.PlotSize(figure, margin);
        var size = Math.Round(Math.Max(3, Math.Min(width / blocks.Weeks, height / blocks.Rows) - 2), 1);
        var months = blocks.First.SelectMany(first => Enumerable.Range(0, blocks.Months).Select(first.AddMonths));
        var named = blocks.AreQuarters ? [] : months.Take(blocks.Months).ToArray();
        var horizontal = Axes.Named(
            -0.5, blocks.Weeks - 0.5, named.Select(month => blocks.Place(month).Week), named.Select(Language.MonthName));
        horizontal.TickAngle = 0;
        var vertical = Axes.Named(blocks.Rows - 0.5, -0.5, labels.Select(label => label.Row), labels.Select(label => label.Words));
        vertical.TickFont = new() { Size = LabelSize };
        // Where no day has more than one, there is nothing to tell apart.
        var most = Days.Max(day => day.Count);
        var marker = new Marker { Symbol = "square", Size = size, Color = Scale[^1] };
        if (most > 1)
        {
            marker.Color = Days.Select(day => (double)day.Count).ToArray();
            Axes.Scale(marker, Scale, 1, most, Language.Say(Unit));
        }

        var empty = Axes.Points([.. AllDays(blocks).Select(blocks.Place)], new() { Symbol = "square", Size = size, Color = Empty });
        (empty.HoverInfo, empty.ShowLegend) = ("skip", false);
        var layout = new Layout { XAxis = horizontal, YAxis = vertical, ShowLegend = false };
        // Blocks of a quarter have months of their own, and the first of them the year.
        if (blocks.AreQuarters) layout.Annotations = [.. months.Select(month => Axes.Note(
            blocks.First.Contains(month) ? Language.Month(month) : Language.MonthName(month), (blocks.Place(month).Week - 0.5, "left"),
            (blocks.RowOf(month) - 0.5, "bottom"), "x", "y", size: LabelSize))];
        return new([empty, evidence.Attach(Axes.Points([.. Days.Select(day => blocks.Place(day.Day))], marker), Marks)], layout, margin);
    }

    /// <summary>The days of the months from the first to the last with a report, in the blocks that are drawn.</summary>
    private IEnumerable<DateOnly> AllDays(Blocks blocks)
    {
        var (first, last) = (Days[0].Day.AddDays(1 - Days[0].Day.Day), Days[^1].Day);
        last = new(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month));
        return Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber)
            .Where(blocks.Hold);
    }

    private ChartMark MarkOf((DateOnly Day, int Count) day) =>
        new(FrameValues.Text(day.Day), null, Language.English.Day(day.Day), (Unit, (double)day.Count));

    /// <summary>The years or quarters in which something is, below one another; weeks begin on Monday.</summary>
    private sealed class Blocks(IReadOnlyList<(DateOnly Day, int Count)> days, int width)
    {
        public bool AreQuarters { get; } = Axes.IsNarrow(width);

        public int Months => AreQuarters ? 3 : 12;

        public int Weeks => AreQuarters ? 14 : 54;

        public DateOnly[] First => field ??= [.. days.Select(day => FirstOf(day.Day)).Distinct().Order()];

        public int Rows => RowOf(First.Length, 0) - (AreQuarters ? 2 : 1);

        public int RowOf(int block, int weekday) => (block * (AreQuarters ? 9 : 8)) + weekday;

        public int RowOf(DateOnly day) => RowOf(Array.IndexOf(First, FirstOf(day)), 0);

        public bool Hold(DateOnly day) => First.Contains(FirstOf(day));

        /// <summary>Column and row of a day.</summary>
        public (double Week, double Row) Place(DateOnly day) =>
            ((day.DayNumber - FirstOf(day).DayNumber + Weekday(FirstOf(day))) / 7, RowOf(day) + Weekday(day));

        private DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month - ((day.Month - 1) % Months), 1);

        private static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;
    }
}
