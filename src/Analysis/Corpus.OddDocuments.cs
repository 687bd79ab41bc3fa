namespace Analysis;

/// <summary>What is odd about documents but no error, counted: one sentence for each kind, however many documents it befalls.</summary>
internal sealed class OddDocuments
{
    private readonly Dictionary<string, List<string>> _ids = new(StringComparer.Ordinal);

    /// <summary>The sentences, in the order in which their kinds were met.</summary>
    public IEnumerable<string> Warnings => _ids.Select(kind =>
        $"{Counted.Of(kind.Value.Count, "document")} {kind.Key}: {Counted.Names(kind.Value)}");

    /// <summary>Looks at a document.</summary>
    public void Add(Document document)
    {
        if (document.Published is null) Add("without a date", document.Id);
        if (document.Problem() is { } problem) Add($"({problem})", document.Id);
        else if (!IsArabic(document.Text)) Add("with fewer Arabic letters than others; the annotator reads Arabic", document.Id);
    }

    private void Add(string kind, string id)
    {
        if (!_ids.TryGetValue(kind, out var ids)) _ids.Add(kind, ids = []);
        ids.Add(id);
    }

    // A text without letters is of no language.
    private static bool IsArabic(string text) => 2 * text.Count(IsArabicLetter) >= text.Count(char.IsLetter);

    private static bool IsArabicLetter(char letter) =>
        char.IsLetter(letter) && letter is (>= '\u0600' and <= '\u08FF') or (>= '\uFB50' and <= '\uFEFC');
}
