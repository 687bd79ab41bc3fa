namespace Analysis;

/// <summary>
/// Finds the entity mentions of a document in steps: gazetteer names, names that a common noun introduces, persons by title or given name,
/// short names of persons, and metonymic capitals.
/// </summary>
internal sealed class MentionFinder(Vocabulary vocabulary, CommonLexicons lexicons, Gazetteer gazetteer)
{
    private readonly NameMatcher _names = new(vocabulary, lexicons.Words, gazetteer);
    private readonly HeadFinder _heads = new(vocabulary, lexicons.Words);
    private readonly PersonFinder _persons = new(vocabulary, lexicons.Words);
    private readonly ShortNames _shortNames = new(lexicons.Words);
    private readonly MetonymyJudge _metonymy = new(vocabulary);
    private readonly bool _hasRejected = gazetteer.Decisions.HasRejected;

    /// <summary>Adds the mentions to the draft, in text order.</summary>
    public void Find(Draft draft)
    {
        _names.Find(draft);
        draft.Board.Begin(draft);
        var uses = draft.Tokens.Uses;
        for (var token = 0; token < draft.Tokens.Count; token++)
            if ((uses[token] & WordUses.Head) != 0) _heads.Find(draft, token);

        for (var token = 0; token < draft.Tokens.Count; token++)
            if ((uses[token] & (WordUses.Title | WordUses.Given)) != 0) _persons.Find(draft, token);

        _shortNames.Find(draft);
        draft.Board.End();

        // A rejected spelling is removed no matter which rule found it.
        var text = draft.Document.Text;
        if (_hasRejected)
            draft.Mentions.RemoveAll(mark => mark.Entity >= 0 && gazetteer.IsRejected(mark.Entity, text.AsSpan(mark.Start..mark.End)));

        _metonymy.Judge(draft);
    }
}
