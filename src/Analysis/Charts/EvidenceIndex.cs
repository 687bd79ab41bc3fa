using System.Collections.ObjectModel;

namespace Analysis;

/// <summary>The marks of a chart in the order in which they are drawn, and what each says when it is pointed at.</summary>
/// <param name="passages">The passages of the figure.</param>
/// <param name="language">The language in which marks say what they are.</param>
internal sealed class EvidenceIndex(CitedPassages passages, Language language)
{
    private readonly Dictionary<ChartMark, int> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>The marks drawn so far: each trace refers to them by their places here, in <c>customdata</c>.</summary>
    public IReadOnlyList<ChartMark> Drawn => [.. _numbers.Keys];

    /// <summary>What a mark says when it is pointed at: its name, its values, and how many passages stand behind it.</summary>
    public string Hover(ChartMark mark)
    {
        var cited = passages.CountOf(mark);
        string[] lines = [language.Say(mark.Name), .. mark.Told(language), cited > 0 ? language.Text("passages", cited) : ""];
        return string.Join("<br>", lines.Where(line => line.Length > 0).Select((line, number) =>
            number == 0 && mark.Name.Length > 0 ? $"<b>{Lettering.Escape(line)}</b>" : Lettering.Escape(line)));
    }

    /// <summary>The place of a mark among those drawn, for <c>customdata</c>.</summary>
    public int Number(ChartMark mark)
    {
        if (!_numbers.TryGetValue(mark, out var number)) _numbers.Add(mark, number = _numbers.Count);
        return number;
    }

    /// <summary>Gives a trace's marks, in its order, their hover texts and their numbers.</summary>
    public Trace Attach(Trace trace, params IReadOnlyList<ChartMark> marks)
    {
        (trace.HoverInfo, trace.HoverText, trace.CustomData) = ("text", marks.Select(Hover).ToArray(), marks.Select(Number).ToArray());
        return trace;
    }
}

/// <summary>The passages of a figure, which all its copies and charts share; by mark they are put in order once.</summary>
internal sealed class CitedPassages(IList<Evidence> passages) : ReadOnlyCollection<Evidence>(passages)
{
    public static CitedPassages None { get; } = new([]);

    // A figure is drawn while its passages are written.
    private readonly Lazy<ILookup<string, Evidence>> _byMark =
        new(() => passages.ToLookup(passage => passage.Mark, StringComparer.Ordinal));

    public static CitedPassages Of(IReadOnlyList<Evidence> passages) =>
        passages as CitedPassages ?? new(passages as Evidence[] ?? [.. passages]);

    /// <summary>The passages whose mark is among those of a chart.</summary>
    public static IEnumerable<Evidence> Matching(IReadOnlyList<ChartMark> marks, IEnumerable<Evidence> evidence)
    {
        var ids = marks.SelectMany(Ids).ToHashSet(StringComparer.Ordinal);
        return evidence is MadeEvidence made ? made.Among(ids) : evidence.Where(passage => ids.Contains(passage.Mark));
    }

    /// <summary>Says that there is no such mark, and which marks are the nearest.</summary>
    /// <param name="marks">The marks of the figure.</param>
    /// <param name="mark">The id that none of them has.</param>
    /// <param name="fault">What is wrong about that.</param>
    public static ArgumentException NoMark(IReadOnlyList<ChartMark> marks, string mark, string fault)
    {
        const int Suggested = 3;
        var nearest = marks.Select(each => each.Id).Distinct().OrderBy(id => EditDistance.Between(id, mark)).Take(Suggested);
        var known = marks.Count == 0 ? "it has none" : $"the nearest are '{string.Join("', '", nearest)}'";
        return new($"{fault} '{mark}'; {known}", nameof(mark));
    }

    /// <summary>The passages of a mark; that of a pair is found in either order.</summary>
    public Evidence[] Of(ChartMark mark) => [.. Ids(mark).SelectMany(id => _byMark.Value[id])];

    /// <summary>Number of passages of a mark.</summary>
    public int CountOf(ChartMark mark) => Ids(mark).Sum(id => _byMark.Value[id].Count());

    /// <summary>Addresses of the mark's passages in one text, for a table; null where there are none.</summary>
    public string? AddressList(ChartMark mark) =>
        Of(mark) is { Length: > 0 } passages ? string.Join("; ", passages.Select(passage => passage.Address)) : null;

    private static IEnumerable<string> Ids(ChartMark mark) =>
        mark.Second is null || mark.First == mark.Second ? [mark.Id] : [mark.Id, Evidence.Pair(mark.Second, mark.First)!];
}
