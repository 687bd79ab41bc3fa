using System.Text.Json.Nodes;

namespace Analysis;

/// <summary>The evidence of a figure by mark. A pair is found in either order.</summary>
internal sealed class EvidenceIndex
{
    private const int Shown = 3;
    private const int LineWidth = 420;
    private const int MostLines = 4;

    private readonly Dictionary<string, List<Evidence>> _byMark = new(StringComparer.Ordinal);

    public EvidenceIndex(IEnumerable<Evidence> evidence)
    {
        foreach (var passage in evidence)
        {
            if (!_byMark.TryGetValue(passage.Mark, out var passages)) _byMark[passage.Mark] = passages = [];
            passages.Add(passage);
        }
    }

    public IReadOnlyList<Evidence> Of(string mark) => _byMark.TryGetValue(mark, out var found) ? found : [];

    public IReadOnlyList<Evidence> Of(string first, string second) => Of(new Mark(first, second));

    public IReadOnlyList<Evidence> Of(Mark mark)
    {
        if (mark.Second is null) return Of(mark.First);
        var found = Of(Evidence.Pair(mark.First, mark.Second));
        return found.Count > 0 ? found : Of(Evidence.Pair(mark.Second, mark.First));
    }

    /// <summary>What a mark says when it is pointed at: a heading unless it is empty, facts, and the first passages with their addresses.</summary>
    public static string Hover(string heading, IEnumerable<string> facts, IReadOnlyList<Evidence> passages)
    {
        List<string> lines = [.. heading.Length > 0 ? [$"<b>{Lettering.Escape(heading)}</b>"] : Array.Empty<string>(), .. facts.Select(Lettering.Escape)];
        foreach (var passage in passages.DistinctBy(passage => (passage.Document, passage.Text)).Take(Shown))
        {
            lines.Add("");
            lines.AddRange(Lettering.Wrap(passage.Text, 13, LineWidth, MostLines).Select(Lettering.Escape));
            lines.Add($"<i>{Lettering.Escape(passage.Address)}</i>");
        }
        if (passages.Count > Shown) lines.Add(FormattableString.Invariant($"{passages.Count:#,0} passages in all"));
        return string.Join("<br>", lines);
    }

    /// <summary>Addresses of the passages, for <c>customdata</c>.</summary>
    public static JsonNode Addresses(IReadOnlyList<Evidence> passages) =>
        new JsonArray([.. passages.Select(passage => (JsonNode?)passage.Address)]);
}

/// <summary>Name of a mark: one label, or the two that it joins.</summary>
internal readonly record struct Mark(string First, string? Second = null);
