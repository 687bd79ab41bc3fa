using System.Text;

namespace Analysis;

/// <summary>
/// The known entities and the names by which texts call them, read from <c>corpus/entities.tsv</c> or a user's own file: tab-separated
/// UTF-8, a header row, lines in <c>#</c> are comments. Columns are known by their header: <c>id</c>, <c>type</c>, <c>name_ar</c> and
/// <c>name_en</c> must be there; <c>state_actor</c>, <c>demonyms</c> and <c>aliases</c> may be; others are for people.
/// </summary>
/// <remarks>
/// <para><c>name_ar</c> is a name as it stands, unless <c>aliases</c> lists the same with a policy. Aliases are separated by <c>|</c>;
/// a part in <c>( )</c> may be left out; of <c>[a/b]</c> one is taken; the policy follows in braces, its conditions separated by <c>;</c>.</para>
/// <para><c>{full}</c>: the entity stands in the same document under a name without policy. <c>{near:w,…}</c>: one of the words stands
/// within three tokens. <c>{before:w,…}</c>: within two tokens before. <c>{after:w,…}</c>: within two tokens after.
/// <c>{not:w,…}</c>: none stands directly before or after. Every <c>not</c> must hold, and of the others, if there are any, one.
/// <c>{never}</c>: the name matches no text, and the entity is for events only.</para>
/// <para>Demonyms are given as the masculine singular without article (<c>أمريكي|أميركي</c>), from which the other forms follow by rule;
/// one that doesn't end in <c>ي</c> (<c>أفغان</c>) stands as it is, with the article and without.</para>
/// </remarks>
public sealed class Gazetteer
{
    private readonly Dictionary<string, int> _indexes;

    internal Gazetteer(
        IReadOnlyList<Entity> entities, IReadOnlyList<Alias> aliases, IReadOnlyList<Demonym> demonyms, Decisions? decisions = null)
    {
        Entities = entities;
        Aliases = aliases;
        Demonyms = demonyms;
        _indexes = new Dictionary<string, int>(entities.Count, StringComparer.Ordinal);
        for (var index = 0; index < entities.Count; index++) _indexes.Add(entities[index].Id, index);
        Decisions = decisions ?? Decisions.None;
        Decided = new DecidedNames(this, Decisions);
        if (Decided.Accepted.Count > 0) Aliases = [.. Decided.Accepted, .. aliases];
    }

    /// <summary>The entities, in file order.</summary>
    public IReadOnlyList<Entity> Entities { get; }

    /// <summary>A person's decisions on spellings, as <see cref="With"/> was given them; <see cref="Decisions.None"/> when it was not.</summary>
    public Decisions Decisions { get; }

    /// <summary>What the decisions mean for the names.</summary>
    internal DecidedNames Decided { get; }

    /// <summary>The names, expanded; those that a decision added come first, and so win over others that are spelled alike.</summary>
    internal IReadOnlyList<Alias> Aliases { get; }

    /// <summary>The nationality adjectives, in the form that the file gives.</summary>
    internal IReadOnlyList<Demonym> Demonyms { get; }

    /// <summary>Reads the gazetteer at hand: the file named, else the project's <c>corpus/entities.tsv</c>.</summary>
    /// <param name="path">The file; null for the project's.</param>
    /// <exception cref="FileNotFoundException">There is no such file, or no project's.</exception>
    /// <exception cref="InvalidDataException">As with <see cref="Load"/>.</exception>
    public static Gazetteer Open(string? path = null) => Load(CorpusFolders.FindEntities(Directory.GetCurrentDirectory(), path)
        ?? throw new FileNotFoundException("no gazetteer: there is no folder 'corpus' with an entities.tsv in or above the current directory or the library's own"));

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A column is missing, a row has another number of fields, an id is given twice or an alias
    /// can't be read; the message names file and line and says what was expected.</exception>
    public static Gazetteer Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(path, Encoding.UTF8);
        return Read(reader, path);
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="source">Name of the file, for error messages.</param>
    /// <exception cref="InvalidDataException">As with <see cref="Load"/>.</exception>
    public static Gazetteer Read(TextReader reader, string source)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return GazetteerReader.Read(reader, source);
    }

    /// <summary>
    /// The gazetteer with a person's decisions applied, in place of any that it had: an accepted spelling is a name that always means its entity and whose
    /// mentions carry the rule <c>decision</c>, unless it is found already (then it keeps its policy); a rejected one is no mention of its entity.
    /// </summary>
    /// <exception cref="InvalidDataException">A decision is on an entity that is not here; the message names file and line.</exception>
    public Gazetteer With(Decisions decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return new Gazetteer(Entities, [.. Aliases.Where(alias => !alias.Decided)], Demonyms, decisions);
    }

    /// <summary>The entity of that id; null when there is none.</summary>
    public Entity? Find(string id) => _indexes.TryGetValue(id, out var index) ? Entities[index] : null;

    /// <summary>Index in <see cref="Entities"/>; −1 when there is none.</summary>
    internal int IndexOf(string id) => _indexes.GetValueOrDefault(id, -1);
}
