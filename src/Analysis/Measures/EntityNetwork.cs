namespace Analysis;

/// <summary>
/// The entities that a corpus mentions and the sentences in which they meet, as a network: two data frames, for tables, for charts and for
/// the formats of network programs (<see cref="NetworkFormats"/>). It has no directions.
/// </summary>
/// <param name="Nodes">One row for each entity that is mentioned, most mentioned first, ties in ordinal order of ids.</param>
/// <param name="Edges">One row for each pair that meets, strongest first as in <see cref="CoMentions"/>.</param>
/// <example>
/// <code>
/// var network = EntityNetwork.Of(corpus);
/// network.Edges.Where(edge => edge.Both >= 3).OrderByDescending(edge => edge.LogDice).Take(10)
/// </code>
/// </example>
public sealed record EntityNetwork(DataFrame<EntityNode> Nodes, DataFrame<EntityEdge> Edges)
{
    /// <summary>The network of a corpus.</summary>
    /// <param name="corpus">The corpus.</param>
    public static EntityNetwork Of(Corpus corpus) => Of(corpus.Mentions, corpus.Sentences, corpus.CoMentions, corpus.Entities);

    /// <summary>The network of records that belong together; an entity without a row is labelled by its id.</summary>
    internal static EntityNetwork Of(
        IEnumerable<Mention> mentions, IEnumerable<Sentence> sentences, IEnumerable<EntityPair> meetings, IEnumerable<Entity> entities)
    {
        var known = entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var nodes = mentions.Where(mention => mention.Entity is not null).GroupBy(mention => mention.Entity!, StringComparer.Ordinal)
            .Select(group => NodeOf(group.Key, known.GetValueOrDefault(group.Key), [.. group]))
            .OrderByDescending(node => node.Mentions).ThenBy(node => node.Id, StringComparer.Ordinal);
        var sentencesOf = meetings.ToLookup(meeting => (meeting.First, meeting.Second));
        var edges = CoMentions.Of(mentions, sentences, minimum: 1)
            .Select(pair => EdgeOf(pair, [.. sentencesOf[(pair.First, pair.Second)]]));
        return new EntityNetwork(nodes.ToDataFrame(), edges.ToDataFrame());
    }

    // A correction may name an entity that the gazetteer lacks; then the mention itself says the type.
    private static EntityNode NodeOf(string id, Entity? entity, Mention[] mentions) => new(
        id,
        entity is null ? id : UnlistedName.LabelOf(entity, Language.English),
        entity?.NameArabic ?? "",
        entity?.Type ?? mentions[0].Type,
        entity?.StateActor ?? "",
        mentions.Length,
        mentions.Select(mention => mention.Document).Distinct(StringComparer.Ordinal).Count());

    private static EntityEdge EdgeOf(CoMention pair, EntityPair[] meetings) => new(
        pair.First, pair.Second, pair.Both, pair.Expected, pair.LogDice, pair.Npmi,
        meetings.Min(meeting => meeting.Published), meetings.Max(meeting => meeting.Published),
        [.. meetings.Select(meeting => meeting.Document).Distinct(StringComparer.Ordinal)]);
}

/// <summary>An entity in an <see cref="EntityNetwork"/>.</summary>
/// <param name="Id">Id of the entity; that of a name which the gazetteer lacks begins with <c>?</c>.</param>
/// <param name="Label">
/// English name; where there is none the Arabic one with its letters in Latin ones, else the id. An asterisk marks a name that the
/// gazetteer lacks.
/// </param>
/// <param name="LabelArabic">Arabic name; empty where the gazetteer has none.</param>
/// <param name="Type">Entity type, such as <c>person</c>.</param>
/// <param name="StateActor">Id of the state actor that it rolls up to; empty where there is none.</param>
/// <param name="Mentions">Number of mentions in the corpus, those in titles included.</param>
/// <param name="Documents">Number of documents that mention it.</param>
public sealed record EntityNode(string Id, string Label, string LabelArabic, string Type, string StateActor, int Mentions, int Documents);

/// <summary>Two entities that meet in sentences of running text.</summary>
/// <param name="First">Gazetteer id that comes first in ordinal order.</param>
/// <param name="Second">Gazetteer id of the other.</param>
/// <param name="Both">Sentences that mention both, a.</param>
/// <param name="Expected">Sentences that would if the two were independent, E.</param>
/// <param name="LogDice">14 + log2 of the Dice coefficient; at most 14.</param>
/// <param name="Npmi">Normalized pointwise mutual information, −1 to 1.</param>
/// <param name="FirstDate">Publication date of the earliest document in which they meet; null where none has a date.</param>
/// <param name="LastDate">Publication date of the latest; null where none has a date.</param>
/// <param name="Documents">Ids of the documents in which they meet, in corpus order.</param>
public sealed record EntityEdge(
    string First, string Second, int Both, double Expected, double LogDice, double Npmi, DateOnly? FirstDate, DateOnly? LastDate,
    IReadOnlyList<string> Documents);
