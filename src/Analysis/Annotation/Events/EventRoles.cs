namespace Analysis;

/// <summary>
/// Finds who acts, who is acted upon and where, from the mentions of the clause and where they stand: the subject behind the verb, or
/// before it; the object behind the subject or behind a preposition; the place behind a preposition of place.
/// </summary>
internal sealed class EventRoles(EventSentence words, Gazetteer gazetteer)
{
    private const string Militias = "iran-backed-militias";

    private bool _lastIsDemonym;

    /// <summary>Fills the roles of an event.</summary>
    public void Read(Draft draft, EventCandidate candidate)
    {
        _lastIsDemonym = false;
        var (behindPreposition, sourced) = (false, false);
        var subjectDone = candidate.Nominal;
        for (var token = candidate.First; token < candidate.End; token++)
        {
            ref var word = ref words[token];
            sourced = !word.Comma && (sourced || word.Has(EventCues.Source));
            if (sourced) continue;
            if (word.Mention < 0)
            {
                if (IsUnnamedMilitia(token, candidate.End))
                {
                    var acts = candidate.SubjectIsTarget == (subjectDone || behindPreposition);
                    var militias = acts ? candidate.Actors : candidate.Targets;
                    if (!militias.Contains(Militias)) militias.Add(Militias);
                    if (token > candidate.Trigger) subjectDone = true;
                    while (token + 1 < candidate.End && (words[token + 1].Has(EventCues.Backed | EventCues.Preposition) || words[token + 1].Mention >= 0)) token++;
                    continue;
                }

                if (word.Has(EventCues.Preposition | EventCues.Complement)) (behindPreposition, subjectDone) = (true, subjectDone || token > candidate.Trigger);
                continue;
            }

            if (draft.Mentions[word.Mention].FirstToken != token) continue;
            var mention = draft.Mentions[word.Mention];
            var proclitic = mention.Start > draft.Tokens.Start[token] && draft.Tokens.Text[mention.Start - 1] is 'ل' or 'ب';
            if (IsPlace(mention))
            {
                if (candidate.Place.Length == 0 && (behindPreposition || proclitic || token > candidate.Trigger)) candidate.Place = Id(mention);
                continue;
            }

            if (mention.Type is "weapon" or "agreement" || Id(mention).Length == 0) continue;
            var actor = !subjectDone && !proclitic && !behindPreposition;
            if (candidate.SubjectIsTarget) actor = !actor;
            Add(actor ? candidate.Actors : candidate.Targets, mention);
            if (token > candidate.Trigger && mention.Type != "demonym") subjectDone = true;
        }
    }

    // فصائل مسلحة, جماعات موالية لإيران: factions without a name.
    private bool IsUnnamedMilitia(int token, int end)
    {
        if (!words[token].Has(EventCues.Militia)) return false;
        for (var behind = token + 1; behind < Math.Min(end, token + 4); behind++)
        {
            if (words[behind].Has(EventCues.Backed)) return true;
        }

        return false;
    }

    // An adjective of nationality says whose the one named beside it is; alone it stands for the state.
    private void Add(List<string> list, MentionMark mention)
    {
        var id = Id(mention);
        if (list.Contains(id)) return;
        if (mention.Type == "demonym" && list.Count > 0) return;
        if (list.Count == 1 && _lastIsDemonym) list.Clear();
        _lastIsDemonym = mention.Type == "demonym";
        list.Add(id);
    }

    private static bool IsPlace(MentionMark mention) => mention.Type is "place" or "facility" || mention.Metonym == false;

    private string Id(MentionMark mention)
    {
        if (mention.Entity < 0) return "";
        var entity = gazetteer.Entities[mention.Entity];
        return mention.Metonym == true && entity.StateActor.Length > 0 ? entity.StateActor : entity.Id;
    }
}
