namespace Analysis;

/// <summary>The annotations of one document against gold: counts and errors.</summary>
internal sealed class DocumentEvaluation
{
    private const int ContextLength = 45;

    private readonly Document _document;
    private readonly List<EvaluationError> _errors = [];

    /// <param name="gold">Hand annotations of the document.</param>
    /// <param name="found">Its annotations.</param>
    /// <param name="roles">Compares the roles of events.</param>
    public DocumentEvaluation(GoldDocument gold, DocumentAnnotations found, RoleComparison roles)
    {
        _document = found.Document;
        Compare(
            "mention", gold.Mentions, found.Mentions, m => (m.Start, m.End), m => m.Type, Describe, CompareMention);
        Compare("time", gold.Times, found.Times, t => (t.Start, t.End), t => t.Type, t => $"{t.Surface} {t.Value}", CompareTime);
        Matching = new(found.Events, gold.Events);
        roles.AddRoles(Counts, Matching);
        foreach (var wanted in gold.Events) CompareEvent(wanted);
        foreach (var report in found.Events) CountEvent(report);
        Errors = [.. _errors.OrderBy(error => error.Start).ThenBy(error => error.End)];
    }

    public EvaluationTally Counts { get; } = new();

    public EventMatching Matching { get; }

    public IReadOnlyList<EvaluationError> Errors { get; }

    /// <summary>Compares the annotations of a layer that counts a span as found only where it is exactly right.</summary>
    private void Compare<T>(
        string layer, IEnumerable<T> gold, IEnumerable<T> predicted, Func<T, (int Start, int End)> spanOf, Func<T, string> type,
        Func<T, string> describe, Action<(int, int), T, T> compare)
    {
        var (expected, found) = (BySpan(gold, spanOf), BySpan(predicted, spanOf));
        Counts.Add($"{layer}/all", expected.Count, found.Count, expected.Keys.Count(found.ContainsKey));
        foreach (var (span, item) in expected)
        {
            var isFound = found.TryGetValue(span, out var other);
            Counts.Add($"{layer}/{type(item)}", gold: 1, correct: isFound && type(item) == type(other!) ? 1 : 0);
            if (isFound) compare(span, item, other!);
            else AddError(span, layer, "missed", describe(item), "");
        }

        foreach (var (span, item) in found)
        {
            Counts.Add($"{layer}/{type(item)}", predicted: 1);
            if (!expected.ContainsKey(span)) AddError(span, layer, "spurious", "", describe(item));
        }
    }

    private void CompareMention((int, int) span, Mention gold, Mention found)
    {
        var (type, entity) = (gold.Type == found.Type, gold.Entity == found.Entity);
        Counts.Add("mention type", correct: type ? 1 : 0);
        Counts.Add("mention entity", correct: entity ? 1 : 0);
        if (!type || !entity) AddError(span, "mention", type ? "entity" : "type", Describe(gold), Describe(found));
        if (gold is not { Type: "capital", Metonym: not null }) return;
        var metonym = (found.Metonym ?? false) == gold.Metonym;
        Counts.Add("metonym", gold: 1, correct: metonym ? 1 : 0);
        if (!metonym) AddError(span, "mention", "metonym", $"{gold.Metonym}", $"{found.Metonym}");
    }

    private void CompareTime((int, int) span, TimeExpression gold, TimeExpression found)
    {
        var same = Exact(gold.Value) == Exact(found.Value);
        Counts.Add("time value", gold: 1, correct: same ? 1 : 0);
        if (!same) AddError(span, "time", "value", $"{gold.Surface} {gold.Value}", $"{found.Surface} {found.Value}");
    }

    private void CompareEvent(GoldEvent gold)
    {
        var found = Matching.PredictionOf(gold);
        var isDated = found is not null && EventMatching.DateRight(found, gold);
        Counts.Add("any event", gold: 1, correct: found is null ? 0 : 1);
        if (!gold.Agreed) return;
        Counts.Add($"event/{gold.Kind}", gold: 1, correct: found is null ? 0 : 1);
        Counts.Add("event/all", gold: 1, correct: found is null ? 0 : 1);
        Counts.Add("event date", gold: 1, correct: isDated ? 1 : 0);
        var span = (gold.Start, gold.End);
        if (found is null) AddError(span, "event", "missed", $"{gold.Kind}, {gold.Date} — {gold.Summary}", "");
        else if (!isDated) AddError(span, "event", "date", gold.Date, found.Date);
    }

    private void CountEvent(Event predicted)
    {
        Counts.Add("event overlap", predicted: 1, correct: Matching.Overlaps(predicted) ? 1 : 0);
        if (!Matching.Counts(predicted)) return;
        var gold = Matching.GoldOf(predicted);
        // An event found on which the annotators disagreed is right, but is not asked for: it counts on neither side of its row.
        foreach (var row in gold is { Agreed: false } ? [] : (string[])["all", predicted.Kind]) Counts.Add($"event/{row}", predicted: 1);
        if (gold is not null) return;
        var spurious = $"{predicted.Kind}, {predicted.Date} [{predicted.Rule}]";
        AddError((predicted.Start, predicted.End), "event", "spurious", "", spurious);
    }

    private static string Exact(string date) => date.Replace("~", "", StringComparison.Ordinal);

    private static string Describe(Mention mention) => $"{mention.Type}, {mention.Entity ?? "no entity"}: {mention.Surface}";

    // The last of several annotations on one span stands for them, as in a table keyed by span.
    private static SortedDictionary<(int Start, int End), T> BySpan<T>(IEnumerable<T> items, Func<T, (int, int)> span)
    {
        var table = new SortedDictionary<(int, int), T>();
        foreach (var item in items) table[span(item)] = item;
        return table;
    }

    private void AddError((int Start, int End) span, string layer, string problem, string expected, string found) =>
        _errors.Add(new(_document.Id, span.Start, span.End, layer, problem, expected, found, InContext(span.Start, span.End)));

    private string InContext(int start, int end)
    {
        var text = _document.Text.Replace('\n', ' ').Replace('\r', ' ');
        int At(int offset) => Math.Clamp(offset, 0, text.Length);
        return $"…{text[At(start - ContextLength)..At(start)]}[{text[At(start)..At(end)]}]{text[At(end)..At(end + ContextLength)]}…";
    }
}
