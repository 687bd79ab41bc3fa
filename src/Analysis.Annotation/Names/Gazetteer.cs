namespace Analysis;

/// <summary>
/// The known entities and their names, read from <c>corpus/entities.tsv</c> or from a file of your own: tab-separated UTF-8 with a header
/// row. Lines that start with <c>#</c> are comments. Columns are identified by their header: <c>id</c>, <c>type</c>, <c>name_ar</c> and
/// <c>name_en</c> are required; <c>state_actor</c>, <c>demonyms</c> and <c>aliases</c> are optional; other columns are ignored.
/// </summary>
/// <remarks>
/// <para><c>name_ar</c> always counts as a name, unless <c>aliases</c> lists it with a policy.
/// Aliases are separated by <c>|</c>. A part in <c>( )</c> is optional; <c>[a/b]</c> stands for one
/// of its alternatives. A policy follows in braces, its conditions separated by <c>;</c>.</para>
/// <para><c>{full}</c>: the same document contains a name of the entity that has no policy.
/// <c>{state}</c>: it contains such a name of the entity's state actor, or of an entity that rolls up to it.
/// <c>{quoted}</c>: the name stands in quotation marks or brackets. <c>{near:w,…}</c>: one of the words occurs
/// within three tokens on either side. <c>{before:w,…}</c>: within two tokens before. <c>{after:w,…}</c>: within two tokens after.
/// <c>{not:w,…}</c>: none of them occurs directly before or after. Every <c>not</c> must hold and, if there are other conditions, at least
/// one of those. <c>{never}</c>: the name matches no text; the entity is used for events only. An armed group with no other name stands
/// for groups that a text describes without naming them.</para>
/// <para>Demonyms are given in the masculine singular without article (<c>أمريكي|أميركي</c>) and inflected by rule.
/// A demonym that doesn't end in <c>ي</c> (<c>أفغان</c>) is used as it is, with and without article.</para>
/// </remarks>
public sealed class Gazetteer
{
    private static readonly string[] Mandatory = ["id", "type", "name_ar", "name_en"];
    private static readonly string Expected = string.Join(", ", Mandatory);

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    internal Gazetteer(
        IReadOnlyList<Entity> entities, IReadOnlyList<Alias> aliases, IReadOnlyList<Demonym> demonyms, Decisions? decisions = null)
    {
        (Entities, Aliases, Demonyms) = (entities, aliases, demonyms);
        for (var index = 0; index < entities.Count; index++) _indexes.Add(entities[index].Id, index);
        Decisions = decisions ?? Decisions.None;
        Aliases = [.. Decisions.NamesFor(this), .. aliases];
        var named = aliases.Where(alias => !alias.Policy.Never).Select(alias => alias.Entity).ToHashSet();
        UnnamedGroup = entities.Where((entity, index) => entity.Type == "armed-group" && !named.Contains(index)).FirstOrDefault()?.Id;
        var side = Find(UnnamedGroup ?? "")?.NameArabic.Split(' ') ?? [];
        UnnamedGroupSide = IndexOf(entities.FirstOrDefault(entity => entity.Type == "state" && side.Contains(entity.NameArabic))?.Id ?? "");
    }

    /// <summary>The entities, in file order.</summary>
    public IReadOnlyList<Entity> Entities { get; }

    /// <summary>The decisions on spellings passed to <see cref="With"/>. Default: <see cref="Decisions.None"/>.</summary>
    public Decisions Decisions { get; }

    /// <summary>
    /// The names, expanded. Those that a decision added come first and so take precedence over others with the same spelling.
    /// </summary>
    internal IReadOnlyList<Alias> Aliases { get; }

    /// <summary>The nationality adjectives, as given in the file.</summary>
    internal IReadOnlyList<Demonym> Demonyms { get; }

    /// <summary>Reads a file, and the event dictionary of its subject, an <c>events.tsv</c> beside it, if there is one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A required column is missing, a row has the wrong number of fields, an id occurs twice or
    /// an alias is invalid; the message names file and line and says what was expected.</exception>
    public static Gazetteer Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var gazetteer = Read(new StringReader(Utf8Text.Read(path, path)), path);
        gazetteer.EventRules = EventLexicon.RuleRowsBeside(path) ?? [];
        return gazetteer;
    }

    /// <summary>Reads a gazetteer from the text of a file.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="source">Name of the file, for error messages.</param>
    /// <exception cref="InvalidDataException">As for <see cref="Load"/>.</exception>
    public static Gazetteer Read(TextReader reader, string source)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<Entity> entities = [];
        List<Alias> aliases = [];
        List<Demonym> demonyms = [];
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new Dictionary<(string Name, string Type), int>();
        string[]? header = null;
        foreach (var row in Lexicon.Rows(reader, source))
        {
            if (header is null)
            {
                header = row.Fields;
                if (header.FirstOrDefault(name => header.Count(name.Equals) > 1) is { Length: > 0 } twice)
                    throw row.Error($"two columns '{twice}'");
                if (Array.TrueForAll(Mandatory, header.Contains)) continue;
                throw row.Error($"columns '{string.Join(' ', header)}', expected {Expected} among them");
            }

            if (row.Fields.Length != header.Length) throw row.Error($"{row.Fields.Length} fields, expected {header.Length}");
            var entity = EntityOf(row, Cell);
            if (!lines.TryAdd(entity.Id, row.Line)) throw row.Error($"id '{entity.Id}' stands on line {lines[entity.Id]} already");
            var own = NamesOf(row, entities.Count, entity.NameArabic, Cell("aliases")).ToList();
            if (own.Exists(alias => alias.Policy.IsAlways && alias.Text == entity.NameArabic)
                && !names.TryAdd((entity.NameArabic, entity.Type), row.Line))
            {
                throw row.Error($"name '{entity.NameArabic}' stands on line {names[(entity.NameArabic, entity.Type)]} already, which would "
                    + "always win; expected another name, or the name with a condition among the aliases");
            }

            aliases.AddRange(own);
            demonyms.AddRange(DemonymsOf(row, entity, Cell("demonyms")).Select(demonym => new Demonym(entities.Count, demonym)));
            entities.Add(entity);

            string Cell(string column) => Array.IndexOf(header, column) is >= 0 and var at ? row[at] : "";
        }

        if (header is null) throw new InvalidDataException($"{source}: no header row; expected the columns {Expected}");
        if (entities.Find(entity => entity.StateActor.Length > 0 && !lines.ContainsKey(entity.StateActor)) is { } lost)
            throw new InvalidDataException($"{source}({lines[lost.Id]}): state_actor '{lost.StateActor}', expected the id of a row");
        return new Gazetteer(entities, aliases, demonyms);
    }

    /// <summary>
    /// Writes the gazetteer in the format that <see cref="Load"/> reads, names expanded. Accepted spellings are names of their entities;
    /// rejected ones are left to <c>decisions.tsv</c>.
    /// </summary>
    public void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var aliases = Aliases.ToLookup(alias => alias.Entity);
        var demonyms = Demonyms.ToLookup(demonym => demonym.Entity, demonym => demonym.Text);
        writer.Write(string.Join('\t', [.. Mandatory, "state_actor", "demonyms", "aliases"]) + "\n");
        for (var index = 0; index < Entities.Count; index++)
        {
            var (id, type, arabic, english, actor) = Entities[index];
            var names = aliases[index].Select(alias => alias.Policy.IsAlways ? alias.Text : $"{alias.Text}{{{alias.Policy.Text}}}");
            string[] cells = [id, type, arabic, english, actor, string.Join('|', demonyms[index]), string.Join('|', names)];
            writer.Write(string.Join('\t', cells) + "\n");
        }
    }

    /// <summary>
    /// The gazetteer with a person's decisions applied, replacing any earlier ones. An accepted spelling becomes a name that always means
    /// its entity; its mentions have the rule <c>decision</c>. If the spelling matches already, it keeps its policy. A rejected spelling
    /// is never a mention of its entity.
    /// </summary>
    /// <exception cref="InvalidDataException">A decision refers to an entity that
    /// is not in the gazetteer; the message names file and line.</exception>
    public Gazetteer With(Decisions decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return new Gazetteer(Entities, [.. Aliases.Where(alias => !alias.Decided)], Demonyms, decisions) { EventRules = EventRules };
    }

    /// <summary>The entity with an id; null if there is none.</summary>
    public Entity? Find(string id) => _indexes.TryGetValue(id, out var index) ? Entities[index] : null;

    /// <summary>The state actor that an id stands for: its entity's, or itself if the entity has none or there is no such entity.</summary>
    public string StateActorOf(string id) => Find(id) is { StateActor.Length: > 0 } entity ? entity.StateActor : id;

    /// <summary>Index of the state actor of an entity; its own if it has none in the gazetteer.</summary>
    internal int StateOf(int entity) => _indexes.GetValueOrDefault(Entities[entity].StateActor, entity);

    /// <summary>Rows of the event dictionary of the gazetteer's subject; none if it has none.</summary>
    internal IReadOnlyList<LexiconRow> EventRules { get; private set; } = [];

    /// <summary>
    /// Id of the entity that stands for armed groups which a text describes without naming them (<c>فصائل موالية لإيران</c>): the first
    /// armed group that has no name of its own in texts; null if there is none.
    /// </summary>
    internal string? UnnamedGroup { get; }

    /// <summary>Index of the state that the name of this group says it sides with; −1 if it names none.</summary>
    internal int UnnamedGroupSide { get; }

    /// <summary>Index of an id in <see cref="Entities"/>; −1 if there is none.</summary>
    internal int IndexOf(string id) => _indexes.GetValueOrDefault(id, -1);

    private static Entity EntityOf(LexiconRow row, Func<string, string> cell)
    {
        var (id, type, actor) = (cell("id"), cell("type"), cell("state_actor"));
        if (id.Length == 0) throw row.Error("the id is empty");
        if (EntityTypes.Parse(type) is EntityType.None or EntityType.Demonym)
            throw row.Error($"type '{type}' of '{id}'; expected one of {EntityTypes.Listed}");
        if (!cell("name_ar").Any(char.IsLetterOrDigit)) throw row.Error($"name_ar of '{id}' is '{cell("name_ar")}', expected a name");
        return new Entity(id, type, cell("name_ar"), cell("name_en"), actor.Length == 0 && type == "state" ? id : actor);
    }

    // The Arabic name first, unless the aliases list it too.
    private static IEnumerable<Alias> NamesOf(LexiconRow row, int entity, string arabic, string cell)
    {
        try
        {
            var listed = AliasSyntax.Parse(entity, cell);
            return AliasSyntax.Expand(arabic).Where(name => !listed.Exists(other => other.Text == name))
                .Select(name => new Alias(entity, name, AliasPolicy.Always)).Concat(listed);
        }
        catch (FormatException error)
        {
            throw row.Error(error.Message);
        }
    }

    private static string[] DemonymsOf(LexiconRow row, Entity entity, string cell)
    {
        var demonyms = cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (demonyms.Length > 0 && entity.Type != "state")
            throw row.Error($"demonym '{demonyms[0]}' of '{entity.Id}', which is a {entity.Type}; expected a state");
        return Array.Find(demonyms, demonym => demonym.Length < 3) is not { } shortest ? demonyms
            : throw row.Error($"demonym '{shortest}'; expected the masculine singular without article, such as أمريكي");
    }

    /// <summary>Whether a decision rejects a spelling for an entity.</summary>
    internal bool IsRejected(int entity, ReadOnlySpan<char> surface) =>
        Decisions.Find(surface.ToString(), Entities[entity].Id)?.Verdict == Verdict.Reject;
}
