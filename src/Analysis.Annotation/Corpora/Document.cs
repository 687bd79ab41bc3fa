using System.Globalization;

namespace Analysis;

/// <summary>One text of a corpus as it stands on disk, with what its manifest says of it. The text is never altered.</summary>
/// <param name="Id">The manifest's id, else the file name up to its first <c>.</c> or <c>_</c>; unique in a corpus.</param>
/// <param name="Text">The raw text, every character kept. All offsets count its UTF-16 code units; a byte order mark, if the file has one,
/// is the first of them.</param>
/// <param name="Published">Publication date; null when it is not known.</param>
/// <param name="PublishedInterval">EDTF interval in which the publication date certainly lies; where none is given, the publication date itself; empty when
/// neither is known.</param>
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
    string File = "")
{
    /// <summary>EDTF interval in which the publication date certainly lies; where none is given, the publication date itself; empty when neither is known.</summary>
    public string PublishedInterval { get; init; } =
        PublishedInterval.Length > 0 ? PublishedInterval : Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>
    /// Reads a document from a JSON object <c>{"id","text","date","title"}</c>: <c>id</c> and <c>text</c> are strings and must be there,
    /// <c>date</c> is <c>YYYY-MM-DD</c>, <c>date</c> and <c>title</c> may be null or left out. Other properties are not read.
    /// </summary>
    /// <exception cref="FormatException">This is not such an object; the message says what was found and what is expected.</exception>
    public static Document FromJson(string json) => DocumentJson.Parse(json);

    /// <summary>The id of a file that no manifest names: its name up to the first <c>.</c> or <c>_</c>.</summary>
    internal static string IdOf(string file)
    {
        var name = Path.GetFileName(file);
        var end = name.AsSpan().IndexOfAny('.', '_');
        return end < 0 ? name : name[..end];
    }

    /// <summary>Whether a text can be an id: it is written into one field of one line of every table.</summary>
    internal static bool IsId(string id)
    {
        foreach (var letter in id)
        {
            if (char.IsControl(letter)) return false;
        }

        return id.Length > 0 && !char.IsWhiteSpace(id[0]) && !char.IsWhiteSpace(id[^1]);
    }
}
