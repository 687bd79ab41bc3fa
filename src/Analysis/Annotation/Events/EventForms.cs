namespace Analysis;

/// <summary>What the lexicon says of a word by itself, wherever it stands.</summary>
internal struct EventForm
{
    /// <summary>Rules that the word may trigger; null where it triggers none.</summary>
    public Trigger[]? Triggers;

    /// <summary>Forms in which it can be a trigger.</summary>
    public TriggerForm Forms;

    /// <summary>What it tells of its clause.</summary>
    public EventCues Cues;

    /// <summary>What stands before the stem.</summary>
    public Proclitics Proclitics;

    /// <summary>Whether a pronoun is written behind the stem.</summary>
    public bool Suffixed;

    /// <summary>Indexes of the rules that need the word in their clause.</summary>
    public int[] NeededBy;
}

/// <summary>
/// Keeps what the lexicon says of the words of a <see cref="TokenStream"/>: a word is looked up once, whose readings are many, and found
/// by its form from then on. Serves one thread.
/// </summary>
internal sealed class EventForms(EventLexicon lexicon)
{
    private const char TaMarbuta = 'ة';
    private const TriggerForm Verb = TriggerForm.Perfect | TriggerForm.Imperfect;

    // Two entries a form, for a word in ة is another than one in ه; 0 where the word was not looked up yet.
    private int[] _indexes = new int[1 << 12];
    private EventForm[] _words = new EventForm[1 << 8];
    private int _count;
    private TokenStream? _tokens;
    private int _generation;

    /// <summary>Begins a text; what was kept of another stream is forgotten.</summary>
    public void Begin(TokenStream tokens)
    {
        if (ReferenceEquals(_tokens, tokens) && _generation == tokens.Generation) return;
        (_tokens, _generation, _count) = (tokens, tokens.Generation, 0);
        Array.Clear(_indexes);
    }

    /// <summary>The word at a token.</summary>
    public ref readonly EventForm Of(TokenStream tokens, int token)
    {
        var feminine = tokens.Text[tokens.End[token] - 1] == TaMarbuta;
        var at = (tokens.Form[token] * 2) + (feminine ? 1 : 0);
        if (at >= _indexes.Length) Array.Resize(ref _indexes, Math.Max(at + 1, _indexes.Length * 2));
        if (_indexes[at] == 0)
        {
            if (_count == _words.Length) Array.Resize(ref _words, _count * 2);
            _words[_count] = Read(tokens.Readings(token), feminine);
            _indexes[at] = ++_count;
        }

        return ref _words[_indexes[at] - 1];
    }

    // A word in ة bears no pronoun, though the search key writes both with the same letter.
    private EventForm Read(ReadOnlySpan<Reading> readings, bool feminine)
    {
        var word = new EventForm { NeededBy = [] };
        foreach (var reading in readings)
        {
            if (lexicon.RulesNeeding(reading.Stem) is { } rules) word.NeededBy = [.. word.NeededBy, .. rules];
            if (feminine && reading.Tail > 0) continue;
            if (reading.Tail == 0 && (reading.Proclitics & Proclitics.Article) == 0 && word.Triggers is null)
            {
                word.Cues |= lexicon.Cues(reading.Stem);
                if (word.Cues != 0) word.Proclitics |= reading.Proclitics;
            }

            if (word.Triggers is not null || (word.Cues & EventCues.Complement) != 0 || lexicon.Triggers(reading.Stem) is not { } triggers) continue;
            var allowed = Allowed(reading);
            var forms = TriggerForm.None;
            foreach (var trigger in triggers) forms |= trigger.Form & allowed;
            if (forms == TriggerForm.None) continue;
            word.Triggers = triggers;
            word.Forms = forms;
            word.Proclitics = reading.Proclitics | triggers[0].Joined;
            word.Suffixed = reading.Tail > 0;
        }

        return word;
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
