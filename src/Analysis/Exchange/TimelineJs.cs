using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analysis;

/// <summary>Writes chronologies as the JSON of TimelineJS 3 (Knight Lab, timeline.knightlab.com).</summary>
public static class TimelineJs
{
    // What TimelineJS shows as HTML is escaped here, once; JSON itself need not escape it again.
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>
    /// Writes a slide for each entry that has a date: only the parts of a date that are known stand in it, the kind is the group, the
    /// sentence the text. Dates that those parts alone would misstate (approximate, open, a season, a week, a part of a day) come with
    /// words to be shown in their place. The stream stays open.
    /// </summary>
    /// <param name="chronology">The entries.</param>
    /// <param name="output">Where the text goes, UTF-8.</param>
    /// <param name="title">Headline of the title slide.</param>
    /// <returns>How many entries were written, and how many have no date.</returns>
    public static ChronologyCounts WriteTimelineJs(this IReadOnlyCollection<ChronologyEntry> chronology, Stream output, string title)
    {
        var written = 0;
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("title");
            WriteText(json, Html(title), "");
            json.WriteEndObject();
            json.WriteStartArray("events");
            foreach (var entry in chronology)
            {
                if (!Edtf.TryParse(entry.Date, out var date)) continue;
                Write(json, entry, date);
                written++;
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return new(written, chronology.Count - written);
    }

    private static void Write(Utf8JsonWriter json, ChronologyEntry entry, Edtf date)
    {
        var (first, last) = date.IsInterval ? DateWords.Ends(date.ToString()) : (date.ToString(), date.ToString());
        json.WriteStartObject();
        json.WriteString("unique_id", UniqueId(entry.Id));
        json.WriteString("group", Html(entry.Kind));

        // TimelineJS needs a start; of an interval without one it is the end.
        WriteDate(json, "start_date", Edtf.Parse(first == ".." ? last : first), end: false);
        var isOpen = first == ".." || last == "..";
        if (!isOpen && (date.IsInterval || HasLength(date.Precision))) WriteDate(json, "end_date", Edtf.Parse(last), end: true);
        if (date.IsApproximate || isOpen || NeedsWords(first) || NeedsWords(last)) json.WriteString("display_date", DateWords.Of(date));
        WriteText(json, Html(entry.Headline), $"<p dir=\"auto\">{Html(entry.Text)}</p><p>{Html(Source(entry))}</p>");
        json.WriteEndObject();
    }

    private static string Source(ChronologyEntry entry) =>
        $"Document {entry.Document}" + (entry.Published is { } day ? ", " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");

    private static void WriteText(Utf8JsonWriter json, string headline, string text)
    {
        json.WriteStartObject("text");
        json.WriteString("headline", headline);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, string name, Edtf point, bool end)
    {
        var day = (end ? point.Latest : point.Earliest)!.Value;
        json.WriteStartObject(name);
        json.WriteNumber("year", day.Year);
        if (point.Precision >= EdtfPrecision.Season) json.WriteNumber("month", day.Month);
        if (point.Precision >= EdtfPrecision.Week) json.WriteNumber("day", day.Day);
        if (point.Precision == EdtfPrecision.Minute)
        {
            var clock = point.ToString().AsSpan(11, 5);
            json.WriteNumber("hour", int.Parse(clock[..2], NumberStyles.None, CultureInfo.InvariantCulture));
            json.WriteNumber("minute", int.Parse(clock[3..], NumberStyles.None, CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }

    // A year, a month and a day are dates of TimelineJS; a longer stretch needs its end.
    private static bool HasLength(EdtfPrecision precision) =>
        precision is EdtfPrecision.Century or EdtfPrecision.Decade or EdtfPrecision.Season or EdtfPrecision.Week;

    private static bool NeedsWords(string point) =>
        Edtf.TryParse(point, out var date) && (HasLength(date.Precision) || date.Precision == EdtfPrecision.PartOfDay);

    // It becomes part of an address and of an element's id.
    private static string UniqueId(string id)
    {
        var safe = new StringBuilder(id.Length);
        foreach (var letter in id)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '-') safe.Append(letter);
            else safe.Append(CultureInfo.InvariantCulture, $"_{(int)letter:x4}");
        }

        return safe.ToString();
    }

    private static string Html(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
}

/// <summary>How many entries of a chronology a format could hold.</summary>
/// <param name="Written">Entries written.</param>
/// <param name="LeftOut">Entries whose dates the format cannot express.</param>
public readonly record struct ChronologyCounts(int Written, int LeftOut);
