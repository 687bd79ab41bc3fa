namespace Analysis;

/// <summary>
/// Events of known date that a reader brings, such as a feast or a battle: the tab-separated file <c>landmarks.tsv</c> with the columns
/// <c>phrase</c> and <c>date</c> (EDTF). An event whose sentence names one, and no other date, is dated by it.
/// </summary>
public sealed class Landmarks
{
    private readonly Dictionary<string, string> _dates = new(StringComparer.Ordinal);
    private readonly Regex _phrases;

    private Landmarks(IEnumerable<LexiconRow> rows)
    {
        foreach (var row in rows)
        {
            if (!Edtf.TryParse(row[1], out _)) throw row.Error($"date '{row[1]}', expected EDTF such as 2003-04-09 or 2020-01");
            if (row[0].Length == 0 || !_dates.TryAdd(KeyOf(row[0]), row[1])) throw row.Error($"phrase '{row[0]}' is empty or stands twice");
        }

        var phrases = string.Join('|', _dates.Keys.OrderByDescending(key => key.Length).Select(Regex.Escape));
        _phrases = new Regex($@"(?<!\w)[وفبكل]{{0,2}}(?<phrase>{phrases})(?!\w)", RegexOptions.CultureInvariant);
    }

    /// <summary>Reads the file <c>landmarks.tsv</c> in the folder of a gazetteer.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">A row is malformed, a date is not EDTF, or a phrase stands twice; the message names file
    /// and line.</exception>
    public static Landmarks Beside(string entities)
    {
        ArgumentException.ThrowIfNullOrEmpty(entities);
        return new Landmarks(Lexicon.ReadBeside(entities, "landmarks.tsv", "phrase", "date")
            ?? throw new FileNotFoundException($"no landmarks.tsv beside '{entities}'", entities));
    }

    /// <summary>Dates the events of a draft whose sentence names a landmark and holds no date.</summary>
    internal void Date(Draft draft)
    {
        var dated = draft.Times.Where(time => time is { IsDate: true, IsReference: false }).Select(time => time.Start).ToList();
        for (var index = 0; index < draft.Events.Count; index++)
        {
            var (_, _, start, end, _, _) = draft.Sentences[draft.Events[index].Sentence];
            var phrase = _phrases.Match(KeyOf(draft.Document.Text[start..end])).Groups["phrase"].Value;
            if (phrase.Length == 0 || dated.Exists(time => time >= start && time < end)) continue;
            draft.Events[index] = draft.Events[index] with { Date = _dates[phrase], DateBasis = "landmark" };
        }
    }

    private static string KeyOf(string text) => string.Join(' ', Letters.KeyOf(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
