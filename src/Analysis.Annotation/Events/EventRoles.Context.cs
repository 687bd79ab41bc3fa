namespace Analysis;

/// <content>Roles that stand outside the phrase of the verb: before it, in what it reports, or in the clause before.</content>
internal sealed partial class EventRoles
{
    // A subject in front of a verb of killing that nobody stands behind is the one killed: عشرون مقاتلا قتلوا.
    private void Reported()
    {
        _event.Targets.AddRange(_event.Actors);
        _event.Actors.Clear();
    }

    // أما فلان فيزور: the one of whom the sentence tells stands before the verb that is joined by ف.
    private void Topic(int trigger)
    {
        if ((words.Cues & EventCues.Topic) == 0) return;
        for (var token = words.First; token < trigger; token++)
        {
            if (!words[token].Has(EventCues.Topic)) continue;
            if (token + 1 < trigger && _phrase.Starts(_draft, token + 1))
            {
                _phrase.Read(_draft, token + 1, trigger, receives: false);
                Bare(token + 1, before: true);
            }

            return;
        }
    }

    // Who announces a deed does it; who announces deaths does not: an armed group counts its own.
    private void Announced()
    {
        if (_event.Kind is not ("killing" or "attack")) return;
        if (_event.Actors.Exists(id => gazetteer.Find(id) is { Type: "armed-group" })) _event.Targets.AddRange(_event.Actors);
        _event.Actors.Clear();
    }

    // الذي قتل, التي نفت: the one named before.
    private void Antecedent()
    {
        for (var token = _event.First - 1; token >= Math.Max(words.First, _event.First - 6); token--)
        {
            if (words[token].Mention is not (>= 0 and var mention)) continue;
            _phrase.Heads.Clear();
            _phrase.Heads.Add(mention);
            if (EventPlaces.IsPlace(_draft.Mention(mention))) Add(_event.Targets, EventRelation.In);
            else if (_event.Kind is "attack" or "killing" || _draft.Mention(mention).Type == EntityType.Demonym) return;
            else if (_event.Actors.Count == 0) Add(_event.Actors, EventRelation.Object);
            else if ((_frame & EventRelation.Object) != 0 || IsSpeech()) Add(_event.Targets, EventRelation.Object);
            return;
        }
    }

    // A verb that goes on with the subject of the clause before it: والتقى الكاظمي.
    private void Continue(EventCandidate before)
    {
        // Who denies denies what the one before said; who meets behind a journey meets at its end.
        if (_event.Kind == "denial" && _event.Targets.Count == 0 && before.Kind is "statement" or "accusation") _event.Targets.AddRange(before.Actors);
        if (_event.Kind == "meeting" && before.Kind == "visit") _places.Inherit(before.Place);
        if (_phrase.InRelative) return;
        if (_event.Actors.Count == 0 && !_subjectRead && !_passive)
        {
            _event.Actors.AddRange(before.Actors);
        }
        else if (_bare == 1 && _event.Kind is "meeting" or "accusation" && (_frame & EventRelation.Object) != 0 && _event.Targets.Count == 0 && before.Actors.Count > 0)
        {
            _event.Targets.AddRange(_event.Actors);
            _event.Actors.Clear();
            _event.Actors.AddRange(before.Actors);
        }
    }

    // Whom a threat in speech is for: the first in what is said that is not the speaker's own.
    private void Threatened()
    {
        if (_event.Targets.Count > 0) return;
        var own = _event.Actors.ConvertAll(State);
        for (var token = _event.TimeEnd; token < _event.End; token++)
        {
            if (words[token].Mention is not (>= 0 and var mention)) continue;
            if ((_draft.Mention(mention).Type & (EntityType.State | EntityType.Capital | EntityType.Organization | EntityType.ArmedGroup)) == 0 || _draft.Mention(mention).Entity < 0) continue;
            var id = Id(_draft.Mention(mention));
            if (own.Contains(State(id))) return;
            _event.Targets.Add(id);
            return;
        }
    }
}
