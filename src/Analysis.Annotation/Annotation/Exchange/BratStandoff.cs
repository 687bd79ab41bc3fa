using System.Globalization;
using System.Text;

namespace Analysis;

/// <summary>
/// Exports annotations to the stand-off format of brat (<c>.ann</c> beside <c>.txt</c>), so that they can be viewed and corrected in that
/// editor. Each annotation is a text-bound line <c>T</c>. Metonymy is an attribute line <c>A</c>, the gazetteer id a normalization line
/// <c>N</c>, and everything for which brat has no field a note line <c>#</c>. Offsets count Unicode code points, as in brat. An
/// annotation that spans several lines is written as one fragment per line.
/// </summary>
public static class BratStandoff
{
    /// <summary>The <c>.ann</c> file of one document. The matching <c>.txt</c> file is the document's raw text.</summary>
    public static string ToBratStandoff(this DocumentAnnotations annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        var text = annotations.Document.Text;
        var offsets = CodePoints(text);
        var lines = new StringBuilder();
        var (bounds, attributes, norms, notes) = (0, 0, 0, 0);

        void Bound(string label, int start, int end) => lines.Append(CultureInfo.InvariantCulture,
            $"T{++bounds}\t{label} {Offsets(text, offsets, start, end)}\t{Surface(text, start, end)}\n");
        void Note(string note) => lines.Append(CultureInfo.InvariantCulture, $"#{++notes}\tAnnotatorNotes T{bounds}\t{note}\n");

        foreach (var mention in annotations.Mentions)
        {
            Bound(Label(mention.Type), mention.Start, mention.End);
            if (mention.Metonym == true) lines.Append(CultureInfo.InvariantCulture, $"A{++attributes}\tMetonym T{bounds}\n");
            if (mention.Entity is { } entity)
                lines.Append(CultureInfo.InvariantCulture, $"N{++norms}\tReference T{bounds} Gazetteer:{entity}\t{Surface(text, mention.Start, mention.End)}\n");
            Note($"rule={mention.Rule}");
        }

        foreach (var time in annotations.Times)
        {
            Bound(Label(time.Type), time.Start, time.End);
            Note($"value={time.Value} anchor={time.Anchor} rule={time.Rule}");
        }

        foreach (var happening in annotations.Events)
        {
            Bound(EventLabel(happening.Kind), happening.Start, happening.End);
            Note($"date={happening.Date} basis={happening.DateBasis} actors={string.Join(',', happening.Actors)} targets={string.Join(',', happening.Targets)} place={happening.Place} cameo={happening.Cameo} rule={happening.Rule}");
        }

        return lines.ToString();
    }

    /// <summary>
    /// The file <c>annotation.conf</c> for a folder of these documents: the labels that their annotations use, in ordinal order.
    /// </summary>
    public static string ToBratConfiguration(this IEnumerable<DocumentAnnotations> annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        var labels = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in annotations)
        {
            labels.UnionWith(document.Mentions.Select(mention => Label(mention.Type)));
            labels.UnionWith(document.Times.Select(time => Label(time.Type)));
            labels.UnionWith(document.Events.Select(happening => EventLabel(happening.Kind)));
        }

        return $"[entities]\n{string.Concat(labels.Select(label => label + "\n"))}\n[relations]\n\n[events]\n\n[attributes]\nMetonym\tArg:<ENTITY>\n";
    }

    private static string EventLabel(string kind) => "Event-" + Label(kind);

    // brat labels consist of letters, digits and hyphens, and are capitalized by convention: armed-group becomes Armed-group.
    private static string Label(string type) => type.Length == 0 ? "Unknown" : char.ToUpperInvariant(type[0]) + type[1..].ToLowerInvariant();

    // Number of code points before each UTF-16 code unit.
    private static int[] CodePoints(string text)
    {
        var offsets = new int[text.Length + 1];
        for (var at = 0; at < text.Length; at++)
        {
            var inPair = at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
            offsets[at + 1] = offsets[at] + (inPair ? 0 : 1);
        }

        return offsets;
    }

    private static string Offsets(string text, int[] offsets, int start, int end) => string.Join(
        ';', Fragments(text, start, end).Select(part => string.Create(CultureInfo.InvariantCulture, $"{offsets[part.Start]} {offsets[part.End]}")));

    // brat expects the fragments of an annotation, joined by one space.
    private static string Surface(string text, int start, int end) => string.Join(' ', Fragments(text, start, end).Select(part => text[part.Start..part.End]));

    private static IEnumerable<(int Start, int End)> Fragments(string text, int start, int end)
    {
        var from = start;
        for (var at = start; at <= end; at++)
        {
            if (at < end && text[at] is not ('\n' or '\r')) continue;
            if (at > from) yield return (from, at);
            from = at + 1;
        }
    }
}
