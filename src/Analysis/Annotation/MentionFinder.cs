namespace Analysis;

/// <summary>
/// Finds the entity mentions of a document: names of the gazetteer, then what is composed of them, names that only their context
/// announces, and what capitals stand for.
/// </summary>
internal sealed class MentionFinder
{
    private readonly NameMatcher _names;
    private readonly MetonymyJudge _metonymy;

    /// <summary>A finder for the entities of a gazetteer.</summary>
    public MentionFinder(Vocabulary vocabulary, Gazetteer gazetteer)
    {
        _names = new NameMatcher(vocabulary, gazetteer);
        _metonymy = new MetonymyJudge(vocabulary);
    }

    /// <summary>Adds the mentions to the draft, in text order.</summary>
    public void Find(Draft draft)
    {
        _names.Find(draft);
        _metonymy.Judge(draft);
    }
}
