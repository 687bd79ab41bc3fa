namespace Analysis;

/// <summary>
/// Finds the entity mentions of a document in steps: gazetteer names, names
/// composed of them, names known only by context, and metonymic capitals.
/// </summary>
internal sealed class MentionFinder
{
    private readonly NameMatcher _names;
    private readonly InstitutionFinder _institutions;
    private readonly DesignationFinder _designations;
    private readonly HeadFinder _heads;
    private readonly PersonFinder _persons;
    private readonly MetonymyJudge _metonymy;
    private readonly DecidedNames? _decided;

    /// <summary>Creates a finder for the entities of a gazetteer.</summary>
    public MentionFinder(Vocabulary vocabulary, CommonLexicons lexicons, Gazetteer gazetteer)
    {
        var (words, parts) = (lexicons.Words, lexicons.Parts);
        _names = new NameMatcher(vocabulary, parts, gazetteer);
        _institutions = new InstitutionFinder(vocabulary, gazetteer);
        _designations = new DesignationFinder(vocabulary);
        _heads = new HeadFinder(vocabulary, words, parts, _names);
        _persons = new PersonFinder(vocabulary, words, parts, gazetteer);
        _metonymy = new MetonymyJudge(vocabulary);
        _decided = gazetteer.Decided.HasRejected ? gazetteer.Decided : null;
    }

    /// <summary>Adds the mentions to the draft, in text order.</summary>
    public void Find(Draft draft)
    {
        _names.Find(draft);
        draft.Board.Begin(draft);
        var tokens = draft.Tokens;
        foreach (var token in draft.Names.Announcing)
        {
            var uses = tokens.Uses[token];
            if ((uses & WordUses.Body) != 0) _institutions.Find(draft, token);
            if ((uses & WordUses.Initial) != 0) _designations.Find(draft, token);
            if ((uses & WordUses.Head) != 0) _heads.Find(draft, token);
        }

        foreach (var token in draft.Names.Announcing)
        {
            if ((tokens.Uses[token] & (WordUses.Title | WordUses.Given)) != 0) _persons.Find(draft, token);
        }

        PersonFinder.FindAgain(draft);
        DesignationFinder.FindAcronyms(draft);
        draft.Board.End();

        // A rejected spelling is removed no matter which rule found it.
        if (_decided is not null)
            draft.Mentions.RemoveAll(mention => mention.Entity >= 0 && _decided.IsRejected(mention.Entity, draft.Document.Text.AsSpan(mention.Start, mention.End - mention.Start)));
        _metonymy.Judge(draft);
    }
}
