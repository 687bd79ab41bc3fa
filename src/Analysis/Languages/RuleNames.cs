namespace Analysis;

/// <summary>The rules that find names, times and events, in words for readers; files keep their ids.</summary>
internal static class RuleNames
{
    private const string OfEvents = "event:";

    private static readonly ConcurrentDictionary<(string Language, string Rule), string> Known = new();

    // What a rule is told with: its kind of event and a word for it, or the expression in brackets in its example.
    private static readonly Lazy<Dictionary<string, string[]>> Examples = new(() => EventLexicon.RuleRows()
        .Select(row => (Id: OfEvents + row[0], Words: new[] { row[1], $"{row[2]} {row[3]}".Trim().Split(' ')[0] }))
        .Concat(TimeRules.Rows().Where(row => row[7].Contains('[', StringComparison.Ordinal))
            .Select(row => (Id: row[0], Words: new[] { row[7].Split('[', ']')[1] })))
        .ToDictionary(rule => rule.Id, rule => rule.Words, StringComparer.Ordinal));

    /// <summary>A rule in words; its id where the tables have none for it, as for a rule of the corpus.</summary>
    public static string NameOf(this Language language, string rule) =>
        Known.GetOrAdd((language.Tag, rule), static (known, language) => language.Digits(Find(known.Rule, language)), language);

    /// <summary>A rule of events in words; null where a text is the id of none. Ids of other rules, such as <c>year</c>, are words
    /// that tables have too.</summary>
    public static string? EventRuleOf(this Language language, string text) =>
        text.StartsWith(OfEvents, StringComparison.Ordinal) && language.NameOf(text) is var name && name != text ? name : null;

    private static string Find(string rule, Language language)
    {
        var key = $"rule-{rule.Replace(' ', '-')}";
        if (LanguageTexts.Keys.Contains(key)) return language.Text(key);
        if (!Examples.Value.TryGetValue(rule, out var words)) return rule;
        var isOfEvents = rule.StartsWith(OfEvents, StringComparison.Ordinal);
        return language.Text(isOfEvents ? "rule-event" : "rule-time", [.. words.Select(language.Say)]);
    }
}
