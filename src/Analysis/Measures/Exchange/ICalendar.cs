using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analysis;

/// <summary>Writes chronologies as iCalendar (RFC 5545), which calendar programs read.</summary>
public static class ICalendar
{
    private const int LineOctets = 75;

    /// <summary>
    /// Writes an all-day event for each entry whose date has a first and a last day. No clock is read: an event's stamp is its document's date, or its
    /// own first day where the document has none, and its UID is made of its content, so that the same chronology is the same file.
    /// The stream stays open.
    /// </summary>
    /// <param name="chronology">The entries.</param>
    /// <param name="output">Where the text goes, UTF-8, lines ending with CRLF.</param>
    /// <param name="title">Name of the calendar.</param>
    /// <returns>How many entries were written, and how many have no date or one that is open.</returns>
    public static ChronologyCounts WriteICalendar(this DataFrame<ChronologyEntry> chronology, Stream output, string title)
    {
        ArgumentNullException.ThrowIfNull(chronology);
        ArgumentNullException.ThrowIfNull(title);
        var written = 0;
        Line(output, "BEGIN:VCALENDAR");
        Line(output, "VERSION:2.0");
        Line(output, "PRODID:-//Analysis//Chronology//EN");
        Line(output, "CALSCALE:GREGORIAN");
        Line(output, "X-WR-CALNAME:" + Escape(title));
        foreach (var entry in chronology.Rows)
        {
            // The end is the day after the last one, and the calendar ends with the year 9999.
            if (entry.Earliest is not { } first || entry.Latest is not { } last || last == DateOnly.MaxValue) continue;
            Write(output, entry, first, last.AddDays(1));
            written++;
        }

        Line(output, "END:VCALENDAR");
        return new(written, chronology.Count - written);
    }

    private static void Write(Stream output, ChronologyEntry entry, DateOnly first, DateOnly end)
    {
        Line(output, "BEGIN:VEVENT");
        Line(output, "UID:" + UidOf(entry));
        Line(output, $"DTSTAMP:{Day(entry.Published ?? first)}T000000Z");
        Line(output, "DTSTART;VALUE=DATE:" + Day(first));
        Line(output, "DTEND;VALUE=DATE:" + Day(end));
        Line(output, "SUMMARY:" + Escape(entry.Headline));
        Line(output, "DESCRIPTION:" + Escape($"{entry.Text}\n{DateWords.Of(Edtf.Parse(entry.Date))}; document {entry.Document}"));
        if (entry.Place.Length > 0) Line(output, "LOCATION:" + Escape(entry.Place));
        if (entry.Kind.Length > 0) Line(output, "CATEGORIES:" + Escape(entry.Kind));
        Line(output, "TRANSP:TRANSPARENT");
        Line(output, "END:VEVENT");
    }

    // Ids are unique in one corpus only; with the text hashed in, calendars of several can be joined.
    private static string UidOf(ChronologyEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{entry.Id}\n{entry.Date}\n{entry.Text}")).AsSpan(0, 16));

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A text value (RFC 5545 §3.3.11): backslash, semicolon, comma and line ends get a backslash; other control characters become blanks.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter is '\\' or ';' or ',') escaped.Append('\\').Append(letter);
            else if (letter == '\n') escaped.Append("\\n");
            else escaped.Append(char.IsControl(letter) && letter != '\t' ? ' ' : letter);
        }

        return escaped.ToString();
    }

    /// <summary>Writes a content line in pieces of at most 75 octets, each but the first behind a blank, none ending inside a character (RFC 5545 §3.1).</summary>
    internal static void Line(Stream output, string line)
    {
        Span<byte> octets = stackalloc byte[4];
        var room = LineOctets;
        foreach (var rune in line.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(octets);
            if (count > room)
            {
                output.Write("\r\n "u8);
                room = LineOctets - 1;
            }

            output.Write(octets[..count]);
            room -= count;
        }

        output.Write("\r\n"u8);
    }
}
