namespace Analysis;

/// <content>What speech reports: that something was said, or what was said.</content>
internal sealed partial class ClauseReader
{
    // What speech announces or confirms is the event; the rest of what is said stays a statement.
    private static readonly string[] AnnouncedByNoun = ["deployment", "withdrawal", "sanction", "killing", "aid", "attack", "visit", "meeting", "negotiation", "vote"];
    private static readonly string[] AnnouncedByVerb = ["deployment", "withdrawal", "sanction", "killing", "aid"];

    private EventCandidate? Said(int head, EventRule rule, ref int consumed)
    {
        var content = Content(head);
        if (content < 0 && head > _first && words[head - 1].Has(EventCues.Attribution | EventCues.Source)) return null;
        var impersonal = content == head + 1 && (words[head].Forms & Verb) == TriggerForm.Imperfect;
        var source = impersonal || Source(head, content < 0 ? _end : content);
        var kind = rule.Kind;
        var what = rule;
        var timeEnd = content < 0 ? _end : content;
        var first = _first;
        var future = false;
        if (content >= 0)
        {
            var deed = Deed(content, out var deedRule);
            future = deed >= 0 && (words[deed].Proclitics & Proclitics.Will) != 0;
            var announced = deed >= 0 && !words[deed].Has(EventCues.Threatening) && Array.IndexOf(AnnouncedByVerb, deedRule!.Kind) >= 0
                && (future || rule.Class == EventRuleClass.Announce || deedRule.Kind == "killing");
            future &= announced || source;
            if (source)
            {
                if (deed >= 0 && deedRule!.Kind != "other") (what, kind, timeEnd, first, consumed) = (deedRule!, deedRule!.Kind, _end, content + 1, deed);
                else if (impersonal) return null;
            }
            else if (announced)
            {
                (what, kind, timeEnd, consumed) = (deedRule!, deedRule!.Kind, _end, deed);
            }
        }
        else
        {
            var noun = ObjectOf(head);
            if (noun >= 0 && !words[noun].Suffixed && (!words[noun - 1].Has(EventCues.Preposition) || words[noun - 1].Has(EventCues.About)))
            {
                var deed = Choose(noun, TriggerForm.Noun, out _)!;
                if (deed.Kind == "killing" || (rule.Class == EventRuleClass.Announce && Array.IndexOf(AnnouncedByNoun, deed.Kind) >= 0)) (what, kind, consumed) = (deed, deed.Kind, noun);
            }
            else if (source || ((rule.Target == EventTarget.None || _end - head < 4) && !QuotedBefore(head)))
            {
                return null;
            }
        }

        if (kind == "statement") kind = KindOfSpeech(head);
        return new EventCandidate
        {
            Rule = what,
            Kind = kind,
            Codes = kind == what.Kind ? null : lexicon.FirstOfKind(kind),
            Trigger = head,
            Deed = what == rule ? -1 : consumed,
            First = first,
            End = _end,
            Sentence = _sentence,
            TimeEnd = timeEnd,
            Background = IsPluperfect(head),
            Future = future,
        };
    }

    private bool QuotedBefore(int head)
    {
        for (var token = words.First; token < head; token++)
        {
            if (words[token].Quoted) return true;
        }

        return false;
    }

    // Where content begins: at أن, قائلا, a colon or an opening quotation mark.
    private int Content(int head)
    {
        for (var token = head + 1; token < _end; token++)
        {
            if (words[token].Has(EventCues.Complement)) return token;
            if (words[token].Quoted && !words[token - 1].Quoted && token + 3 < _end && words[token + 3].Quoted) return token - 1;
            if (words[token].Symbol && _draft.Tokens.Text[_draft.Tokens.Start[token]] == ':') return token;
        }

        return -1;
    }

    // Whether a nameless source or the press speaks: then what it says is the event.
    private bool Source(int head, int content)
    {
        var nameless = false;
        for (var token = _first; token < content; token++)
        {
            ref var word = ref words[token];
            if (word.Has(EventCues.Anonymous)) nameless = true;
            if (word.Mention < 0) continue;
            var type = _draft.Mention(word.Mention).Type;
            if (type == EntityType.Media && !words[Math.Max(_first, token - 1)].Has(EventCues.Preposition)) return true;
            if ((type & (EntityType.Person | EntityType.State | EntityType.Capital | EntityType.Organization)) != 0 && !nameless) return false;
        }

        return nameless;
    }

    private int Deed(int content, out EventRule? rule)
    {
        foreach (var token in words.TriggersIn(content + 1, _end))
        {
            ref var word = ref words[token];
            if (word.Quoted || word.Relative || !word.IsVerb || !Happened(token)) continue;
            rule = Choose(token, Verb, out var noun);
            if (rule is null || rule.Class is EventRuleClass.Say or EventRuleClass.Announce) continue;
            if (noun >= 0) rule = Choose(noun, TriggerForm.Noun, out _);
            return token;
        }

        rule = null;
        return -1;
    }

    private string KindOfSpeech(int head)
    {
        const EventCues Telling = EventCues.Threatening | EventCues.Beware | EventCues.Accusing | EventCues.Hypothetical;
        if ((words.Cues & Telling) == 0) return "statement";
        var (accused, conditional) = (false, false);
        for (var token = words.First; token < _end; token++)
        {
            if (token < _first && !words[token].Quoted) continue;
            if (token == head) continue;
            if (words[token].Has(EventCues.Threatening)) return "threat";
            if (words[token].Has(EventCues.Beware) && words[token].Quoted && !words[token - 1].Quoted) return "threat";
            accused |= words[token].Has(EventCues.Accusing);
            conditional |= token > head && words[token].Has(EventCues.Hypothetical);
        }

        // Should anyone strike, he will see: a condition with a consequence is a warning.
        for (var token = head + 1; conditional && token < _end; token++)
        {
            if (IsFuture(_draft.Tokens.Key(token))) return "threat";
        }

        return accused ? "accusation" : "statement";
    }

    private static bool IsFuture(ReadOnlySpan<char> key) => key.Length > 4 && (key[0] == 'س' ? key[1..] : key[1] == 'س' && key[0] == 'ف' ? key[2..] : [])
        is ['ي' or 'ت' or 'ن', ..];
}
