namespace Analysis;

/// <summary>The annotations of one document against gold: counts and errors.</summary>
internal sealed class DocumentEvaluation
{
    private readonly string _document;
    private readonly List<EvaluationError> _errors = [];
    private readonly Dictionary<string, (int Gold, int Predicted, int Right)> _byType = new(StringComparer.Ordinal);

    public DocumentEvaluation(
        GoldDocument gold, IReadOnlyList<Mention> mentions, IReadOnlyList<TimeExpression> times, IReadOnlyList<Event> events, IReadOnlySet<string> known)
    {
        _document = gold.Id;
        var counts = Mentions(gold.Mentions, mentions, known, new EvaluationCounts());
        counts = Times(gold.Times, times, counts);
        Counts = Events(gold.Events, events, counts) with { ByType = _byType };
        Errors = [.. _errors.OrderBy(error => error.Start).ThenBy(error => error.End)];
    }

    public EvaluationCounts Counts { get; }

    public IReadOnlyList<EvaluationError> Errors { get; }

    private EvaluationCounts Mentions(IReadOnlyList<Mention> gold, IReadOnlyList<Mention> predicted, IReadOnlySet<string> known, EvaluationCounts counts)
    {
        var expected = BySpan(gold, m => (m.Start, m.End));
        var found = BySpan(predicted, m => (m.Start, m.End));
        foreach (var (span, mention) in expected)
        {
            Count("mention/" + mention.Type, gold: 1);
            if (!found.TryGetValue(span, out var other))
            {
                Error(span, "mention", "missed", Describe(mention), "");
                continue;
            }

            var (type, entity) = (mention.Type == other.Type, mention.Entity == other.Entity);
            if (type) Count("mention/" + mention.Type, right: 1);
            if (!type) Error(span, "mention", "type", Describe(mention), Describe(other));
            else if (!entity) Error(span, "mention", "entity", Describe(mention), Describe(other));
            var scored = mention.Entity is not null && known.Contains(mention.Entity);
            var capital = mention is { Type: "capital", Metonym: not null };
            var metonym = capital && (other.Metonym ?? false) == mention.Metonym;
            if (capital && !metonym) Error(span, "mention", "metonym", $"{mention.Metonym}", $"{other.Metonym}");
            counts = counts with
            {
                MentionsRight = counts.MentionsRight + 1,
                TypesRight = counts.TypesRight + (type ? 1 : 0),
                EntitiesRight = counts.EntitiesRight + (entity ? 1 : 0),
                KnownEntities = counts.KnownEntities + (scored ? 1 : 0),
                KnownEntitiesRight = counts.KnownEntitiesRight + (scored && entity ? 1 : 0),
                Capitals = counts.Capitals + (capital ? 1 : 0),
                CapitalsRight = counts.CapitalsRight + (metonym ? 1 : 0),
            };
        }

        foreach (var (span, mention) in found)
        {
            Count("mention/" + mention.Type, predicted: 1);
            if (!expected.ContainsKey(span)) Error(span, "mention", "spurious", "", Describe(mention));
        }

        return counts with { MentionsGold = expected.Count, MentionsPredicted = found.Count };
    }

    private EvaluationCounts Times(IReadOnlyList<TimeExpression> gold, IReadOnlyList<TimeExpression> predicted, EvaluationCounts counts)
    {
        var expected = BySpan(gold, t => (t.Start, t.End));
        var found = BySpan(predicted, t => (t.Start, t.End));
        var (right, values) = (0, 0);
        foreach (var (span, time) in expected)
        {
            Count("time/" + time.Type, gold: 1);
            if (!found.TryGetValue(span, out var other))
            {
                Error(span, "time", "missed", Describe(time), "");
                continue;
            }

            right++;
            if (time.Type == other.Type) Count("time/" + time.Type, right: 1);
            if (Value(time) == Value(other)) values++;
            else Error(span, "time", "value", Describe(time), Describe(other));
        }

        foreach (var (span, time) in found)
        {
            Count("time/" + time.Type, predicted: 1);
            if (!expected.ContainsKey(span)) Error(span, "time", "spurious", "", Describe(time));
        }

        return counts with { TimesGold = expected.Count, TimesPredicted = found.Count, TimesRight = right, ValuesRight = values };
    }

    private EvaluationCounts Events(IReadOnlyList<GoldEvent> gold, IReadOnlyList<Event> predicted, EvaluationCounts counts)
    {
        var matching = new EventMatching(predicted, gold);
        for (var g = 0; g < gold.Count; g++)
        {
            var found = matching.PredictionOf[g] >= 0;
            if (gold[g].Agreed) Count("event/" + gold[g].Kind, gold: 1, right: found ? 1 : 0);
            if (!gold[g].Agreed) continue;
            var span = (gold[g].Start, gold[g].End);
            if (!found) Error(span, "event", "missed", Describe(gold[g]), "");
            else if (!matching.DateRight(g)) Error(span, "event", "date", gold[g].Date, predicted[matching.PredictionOf[g]].Date);
        }

        var counted = Enumerable.Range(0, predicted.Count).Where(matching.Counts).ToList();
        foreach (var p in counted)
        {
            // An event found on which the annotators disagreed is right, but is not asked for: it counts on neither side of its row.
            var spare = matching.Found(p) && !gold[Array.IndexOf(matching.PredictionOf, p)].Agreed;
            if (!spare) Count("event/" + predicted[p].Kind, predicted: 1);
            if (!matching.Found(p)) Error((predicted[p].Start, predicted[p].End), "event", "spurious", "", $"{predicted[p].Kind} {predicted[p].Date} [{predicted[p].Rule}]");
        }

        var agreed = Enumerable.Range(0, gold.Count).Where(g => gold[g].Agreed).ToList();
        return counts with
        {
            EventsAgreed = agreed.Count,
            EventsAgreedFound = agreed.Count(g => matching.PredictionOf[g] >= 0),
            EventsAgreedDated = agreed.Count(matching.DateRight),
            EventsFound = matching.PredictionOf.Count(p => p >= 0),
            EventsCounted = counted.Count,
            EventsPredicted = predicted.Count,
            EventsOverlapping = Enumerable.Range(0, predicted.Count).Count(matching.Overlaps),
        };
    }

    private static string Value(TimeExpression time) => time.Value.Replace("~", "", StringComparison.Ordinal);

    private static string Describe(Mention mention) => $"{mention.Surface} {mention.Type} {mention.Entity ?? "(no entity)"}";

    private static string Describe(TimeExpression time) => $"{time.Surface} {time.Value}";

    private static string Describe(GoldEvent happening) => $"{happening.Kind} {happening.Date} {happening.Summary}";

    // The last of several annotations on one span stands for them, as in a table keyed by span.
    private static SortedDictionary<(int Start, int End), T> BySpan<T>(IReadOnlyList<T> items, Func<T, (int, int)> span)
    {
        var table = new SortedDictionary<(int, int), T>();
        foreach (var item in items) table[span(item)] = item;
        return table;
    }

    private void Count(string type, int gold = 0, int predicted = 0, int right = 0)
    {
        var before = _byType.GetValueOrDefault(type);
        _byType[type] = (before.Gold + gold, before.Predicted + predicted, before.Right + right);
    }

    private void Error((int Start, int End) span, string layer, string problem, string expected, string found) =>
        _errors.Add(new EvaluationError(_document, span.Start, span.End, layer, problem, expected, found));
}
