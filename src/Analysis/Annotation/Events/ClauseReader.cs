namespace Analysis;

/// <summary>
/// Finds the events of one clause: what its finite verb reports, then what its nouns report beside it.
/// </summary>
internal sealed class ClauseReader(EventSentence words)
{
    private const TriggerForm Verb = TriggerForm.Perfect | TriggerForm.Imperfect;

    // What speech announces or confirms is the event; the rest of what is said stays a statement.
    private static readonly string[] AnnouncedByNoun = ["deployment", "withdrawal", "sanction", "killing", "aid", "attack", "visit", "meeting", "negotiation", "vote"];
    private static readonly string[] AnnouncedByVerb = ["deployment", "withdrawal", "sanction", "killing", "aid"];

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

    // A relative clause tells of something known already, unless it says when, or denies.
    private void RelativeEvents(List<EventCandidate> events)
    {
        for (var token = _first; token < _end; token++)
        {
            ref var word = ref words[token];
            if (!word.Relative || word.Quoted || !word.IsVerb || !Happened(token)) continue;
            var rule = Choose(token, Verb, out var noun);
            if (noun >= 0) rule = Choose(noun, TriggerForm.Noun, out _);
            rule ??= IsLight(token) ? Antecedent(token, _first) : null;
            if (rule is null) continue;
            var (first, end, dated) = (token, token + 1, false);
            while (first > _first && words[first - 1].Relative) first--;
            for (; end < _end && words[end].Relative; end++) dated |= words[end].Time >= 0;
            token = end - 1;
            if (!(dated && rule.Kind != "other") && rule.Kind != "denial") continue;
            events.Add(new EventCandidate
            {
                Rule = rule,
                Kind = rule.Kind,
                Trigger = first,
                First = first,
                End = end,
                Sentence = _sentence,
                TimeEnd = end,
            });
        }
    }

    // The first finite verb that happened and triggers a rule; for a light verb, the noun that it carries.
    private (int Head, int Light) Head(int from, out EventRule? rule)
    {
        for (var token = from; token < _end; token++)
        {
            ref var word = ref words[token];
            if (word.Quoted || word.Relative || !word.IsVerb || !Happened(token)) continue;
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
        foreach (var trigger in word.Triggers!)
        {
            if ((trigger.Form & forms & word.Forms) == 0) continue;
            if (trigger.Rule.Class == EventRuleClass.Light)
            {
                noun = ObjectOf(token);
                if (noun >= 0) return trigger.Rule;
                continue;
            }

            if (trigger.Rule.With.Length == 0 || (trigger.Rule.WithPronoun && word.Suffixed) || HasWith(trigger.Rule.With, token, (trigger.Form & Verb) != 0)) return trigger.Rule;
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
            if (word.IsNoun && !word.Quoted && Choose(token, TriggerForm.Noun, out _) is not null) return token;
        }

        return -1;
    }

    private bool HasWith(int[] with, int trigger, bool verb)
    {
        var from = verb ? Math.Max(_first, trigger - 10) : trigger + 1;
        for (var token = from; token < Math.Min(_end, trigger + 17); token++)
        {
            if (token == trigger) continue;
            foreach (var reading in _draft.Tokens.Readings(token))
            {
                if (Array.IndexOf(with, reading.Stem) >= 0) return true;
            }
        }

        return false;
    }

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

        for (var earlier = token - 1; earlier >= _first && !words[earlier].Comma; earlier--)
        {
            if (words[earlier].Has(EventCues.Hypothetical)) return false;
        }

        return true;
    }

    private bool IsLight(int token) => Array.Exists(words[token].Triggers!, trigger => trigger.Rule.Class == EventRuleClass.Light);

    private bool IsDated(int verb)
    {
        for (var token = verb + 1; token < _end; token++)
        {
            if (IsDate(token)) return true;
        }

        return false;
    }

    private bool IsDate(int token) =>
        words[token].Time is >= 0 and var time && _draft.Times[time].Type == "DATE" && !_draft.Times[time].Value.EndsWith("_REF", StringComparison.Ordinal);

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
        if ((words[head].Forms & TriggerForm.Perfect) == 0) return false;
        for (var token = _first; token < head; token++)
        {
            if (words[token].Has(EventCues.Past)) return true;
        }

        return false;
    }

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
            var announced = deed >= 0 && Array.IndexOf(AnnouncedByVerb, deedRule!.Kind) >= 0
                && (future || rule.Class == EventRuleClass.Announce || deedRule.Kind == "killing");
            future &= announced || source;
            if (source)
            {
                if (deed >= 0) (what, kind, timeEnd, first, consumed) = (deedRule!, deedRule!.Kind, _end, content + 1, deed);
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
            if (noun >= 0 && !words[noun].Suffixed && !words[noun - 1].Has(EventCues.Preposition))
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
            Trigger = head,
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
            if (_draft.Tokens.Kind[token] == TokenKind.Symbol && _draft.Tokens.Text[_draft.Tokens.Start[token]] == ':') return token;
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
            var type = _draft.Mentions[word.Mention].Type;
            if (type == "media" && !words[Math.Max(_first, token - 1)].Has(EventCues.Preposition)) return true;
            if (type is "person" or "state" or "capital" or "organization" && !nameless) return false;
        }

        return nameless;
    }

    private int Deed(int content, out EventRule? rule)
    {
        for (var token = content + 1; token < _end; token++)
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
        var (accused, conditional, willed) = (false, false, false);
        for (var token = words.First; token < _end; token++)
        {
            if (token < _first && !words[token].Quoted) continue;
            if (token == head) continue;
            if (words[token].Has(EventCues.Threatening)) return "threat";
            accused |= words[token].Has(EventCues.Accusing);
            conditional |= token > head && words[token].Has(EventCues.Hypothetical);
            willed |= token > head && IsFuture(_draft.Tokens.Key(token));
        }

        // Should anyone strike, he will see: a condition with a consequence is a warning.
        if (conditional && willed) return "threat";
        return accused ? "accusation" : "statement";
    }

    private static bool IsFuture(ReadOnlySpan<char> key) => key.Length > 4 && (key[0] == 'س' ? key[1..] : key[1] == 'س' && key[0] == 'ف' ? key[2..] : [])
        is ['ي' or 'ت' or 'ن', ..];

    private void NounEvents(int consumed, EventCandidate? verbal, List<EventCandidate> events)
    {
        for (var token = _first; token < _end; token++)
        {
            ref var word = ref words[token];
            if (token == consumed || word.Quoted || word.Relative || !word.IsNoun || word.IsVerb) continue;
            if (verbal is not null && token >= verbal.TimeEnd) continue;
            if (Choose(token, TriggerForm.Noun, out _) is not { } rule || rule.Kind == verbal?.Kind) continue;
            if (!NounHappened(token)) continue;
            var end = PhraseEnd(token);
            if (!License(token, end, rule.Kind)) continue;
            events.Add(new EventCandidate
            {
                Rule = rule,
                Kind = rule.Kind,
                Trigger = token,
                First = token,
                End = end,
                Sentence = _sentence,
                TimeEnd = end,
                Nominal = true,
                Background = token == _first || !words[token - 1].Has(EventCues.Come),
            });
        }
    }

    private bool NounHappened(int token)
    {
        if (token > _first && words[token - 1].Has(EventCues.Negation | EventCues.Hypothetical)) return false;
        if (token > _first + 1 && words[token - 2].Has(EventCues.Negation)) return false;
        return (words[token].Proclitics & Proclitics.For) == 0;
    }

    private int PhraseEnd(int token)
    {
        for (var end = token + 1; end < _end; end++)
        {
            if (words[end].Comma || words[end].Has(EventCues.Relative | EventCues.Complement) || (words[end].IsVerb && !words[end].IsNoun)) return end;
        }

        return _end;
    }

    // A noun reports an event of its own when it says when; when it names who, and stands where a text tells of what happened before or
    // what came of it; a killing, when it names who.
    private bool License(int token, int end, string kind)
    {
        var dated = false;
        var named = false;
        for (var inside = token + 1; inside < end; inside++)
        {
            dated |= inside < token + 14 && IsDate(inside);
            named |= words[inside].Mention >= 0 && (inside < token + 4 || (words[token].Proclitics & Proclitics.Article) == 0);
        }

        if (dated || (named && kind == "killing")) return true;
        var introduced = token > _first && words[token - 1].Has(EventCues.Temporal | EventCues.Result);
        for (var before = Math.Max(_first, token - 3); !introduced && before < token; before++)
        {
            introduced |= words[before].Has(EventCues.Temporal | EventCues.Result | EventCues.Come) || words[before].Time >= 0;
        }

        return introduced && (named || words[token - 1].Has(EventCues.Result) || (token > _first + 1 && words[token - 2].Has(EventCues.Result)));
    }
}
