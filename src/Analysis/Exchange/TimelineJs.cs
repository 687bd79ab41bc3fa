namespace Analysis;

/// <summary>Writes chronologies as the JSON of TimelineJS 3 (Knight Lab, timeline.knightlab.com).</summary>
public static class TimelineJs
{
    /// <summary>
    /// Writes a slide for each entry that has a date: only the parts of a date that are known stand in it, the kind is the group, the
    /// sentence the text. Dates that those parts alone would misstate (approximate, open, a season, a week, a part of a day) come with
    /// words to be shown in their place. The stream stays open.
    /// </summary>
    /// <param name="chronology">The entries.</param>
    /// <param name="output">Where the text goes, UTF-8.</param>
    /// <param name="title">Headline of the title slide.</param>
    /// <param name="text">What the title slide says below it, as plain text.</param>
    /// <param name="era">A time to be marked on the axis, and its name; null for none.</param>
    /// <param name="documentName">Turns a document's id into the words that stand for it; default: the id.</param>
    /// <param name="language">Language of the words for dates and kinds; default: English.</param>
    /// <returns>How many entries were written, and how many have no date.</returns>
    public static ChronologyCounts WriteTimelineJs(this IReadOnlyCollection<ChronologyEntry> chronology, Stream output, string title,
        string text = "", (DateOnly First, DateOnly Last, string Name)? era = null, Func<string, string>? documentName = null,
        Language? language = null)
    {
        var slides = new JsonArray();
        foreach (var entry in chronology)
            if (Edtf.TryParse(entry.Date, out var date))
                slides.Add((JsonNode)Slide(entry, date, documentName ?? (id => id), language ?? Language.English));

        var timeline = new JsonObject { ["title"] = new JsonObject { ["text"] = Words(Html(title), Html(text)) }, ["events"] = slides };
        if (era is var (first, last, name))
            timeline["eras"] = new JsonArray(new JsonObject
            {
                ["start_date"] = Day(first), ["end_date"] = Day(last), ["text"] = Words(Html(name), ""),
            });
        // What TimelineJS shows as HTML is escaped already, once; JSON itself need not escape it again.
        output.Write(Encoding.UTF8.GetBytes(timeline.ToJsonString(JsonForm.Readable) + "\n"));
        return new(slides.Count, chronology.Count - slides.Count);
    }

    private static JsonObject Slide(ChronologyEntry entry, Edtf date, Func<string, string> documentName, Language language)
    {
        var (first, last) = DateWords.Ends(date);
        var slide = new JsonObject
        {
            ["unique_id"] = UniqueId(entry.Id),
            ["group"] = Html(language.Say(entry.Kind)),
            // TimelineJS needs a start; of an interval without one it is the end.
            ["start_date"] = Day(Edtf.Parse(first == ".." ? last : first), end: false),
        };
        var isOpen = first == ".." || last == "..";
        if (!isOpen && (date.IsInterval || HasLength(date.Precision))) slide["end_date"] = Day(Edtf.Parse(last), end: true);
        if (date.IsApproximate || isOpen || NeedsWords(first) || NeedsWords(last))
            slide["display_date"] = language.Digits(DateWords.Of(date, language));
        var source = language.List(entry.Documents.Distinct().Select(documentName));
        slide["text"] = Words(Html(entry.Headline), $"<p dir=\"auto\">{Html(entry.Text)}</p><p>{Html(source)}</p>");
        return slide;
    }

    private static JsonObject Words(string headline, string text) => new() { ["headline"] = headline, ["text"] = text };

    private static JsonObject Day(DateOnly day) => new() { ["year"] = day.Year, ["month"] = day.Month, ["day"] = day.Day };

    private static JsonObject Day(Edtf point, bool end)
    {
        var day = (end ? point.Latest : point.Earliest)!.Value;
        var date = new JsonObject { ["year"] = day.Year };
        if (point.Precision >= EdtfPrecision.Season) date["month"] = day.Month;
        if (point.Precision >= EdtfPrecision.Week) date["day"] = day.Day;
        if (point.Precision == EdtfPrecision.Minute)
        {
            var clock = TimeOnly.ParseExact(point.ToString().AsSpan(11, 5), "HH:mm", CultureInfo.InvariantCulture);
            (date["hour"], date["minute"]) = (clock.Hour, clock.Minute);
        }

        return date;
    }

    // A year, a month and a day are dates of TimelineJS; a longer stretch needs its end.
    private static bool HasLength(EdtfPrecision precision) =>
        precision is EdtfPrecision.Century or EdtfPrecision.Decade or EdtfPrecision.Season or EdtfPrecision.Week;

    private static bool NeedsWords(string point) =>
        Edtf.TryParse(point, out var date) && (HasLength(date.Precision) || date.Precision == EdtfPrecision.PartOfDay);

    // It becomes part of an address and of an element's id.
    private static string UniqueId(string id) => string.Concat(id.Select(letter =>
        char.IsAsciiLetterOrDigit(letter) || letter == '-' ? $"{letter}" : FormattableString.Invariant($"_{(int)letter:x4}")));

    private static string Html(string text) => WebUtility.HtmlEncode(ShownText.Contained(text));
}

/// <summary>How many entries of a chronology a format could hold.</summary>
/// <param name="Written">Entries written.</param>
/// <param name="LeftOut">Entries whose dates the format cannot express.</param>
public readonly record struct ChronologyCounts(int Written, int LeftOut);
