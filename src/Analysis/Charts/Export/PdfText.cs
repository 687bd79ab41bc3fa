using System.IO.Compression;

namespace Analysis;

/// <summary>
/// Changes the stored text of a PDF by Chromium, so that programs that read it from the places of its letters, as pdftotext does, give it
/// as it was written. They turn the letters that one glyph stands for, such as a letter and its vowel mark, and take a character without a
/// width for a blank.
/// </summary>
internal static partial class PdfText
{
    /// <summary>The PDF with its text stored for such programs; one of another form as it is.</summary>
    public static byte[] Ordered(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var table = text.LastIndexOf("xref\n0 ", StringComparison.Ordinal);
        if (table < 0) return pdf;
        var (ordered, shifts, from) = (new StringBuilder(), new List<(int At, int By)>(), 0);
        for (var found = Stream().Match(text); found.Success; found = Stream().Match(text, from))
        {
            var (start, length) = (found.Index + found.Length, int.Parse(found.Groups["length"].Value, CultureInfo.InvariantCulture));
            var content = Inflate(pdf.AsSpan(start, length));
            var changed = Replacement().Replace(content, Ordered);
            var data = changed == content ? text.Substring(start, length) : Deflate(changed);
            var head = found.Value.Replace(
                $"/Length {length}>>", FormattableString.Invariant($"/Length {data.Length}>>"), StringComparison.Ordinal);
            ordered.Append(text, from, found.Index - from).Append(head).Append(data);
            from = start + length;
            shifts.Add((from, ordered.Length - from));
        }

        int Moved(int place) => place + shifts.LastOrDefault(shift => shift.At <= place).By;
        var places = Place().Replace(text[table..], place =>
            Moved(int.Parse(place.Value, CultureInfo.InvariantCulture)).ToString($"D{place.Length}", CultureInfo.InvariantCulture));
        ordered.Append(text, from, table - from).Append(places);
        return Encoding.Latin1.GetBytes(ordered.ToString());
    }

    private static string Ordered(Match replacement)
    {
        string[] letters = [.. replacement.Groups["letter"].Captures.Select(letter => letter.Value)];
        var glyphs = replacement.Groups["glyphs"];
        // Isolates and invisible places to break.
        if (letters is ["2066" or "2067" or "2068" or "2069" or "200B"])
            return $"/Span BMC\n{Glyph().Replace(glyphs.Value, "<> Tj")}EMC";
        // A mark of a direction has no width, and lies a little before the letter at its place; not where it sets a place of its own.
        if (letters is ["200E" or "200F"] && !glyphs.Value.Contains(" Tm", StringComparison.Ordinal))
            return $"{Opened(letters)}-0.05 0 Td 1 Tz\n{glyphs.Value}100 Tz 0.05 0 Td\nEMC";
        return letters.Length > 1 && letters.All(letter => ShownText.IsRightToLeft(Convert.ToInt32(letter, 16)))
            ? $"{Opened(letters.Reverse())}{glyphs.Value}EMC" : replacement.Value;
    }

    private static string Opened(IEnumerable<string> letters) => $"/Span<</ActualText <FEFF{string.Concat(letters)}> >> BDC\n";

    private static string Inflate(ReadOnlySpan<byte> data)
    {
        using var stream = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static string Deflate(string content)
    {
        using var data = new MemoryStream();
        using (var stream = new ZLibStream(data, CompressionLevel.Optimal)) stream.Write(Encoding.Latin1.GetBytes(content));
        return Encoding.Latin1.GetString(data.ToArray());
    }

    /// <summary>The head of a compressed stream without a type: the content of a page, or of a part of it.</summary>
    [GeneratedRegex(@"<</Filter /FlateDecode\n/Length (?<length>\d+)>> stream\n")]
    private static partial Regex Stream();

    /// <summary>Glyphs, and the letters that they stand for.</summary>
    [GeneratedRegex(@"/Span<</ActualText <FEFF(?<letter>[0-9A-F]{4})+> >> BDC\n(?<glyphs>.*?)EMC", RegexOptions.Singleline)]
    private static partial Regex Replacement();

    [GeneratedRegex("<[0-9A-F]+> Tj")]
    private static partial Regex Glyph();

    /// <summary>The place of an object or of the table of them.</summary>
    [GeneratedRegex(@"\d{10}(?= 00000 n)|(?<=startxref\n)\d+")]
    private static partial Regex Place();
}
