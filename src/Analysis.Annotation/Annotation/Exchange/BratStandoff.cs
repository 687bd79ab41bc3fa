using System.Globalization;
using System.Text.RegularExpressions;

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
        ArgumentNullException.ThrowIfNull(annotations);
        var text = annotations.Document.Text;
        var offsets = CodePoints(text);
        var (lines, count) = (new List<string>(), 0);

        (string Id, string Surface) Bound(string label, IAnnotation annotation)
        {
            var id = (++count).ToString(CultureInfo.InvariantCulture);
            var parts = Fragment().Matches(text[annotation.Start..annotation.End]);
            var places = string.Join(';', parts.Select(part => annotation.Start + part.Index).Zip(parts, (start, part) =>
                FormattableString.Invariant($"{offsets[start]} {offsets[start + part.Length]}")));
            var surface = string.Join(' ', parts);
            lines.Add($"T{id}\t{label} {places}\t{surface}\n");
            return (id, surface);
        }

        void Note(string id, string note) => lines.Add($"#{id}\tAnnotatorNotes T{id}\t{note}\n");

        foreach (var mention in annotations.Mentions)
        {
            var (id, surface) = Bound(Label(mention.Type), mention);
            if (mention.Metonym == true) lines.Add($"A{id}\tMetonym T{id}\n");
            if (mention.Entity is { } entity) lines.Add($"N{id}\tReference T{id} Gazetteer:{entity}\t{surface}\n");
            Note(id, $"rule={mention.Rule}");
        }

        foreach (var time in annotations.Times)
            Note(Bound(Label(time.Type), time).Id, $"value={time.Value} anchor={time.Anchor} rule={time.Rule}");
        foreach (var found in annotations.Events)
        {
            var roles = $"actors={string.Join(',', found.Actors)} targets={string.Join(',', found.Targets)} place={found.Place}";
            var note = $"date={found.Date} basis={found.DateBasis} {roles} cameo={found.Cameo} rule={found.Rule}";
            Note(Bound(EventLabel(found.Kind), found).Id, note);
        }

        return string.Concat(lines);
    }

    /// <summary>
    /// The file <c>annotation.conf</c> for a folder of these documents: the labels that their annotations use, in ordinal order.
    /// </summary>
    public static string ToBratConfiguration(this IEnumerable<DocumentAnnotations> annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        var labels = annotations.SelectMany(each => each.Mentions.Select(mention => Label(mention.Type))
            .Concat(each.Times.Select(time => Label(time.Type))).Concat(each.Events.Select(found => EventLabel(found.Kind))));
        var entities = string.Concat(labels.Distinct().Order(StringComparer.Ordinal).Select(label => label + "\n"));
        return $"[entities]\n{entities}\n[relations]\n\n[events]\n\n[attributes]\nMetonym\tArg:<ENTITY>\n";
    }

    private static string EventLabel(string kind) => "Event-" + Label(kind);

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
