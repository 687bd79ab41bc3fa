using Microsoft.FSharp.Collections;

namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// A chart made with Plotly.NET as a figure, so that it is shown, exported and described like the library's own: its numbers are the
    /// points of its traces. The chart of a figure becomes that figure again, with its texts, numbers and evidence and with the chart's new
    /// look and title.
    /// </summary>
    /// <param name="chart">The chart.</param>
    /// <param name="id">The figure's <see cref="Id"/>; that of the figure whose chart it is, else empty, by default.</param>
    /// <param name="title">The figure's <see cref="Title"/>; the chart's, else its kind, by default.</param>
    /// <exception cref="ArgumentException">The id is not written as an id is.</exception>
    public static Figure Of(GenericChart chart, string? id = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var layout = GenericChart.getLayout(chart);
        var heading = title ?? PlainChart.Words(layout.Title?.Text ?? layout.Properties.GetValueOrDefault("title"));
        // The traces of another chart, joined with a figure's, are not among the figure's numbers.
        if ((layout.Meta as FigureMeta)?.Figure is { } made
            && GenericChart.getTraces(made.Chart).Length == GenericChart.getTraces(chart).Length)
        {
            var copy = PlainChart.Copy(chart);
            var name = heading.Length == 0 ? made.Title : heading;
            return (made with { Id = id ?? made.Id, Title = name, Styled = _ => PlainChart.Copy(copy) }).Sized();
        }
        var plain = new PlainChart(chart);
        var width = Math.Max(LeastWidth, PlainChart.Pixels(layout.Width) ?? 900);
        return new Figure(plain, heading.Length > 0 ? heading : plain.Kind, id ?? "") { Width = width };
    }
}

/// <summary>A chart that came ready from Plotly.NET.</summary>
internal sealed record PlainChart(GenericChart Made) : Chart
{
    private const int Told = 20;
    private const int Above = 24;
    private const int Beside = 48;
    private static readonly Regex Tag = new("<[^>]*>", RegexOptions.CultureInvariant);

    public override int HeightAt(int width) => Pixels(GenericChart.getLayout(Made).Height) ?? 500;

    /// <summary>
    /// The points of the traces. The id of each is the first of its places and its text that is no number; its name is its text, else its
    /// id.
    /// </summary>
    public override IReadOnlyList<ChartMark> Marks { get; } = [.. GenericChart.getTraces(Made).SelectMany((trace, number) =>
    {
        var (x, y, z, text) = (Across(trace), Up(trace), Values(trace.Z), Values(trace.Text));
        return Enumerable.Range(0, PointsOf(trace)).Select(point =>
        {
            object?[] labels = [x.ElementAtOrDefault(point), y.ElementAtOrDefault(point), text.ElementAtOrDefault(point)];
            var label = labels.OfType<string>().FirstOrDefault() ?? "";
            var name = trace.Name ?? $"{trace.type} {number + 1}";
            return new ChartMark(label, null, labels[2] as string ?? label,
                ("Trace", name), ("X", labels[0]), ("Y", labels[1]), ("Z", z.ElementAtOrDefault(point)));
        });
    })];

    public string Kind => string.Join(" and ", GenericChart.getTraces(Made).Select(trace => trace.type).Distinct().DefaultIfEmpty("empty"))
        + " chart";

    public override string Describe()
    {
        var points = Language.List(Marks.Take(Told).Select(InWords));
        var more = Marks.Count > Told ? Language.Text("plain-more", Marks.Count - Told) : "";
        var counted = Language.Text("plain", Language.Say(Words(Kind)), Marks.Count);
        return $"{counted}{(Marks.Count == 0 ? "" : ": ")}{points}{more}.";
    }

    /// <summary>A point's label, then its values: <c>weapon: 19, 0.93</c>.</summary>
    private string InWords(ChartMark mark)
    {
        var values = mark.Values.Skip(1).Select(value => value.Value as string == mark.Name ? "" : Axes.InWords(value.Value));
        return $"{Language.Say(mark.Name)}: {Language.List(values.Where(word => word.Length > 0), ',')}".TrimStart(' ', ':');
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence) =>
        throw new NotSupportedException("a plain chart is drawn by Plotly.NET");

    public override GenericChart Make(Figure figure)
    {
        var chart = Copy(Made);
        var layout = GenericChart.getLayout(chart);
        (layout.Width, layout.Height, layout.Meta) = (figure.Width, figure.Height, new FigureMeta(figure, Marks));
        var first = 0;
        foreach (var trace in GenericChart.getTraces(chart))
        {
            // The points are numbered as Marks has them; customdata of the chart's own stays.
            var points = PointsOf(trace);
            if (trace.Z is null && trace.CustomData is null) trace.CustomData = Enumerable.Range(first, points).ToArray();
            first += points;
            Translate(trace);
        }
        Translate(layout);
        if (figure.IsMarksAlone) (layout.Title, layout.Margin) = (new() { Text = "" }, new() { Top = Above });
        else if (layout.Title is { Text: string { Length: > 0 } } title) Head(layout, title, figure);
        if (Language.IsRightToLeft && layout.Title is { } heading) (heading.X, heading.XAnchor, heading.XRef) = (1, "right", "container");
        if (Language.IsRightToLeft) Turn([.. GenericChart.getTraces(chart)], layout);
        return chart;
    }

    // As in the library's own charts, a vertical axis changes sides, values beside names grow from there, and numbers have the digits of
    // the language.
    private void Turn(Trace[] traces, Layout layout)
    {
        object?[] across = [.. traces.SelectMany(trace => Values(trace.X))], up = [.. traces.SelectMany(trace => Values(trace.Y))];
        if (up.Length > 0) layout.YAxis ??= new();
        if (across.Length > 0) layout.XAxis ??= new();
        var isMirrored = AreNumbers(across) && up.Length > 0 && up.All(value => value is string);
        var axes = layout.Properties.Where(part => part.Value is LinearAxis).Select(part => part.Key).ToArray();
        foreach (var (name, axis) in layout.Properties.ToArray())
        {
            if (axis is not LinearAxis scale) continue;
            var isHorizontal = name.StartsWith('x');
            if (!isHorizontal) scale.Side = scale.Side == "right" ? "left" : "right";
            else if (isMirrored && scale.Range is null) scale.SetProperty("autorange", "reversed");
            var values = isHorizontal ? across : up;
            // A bar begins at 0.
            object?[] first = scale.Range is not null ? Values(scale.Range) : traces.Any(trace => trace.type == "bar") ? [0.0] : [];
            double[] ends = [.. first.Concat(AreNumbers(values) ? values : []).OfType<double>()];
            if (isHorizontal && isMirrored && scale.Range is not null) scale.Range = Values(scale.Range).Reverse().ToArray();
            // Of several axes, of logarithms and of sums, the numbers at hand are not the ends.
            var isPlain = axes.Count(each => each[0] == name[0]) == 1 && layout.BarMode != "stack"
                && !scale.Properties.ContainsKey("type");
            if (Language.HasArabicDigits && isPlain && AreNumbers(values) && scale.TickVals is null && ends.Min() < ends.Max())
                RightToLeft.SetTicks(scale, ends.Min(), ends.Max());
        }

        if (isMirrored) foreach (var trace in traces) RightToLeft.Turn(trace, isMirrored, hasArabicDigits: false);
    }

    private static bool AreNumbers(object?[] values) => values.Length > 0 && values.All(value => value is double);

    /// <summary>Title and subtitle in as many lines as they need, with room for them; a title in its own place stays there.</summary>
    private static void Head(Layout layout, Title title, Figure figure)
    {
        var heading = FigureLayout.Heading(figure);
        title.Text = heading;
        if (title.Y is not null) return;
        var padding = FigureLayout.TitlePadding(heading.Split("<br>").Length);
        (title.YRef, title.Y, title.YAnchor, title.Pad) = ("container", 1, "top", padding);
        var margin = layout.Margin ?? (Axes.IsNarrow(figure.Width) ? new() { Left = Beside, Right = Beside } : new());
        if (!margin.Properties.ContainsKey("t")) margin.Top = FigureLayout.HeadHeight(figure) + Above;
        layout.Margin = margin;
    }

    /// <summary>Says the texts of a part in the language, those of axes too where they are no numbers or dates.</summary>
    private void Translate(DynamicObj.DynamicObj part)
    {
        if (!Language.IsRightToLeft) return;
        foreach (var (name, value) in part.Properties.ToArray())
        {
            if (value is DynamicObj.DynamicObj inner) Translate(inner);
            else if (name is not ("text" or "name" or "ticktext" or "categoryarray" or "x" or "y")) continue;
            else if (value is string text) part.SetProperty(name, Language.Say(text));
            else if (name is "x" or "y" && Values(value).Any(each => each is not string words || words.Any(char.IsAsciiDigit))) continue;
            else if (value is IEnumerable texts) part.SetProperty(name, texts.Cast<object?>().Select(Said).ToArray());
        }

        object? Said(object? text) => text is string words ? Language.Say(words) : text;
    }

    /// <summary>A copy whose parts can be changed: Plotly.NET's verbs change a chart in place.</summary>
    public static GenericChart Copy(GenericChart chart) => GenericChart.NewMultiChart(
        ListModule.OfSeq(GenericChart.getTraces(chart).Select(trace => (Trace)Copy(trace)!)),
        (Layout)Copy(GenericChart.getLayout(chart))!, (Config)Copy(GenericChart.getConfig(chart))!, new DisplayOptions());

    /// <summary>A title as words, without mark-up and isolates.</summary>
    public static string Words(object? title) =>
        ShownText.WithoutIsolates(WebUtility.HtmlDecode(
            Tag.Replace((title as string ?? "").Replace("<br>", " ", StringComparison.Ordinal), ""))).Trim();

    public static int? Pixels(object? size) => size switch { int pixels => pixels, double pixels => (int)Math.Round(pixels), _ => null };

    private static object? Copy(object? value)
    {
        if (value is IEnumerable<DynamicObj.DynamicObj> parts)
        {
            // Plotly.NET's verbs ask for an array of the parts' own type.
            var copies = parts.Select(part => Copy((object)part)!).ToArray();
            var typed = Array.CreateInstance(copies.FirstOrDefault()?.GetType() ?? typeof(DynamicObj.DynamicObj), copies.Length);
            copies.CopyTo(typed, 0);
            return typed;
        }
        if (value is not DynamicObj.DynamicObj part) return value;
        object?[] arguments = part is Trace trace ? [trace.type] : [];
        var copy = (DynamicObj.DynamicObj)Activator.CreateInstance(part.GetType(), arguments)!;
        foreach (var (name, member) in part.Properties) copy.SetProperty(name, Copy(member));
        return copy;
    }

    private static object?[] Across(Trace trace) => Values(trace.X ?? trace.Properties.GetValueOrDefault("labels"));

    private static object?[] Up(Trace trace) => Values(trace.Y ?? trace.Properties.GetValueOrDefault("values"));

    private static int PointsOf(Trace trace) => new[] { Across(trace), Up(trace), Values(trace.Z) }.Max(values => values.Length);

    private static object?[] Values(object? values) => values is IEnumerable and not string ? [.. Items(values)] : [];

    /// <summary>Numbers and texts, those of rows one row after another.</summary>
    private static IEnumerable<object?> Items(object? value) => value switch
    {
        IEnumerable items and not string => items.Cast<object?>().SelectMany(Items),
        not null when InvariantText.IsNumber(value.GetType()) => [InvariantText.ToDouble(value)],
        _ => [FrameValues.Text(value)],
    };
}
