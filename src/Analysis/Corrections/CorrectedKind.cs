namespace Analysis;

/// <summary>How corrections change annotations of one kind.</summary>
/// <param name="name">Name of the kind.</param>
/// <param name="required">The field that an added annotation must have.</param>
/// <param name="fields">The fields that a correction may give besides the span, and what each must be.</param>
/// <param name="added">An annotation to be added, before its place and its fields are set.</param>
internal sealed class CorrectedKind<T>(string name, string required, (string Name, ValueCheck Check)[] fields, T added)
    where T : IAnnotation
{
    // The fields of `analysis annotate` are the properties of the records, but for the kind of an event.
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly (string Name, ValueCheck Check)[] _fields =
        [("start", ValueCheck.WholeNumber), ("end", ValueCheck.WholeNumber), .. fields];

    /// <summary>Checks all fields of a correction.</summary>
    /// <exception cref="FormatException">A field is unknown, missing or has a bad value.</exception>
    public void Check(Correction correction, Gazetteer gazetteer)
    {
        if (correction.Kind != name) return;
        if (correction.Action == CorrectionAction.Add && !correction.Fields.ContainsKey(required))
            throw new FormatException($"{name} without '{required}', expected this field where a {name} is added");
        foreach (var (field, value) in correction.Fields)
        {
            var check = _fields.FirstOrDefault(known => known.Name == field).Check ?? throw new FormatException(
                $"'{field}' is no field of a {name}, expected one of {string.Join(", ", _fields.Select(known => known.Name))}");
            check.Of(field, value, gazetteer);
        }
    }

    /// <summary>The annotations of a document with corrections applied.</summary>
    /// <param name="annotations">The annotations.</param>
    /// <param name="document">The document.</param>
    /// <param name="corrections">Corrections of the document.</param>
    /// <param name="applied">Receives the corrections that were applied.</param>
    /// <exception cref="InvalidDataException">A new span is no span of the text.</exception>
    public IReadOnlyList<T> Apply(
        IReadOnlyList<T> annotations, Document document, IEnumerable<Correction> corrections, HashSet<Correction> applied)
    {
        var corrected = annotations.ToList();
        foreach (var correction in corrections.Where(correction => correction.Kind == name))
        {
            var isNew = correction.Action == CorrectionAction.Add;
            var at = isNew ? corrected.Count : corrected.FindIndex(each => each.Start == correction.Start && each.End == correction.End);
            if (at < 0) continue;
            var annotation = isNew ? added : corrected[at];
            if (!isNew) corrected.RemoveAt(at);
            applied.Add(correction);
            if (correction.Action != CorrectionAction.Remove) corrected.Insert(at, Change(annotation, document, correction));
        }

        return [.. corrected.OrderBy(each => each.Order)];
    }

    private static T Change(T annotation, Document document, Correction correction)
    {
        var json = JsonSerializer.SerializeToNode(annotation, Options)!;
        (json["document"], json["start"], json["end"]) = (document.Id, correction.Start, correction.End);
        foreach (var (field, value) in correction.Fields) json[field == "event" ? "kind" : field] = JsonSerializer.SerializeToNode(value);
        var (start, end) = ((int)json["start"]!, (int)json["end"]!);
        CheckSpan(document.Text, start, end, correction.Source);

        // An event has no surface; the property is passed over.
        (json["surface"], json["rule"]) = (document.Text[start..end], Corrections.Rule);
        json["sentence"] = Sentence.In(document).LastOrDefault(sentence => sentence.Start <= start)?.Index ?? 0;
        return json.Deserialize<T>(Options)!;
    }

    private static void CheckSpan(string text, int start, int end, string source)
    {
        var expected = start >= end || end > text.Length ? "one inside the text of " + Counted.Of(text.Length, "character")
            : char.IsWhiteSpace(text[start]) || char.IsWhiteSpace(text[end - 1]) ? "one without white space at its ends"
            : IsInPair(text, start) || IsInPair(text, end) ? "one that divides no surrogate pair"
            : null;
        if (expected is not null)
            throw new InvalidDataException(FormattableString.Invariant($"{source}: span {start} to {end}, expected {expected}"));
    }

    private static bool IsInPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text, at - 1);
}
