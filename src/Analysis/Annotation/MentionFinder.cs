namespace Analysis;

/// <summary>Finds the entity mentions of a document.</summary>
internal sealed class MentionFinder
{
    private readonly Gazetteer _gazetteer;
    private readonly Dictionary<int, int> _words = [];

    /// <summary>A finder for the entities of a gazetteer.</summary>
    public MentionFinder(Vocabulary vocabulary, Gazetteer gazetteer)
    {
        _gazetteer = gazetteer;
        foreach (var alias in gazetteer.Aliases)
        {
            var forms = vocabulary.AddPhrase(alias.Text);
            if (forms.Length == 1) _words.TryAdd(forms[0], alias.Entity);
        }
    }

    /// <summary>Adds the mentions to the draft, in text order.</summary>
    public void Find(Draft draft)
    {
        var tokens = draft.Tokens;
        for (var token = 0; token < tokens.Count; token++)
        {
            foreach (var reading in tokens.Readings(token))
            {
                if (reading.Tail != 0 || !_words.TryGetValue(reading.Stem, out var entity)) continue;
                draft.Mentions.Add(new MentionMark(
                    token, token + 1, tokens.OffsetBehind(token, reading.Skip), tokens.End[token], entity,
                    _gazetteer.Entities[entity].Type, null, "gazetteer"));
                break;
            }
        }
    }
}
