using System.Globalization;

namespace Analysis;

/// <summary>
/// Applies a person's corrections to annotations, after all other steps. Corrected annotations have the rule <c>correction</c>.
/// Corrections that match no annotation are reported.
/// </summary>
public sealed class Corrections
{
    /// <summary>The rule of corrected annotations.</summary>
    public const string Rule = "correction";

    // Sentence of an added annotation, until it is determined from its start.
    private const int Unplaced = -1;

    private readonly ILookup<string, Correction> _byDocument;

    /// <summary>Creates a set of corrections, to be applied in the given order.</summary>
    public Corrections(IEnumerable<Correction> corrections) => _byDocument = corrections.ToLookup(correction => correction.Document, StringComparer.Ordinal);

    /// <summary>Reads <c>corrections.jsonl</c>.</summary>
    /// <exception cref="InvalidDataException">As for <see cref="Correction.ReadFile"/>.</exception>
    public static Corrections Load(string path) => new(Correction.ReadFile(path));

    /// <summary>Corrections of documents that are not in the given set, and so are never applied.</summary>
    public IReadOnlyList<Correction> Elsewhere(IReadOnlySet<string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return [.. _byDocument.Where(group => !documents.Contains(group.Key)).SelectMany(group => group)];
    }

    /// <summary>The annotations of one document with its corrections applied.</summary>
    /// <exception cref="InvalidDataException">A correction has a field that its kind doesn't have, or a span outside the text.</exception>
    public CorrectedAnnotations Apply(DocumentAnnotations annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        if (!_byDocument.Contains(annotations.Document.Id)) return new CorrectedAnnotations(annotations, 0, []);
        var text = annotations.Document.Text;
        var sentences = Sentence.In(annotations.Document);
        var (mentions, times, events) = (annotations.Mentions.ToList(), annotations.Times.ToList(), annotations.Events.ToList());
        var (applied, idle) = (0, new List<Correction>());
        foreach (var correction in _byDocument[annotations.Document.Id])
        {
            if (correction.End > text.Length) throw Error(correction, $"span ends at {correction.End}, the text of document {correction.Document} at {text.Length}");
            var done = correction.Kind switch
            {
                "mention" => Apply(correction, mentions, m => (m.Start, m.End), (m, fields) => Change(m, fields, text), () => NewMention(correction, text), sentences),
                "time" => Apply(correction, times, t => (t.Start, t.End), (t, fields) => Change(t, fields, text), () => NewTime(correction, text), sentences),
                _ => Apply(correction, events, e => (e.Start, e.End), Change, () => NewEvent(correction), sentences),
            };
            if (done) applied++;
            else idle.Add(correction);
        }

        return new CorrectedAnnotations(
            annotations with
            {
                Mentions = [.. mentions.OrderBy(m => m.Start).ThenByDescending(m => m.End)],
                Times = [.. times.OrderBy(t => t.Start).ThenByDescending(t => t.End)],
                Events = [.. events.OrderBy(e => e.Start).ThenByDescending(e => e.End)],
            },
            applied,
            idle);
    }

    private static bool Apply<T>(
        Correction correction, List<T> items, Func<T, (int, int)> span, Func<T, Fields, T> change, Func<T> add, IReadOnlyList<Sentence> sentences)
    {
        if (correction.Action == CorrectionAction.Add)
        {
            items.Add(change(add(), new Fields(correction, sentences)));
            return true;
        }

        var found = items.FindIndex(item => span(item) == (correction.Start, correction.End));
        if (found < 0) return false;
        if (correction.Action == CorrectionAction.Remove) items.RemoveAt(found);
        else items[found] = change(items[found], new Fields(correction, sentences));
        return true;
    }

    private static Mention NewMention(Correction correction, string text) =>
        new(correction.Document, Unplaced, correction.Start, correction.End, text[correction.Start..correction.End], null, "", null, Rule);

    private static TimeExpression NewTime(Correction correction, string text) =>
        new(correction.Document, Unplaced, correction.Start, correction.End, text[correction.Start..correction.End], "DATE", "", "none", Rule);

    private static Event NewEvent(Correction correction) =>
        new(correction.Document, Unplaced, correction.Start, correction.End, "", "", "none", [], [], "", "", 0, "", Rule);

    private static Mention Change(Mention mention, Fields fields, string text)
    {
        var (start, end) = fields.Span(mention.Start, mention.End, text.Length);
        var changed = mention with
        {
            Start = start,
            End = end,
            Surface = text[start..end],
            Sentence = fields.Sentence(start, mention.Start, mention.Sentence),
            Entity = fields.Text("entity", mention.Entity),
            Type = fields.Text("type", mention.Type) ?? "",
            Metonym = fields.Flag("metonym", mention.Metonym),
            Rule = Rule,
        };
        fields.AllUsed();
        return changed.Type.Length > 0 ? changed : throw fields.Error("a mention added needs the field 'type'");
    }

    private static TimeExpression Change(TimeExpression time, Fields fields, string text)
    {
        var (start, end) = fields.Span(time.Start, time.End, text.Length);
        var changed = time with
        {
            Start = start,
            End = end,
            Surface = text[start..end],
            Sentence = fields.Sentence(start, time.Start, time.Sentence),
            Type = fields.Text("type", time.Type) ?? "",
            Value = fields.Text("value", time.Value) ?? "",
            Anchor = fields.Text("anchor", time.Anchor) ?? "",
            Rule = Rule,
        };
        fields.AllUsed();
        return changed.Value.Length > 0 ? changed : throw fields.Error("a time added needs the field 'value'");
    }

    private static Event Change(Event happening, Fields fields)
    {
        var (start, end) = fields.Span(happening.Start, happening.End, int.MaxValue);
        var changed = happening with
        {
            Start = start,
            End = end,
            Sentence = fields.Sentence(start, happening.Start, happening.Sentence),
            Kind = fields.Text("event", happening.Kind) ?? "",
            Date = fields.Text("date", happening.Date) ?? "",
            DateBasis = fields.Text("date_basis", happening.DateBasis) ?? "",
            Actors = fields.List("actors", happening.Actors),
            Targets = fields.List("targets", happening.Targets),
            Place = fields.Text("place", happening.Place) ?? "",
            Cameo = fields.Text("cameo", happening.Cameo) ?? "",
            Goldstein = fields.Real("goldstein", happening.Goldstein),
            Plover = fields.Text("plover", happening.Plover) ?? "",
            Rule = Rule,
        };
        fields.AllUsed();
        return changed.Kind.Length > 0 ? changed : throw fields.Error("an event added needs the field 'event'");
    }

    private static InvalidDataException Error(Correction correction, string problem) => new($"{correction.Source}: {problem}");

    // The fields of a correction. Each is read once; a field that remains unread is unknown to the kind.
    private sealed class Fields(Correction correction, IReadOnlyList<Sentence> sentences)
    {
        private readonly HashSet<string> _left = [.. correction.Fields.Keys];

        public string? Text(string name, string? otherwise) =>
            _left.Remove(name) ? correction.Fields[name] : otherwise;

        public IReadOnlyList<string> List(string name, IReadOnlyList<string> otherwise) =>
            _left.Remove(name) ? (correction.Fields[name] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) : otherwise;

        public bool? Flag(string name, bool? otherwise) => !_left.Remove(name) ? otherwise : correction.Fields[name] switch
        {
            null => null,
            "true" => true,
            "false" => false,
            var other => throw Error($"field '{name}' is '{other}', expected true, false or null"),
        };

        public int Number(string name, int otherwise) => !_left.Remove(name) ? otherwise
            : int.TryParse(correction.Fields[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Error($"field '{name}' is '{correction.Fields[name]}', expected a whole number");

        public double Real(string name, double otherwise) => !_left.Remove(name) ? otherwise
            : double.TryParse(correction.Fields[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw Error($"field '{name}' is '{correction.Fields[name]}', expected a number");

        public (int Start, int End) Span(int start, int end, int length)
        {
            (start, end) = (Number("start", start), Number("end", end));
            return start < end && end <= length ? (start, end) : throw Error($"span {start} to {end}, expected one inside the text");
        }

        // The given sentence. Default: the last sentence that begins at or before the start.
        public int Sentence(int start, int oldStart, int oldSentence)
        {
            if (start == oldStart && oldSentence != Unplaced) return Number("sentence", oldSentence);
            var at = sentences.Count - 1;
            while (at > 0 && sentences[at].Start > start) at--;
            return Number("sentence", Math.Max(at, 0));
        }

        public void AllUsed()
        {
            if (_left.Count > 0) throw Error($"'{_left.Order(StringComparer.Ordinal).First()}' is no field of a {correction.Kind}");
        }

        public InvalidDataException Error(string problem) => Corrections.Error(correction, problem);
    }
}

/// <summary>Annotations with a person's corrections applied.</summary>
/// <param name="Annotations">The annotations.</param>
/// <param name="Applied">Number of corrections applied.</param>
/// <param name="Idle">Corrections for which there is no annotation of the same kind and span.</param>
public sealed record CorrectedAnnotations(DocumentAnnotations Annotations, int Applied, IReadOnlyList<Correction> Idle);
