using System.Buffers;

namespace Analysis;

/// <summary>One text of a corpus exactly as stored on disk, with its metadata from the manifest.</summary>
/// <param name="Id">The id from the manifest, else the file name up to its first <c>.</c> or <c>_</c>; unique in a corpus.</param>
/// <param name="Text">The raw text with every character. All offsets count its
/// UTF-16 code units, including a byte order mark at the beginning.</param>
/// <param name="Published">Publication date; null if it is unknown.</param>
/// <param name="PublishedInterval">EDTF interval that certainly contains the publication
/// date. Default: the publication date, or empty if that is unknown.</param>
/// <param name="PublishedBasis">How the date is known, such as <c>given</c> or <c>inferred from the events it reports</c>.</param>
/// <param name="Title">Title in the document's language; empty if there is none.</param>
/// <param name="TitleEnglish">Title in English; empty if there is none.</param>
/// <param name="Language">BCP 47 language tag, such as <c>ar</c>.</param>
/// <param name="DateRationale">The reasons for the date; empty if the date is given.</param>
/// <param name="File">File of the text, relative to the corpus folder; empty if the text was read from a stream.</param>
/// <param name="Outlet">Who published the text; empty if that is unknown.</param>
public sealed record Document(
    string Id, string Text, DateOnly? Published = null, string PublishedInterval = "", string PublishedBasis = "", string Title = "",
    string TitleEnglish = "", string Language = "ar", string DateRationale = "", string File = "", string Outlet = "")
{
    /// <summary>
    /// EDTF interval that certainly contains the publication date. Default: the publication date, or empty if that is unknown.
    /// </summary>
    public string PublishedInterval { get; init; } =
        PublishedInterval.Length > 0 ? PublishedInterval : Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The id of a file without a manifest: its name up to the first <c>.</c> or <c>_</c>.</summary>
    internal static string IdOf(string file) => Path.GetFileName(file).Split('.', '_')[0];

    /// <summary>Reads a date such as <c>2020-01-03</c>.</summary>
    internal static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    // All but white space; those of Latin-1 are read as letters of a damaged text.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(letter => char.IsControl(letter) && !char.IsWhiteSpace(letter))]);

    private static readonly string[] Pages = ["<!doctype html", "<html"];

    /// <summary>What an id is, for messages.</summary>
    internal const string ExpectedId = "a name without blanks at its ends and without control characters";

    /// <summary>Whether a text can be an id. Ids must fit into one field on one line of every table.</summary>
    internal static bool IsId(string id) => id.Length > 0 && id.Length == id.Trim().Length && !id.Any(char.IsControl);

    /// <summary>A warning that the text is probably not what its author wrote; null if nothing is suspicious.</summary>
    internal string? Doubt() => Problem() is { } problem ? $"document {Id}: {problem}" : null;

    /// <summary>As <see cref="Doubt"/>, the same words for every document that has the problem.</summary>
    internal string? Problem()
    {
        var start = Text.TrimStart('\uFEFF').TrimStart();
        return start.Length == 0 ? "the text is empty"
            : Text.Contains('\0', StringComparison.Ordinal)
                ? "character U+0000 found, as in UTF-16 without a byte order mark; UTF-8 expected"
            : Text.AsSpan().IndexOfAny(Controls) is >= 0 and var at
                ? FormattableString.Invariant($"control character U+{(int)Text[at]:X4} found, plain text expected")
            : Pages.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                ? "the text is an HTML page, whose markup and scripts are read as words; plain text expected" : null;
    }
}
