namespace Analysis;

/// <summary>What the event dictionary says of the words of texts, with the clitics that stand at them.</summary>
internal sealed class EventForms(EventLexicon lexicon, TokenStream tokens)
{
    // By three times the number of the key, plus one for a word in ة, two for one that lacks its verb's hamza.
    private readonly FormTable<EventWord> _words = new();
    private readonly List<WordRules> _rules = [new([], [])];

    /// <summary>What the tables say of a token; valid until another is asked for.</summary>
    public ref readonly EventWord Of(int token)
    {
        // A word in ة bears no pronoun, though the search key writes both with the same letter.
        var feminine = EndsInTaMarbuta(token);
        ref var word = ref _words.At((3 * tokens.Number[token]) + (feminine ? 1 : 0));
        if (word.Mention == 0) word = Read(token, feminine);
        if (!word.NeedsHamza || tokens.Surface(token).ContainsAnyInRange('\u0622', '\u0626')) return ref word;

        // Nor is هنا the verb هنأ.
        ref var other = ref _words.At((3 * tokens.Number[token]) + 2);
        if (other.Mention == 0) other = word with { Forms = TriggerForm.None };
        return ref other;
    }

    /// <summary>The rules of words by their number.</summary>
    public WordRules Rules(int number) => _rules[number];

    private EventWord Read(int token, bool feminine)
    {
        var key = tokens.Key(token);
        if (tokens.Kind[token] == TokenKind.Symbol)
        {
            // Commas and quotation marks of every script have the same key.
            var quotation = key is "\"" or "'" or "{" or "}" or "[" or "]";
            return EventWord.Plain with { Symbol = true, Comma = key is "," or ";", QuotationMark = quotation };
        }

        var readings = tokens.Readings(token);
        var rules = new WordRules([], []);
        var word = EventWord.Plain with { Joined = JoinedBy(key, readings), Article = key.StartsWith("ال") };
        foreach (var reading in readings) Add(ref word, ref rules, lexicon.Of(reading.Stem), reading, feminine, key[^1] == 'ي');
        foreach (var (rule, form, _) in rules.Triggers)
        {
            word.IsLight |= rule.Kind.IsLight;
            word.TellsDoer |= rule.Kind.IsLight || rule.Role == DeedRole.Claimed;
            if (rule.Says) word.Speech |= form;
        }

        word.Happens = word.IsLight && Array.TrueForAll(rules.Triggers, static trigger => (trigger.Rule.Actors & Slots.Subject) == 0);
        if (rules.Triggers.Length + rules.Needed.Length == 0) return word;
        _rules.Add(rules);
        return word with { Rules = _rules.Count - 1 };
    }

    private static void Add(ref EventWord word, ref WordRules rules, EventEntry entry, Reading reading, bool feminine, bool endsInYa)
    {
        var (bare, definite) = (reading.Tail == 0, (reading.Proclitics & Proclitics.Article) != 0);
        if (entry.Rules is not null) rules = new(rules.Triggers, [.. rules.Needed, .. entry.Rules]);
        if ((bare || entry.Slot == Slots.Genitive) && !definite && word.Slot == 0) (word.Slot, word.After) = (entry.Slot, entry.After);
        if (bare) word.Refers |= entry.Refers;
        if (feminine && !bare) return;
        if (bare && !definite && rules.Triggers.Length == 0)
        {
            word.Cues |= entry.Cues;
            if (word.Cues != 0) word.Proclitics |= reading.Proclitics;
        }
        else if (entry.Cues != 0)
        {
            // Nouns for persons, bodies and things are cues with the article and with a pronoun too.
            word.Cues |= entry.Cues & EventCues.AnyForm;
            word.Suffixed |= rules.Triggers.Length == 0 && !bare;
        }

        if (word.Has(EventCues.Complement) || entry.Triggers is not { } triggers) return;

        // قتلى, هاتفي: of ي on a verb's letters only a noun comes, my killing.
        if (!bare && endsInYa) triggers = Array.FindAll(triggers, static trigger => (trigger.Form & TriggerForm.Noun) != 0);
        if (triggers.Length == 0) return;
        if (rules.Triggers.Length > 0)
        {
            // سيطرته: she held it, and his holding.
            if (!word.Suffixed) return;
            triggers = [.. rules.Triggers, .. triggers];
        }

        word.NeedsHamza = Array.Exists(triggers, static trigger => (trigger.Form & TriggerForm.Hamza) != 0);
        foreach (var trigger in triggers) word.Forms |= trigger.Form & Allowed(reading.Proclitics);
        rules = new(triggers, rules.Needed);
        (word.Suffixed, word.Proclitics) = (!bare || triggers[0].Form.HasFlag(TriggerForm.Suffix), reading.Proclitics | triggers[0].Joined);
    }

    // Whatever signs stand on it.
    private bool EndsInTaMarbuta(int token)
    {
        var last = tokens.End[token] - 1;
        while (last > tokens.Start[token] && Letters.Class(tokens.Text[last]) == LetterClass.Mark) last--;
        return tokens.Text[last] == 'ة';
    }

    /// <summary>Whether a search key looks like a word with ب and the article: بالصواريخ.</summary>
    public static bool BeginsWithByArticle(ReadOnlySpan<char> key) => key.StartsWith("بال") || key.StartsWith("وبال");

    private Proclitics JoinedBy(ReadOnlySpan<char> key, ReadOnlySpan<Reading> readings)
    {
        if (key.StartsWith("لل") || key.StartsWith("ولل")) return Proclitics.For;
        var whole = readings is [{ Proclitics: Proclitics.None } first, ..] && lexicon.Of(first.Stem).Cues != 0; // باليستية
        if (BeginsWithByArticle(key) && !whole) return Proclitics.By;
        var proclitics = readings.Length > 0 ? readings[0].Proclitics : key.Length > 4 && key[0] == 'و' ? Proclitics.And : Proclitics.None;
        foreach (var reading in readings)
        {
            // A word that a rule needs is known with its proclitic too, and a thing: بغارة, بصواريخ.
            var entry = lexicon.Of(reading.Stem);
            if (entry.Triggers is not null || (entry.Cues & EventCues.Thing) != 0) proclitics |= reading.Proclitics;
        }

        if ((proclitics & Proclitics.For) != 0) return Proclitics.For;
        return (proclitics & Proclitics.By) != 0 ? Proclitics.By : proclitics & Proclitics.And;
    }

    // A preposition or the article makes a noun, س an imperfect; ل before an imperfect is purpose, which is no event.
    private static TriggerForm Allowed(Proclitics proclitics)
    {
        if ((proclitics & (Proclitics.Article | Proclitics.By | Proclitics.Like | Proclitics.For)) != 0) return TriggerForm.Noun;
        return (proclitics & Proclitics.Will) != 0 ? TriggerForm.Imperfect : TriggerForm.Verb | TriggerForm.Noun;
    }
}

/// <summary>The rules of a word.</summary>
/// <param name="Triggers">Rules that it may trigger.</param>
/// <param name="Needed">Rules that need it in their clause or are excluded by it.</param>
internal readonly record struct WordRules(Trigger[] Triggers, NeededWord[] Needed);
