namespace Analysis;

/// <summary>One text of a corpus as it stands on disk, with what its manifest says of it. The text is never altered.</summary>
/// <param name="Id">The manifest's id; unique in a corpus.</param>
/// <param name="Text">The raw text, every character kept.</param>
/// <param name="Published">Publication date; null when it is not known.</param>
/// <param name="PublishedInterval">EDTF interval in which the publication date certainly lies; empty when unknown.</param>
/// <param name="PublishedBasis">How the date is known, such as <c>given</c> or <c>inferred from the events it reports</c>.</param>
/// <param name="Title">Title in the document's language; empty when it has none.</param>
/// <param name="TitleEnglish">Title in English; empty when there is none.</param>
/// <param name="Language">BCP 47 language tag, such as <c>ar</c>.</param>
/// <param name="DateRationale">Why the date is taken to be what it is; empty when it is given.</param>
/// <param name="File">File the text was read from, relative to the corpus folder; empty for a text that came from a stream.</param>
public sealed record Document(
    string Id,
    string Text,
    DateOnly? Published = null,
    string PublishedInterval = "",
    string PublishedBasis = "",
    string Title = "",
    string TitleEnglish = "",
    string Language = "ar",
    string DateRationale = "",
    string File = "");
