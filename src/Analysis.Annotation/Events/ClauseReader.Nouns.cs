namespace Analysis;

/// <content>What relative clauses and nouns report beside the finite verb.</content>
internal sealed partial class ClauseReader
{
    // A relative clause tells of something known already, unless it says when, or denies.
    private void RelativeEvents(List<EventCandidate> events)
    {
        if ((words.Cues & EventCues.Relative) == 0) return;
        var behind = _first;
        foreach (var token in words.TriggersIn(_first, _end))
        {
            if (token < behind) continue;
            ref var word = ref words[token];
            if (!word.Relative || word.Quoted || !word.IsVerb || !Happened(token)) continue;
            var rule = Choose(token, Verb, out var noun);
            if (noun >= 0) rule = Choose(noun, TriggerForm.Noun, out _);
            rule ??= IsLight(token) ? Antecedent(token, _first) : null;
            if (rule is null) continue;
            var (verb, first, end, dated) = (token, token, token + 1, false);
            while (first > _first && words[first - 1].Relative) first--;
            for (; end < _end && words[end].Relative; end++) dated |= words[end].Time >= 0;
            behind = end;
            if (!(dated && rule.Kind != "other") && rule.Kind != "denial") continue;
            events.Add(new EventCandidate
            {
                Rule = rule,
                Kind = rule.Kind,
                Trigger = first,
                Deed = verb,
                First = first,
                End = end,
                Sentence = _sentence,
                TimeEnd = end,
            });
        }
    }

    private void NounEvents(int consumed, EventCandidate? verbal, List<EventCandidate> events)
    {
        foreach (var token in words.TriggersIn(_first, _end))
        {
            ref var word = ref words[token];
            if (token == consumed || word.Quoted || (word.Relative && !InNews(token)) || !word.IsNoun || word.IsVerb) continue;
            if (Choose(token, TriggerForm.Noun, out _) is not { } rule || rule.Kind == verbal?.Kind) continue;
            if (!NounHappened(token)) continue;
            var end = PhraseEnd(token);
            if (verbal is not null && token >= verbal.TimeEnd && !(rule.Kind == "killing" && IsDatedPhrase(token, end))) continue;
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
            // لسلف قاآني، قاسم سليماني: a name behind a comma is in apposition.
            if (words[end].Comma && end + 1 < _end && words[end + 1].Mention is >= 0 and var name && _draft.Mention(name).Type == EntityType.Person
                && _draft.Mention(name).Start == _draft.Tokens.Start[end + 1]) continue;
            if (words[end].Comma || words[end].Has(EventCues.Relative | EventCues.Complement) || (words[end].IsVerb && !words[end].IsNoun)) return end;
        }

        return _end;
    }

    // What is said is no report, but a death that has a name and a date is one wherever it stands.
    private bool IsDatedPhrase(int noun, int end)
    {
        for (var token = noun + 1; token < end; token++)
        {
            if (IsDate(token)) return words[noun + 1].Mention >= 0 || words[Math.Min(noun + 2, end - 1)].Mention >= 0;
        }

        return false;
    }

    private bool InNews(int noun) =>
        noun > _first && (words[noun - 1].Has(EventCues.News) || (noun > _first + 1 && words[noun - 1].Has(EventCues.Preposition) && words[noun - 2].Has(EventCues.News)));

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

        if (dated || InNews(token) || (named && kind == "killing")) return true;
        var introduced = token > _first && words[token - 1].Has(EventCues.Temporal | EventCues.Result);
        for (var before = Math.Max(_first, token - 3); !introduced && before < token; before++)
        {
            introduced |= words[before].Has(EventCues.Temporal | EventCues.Result | EventCues.Come) || words[before].Time >= 0;
        }

        return introduced && (named || words[token - 1].Has(EventCues.Result) || (token > _first + 1 && words[token - 2].Has(EventCues.Result)));
    }
}
