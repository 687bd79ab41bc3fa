namespace Analysis;

/// <summary>A named entity mentioned in a text; types as in <c>corpus/gold/GUIDELINES.md</c> §1.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Sentence">0-based index of the sentence that holds it.</param>
/// <param name="Start">First UTF-16 code unit in the raw text.</param>
/// <param name="End">Behind the last UTF-16 code unit.</param>
/// <param name="Surface">The raw text of the span.</param>
/// <param name="Entity">Gazetteer id; null for a name that no gazetteer row covers.</param>
/// <param name="Type">Entity type, such as <c>person</c> or <c>armed-group</c>.</param>
/// <param name="Metonym">On capitals only: true where the name stands for the government; null on every other type.</param>
/// <param name="Rule">What made the annotation.</param>
public sealed record Mention(
    string Document, int Sentence, int Start, int End, string Surface, string? Entity, string Type, bool? Metonym, string Rule);

/// <summary>A time expression; types and values as in <c>corpus/gold/GUIDELINES.md</c> §2.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Sentence">0-based index of the sentence that holds it.</param>
/// <param name="Start">First UTF-16 code unit in the raw text.</param>
/// <param name="End">Behind the last UTF-16 code unit.</param>
/// <param name="Surface">The raw text of the span.</param>
/// <param name="Type"><c>DATE</c>, <c>DURATION</c> or <c>SET</c>.</param>
/// <param name="Value">EDTF / ISO 8601 value, or <c>PAST_REF</c>, <c>PRESENT_REF</c>, <c>FUTURE_REF</c>.</param>
/// <param name="Anchor"><c>absolute</c>, <c>dct</c>, <c>narrative</c> or <c>none</c>.</param>
/// <param name="Rule">The grammar rule that made the annotation.</param>
public sealed record TimeExpression(
    string Document, int Sentence, int Start, int End, string Surface, string Type, string Value, string Anchor, string Rule)
{
    /// <summary>The value as a date; null where it is none: a duration, a set or a <c>*_REF</c>.</summary>
    public Edtf? ToEdtf() => Edtf.TryParse(Value, out var date) ? date : null;
}

/// <summary>An event that a text reports; kinds and dates as in <c>corpus/gold/GUIDELINES.md</c> §3.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Sentence">0-based index of the sentence in which it starts.</param>
/// <param name="Start">First UTF-16 code unit of the reporting clause.</param>
/// <param name="End">Behind the last UTF-16 code unit.</param>
/// <param name="Kind">Kind of event, such as <c>attack</c>.</param>
/// <param name="Date">EDTF date or interval.</param>
/// <param name="DateBasis"><c>stated</c>, <c>dct</c>, <c>narrative</c> or <c>background</c>; <c>none</c> where nothing dates it.</param>
/// <param name="Actors">Gazetteer ids of those who act, in text order.</param>
/// <param name="Targets">Gazetteer ids of those acted upon, in text order.</param>
/// <param name="Place">Gazetteer id of the place; empty when none is named.</param>
/// <param name="Cameo">CAMEO code.</param>
/// <param name="Goldstein">Goldstein value of the CAMEO code, −10 to 10.</param>
/// <param name="Plover">PLOVER category.</param>
/// <param name="Rule">The trigger rule that made the annotation.</param>
public sealed record Event(
    string Document, int Sentence, int Start, int End, string Kind, string Date, string DateBasis,
    IReadOnlyList<string> Actors, IReadOnlyList<string> Targets, string Place,
    string Cameo, double Goldstein, string Plover, string Rule);
