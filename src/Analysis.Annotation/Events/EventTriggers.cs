namespace Analysis;

/// <summary>Which rule a word of a clause triggers, and whether what it names happened.</summary>
internal sealed class EventTriggers(EventSentence words)
{
    private const int NeededBefore = 10;
    private const int NeededAfter = 16;
    private const int LongestObject = 40;

    private Clause _clause = new(0);

    /// <summary>Begins a clause.</summary>
    public void Begin(Clause clause) => _clause = clause;

    /// <summary>
    /// The first rule that a word triggers in one of some forms; null for none. A light verb triggers the rule of the noun that it carries;
    /// the noun is given too, else −1, and the verb's own rule. If the noun stands before the verb, none is given: it is the
    /// <see cref="Antecedent"/>.
    /// </summary>
    /// <param name="token">The word.</param>
    /// <param name="forms">The forms.</param>
    /// <param name="says">Whether it may be a rule of a verb of saying.</param>
    public (EventRule? Rule, int Noun, EventRule? Verb) Choose(int token, TriggerForm forms, bool says = true)
    {
        ref var word = ref words[token];
        foreach (var (rule, form, _) in words.TriggersOf(token))
        {
            if ((form & forms & word.Forms) == 0 || (rule.Says && !says)) continue;
            if (rule.Kind.IsLight)
            {
                if (ObjectOf(token) is >= 0 and var noun) return (Choose(noun, TriggerForm.Noun).Rule, noun, rule);
                if (Antecedent(token).Rule is not null) return (null, -1, null);
                continue;
            }

            var verb = (form & TriggerForm.Verb) != 0;
            var first = verb ? Math.Max(_clause.First, token - NeededBefore) : token - 1;
            if (words.Allows(rule, first, Math.Min(_clause.End, token + 1 + NeededAfter), token)) return (rule, -1, rule);
        }

        return (null, -1, null);
    }

    /// <summary>The noun that a verb carries: the first event noun after it; −1 for none.</summary>
    public int ObjectOf(int verb)
    {
        for (var token = verb + 1; token < Math.Min(_clause.End, verb + LongestObject); token++)
        {
            ref var word = ref words[token];
            if (!word.IsNoun || word.IsLight || (word.Relative && !words[verb].Relative) || (word.Quoted && !_clause.Quoted)) continue;
            if (Choose(token, TriggerForm.Noun).Rule is not null) return token;
        }

        return -1;
    }

    /// <summary>The event noun before a light verb that none follows, الحوار الذي بدأ, with its rule; −1 and null for none.</summary>
    public (EventRule? Rule, int Noun) Antecedent(int verb)
    {
        if (!words[verb].IsLight) return (null, -1);
        for (var token = verb - 1; token >= Math.Max(_clause.First, verb - LongestObject); token--)
            if (words[token].IsNoun && Choose(token, TriggerForm.Noun).Rule is { Kind.Speech: false } rule) return (rule, token);

        return (null, -1);
    }

    /// <summary>Whether a finite verb reports what happened: neither denied nor a condition, and no purpose or possibility.</summary>
    public bool Happened(int token)
    {
        ref var word = ref words[token];
        if (token > words.First)
        {
            ref var before = ref words[token - 1];
            var scheduled = words.Has(token - 2, token - 1, EventCues.Scheduled) && !words.Has(token - 5, token - 2, EventCues.Past);
            var complement = before.Has(EventCues.Complement) && words.Key(token - 1) is [.., 'ا', 'ن']; // but not إنه
            var possible = (before.Has(EventCues.Already) || complement) && !scheduled;
            if (before.Has(EventCues.Negation) || (word.IsFuture && before.Has(EventCues.Past))) return false;
            if (possible && !word.IsFuture && (word.Forms & TriggerForm.Verb) == TriggerForm.Imperfect) return false;
        }

        return !IsHypothetical(token);
    }

    /// <summary>Whether what a noun names happened.</summary>
    public bool Exists(int noun)
    {
        // ل says for what, but not after something else happened, nor after what somebody suffers: تعرض … لهجوم.
        var isPurpose = (words[noun].Proclitics & Proclitics.For) != 0 && !IsBackground(_clause.First, noun)
            && !words.Exists(_clause.First, noun, static (in word) => word is { IsNoun: true, IsLight: true });
        return !isPurpose && !words.Has(noun - 2, noun, EventCues.Negation) && !IsHypothetical(noun);
    }

    /// <summary>Whether what a noun names happened before something else, whatever comes of that: على خلفية, بعد.</summary>
    public bool IsBackground(int first, int noun) => words.Has(Math.Max(first, noun - 3), noun, EventCues.Temporal);

    /// <summary>Whether a word before a token, with no comma between, says that what follows may not have happened.</summary>
    public bool IsHypothetical(int token)
    {
        for (var earlier = token - 1; earlier >= _clause.First && !words[earlier].Comma; earlier--)
            if (words[earlier].Has(EventCues.Hypothetical)) return true;

        return false;
    }
}
