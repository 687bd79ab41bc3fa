namespace Analysis;

/// <summary>
/// Finds the events of one clause: what its finite verb reports, then what its nouns report beside it.
/// </summary>
internal sealed partial class ClauseReader(EventSentence words, EventLexicon lexicon)
{
    private const TriggerForm Verb = TriggerForm.Perfect | TriggerForm.Imperfect;

    private Draft _draft = null!;
    private int _sentence;
    private int _first;
    private int _end;

    /// <summary>Adds the events of a clause to a list.</summary>
    public void Read(Draft draft, int sentence, int first, int end, List<EventCandidate> events)
    {
        (_draft, _sentence, _first, _end) = (draft, sentence, first, end);
        var (head, light) = Head(first, out var rule);
        var consumed = light;
        EventCandidate? verbal = null;
        if (rule is not null)
        {
            verbal = rule.Class is EventRuleClass.Say or EventRuleClass.Announce ? Said(head, rule, ref consumed) : Done(head, light, rule);
            if (verbal is not null) events.Add(verbal);
        }

        RelativeEvents(events);
        NounEvents(consumed, verbal, events);
    }

    // The first finite verb that happened and triggers a rule; for a light verb, the noun that it carries.
    private (int Head, int Light) Head(int from, out EventRule? rule)
    {
        foreach (var token in words.TriggersIn(from, _end))
        {
            ref var word = ref words[token];
            if (!word.IsVerb || word.Quoted || word.Relative || !Happened(token)) continue;
            rule = Choose(token, Verb, out var noun);
            if (rule is null && IsLight(token) && IsDated(token)) rule = Antecedent(token, words.First);
            if (rule is not null) return (token, noun);
        }

        rule = null;
        return (-1, -1);
    }

    private EventRule? Choose(int token, TriggerForm forms, out int noun)
    {
        noun = -1;
        ref var word = ref words[token];
        foreach (var trigger in words.TriggersAt(token))
        {
            if ((trigger.Form & forms & word.Forms) == 0) continue;
            if (trigger.Rule.Class == EventRuleClass.Light)
            {
                noun = ObjectOf(token);
                if (noun >= 0) return trigger.Rule;
                continue;
            }

            if (!trigger.Rule.NeedsWord || (trigger.Rule.WithPronoun && word.Suffixed) || HasNeededWord(trigger.Rule, token, (trigger.Form & Verb) != 0)) return trigger.Rule;
        }

        return null;
    }

    // The noun that a light verb carries: the first event noun behind it that no new clause comes before.
    private int ObjectOf(int verb)
    {
        for (var token = verb + 1; token < Math.Min(_end, verb + 24); token++)
        {
            ref var word = ref words[token];
            if (word.Has(EventCues.Complement) || word.Relative) return -1;
            if (word.IsNoun && !word.Quoted && !words[token - 1].Has(EventCues.Negation | EventCues.Hypothetical) && Choose(token, TriggerForm.Noun, out _) is not null) return token;
        }

        return -1;
    }

    private bool HasNeededWord(EventRule rule, int trigger, bool verb) =>
        words.Holds(rule, verb ? Math.Max(_first, trigger - 10) : trigger + 1, Math.Min(_end, trigger + 17), trigger);

    private bool Happened(int token)
    {
        ref var word = ref words[token];
        var imperfect = (word.Forms & Verb) == TriggerForm.Imperfect;
        var will = (word.Proclitics & Proclitics.Will) != 0;
        if (token > _first)
        {
            ref var before = ref words[token - 1];
            if (before.Has(EventCues.Negation)) return false;
            if (imperfect && !will && before.Has(EventCues.Complement | EventCues.Already)) return false;
        }

        if ((words.Cues & EventCues.Hypothetical) == 0) return true;
        for (var earlier = token - 1; earlier >= _first && !words[earlier].Comma; earlier--)
        {
            if (words[earlier].Has(EventCues.Hypothetical)) return false;
        }

        return true;
    }

    private bool IsLight(int token) => Array.Exists(words.TriggersAt(token), static trigger => trigger.Rule.Class == EventRuleClass.Light);

    private bool IsDated(int verb)
    {
        if (!words.HasTime) return false;
        for (var token = verb + 1; token < _end; token++)
        {
            if (IsDate(token)) return true;
        }

        return false;
    }

    private bool IsDate(int token) =>
        words[token].Time is >= 0 and var time && _draft.Time(time) is { IsDate: true, IsReference: false };

    // What a light verb is about when no noun stands behind it: الحوار الذي بدأ.
    private EventRule? Antecedent(int verb, int from)
    {
        var token = verb;
        while (token > from && words[token].Relative) token--;
        for (var last = Math.Max(from, token - 24); token >= last; token--)
        {
            if (words[token].IsNoun && Choose(token, TriggerForm.Noun, out _) is { } rule) return rule;
        }

        return null;
    }

    private EventCandidate Done(int head, int light, EventRule verb)
    {
        var rule = light >= 0 ? Choose(light, TriggerForm.Noun, out _)! : verb;
        return new EventCandidate
        {
            Rule = rule,
            Kind = rule.Kind,
            Trigger = head,
            Deed = light,
            First = _first,
            End = _end,
            Sentence = _sentence,
            TimeEnd = _end,
            Background = IsPluperfect(head),
            Future = (words[head].Proclitics & Proclitics.Will) != 0,
            SubjectIsTarget = verb.Target == EventTarget.Subject,
        };
    }

    private bool IsPluperfect(int head)
    {
        if ((words.Cues & EventCues.Past) == 0 || (words[head].Forms & TriggerForm.Perfect) == 0) return false;
        for (var token = _first; token < head; token++)
        {
            if (words[token].Has(EventCues.Past)) return true;
        }

        return false;
    }
}
