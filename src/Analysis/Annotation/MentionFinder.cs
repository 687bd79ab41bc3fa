namespace Analysis;

/// <summary>Finds the entity mentions of a document.</summary>
internal sealed class MentionFinder
{
    private readonly NameMatcher _names;

    /// <summary>A finder for the entities of a gazetteer.</summary>
    public MentionFinder(Vocabulary vocabulary, Gazetteer gazetteer) => _names = new NameMatcher(vocabulary, gazetteer);

    /// <summary>Adds the mentions to the draft, in text order.</summary>
    public void Find(Draft draft)
    {
        _names.Find(draft);
    }
}
