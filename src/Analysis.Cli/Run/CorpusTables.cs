namespace Analysis.Cli;

/// <summary>The frames of a corpus by the names of their files.</summary>
internal static class CorpusTables
{
    public static IReadOnlyList<(string Name, DataFrame Table)> Of(Corpus corpus) =>
    [
        ("documents", corpus.Documents),
        ("sentences", corpus.Sentences),
        ("tokens", corpus.Tokens),
        ("entities", corpus.Entities),
        ("mentions", corpus.Mentions),
        ("co-mentions", corpus.CoMentions),
        ("times", corpus.Times),
        ("events", corpus.Events),
    ];
}
