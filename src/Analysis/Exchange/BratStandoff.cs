namespace Analysis;

/// <summary>
/// Exports annotations to the stand-off format of brat (<c>.ann</c> beside <c>.txt</c>), so that they can be viewed and corrected in that
/// editor. Each annotation is a text-bound line <c>T</c>. Metonymy is an attribute line <c>A</c>, the gazetteer id a normalization line
/// <c>N</c>, and everything for which brat has no field a note line <c>#</c>. Offsets count Unicode code points, as in brat. An
/// annotation that spans several lines is written as one fragment per line.
/// </summary>
public static partial class BratStandoff
{
    /// <summary>The <c>.ann</c> file of one document. The matching <c>.txt</c> file is the document's raw text.</summary>
    public static string ToBratStandoff(this DocumentAnnotations annotations)
    {
        var offsets = CodePoints(annotations.Document.Text);
        return string.Concat(Marks(annotations).Select((mark, index) => Lines(annotations.Document.Text, offsets, mark, index + 1)));
    }

    /// <summary>
    /// The file <c>annotation.conf</c> for a folder of these documents: the labels that their annotations use, in ordinal order.
    /// </summary>
    public static string ToBratConfiguration(this IEnumerable<DocumentAnnotations> annotations)
    {
        var labels = annotations.SelectMany(Marks).Select(mark => mark.Label).Distinct().Order(StringComparer.Ordinal);
        var entities = string.Concat(labels.Select(label => label + "\n"));
        return $"[entities]\n{entities}\n[relations]\n\n[events]\n\n[attributes]\nMetonym\tArg:<ENTITY>\n";
    }

    // The annotations with their labels and notes.
    private static IEnumerable<(IAnnotation Annotation, string Label, string Note)> Marks(DocumentAnnotations annotations) =>
    [
        .. annotations.Mentions.Select(it => ((IAnnotation)it, Label(it.Type), $"rule={it.Rule}")),
        .. annotations.Times.Select(it => (it, Label(it.Type), $"value={it.Value} anchor={it.Anchor} rule={it.Rule}")),
        .. annotations.Events.Select(it => (it, "Event-" + Label(it.Kind), $"date={it.Date} basis={it.DateBasis} actors="
            + $"{string.Join(',', it.Actors)} targets={string.Join(',', it.Targets)} place={it.Place} cameo={it.Cameo} rule={it.Rule}")),
    ];

    private static string Lines(string text, int[] offsets, (IAnnotation Annotation, string Label, string Note) mark, int number)
    {
        var (start, end, id) = (mark.Annotation.Start, mark.Annotation.End, number.ToString(CultureInfo.InvariantCulture));
        var parts = Fragment().Matches(text[start..end]);
        var places = string.Join(';', parts.Select(part => FormattableString.Invariant(
            $"{offsets[start + part.Index]} {offsets[start + part.Index + part.Length]}")));
        var surface = string.Join(' ', parts);
        var metonym = mark.Annotation is Mention { Metonym: true } ? $"A{id}\tMetonym T{id}\n" : "";
        var entity = mark.Annotation is Mention { Entity: { } known } ? $"N{id}\tReference T{id} Gazetteer:{known}\t{surface}\n" : "";
        return $"T{id}\t{mark.Label} {places}\t{surface}\n{metonym}{entity}#{id}\tAnnotatorNotes T{id}\t{mark.Note}\n";
    }

    // brat labels consist of letters, digits and hyphens, and are capitalized by convention: armed-group becomes Armed-group.
    private static string Label(string type) =>
        type.Length == 0 ? "Unknown" : char.ToUpperInvariant(type[0]) + type[1..].ToLowerInvariant();

    // Number of code points before each UTF-16 code unit.
    private static int[] CodePoints(string text)
    {
        var offsets = new int[text.Length + 1];
        for (var at = 0; at < text.Length; at++) offsets[at + 1] = offsets[at] + (at > 0 && char.IsSurrogatePair(text, at - 1) ? 0 : 1);
        return offsets;
    }

    [GeneratedRegex("[^\r\n]+")]
    private static partial Regex Fragment();
}
