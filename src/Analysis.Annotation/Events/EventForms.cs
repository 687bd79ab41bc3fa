namespace Analysis;

/// <summary>
/// What the tables say of the words of a <see cref="TokenStream"/>. The readings of a form are looked up once; then the form's word is kept.
/// Serves one thread.
/// </summary>
internal sealed class EventForms(EventLexicon lexicon)
{
    private readonly List<EventWord> _words = [];

    // Index of each form's word; 0 if it was not looked up yet. The complement of the index where a word in ه and one in ة differ: the latter follows.
    private int[] _indexes = new int[1 << 12];
    private TokenStream? _tokens;
    private int _generation;

    /// <summary>Begins a text. What was kept of another stream is forgotten.</summary>
    public void Begin(TokenStream tokens)
    {
        if (ReferenceEquals(_tokens, tokens) && _generation == tokens.Generation) return;
        (_tokens, _generation) = (tokens, tokens.Generation);
        Array.Clear(_indexes);
        _words.Clear();
        _words.Add(EventWord.Plain);
    }

    /// <summary>What the tables say of a token.</summary>
    public EventWord Of(TokenStream tokens, int token)
    {
        var form = tokens.Form[token];
        if (form >= _indexes.Length) Array.Resize(ref _indexes, Math.Max(form + 1, _indexes.Length * 2));
        var index = _indexes[form];
        if (index == 0) index = _indexes[form] = Look(tokens, token);
        if (index < 0) index = ~index + (EndsInTaMarbuta(tokens.Surface(token)) ? 1 : 0);
        return _words[index];
    }

    private int Look(TokenStream tokens, int token)
    {
        var key = tokens.Key(token);
        if (tokens.Kind[token] == TokenKind.Symbol)
        {
            // Commas and quotation marks of every script have the same key.
            return Append(EventWord.Plain with { Symbol = true, Comma = key is "," or ";", QuotationMark = key is "\"" or "'" or "{" or "}" or "[" or "]" });
        }

        var readings = tokens.Readings(token);
        var index = Append(Read(key, readings, feminine: false));
        if (key is not [.., 'ه'] || !HasPronoun(readings)) return index;
        Append(Read(key, readings, feminine: true));
        return ~index;
    }

    private int Append(EventWord word)
    {
        _words.Add(word);
        return _words.Count - 1;
    }

    // A word in ة bears no pronoun, though the search key writes both with the same letter.
    private EventWord Read(ReadOnlySpan<char> key, ReadOnlySpan<Reading> readings, bool feminine)
    {
        var word = EventWord.Plain;
        foreach (var reading in readings)
        {
            var entry = lexicon.Of(reading.Stem);
            if (entry.Rules is not null) word.Rules = [.. word.Rules ?? [], .. entry.Rules];
            if (reading.Tail == 0 && word.Slot == Slots.None) (word.Slot, word.After) = (entry.Slot, entry.After);
            if (feminine && reading.Tail > 0) continue;
            if (reading.Tail == 0 && (reading.Proclitics & Proclitics.Article) == 0 && word.Triggers is null)
            {
                word.Cues |= entry.Cues;
                if (word.Cues != 0) word.Proclitics |= reading.Proclitics;
            }
            else if (entry.Cues != 0)
            {
                // Nouns for persons, bodies and things are cues with the article and with a pronoun too.
                word.Cues |= entry.Cues & EventCues.AnyForm;
                word.Suffixed |= word.Triggers is null && reading.Tail > 0;
            }

            if (word.Has(EventCues.Complement) || entry.Triggers is not { } triggers) continue;
            if (word.Triggers is not null)
            {
                // سيطرته: she held it, and his holding.
                if (!word.Suffixed || reading.Tail == 0 || reading.Proclitics != word.Proclitics) continue;
                triggers = [.. word.Triggers, .. triggers];
            }

            var allowed = Allowed(reading.Proclitics);
            foreach (var trigger in triggers) word.Forms |= trigger.Form & allowed;
            if (word.Forms == TriggerForm.None) continue;
            word.Triggers = triggers;
            word.Proclitics = reading.Proclitics | triggers[0].Joined;
            word.Suffixed = reading.Tail > 0;
        }

        word.Joined = JoinedBy(key, readings);
        word.Article = key.StartsWith("ال");
        return word;
    }

    // Whatever signs stand on it; isolated and final ة have a presentation form each.
    private static bool EndsInTaMarbuta(ReadOnlySpan<char> word)
    {
        var last = word.Length - 1;
        while (last > 0 && Letters.Class(word[last]) == LetterClass.Mark) last--;
        return word[last] is 'ة' or '\uFE93' or '\uFE94';
    }

    private static bool HasPronoun(ReadOnlySpan<Reading> readings)
    {
        foreach (var reading in readings)
        {
            if (reading.Tail > 0) return true;
        }

        return false;
    }

    private Proclitics JoinedBy(ReadOnlySpan<char> key, ReadOnlySpan<Reading> readings)
    {
        if (key.StartsWith("لل") || key.StartsWith("ولل")) return Proclitics.For;
        if (key.StartsWith("بال") || key.StartsWith("وبال")) return Proclitics.By;
        if (key.StartsWith("كال")) return Proclitics.Like;
        var proclitics = readings.Length > 0 ? readings[0].Proclitics : key.Length > 4 && key[0] == 'و' ? Proclitics.And : Proclitics.None;
        foreach (var reading in readings)
        {
            // A word that a rule needs is known with its proclitic too: بغارة.
            if (lexicon.Of(reading.Stem).Triggers is not null) proclitics |= reading.Proclitics;
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
