namespace Analysis;

/// <summary>A spelling that was counted as an entity.</summary>
/// <param name="Entity">Gazetteer id.</param>
/// <param name="Surface">The spelling as written in the texts, with plain spaces.</param>
/// <param name="Count">Number of mentions.</param>
/// <param name="Documents">Number of documents with at least one mention.</param>
/// <param name="Level">How the spelling matches a name of the gazetteer: <c>Exact</c>; or the lowest <see cref="NormalizationLevel"/> at
/// which the two are equal (<c>Stem</c> if a proclitic absorbed the alef of the article); or <c>Spelling</c> if they match by the table
/// of spellings, by a compound written as one word or by symbols inside; otherwise the rule that made the mentions.</param>
/// <param name="Doubtful">Whether a person should review it.</param>
/// <param name="Why">The reasons for doubt, separated by <c>;</c>; empty if there are none.</param>
public sealed record Merge(string Entity, string Surface, int Count, int Documents, string Level, bool Doubtful, string Why);

/// <summary>A spelling that no certain mention of an entity covers and that resembles a listed name.</summary>
/// <param name="Surface">The spelling, without proclitics.</param>
/// <param name="Entity">Gazetteer id of the entity whose name it resembles most.</param>
/// <param name="Name">That name.</param>
/// <param name="Distance">Edit distance between the two search keys (insertions,
/// deletions, substitutions, adjacent transpositions): 1 or 2.</param>
/// <param name="Count">Number of occurrences.</param>
/// <param name="Documents">Number of documents that contain it.</param>
/// <param name="Document">Id of the first document that contains it.</param>
/// <param name="Example">The first sentence that contains it.</param>
public sealed record LookAlike(
    string Surface, string Entity, string Name, int Distance, int Count, int Documents, string Document, string Example);
