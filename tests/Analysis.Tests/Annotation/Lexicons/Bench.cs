namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>A finder of mentions that knows the entities of a test and no others.</summary>
internal sealed class Bench
{
    private readonly MentionFinder _finder;
    private readonly Draft _draft;

    /// <summary>A bench that knows the entities of the given rows.</summary>
    public Bench(params string[] rows)
    {
        const string Header = "id\ttype\tname_ar\tname_en\tstate_actor\tdemonyms\taliases\n";
        var gazetteer = Gazetteer.Read(new StringReader(Header + string.Join('\n', rows)), "rows");
        var vocabulary = CommonLexicons.Shared.Vocabulary.Copy();
        _finder = new MentionFinder(vocabulary, CommonLexicons.Shared, gazetteer);
        vocabulary.Close();
        _draft = new Draft(vocabulary);
    }

    /// <summary>The mentions of a text.</summary>
    public IReadOnlyList<Found> Mentions(string text)
    {
        _draft.Begin(new Document("t", text));
        _finder.Find(_draft);
        return _draft.Mentions.ConvertAll(mark =>
            new Found(text[mark.Start..mark.End], EntityTypes.NameOf(mark.Type), mark.Rule, mark.Metonym));
    }

    /// <summary>What is found in a text.</summary>
    public sealed record Found(string Surface, string Type, string Rule, bool? Metonym);
}
