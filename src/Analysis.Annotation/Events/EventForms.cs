namespace Analysis;

/// <summary>
/// Keeps what the lexicon says of the words of a <see cref="TokenStream"/>: a word is looked up once, whose readings are many, and found
/// by its form from then on. Serves one thread.
/// </summary>
internal sealed class EventForms(EventLexicon lexicon)
{
    private const TriggerForm Verb = TriggerForm.Perfect | TriggerForm.Imperfect;

    private static readonly Trigger[] NoTriggers = [];
    private static readonly int[] NoRules = [];

    // Where each form's word is; 0 where it was not looked up yet. A word in ة is another than one in ه: where the lexicon tells them apart,
    // the place is that of the one in ه, inverted, and the one in ة stands behind it.
    private int[] _indexes = new int[1 << 12];
    private EventWord[] _words = new EventWord[1 << 8];
    private Trigger[][] _triggers = new Trigger[1 << 8][];
    private int[][] _needing = new int[1 << 8][];
    private readonly int[] _plain = new int[1 << 9];
    private int _count;
    private TokenStream? _tokens;
    private int _generation;

    /// <summary>Begins a text; what was kept of another stream is forgotten.</summary>
    public void Begin(TokenStream tokens)
    {
        if (ReferenceEquals(_tokens, tokens) && _generation == tokens.Generation) return;
        (_tokens, _generation, _count) = (tokens, tokens.Generation, 0);
        Array.Clear(_indexes);
        Array.Clear(_plain);
        Append(EventWord.Plain, NoTriggers, NoRules);
    }

    /// <summary>What is known of the token, wherever it stands.</summary>
    public ref readonly EventWord Of(TokenStream tokens, int token)
    {
        var form = tokens.Form[token];
        var index = form < _indexes.Length ? _indexes[form] : 0;
        if (index == 0) index = Look(tokens, token, form);
        if (index < 0) index = EndsInTaMarbuta(tokens.Surface(token)) ? ~index + 1 : ~index;
        return ref _words[index];
    }

    /// <summary>Rules that a word may trigger, by <see cref="EventWord.Known"/>.</summary>
    public Trigger[] TriggersOf(int known) => _triggers[known];

    /// <summary>Indexes of the rules that need a word in their clause, by <see cref="EventWord.Known"/>.</summary>
    public int[] RulesNeeding(int known) => _needing[known];

    private int Look(TokenStream tokens, int token, int form)
    {
        if (form >= _indexes.Length) Array.Resize(ref _indexes, Math.Max(form + 1, _indexes.Length * 2));
        if (tokens.Kind[token] == TokenKind.Symbol) return _indexes[form] = ReadSymbol(tokens.Key(token));
        var key = tokens.Key(token);
        var readings = tokens.Readings(token);
        var word = Read(key, readings, feminine: false);
        if (key is not [.., 'ه'] || !HasPronoun(readings)) return _indexes[form] = word;
        var feminine = Read(key, readings, feminine: true);
        var place = Append(_words[word], _triggers[word], _needing[word]);
        Append(_words[feminine], _triggers[feminine], _needing[feminine]);
        return _indexes[form] = ~place;
    }

    // Whatever signs stand on it; alone and final, it has a presentation form each.
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

    // Commas and quotation marks of every script have the same key.
    private int ReadSymbol(ReadOnlySpan<char> key)
    {
        var symbol = EventWord.Plain;
        symbol.Symbol = true;
        symbol.Comma = key is "," or ";";
        symbol.QuotationMark = key is "\"" or "'";
        return Append(symbol, NoTriggers, NoRules);
    }

    // A word in ة bears no pronoun, though the search key writes both with the same letter.
    private int Read(ReadOnlySpan<char> key, ReadOnlySpan<Reading> readings, bool feminine)
    {
        var word = EventWord.Plain;
        var (triggers, needing) = (NoTriggers, NoRules);
        foreach (var reading in readings)
        {
            if (lexicon.RulesNeeding(reading.Stem) is { } rules) needing = [.. needing, .. rules];
            if (reading.Tail == 0 && word.Relation == EventRelation.None) word.Relation = lexicon.Relation(reading.Stem, out word.Paired);
            if (feminine && reading.Tail > 0) continue;
            if (reading.Tail == 0 && (reading.Proclitics & Proclitics.Article) == 0 && triggers.Length == 0)
            {
                word.Cues |= lexicon.Cues(reading.Stem);
                if (word.Cues != 0) word.Proclitics |= reading.Proclitics;
            }

            if (triggers.Length > 0 || (word.Cues & EventCues.Complement) != 0 || lexicon.Triggers(reading.Stem) is not { } found) continue;
            var allowed = Allowed(reading);
            foreach (var trigger in found) word.Forms |= trigger.Form & allowed;
            if (word.Forms == TriggerForm.None) continue;
            triggers = found;
            word.Proclitics = reading.Proclitics | triggers[0].Joined;
            word.Suffixed = reading.Tail > 0;
        }

        word.Joined = JoinedBy(key, readings);
        word.Article = key.StartsWith("ال");
        if (word.Cues != EventCues.None || word.Relation != EventRelation.None || triggers.Length > 0 || needing.Length > 0) return Append(word, triggers, needing);

        // Most words differ in nothing else.
        ref var plain = ref _plain[((int)word.Joined * 2) + (word.Article ? 1 : 0)];
        return plain != 0 ? plain : plain = Append(word, triggers, needing);
    }

    private int Append(EventWord word, Trigger[] triggers, int[] needing)
    {
        if (_count == _words.Length)
        {
            Array.Resize(ref _words, _count * 2);
            Array.Resize(ref _triggers, _count * 2);
            Array.Resize(ref _needing, _count * 2);
        }

        if (triggers.Length > 0 || needing.Length > 0 || word.Paired) word.Known = _count;
        (_words[_count], _triggers[_count], _needing[_count]) = (word, triggers, needing);
        return _count++;
    }

    private static Proclitics JoinedBy(ReadOnlySpan<char> key, ReadOnlySpan<Reading> readings)
    {
        if (key.StartsWith("لل") || key.StartsWith("ولل")) return Proclitics.For;
        if (key.StartsWith("بال") || key.StartsWith("وبال")) return Proclitics.By;
        if (key.StartsWith("كال")) return Proclitics.Like;
        var proclitics = Proclitics.None;
        if (readings.Length > 0) proclitics = readings[0].Proclitics;
        else if (key.Length > 4 && key[0] == 'و') proclitics = Proclitics.And;
        if ((proclitics & Proclitics.For) != 0) return Proclitics.For;
        return (proclitics & Proclitics.By) != 0 ? Proclitics.By : proclitics & Proclitics.And;
    }

    // A preposition or the article makes a noun, س an imperfect; ل before an imperfect is purpose, which is no happening.
    private static TriggerForm Allowed(Reading reading)
    {
        var proclitics = reading.Proclitics;
        if ((proclitics & (Proclitics.Article | Proclitics.By | Proclitics.Like | Proclitics.For)) != 0) return TriggerForm.Noun;
        if ((proclitics & Proclitics.Will) != 0) return TriggerForm.Imperfect;
        return Verb | TriggerForm.Noun;
    }
}
