namespace Analysis;

/// <content>Roles behind a verbal noun.</content>
internal sealed partial class EventRoles
{
    // The phrase of a verbal noun: its genitive, then what prepositions add.
    private void Noun(int noun, int end)
    {
        var behind = _phrase.Read(_draft, noun, end, Receives);
        var frames = FrameFollows(behind, end);
        // The genitive is the one acted upon, unless a preposition of the frame brings the target.
        var suffers = _event.Kind is "killing" or "attack" or "vote" or "other" && (_frame & EventRelation.Object) != 0 && !frames;
        // الهجوم الأمريكي is by Americans, استهداف المصالح الأمريكية is not.
        var genitive = noun + 1 < end && !words[noun].Article && words[noun + 1].Mention < 0 && words[noun + 1].Article;
        var national = !genitive && _event.Kind != "killing" && NamesNationsOnly();
        Add(suffers && !national ? _event.Targets : _event.Actors, EventRelation.Object);
        if (frames && (_frame & EventRelation.Object) != 0) _frame |= EventRelation.For;
        _subjectRead = true;
        if (_event.Nominal && _event.Kind is "meeting" or "negotiation") _frame &= ~EventRelation.With;
        Walk(behind, end, before: false);
        if (_event.Nominal) Together(noun);
    }

    private bool NamesNationsOnly()
    {
        foreach (var head in _phrase.Heads)
        {
            if (head < 0 || _draft.Mention(head).Type != EntityType.Demonym) return false;
        }

        return true;
    }

    private bool FrameFollows(int token, int end)
    {
        for (; token < end && !words[token].Comma; token++)
        {
            var relation = words[token].Mention < 0 ? words[token].Relation : EventRelation.None;
            if (relation == EventRelation.None && _event.Kind == "killing" && IsFor(token)) return true;
            if ((relation & _frame) != 0) return true;
        }

        return false;
    }

    // لسلف قاآني: a word that no lexicon knows and that begins with ل has it joined, as far as who was killed is asked for.
    private bool IsFor(int token) =>
        words[token].Joined == Proclitics.For || (words[token].Mention < 0 && _draft.Tokens.Readings(token).Length == 0 && _draft.Tokens.Key(token) is ['ل', _, _, _, ..]);

    // اجتماع مع فلان: who is met with meets too.
    private void Together(int noun)
    {
        if (_event.Actors.Count > 0 || _event.Kind is not ("meeting" or "negotiation")) return;
        for (var token = noun + 1; token < _event.End; token++)
        {
            if (words[token].Relation != EventRelation.With || token + 1 >= _event.End) continue;
            _phrase.Read(_draft, token + 1, _event.End, Receives);
            Add(_event.Actors, EventRelation.With);
            return;
        }
    }
}
