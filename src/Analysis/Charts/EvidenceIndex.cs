namespace Analysis;

/// <summary>The evidence of a figure by mark. The mark of a pair is found in either order.</summary>
internal sealed class EvidenceIndex
{
    private const int Shown = 3;
    private const int LineWidth = 420;
    private const int MostLines = 4;

    private readonly ILookup<string, Evidence> _byMark;

    public EvidenceIndex(IEnumerable<Evidence> evidence) => _byMark = evidence.ToLookup(passage => passage.Mark, StringComparer.Ordinal);

    /// <summary>The passages whose mark is among those of a chart.</summary>
    public static IEnumerable<Evidence> Matching(IReadOnlyList<ChartMark> marks, IEnumerable<Evidence> evidence)
    {
        var ids = marks.SelectMany(Ids).ToHashSet(StringComparer.Ordinal);
        return evidence.Where(passage => ids.Contains(passage.Mark));
    }

    /// <summary>Says that a passage matches no mark, and which marks there are.</summary>
    public static ArgumentException NoMark(IReadOnlyList<ChartMark> marks, string mark)
    {
        var nearest = marks.MinBy(other => EditDistance.Between(other.Id, mark));
        var known = nearest is null ? "it has none" : $"the nearest is '{nearest.Id}', the first of {marks.Count} is '{marks[0].Id}'";
        return new($"evidence for '{mark}' matches no mark of the figure; {known}", nameof(mark));
    }

    public Evidence[] Of(ChartMark mark) => [.. Ids(mark).SelectMany(id => _byMark[id])];

    /// <summary>Addresses of the mark's passages, for <c>customdata</c>.</summary>
    public string[] Addresses(ChartMark mark) => [.. Of(mark).Select(passage => passage.Address)];

    /// <summary>The addresses in one text, for a table; null where there are none.</summary>
    public string? AddressList(ChartMark mark) => Of(mark).Length > 0 ? string.Join("; ", Addresses(mark)) : null;

    /// <summary>What a mark says when it is pointed at: its name, its values, and the first passages with their addresses.</summary>
    public string Hover(ChartMark mark)
    {
        var passages = Of(mark);
        List<string> lines = [];
        if (mark.Name.Length > 0) lines.Add($"<b>{Lettering.Escape(mark.Name)}</b>");
        lines.AddRange(mark.Values.Where(value => value.Value is not null).Select(Told));
        Evidence[] told = [.. passages.DistinctBy(passage => (passage.Document, passage.Text)).Take(Shown)];
        foreach (var passage in told)
            lines.AddRange(["", .. Lettering.Wrap(passage.Text, 13, LineWidth, MostLines).Select(Lettering.Escape),
                $"<i>{Lettering.Escape(passage.Address)}</i>"]);
        var more = passages.Length - told.Length;
        if (more > 0) lines.Add(FormattableString.Invariant($"and {more:#,0} more of {passages.Length:#,0} passages"));
        return string.Join("<br>", lines);
    }

    /// <summary>Gives a trace's marks, in its order, their hover texts and the addresses of their passages.</summary>
    public Trace Attach(Trace trace, params IReadOnlyList<ChartMark> marks)
    {
        (trace.HoverInfo, trace.HoverText, trace.CustomData) = ("text", marks.Select(Hover).ToArray(), marks.Select(Addresses).ToArray());
        return trace;
    }

    private static string Told((string Column, object? Value) value) =>
        Lettering.Escape($"{value.Column}: {Axes.InWords(value.Value)}");

    private static IEnumerable<string> Ids(ChartMark mark) =>
        mark.Second is null || mark.First == mark.Second ? [mark.Id] : [mark.Id, Evidence.Pair(mark.Second, mark.First)!];
}
