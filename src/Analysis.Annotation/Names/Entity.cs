namespace Analysis;

/// <summary>One row of the gazetteer <c>corpus/entities.tsv</c>.</summary>
/// <param name="Id">Unique id in kebab case.</param>
/// <param name="Type">Entity type, such as <c>person</c> or <c>armed-group</c>; see <c>corpus/gold/GUIDELINES.md</c> §1.</param>
/// <param name="NameArabic">Arabic name.</param>
/// <param name="NameEnglish">English name.</param>
/// <param name="StateActor">Id of the state actor to which it belongs, such as <c>usa</c>
/// for <c>us-forces</c>; a state belongs to itself; empty if there is none.</param>
public sealed record Entity(string Id, string Type, string NameArabic, string NameEnglish, string StateActor);
