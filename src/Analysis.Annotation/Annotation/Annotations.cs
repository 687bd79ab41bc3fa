namespace Analysis;

/// <summary>What mentions, times and events have in common.</summary>
internal interface IAnnotation
{
    /// <summary>Start offset in the raw text, in UTF-16 code units.</summary>
    int Start { get; }

    /// <summary>End offset, exclusive.</summary>
    int End { get; }

    /// <summary>Place in text order: by the start; of two that start together the longer one comes first.</summary>
    long Order => ((long)Start << 32) - End;
}

/// <summary>A named entity mentioned in a text. Types are defined in <c>corpus/gold/GUIDELINES.md</c> §1.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Sentence">0-based index of the sentence that contains it.</param>
/// <param name="Start">Start offset in the raw text, in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Surface">The raw text of the span.</param>
/// <param name="Entity">Gazetteer id; null for a name that is not in the gazetteer.</param>
/// <param name="Type">Entity type, such as <c>person</c> or <c>armed-group</c>.</param>
/// <param name="Metonym">For capitals, whether the name stands for the government; null for every other type.</param>
/// <param name="Rule">The rule that made the annotation.</param>
public sealed record Mention(
    string Document, int Sentence, int Start, int End, string Surface, string? Entity, string Type, bool? Metonym, string Rule)
    : IAnnotation;

/// <summary>A time expression. Types and values are defined in <c>corpus/gold/GUIDELINES.md</c> §2.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Sentence">0-based index of the sentence that contains it.</param>
/// <param name="Start">Start offset in the raw text, in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Surface">The raw text of the span.</param>
/// <param name="Type"><c>DATE</c>, <c>DURATION</c> or <c>SET</c>.</param>
/// <param name="Value">EDTF / ISO 8601 value, or <c>PAST_REF</c>, <c>PRESENT_REF</c>, <c>FUTURE_REF</c>.</param>
/// <param name="Anchor"><c>absolute</c>, <c>dct</c>, <c>narrative</c> or <c>none</c>.</param>
/// <param name="Rule">The grammar rule that made the annotation.</param>
public sealed record TimeExpression(
    string Document, int Sentence, int Start, int End, string Surface, string Type, string Value, string Anchor, string Rule) : IAnnotation;

/// <summary>An event that a text reports. Kinds and dates are defined in <c>corpus/gold/GUIDELINES.md</c> §3.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Sentence">0-based index of the sentence in which it starts.</param>
/// <param name="Start">Start offset of the reporting clause in the raw text, in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Kind">Kind of event, such as <c>attack</c>.</param>
/// <param name="Date">EDTF date or interval.</param>
/// <param name="DateBasis"><c>stated</c>, <c>dct</c>, <c>narrative</c>,
/// <c>background</c> or <c>landmark</c> (see <see cref="Landmarks"/>); <c>none</c> if nothing dates the event.</param>
/// <param name="Actors">Gazetteer ids of those who act, in text order.</param>
/// <param name="Targets">Gazetteer ids of those acted upon, in text order.</param>
/// <param name="Place">Gazetteer id of the place; empty if none is named.</param>
/// <param name="Cameo">CAMEO code.</param>
/// <param name="Goldstein">Goldstein value of the CAMEO code, −10 to 10.</param>
/// <param name="Plover">PLOVER category.</param>
/// <param name="Rule">The trigger rule that made the annotation.</param>
public sealed record Event(string Document, int Sentence, int Start, int End, string Kind, string Date, string DateBasis,
    IReadOnlyList<string> Actors, IReadOnlyList<string> Targets, string Place, string Cameo,
    double Goldstein, string Plover, string Rule) : IAnnotation;
