namespace Analysis;

/// <summary>
/// A person's decisions on spellings, read from <c>decisions.tsv</c>: tab-separated UTF-8 with the columns <c>surface</c>, <c>entity</c>,
/// <c>decision</c> (<c>accept</c>, <c>reject</c>, or empty while undecided) and <c>note</c>. Lines that start with <c>#</c> are comments.
/// <see cref="Gazetteer.With"/> applies the decisions. Spellings that are equal at <see cref="NormalizationLevel.Undiacritized"/> share
/// a decision; rejecting <c>غني</c> does not affect <c>غنى</c>.
/// </summary>
public sealed class Decisions
{
    /// <summary>The header row of the file, without line break.</summary>
    public const string Header = "surface\tentity\tdecision\tnote";

    /// <summary>No decision.</summary>
    public static readonly Decisions None = new([]);

    private readonly Dictionary<(string Spelling, string Entity), Decision> _decisions = [];

    /// <summary>Creates a set of decisions, in file order.</summary>
    /// <exception cref="InvalidDataException">Two decisions concern the same
    /// spelling and entity, or a spelling is accepted for two entities.</exception>
    public Decisions(IEnumerable<Decision> decisions)
    {
        All = [.. decisions];
        var accepted = new Dictionary<string, Decision>(StringComparer.Ordinal);
        foreach (var decision in All)
        {
            var spelling = SpellingOf(decision.Surface);
            if (!_decisions.TryAdd((spelling, decision.Entity), decision))
                throw Twice(decision, $"and '{decision.Entity}' stand", _decisions[(spelling, decision.Entity)], "decision");
            if (decision.Verdict == Verdict.Accept && !accepted.TryAdd(spelling, decision))
                throw Twice(decision, $"is accepted for '{accepted[spelling].Entity}'", accepted[spelling], "entity");
        }
    }

    /// <summary>All decisions in file order, including undecided ones.</summary>
    public IReadOnlyList<Decision> All { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The header or a row has the wrong columns, a required cell is empty, the decision is
    /// unknown, or two rows contradict each other; the message names file and line and says what was expected.</exception>
    public static Decisions Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StringReader(Utf8Text.Read(path, Path.GetFileName(path)));
        return Read(reader, Path.GetFileName(path));
    }

    /// <summary>Reads decisions from the text of a file.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <exception cref="InvalidDataException">As for <see cref="Load"/>.</exception>
    public static Decisions Read(TextReader reader, string source)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new Decisions(Lexicon.Read(reader, source, Header.Split('\t')).Select(DecisionOf));
    }

    /// <summary>The decision on a spelling and an entity; null if there is none.</summary>
    public Decision? Find(string surface, string entity) => _decisions.GetValueOrDefault((SpellingOf(surface), entity));

    /// <summary>Whether a spelling is rejected for any entity.</summary>
    internal bool HasRejected => All.Any(decision => decision.Verdict == Verdict.Reject);

    /// <summary>
    /// The names that a gazetteer has by these decisions: accepted spellings that it does not list. A listed one keeps its policy.
    /// </summary>
    /// <exception cref="InvalidDataException">A decision refers to an entity that is not in the gazetteer.</exception>
    internal List<Alias> NamesFor(Gazetteer gazetteer)
    {
        if (All.FirstOrDefault(decision => gazetteer.IndexOf(decision.Entity) < 0) is { } lost)
            throw new InvalidDataException($"{lost.Source}: entity '{lost.Entity}' of '{lost.Surface}' is not in the gazetteer");
        var accepted = All.Where(decision => decision.Verdict == Verdict.Accept).ToList();
        if (accepted.Count == 0) return [];
        var listed = Listed(gazetteer).Select(name => (name.Entity, Letters.KeyOf(name.Text))).ToHashSet();
        return accepted.FindAll(decision => !listed.Contains((gazetteer.IndexOf(decision.Entity), Letters.KeyOf(decision.Surface))))
            .ConvertAll(name => new Alias(gazetteer.IndexOf(name.Entity), name.Surface, AliasPolicy.Always, Decided: true));
    }

    /// <summary>The spellings that a gazetteer lists: names and forms of nationality adjectives, except those that match no text.</summary>
    internal static IEnumerable<Alias> Listed(Gazetteer gazetteer) => gazetteer.Aliases.Where(alias => !alias.Policy.Never)
        .Concat(gazetteer.Demonyms.SelectMany(
            demonym => demonym.Forms(), (demonym, form) => new Alias(demonym.Entity, form, AliasPolicy.Always)));

    /// <summary>The normalized spelling by which decisions are compared.</summary>
    internal static string SpellingOf(string surface) => Normalizer.Normalize(surface.Trim(), NormalizationLevel.Undiacritized);

    private static InvalidDataException Twice(Decision decision, string state, Decision earlier, string expected) =>
        new($"{decision.Source}: '{decision.Surface}' {state} at {earlier.Source} already; expected one {expected}");

    private static Decision DecisionOf(LexiconRow row)
    {
        if (!row[0].Any(char.IsLetterOrDigit)) throw row.Error($"surface '{row[0]}', expected a spelling with a letter in it");
        if (row[1].Length == 0) throw row.Error("the entity is empty, expected an id of the gazetteer");
        var verdict = row[2] switch
        {
            "" => Verdict.Open,
            "accept" => Verdict.Accept,
            "reject" => Verdict.Reject,
            var other => throw row.Error($"decision '{other}', expected accept, reject or nothing"),
        };
        return new Decision(row[0].Trim(), row[1], verdict, row[3], $"{row.Source}({row.Line})");
    }
}
