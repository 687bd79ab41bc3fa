namespace Analysis;

/// <summary>
/// A person's corrections of annotations, applied after all other steps. Corrected annotations have the rule <c>correction</c>. It
/// remembers which corrections found their annotation; not thread-safe.
/// </summary>
public sealed class Corrections
{
    /// <summary>The rule of corrected annotations.</summary>
    public const string Rule = "correction";

    private static readonly CorrectedKind<Mention> Mentions = new(
        "mention", "type",
        [("entity", ValueCheck.EntityOrNull), ("type", ValueCheck.OneOf([.. EntityTypes.Names])), ("metonym", ValueCheck.Flag)],
        new Mention("", 0, 0, 0, "", null, "", null, Rule));

    private static readonly CorrectedKind<TimeExpression> Times = new(
        "time", "value",
        [
            ("type", ValueCheck.OneOf("DATE", "DURATION", "SET")), ("value", ValueCheck.Time),
            ("anchor", ValueCheck.OneOf("absolute", "dct", "narrative", "none")),
        ],
        new TimeExpression("", 0, 0, 0, "", "DATE", "", "none", Rule));

    private static readonly CorrectedKind<Event> Events = new(
        "event", "event",
        [
            ("event", ValueCheck.OneOf([.. CommonLexicons.Shared.Events.Kinds])), ("date", ValueCheck.Date),
            ("date_basis", ValueCheck.OneOf("stated", "dct", "narrative", "background", "landmark", "none")),
            ("actors", ValueCheck.Entities), ("targets", ValueCheck.Entities), ("place", ValueCheck.EntityOrEmpty),
            ("cameo", ValueCheck.Text("a CAMEO code, such as 190", text => text.All(char.IsAsciiDigit))),
            ("goldstein", ValueCheck.Goldstein),
            ("plover", ValueCheck.Text("a PLOVER category, such as ASSAULT", text => text.All(char.IsAsciiLetterUpper))),
        ],
        new Event("", 0, 0, 0, "", "", "none", [], [], "", "", 0, "", Rule));

    private readonly List<Correction> _corrections;
    private readonly ILookup<string, Correction> _byDocument;
    private readonly HashSet<Correction> _applied = [];

    private Corrections(List<Correction> corrections)
    {
        _corrections = corrections;
        _byDocument = corrections.ToLookup(correction => correction.Document, StringComparer.Ordinal);
    }

    /// <summary>Number of corrections applied so far.</summary>
    public int Applied => _applied.Count;

    /// <summary>
    /// Corrections that found nothing to correct so far, in file order; those of documents that are yet to come are among them.
    /// </summary>
    public IReadOnlyList<Correction> Idle => _corrections.FindAll(correction => !_applied.Contains(correction));

    /// <summary>Reads <c>corrections.jsonl</c>, one JSON object per line; empty lines are ignored. Every value is checked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="gazetteer">The entities that corrections may name; others have ids that begin with <c>?</c>.</param>
    /// <exception cref="InvalidDataException">A line is not a correction, or a value is not one of its field; the message names file and
    /// line and says what was found and expected.</exception>
    public static Corrections Load(string path, Gazetteer gazetteer)
    {
        var name = Path.GetFileName(path);
        return new Corrections([.. Utf8Text.Read(path, name).Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item))
            .Select(line => Read(line.Item, FormattableString.Invariant($"{name}({line.Index + 1})"), gazetteer))]);
    }

    /// <summary>The annotations of one document with its corrections applied.</summary>
    /// <exception cref="InvalidDataException">A new span is outside the text, has white space at its ends or divides a surrogate
    /// pair.</exception>
    public DocumentAnnotations Apply(DocumentAnnotations annotations)
    {
        var (document, corrections) = (annotations.Document, _byDocument[annotations.Document.Id]);
        return annotations with
        {
            Mentions = Mentions.Apply(annotations.Mentions, document, corrections, _applied),
            Times = Times.Apply(annotations.Times, document, corrections, _applied),
            Events = Events.Apply(annotations.Events, document, corrections, _applied),
        };
    }

    private static Correction Read(string line, string source, Gazetteer gazetteer)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var correction = Correction.Parse(json.RootElement, source, gazetteer);
            Mentions.Check(correction, gazetteer);
            Times.Check(correction, gazetteer);
            Events.Check(correction, gazetteer);
            return correction;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            // The last is half of a surrogate pair, which JSON can escape.
            var problem = error is JsonException fault ? "no JSON: " + JsonFault.Describe(fault) : error.Message;
            throw new InvalidDataException($"{source}: {problem}", error);
        }
    }
}
