using System.Globalization;
using System.Text.Json;
using Analysis.Tests.Annotation.Events;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Cases;

/// <summary>
/// Short texts that an annotator easily gets wrong, with what must and what must not be found, in <c>cases.jsonl</c>: one object a line,
/// grouped by <c>fault</c>. A mention needs its exact span and type, a time its span and value, an event its kind and an overlap; dates and
/// roles where given.
/// </summary>
public sealed class AnnotationCaseTests
{
    private static readonly Dictionary<string, JsonElement> All = File
        .ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "Cases", "cases.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .ToDictionary(item => item.GetProperty("id").GetString()!, StringComparer.Ordinal);

    /// <summary>Cases that are not right yet. One that becomes right must leave the list.</summary>
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal) { "t048", "t114" };

    public static TheoryData<string> Cases() => new(All.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_gets_what_it_says_and_nothing_else(string id)
    {
        var problems = ProblemsOf(All[id]).ToList();
        if (Open.Contains(id)) Assert.True(problems.Count > 0, $"{id} is right now: take it out of the list of open cases");
        else Assert.True(problems.Count == 0, $"{All[id].GetProperty("fault")}: {string.Join("; ", problems)}");
    }

    [Fact]
    public void Nine_in_ten_cases_are_right_and_some_of_every_fault()
    {
        Assert.InRange(Open.Count, 0, All.Count / 10);
        Assert.All(
            All.Values.GroupBy(item => item.GetProperty("fault").GetString()),
            fault => Assert.Contains(fault, item => !Open.Contains(item.GetProperty("id").GetString()!)));
    }

    private static IEnumerable<string> ProblemsOf(JsonElement item)
    {
        var text = item.GetProperty("text").GetString()!;
        var published = DateOnly.Parse(item.GetProperty("date").GetString()!, CultureInfo.InvariantCulture);
        var found = EventReading.Annotate(new Document("t", text, published));
        foreach (var wanted in item.GetProperty("expect").EnumerateArray())
        {
            if (!Holds(found, wanted)) yield return $"no {wanted.GetRawText()}";
        }

        if (!item.TryGetProperty("forbid", out var forbidden)) yield break;
        foreach (var unwanted in forbidden.EnumerateArray())
        {
            if (Overlaps(found, unwanted)) yield return $"found {unwanted.GetRawText()}";
        }
    }

    private static bool Holds(DocumentAnnotations found, JsonElement wanted)
    {
        var (start, end) = SpanOf(wanted);
        return wanted.GetProperty("kind").GetString() switch
        {
            "mention" => found.Mentions.Any(mention => (mention.Start, mention.End, mention.Type) == (start, end, Text(wanted, "type"))
                && (Text(wanted, "entity") is not { } entity || mention.Entity == entity)),
            "time" => found.Times.Any(time =>
                (time.Start, time.End) == (start, end) && time.Value.Replace("~", "", StringComparison.Ordinal) == Text(wanted, "value")),
            _ => found.Events.Any(report =>
                report.Kind == Text(wanted, "event") && Math.Min(report.End, end) > Math.Max(report.Start, start)
                && (Text(wanted, "date") is not { } date || IsInside(report.Date, date))
                && HasRole(report.Actors, wanted, "actors") && HasRole(report.Targets, wanted, "targets")
                && !States(report.Actors).Overlaps(Strings(wanted, "actors_not") ?? [])),
        };
    }

    private static bool Overlaps(DocumentAnnotations found, JsonElement unwanted)
    {
        var (start, end) = SpanOf(unwanted);
        bool Meets(int from, int to) => Math.Min(to, end) > Math.Max(from, start);
        return unwanted.GetProperty("kind").GetString() switch
        {
            "mention" => found.Mentions.Any(mention => Meets(mention.Start, mention.End)),
            "time" => found.Times.Any(time => Meets(time.Start, time.End)),
            _ => found.Events.Any(report =>
                Meets(report.Start, report.End) && (Text(unwanted, "event") == "*" || Text(unwanted, "event") == report.Kind)),
        };
    }

    private static bool HasRole(IReadOnlyList<string> ids, JsonElement wanted, string role) =>
        Strings(wanted, role) is not { } expected || States(ids).SetEquals(States(expected));

    private static HashSet<string> States(IEnumerable<string> ids) =>
        [.. ids.Select(id => EventReading.Gazetteer.Find(id) is { StateActor.Length: > 0 } entity ? entity.StateActor : id)];

    private static bool IsInside(string date, string wanted)
    {
        if (!Edtf.TryParse(date, out var found) || !Edtf.TryParse(wanted, out var interval)) return false;
        return (interval.Earliest is not { } first || found.Earliest >= first) && (interval.Latest is not { } last || found.Latest <= last);
    }

    private static (int Start, int End) SpanOf(JsonElement item) =>
        (item.GetProperty("start").GetInt32(), item.GetProperty("end").GetInt32());

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string>? Strings(JsonElement item, string name) =>
        item.TryGetProperty(name, out var values) ? values.EnumerateArray().Select(value => value.GetString()!) : null;
}
