namespace Analysis;

/// <summary>A spelling that was counted as an entity.</summary>
/// <param name="Entity">Gazetteer id.</param>
/// <param name="Surface">The spelling, as the texts have it; blanks are plain.</param>
/// <param name="Count">Number of mentions.</param>
/// <param name="Documents">Number of documents with one.</param>
/// <param name="Level">Where the spelling meets a name of the gazetteer: <c>Exact</c>; else the lowest <see cref="NormalizationLevel"/> at which they
/// are the same (<c>Stem</c> where the article lost its alef to a proclitic); else <c>Spelling</c> by the table of spellings, compounds
/// written as one word, or signs inside; else the rule that made the mentions.</param>
/// <param name="Doubtful">Whether a person should look at it.</param>
/// <param name="Why">What is doubtful about it, reasons separated by <c>;</c>; empty where nothing is.</param>
public sealed record Merge(string Entity, string Surface, int Count, int Documents, string Level, bool Doubtful, string Why);

/// <summary>A frequent spelling that no mention of an entity covers and that is close to a listed name.</summary>
/// <param name="Surface">The spelling, without proclitics.</param>
/// <param name="Entity">Gazetteer id of the entity whose name it resembles most.</param>
/// <param name="Name">That name.</param>
/// <param name="Distance">Letters to be inserted, deleted, replaced or swapped with their neighbour to get from one search key to the other: 1 or 2.</param>
/// <param name="Count">How often it stands in the texts.</param>
/// <param name="Documents">Number of documents that hold it.</param>
/// <param name="Document">Id of the first document that holds it.</param>
/// <param name="Example">The first sentence that holds it.</param>
public sealed record LookAlike(string Surface, string Entity, string Name, int Distance, int Count, int Documents, string Document, string Example);
