namespace Analysis;

/// <summary>The counts behind every figure of an <see cref="Evaluation"/>, of one document or of several added up.</summary>
internal sealed record EvaluationCounts
{
    public int MentionsGold { get; init; }
    public int MentionsPredicted { get; init; }
    public int MentionsRight { get; init; }
    public int TypesRight { get; init; }
    public int EntitiesRight { get; init; }
    public int KnownEntities { get; init; }
    public int KnownEntitiesRight { get; init; }
    public int Capitals { get; init; }
    public int CapitalsRight { get; init; }
    public int TimesGold { get; init; }
    public int TimesPredicted { get; init; }
    public int TimesRight { get; init; }
    public int ValuesRight { get; init; }
    public int EventsAgreed { get; init; }
    public int EventsAgreedFound { get; init; }
    public int EventsAgreedDated { get; init; }
    public int EventsFound { get; init; }
    public int EventsCounted { get; init; }
    public int EventsPredicted { get; init; }
    public int EventsOverlapping { get; init; }

    /// <summary>Per type: gold, predicted, correct.</summary>
    public IReadOnlyDictionary<string, (int Gold, int Predicted, int Right)> ByType { get; init; } =
        new Dictionary<string, (int, int, int)>();

    public static EvaluationCounts Sum(IEnumerable<EvaluationCounts> parts)
    {
        var all = parts.ToList();
        int Of(Func<EvaluationCounts, int> count) => all.Sum(count);
        return new EvaluationCounts
        {
            MentionsGold = Of(c => c.MentionsGold),
            MentionsPredicted = Of(c => c.MentionsPredicted),
            MentionsRight = Of(c => c.MentionsRight),
            TypesRight = Of(c => c.TypesRight),
            EntitiesRight = Of(c => c.EntitiesRight),
            KnownEntities = Of(c => c.KnownEntities),
            KnownEntitiesRight = Of(c => c.KnownEntitiesRight),
            Capitals = Of(c => c.Capitals),
            CapitalsRight = Of(c => c.CapitalsRight),
            TimesGold = Of(c => c.TimesGold),
            TimesPredicted = Of(c => c.TimesPredicted),
            TimesRight = Of(c => c.TimesRight),
            ValuesRight = Of(c => c.ValuesRight),
            EventsAgreed = Of(c => c.EventsAgreed),
            EventsAgreedFound = Of(c => c.EventsAgreedFound),
            EventsAgreedDated = Of(c => c.EventsAgreedDated),
            EventsFound = Of(c => c.EventsFound),
            EventsCounted = Of(c => c.EventsCounted),
            EventsPredicted = Of(c => c.EventsPredicted),
            EventsOverlapping = Of(c => c.EventsOverlapping),
            ByType = all.SelectMany(c => c.ByType).GroupBy(pair => pair.Key).ToDictionary(
                group => group.Key,
                group => (group.Sum(p => p.Value.Gold), group.Sum(p => p.Value.Predicted), group.Sum(p => p.Value.Right))),
        };
    }

    /// <summary>The figures by the keys under which they are printed.</summary>
    public IReadOnlyList<EvaluationFigure> Figures()
    {
        var mentions = new PrecisionRecall(MentionsGold, MentionsPredicted, MentionsRight);
        var times = new PrecisionRecall(TimesGold, TimesPredicted, TimesRight);
        return
        [
            new("mention_p", mentions.Precision), new("mention_r", mentions.Recall), new("mention_f1", mentions.F1),
            new("mention_type_f1", new PrecisionRecall(MentionsGold, MentionsPredicted, TypesRight).F1),
            new("mention_entity_f1", new PrecisionRecall(MentionsGold, MentionsPredicted, EntitiesRight).F1),
            new("entity_acc_known", Share(KnownEntitiesRight, KnownEntities)),
            new("metonym_acc", Share(CapitalsRight, Capitals)),
            new("time_p", times.Precision), new("time_r", times.Recall), new("time_f1", times.F1),
            new("time_value", Share(ValuesRight, TimesRight)),
            new("event_kind_r", Share(EventsAgreedFound, EventsAgreed)),
            new("event_kind_date_r", Share(EventsAgreedDated, EventsAgreed)),
            new("event_p", Share(EventsFound, EventsCounted)),
            new("event_overlap", Share(EventsOverlapping, EventsPredicted)),
        ];
    }

    private static double Share(int part, int whole) => (double)part / Math.Max(1, whole);
}

/// <summary>A figure of an <see cref="Evaluation"/>.</summary>
/// <param name="Key">Its key, such as <c>mention_f1</c>.</param>
/// <param name="Value">A share, 0 to 1.</param>
public sealed record EvaluationFigure(string Key, double Value);

/// <summary>Gold, predicted and correct items, and the shares made of them.</summary>
/// <param name="Gold">Items in gold.</param>
/// <param name="Predicted">Items predicted.</param>
/// <param name="Correct">Items predicted that are in gold.</param>
public readonly record struct PrecisionRecall(int Gold, int Predicted, int Correct)
{
    /// <summary>Correct over predicted, 0 to 1; 0 where nothing is predicted.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Correct / Predicted;

    /// <summary>Correct over gold, 0 to 1; 0 where gold is empty.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Correct / Gold;

    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
