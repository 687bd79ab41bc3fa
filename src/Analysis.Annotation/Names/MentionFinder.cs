namespace Analysis;

/// <summary>
/// Finds the entity mentions of a document in steps: gazetteer names, names that a common noun introduces, persons by title or given name,
/// short names of persons, and metonymic capitals.
/// </summary>
internal sealed class MentionFinder
{
    private readonly NameMatcher _names;
    private readonly HeadFinder _heads;
    private readonly PersonFinder _persons;
    private readonly ShortNames _shortNames;
    private readonly MetonymyJudge _metonymy;
    private readonly Gazetteer? _decided;

    /// <summary>Creates a finder for the entities of a gazetteer.</summary>
    public MentionFinder(Vocabulary vocabulary, CommonLexicons lexicons, Gazetteer gazetteer)
    {
        var words = lexicons.Words;
        _names = new NameMatcher(vocabulary, words, gazetteer);
        _heads = new HeadFinder(vocabulary, words, gazetteer);
        _persons = new PersonFinder(vocabulary, words);
        _shortNames = new ShortNames(words);
        _metonymy = new MetonymyJudge(vocabulary);
        _decided = gazetteer.Decisions.HasRejected ? gazetteer : null;
    }

    /// <summary>Adds the mentions to the draft, in text order.</summary>
    public void Find(Draft draft)
    {
        _names.Find(draft);
        draft.Board.Begin(draft);
        foreach (var token in draft.Names.Announcing)
        {
            if ((draft.Tokens.Uses[token] & WordUses.Head) != 0) _heads.Find(draft, token);
        }

        foreach (var token in draft.Names.Announcing)
        {
            if ((draft.Tokens.Uses[token] & (WordUses.Title | WordUses.Given)) != 0) _persons.Find(draft, token);
        }

        _shortNames.Find(draft);
        draft.Board.End();

        // A rejected spelling is removed no matter which rule found it.
        if (_decided is not null)
            draft.Mentions.RemoveAll(mention => mention.Entity >= 0
                && _decided.IsRejected(mention.Entity, draft.Document.Text.AsSpan(mention.Start, mention.End - mention.Start)));
        _metonymy.Judge(draft);
    }
}
