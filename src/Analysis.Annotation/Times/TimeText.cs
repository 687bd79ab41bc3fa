namespace Analysis;

/// <summary>A word of time in a token.</summary>
/// <param name="Word">The word, or the phrase that begins with it.</param>
/// <param name="Proclitics">The proclitics before it in the token.</param>
/// <param name="Skip">Number of their letters.</param>
internal readonly record struct TimeReading(TimeWord Word, Proclitics Proclitics, byte Skip);

/// <summary>
/// The words of time in a text, by the token at which they begin or end. The
/// results for a form, which may have many readings, are cached. Not thread-safe.
/// </summary>
internal sealed class TimeText(TimeWords words)
{
    private const Proclitics Prepositions = Proclitics.By | Proclitics.For;
    private const Proclitics Leading = Proclitics.And | Proclitics.So | Proclitics.By | Proclitics.For | Proclitics.Like;

    // Maximum number of tokens of a time expression.
    private const int LongestMatch = 32;

    // By form; 0 and null mean not looked up yet, since no set is empty.
    private ulong[] _sets = [];
    private TimeReading[]?[] _readings = [];
    private int _generation;

    public TokenStream Tokens { get; private set; } = null!;

    /// <summary>Begins a text. The caches are cleared if it belongs to another stream.</summary>
    public void Begin(TokenStream tokens)
    {
        if (ReferenceEquals(Tokens, tokens) && _generation == tokens.Generation) return;
        (Tokens, _generation) = (tokens, tokens.Generation);
        Array.Clear(_sets);
        Array.Clear(_readings);
    }

    /// <summary>The <see cref="TimeSet"/> of a token.</summary>
    public ulong SetAt(int token)
    {
        var form = Tokens.Form[token];
        var sets = _sets;
        return form < sets.Length && sets[form] != 0 ? sets[form] : Gather(token, form);
    }

    /// <summary>
    /// The union of the <see cref="TimeSet"/>s of a token and of the later tokens within reach of a match that a rule may require.
    /// </summary>
    public ulong NeededAhead(int token)
    {
        var set = SetAt(token);
        var uses = Tokens.Uses;
        var afterBreak = Tokens.AfterBreak;
        var end = Math.Min(Tokens.Count, token + LongestMatch);
        for (token++; token < end && !afterBreak[token]; token++)
        {
            if ((uses[token] & WordUses.TimePart) != 0) set |= SetAt(token);
        }

        return set;
    }

    /// <summary>The words that begin at a token, in the order of its readings.</summary>
    public ReadOnlySpan<TimeReading> WordsAt(int token)
    {
        var form = Tokens.Form[token];
        if (form >= _readings.Length) Array.Resize(ref _readings, Math.Max(form + 1, _readings.Length * 2));
        return _readings[form] ??= Read(Tokens.Readings(token));
    }

    /// <summary>Whether a word of a class begins at a token with the given joint.</summary>
    public bool Begins(int token, int of, TimeJoint joint)
    {
        if (joint == TimeJoint.And && Tokens.Form[token] == words.And && token + 1 < Tokens.Count && Begins(token + 1, of, TimeJoint.Plain)) return true;
        if ((SetAt(token) & TimeSet.Of(of)) == 0) return false;
        foreach (ref readonly var reading in WordsAt(token))
        {
            if (reading.Word.Class == of && Allows(joint, reading.Proclitics, opening: false) && Holds(token, reading)) return true;
        }

        return words.HasBeginning(of, Tokens.Key(token));
    }

    /// <summary>First token of a word of a class that ends before a token; −1 if there is none.</summary>
    public int Ends(int end, int of)
    {
        if (end == 0 || Tokens.AfterBreak[Math.Min(end, Tokens.Count - 1)]) return -1;
        if (HasWord(end - 1, of, 1) || words.HasBeginning(of, Tokens.Key(end - 1))) return end - 1;
        if ((words.EndSetOf(Tokens.Form[end - 1]) & TimeSet.Of(of)) == 0) return -1;
        foreach (var phrase in words.Phrases(of))
        {
            var first = end - phrase.Forms.Length;
            if (first >= 0 && Tokens.Form[end - 1] == phrase.Forms[^1] && HasWord(first, of, phrase.Forms.Length)) return first;
        }

        return -1;
    }

    /// <summary>Whether the proclitics of a word satisfy a joint.</summary>
    public static bool Allows(TimeJoint joint, Proclitics proclitics, bool opening) => joint switch
    {
        TimeJoint.And => proclitics == Proclitics.And,
        TimeJoint.Preposition => (proclitics & ~Prepositions) == 0,
        TimeJoint.For => (proclitics & ~Proclitics.And) == Proclitics.For,
        _ => opening ? (proclitics & ~Leading) == 0 : proclitics == Proclitics.None,
    };

    /// <summary>
    /// Whether a word matches completely at its first token: its exact spelling, and the rest of a phrase on the same line.
    /// </summary>
    public bool Holds(int token, in TimeReading reading)
    {
        if (reading.Word.Exact is { } spelling && !IsSpelled(token, reading.Skip, spelling)) return false;
        var forms = reading.Word.Forms;
        for (var part = 1; part < forms.Length; part++)
        {
            var at = token + part;
            if (at >= Tokens.Count || Tokens.AfterBreak[at] || Tokens.Form[at] != forms[part]) return false;
        }

        return true;
    }

    private bool HasWord(int token, int of, int length)
    {
        if ((SetAt(token) & TimeSet.Of(of)) == 0) return false;
        foreach (ref readonly var reading in WordsAt(token))
        {
            if (reading.Word.Class == of && reading.Word.Forms.Length == length && (reading.Proclitics & ~Leading) == 0 && Holds(token, reading)) return true;
        }

        return false;
    }

    private bool IsSpelled(int token, int skip, string spelling)
    {
        var matched = 0;
        for (var at = Tokens.OffsetBehind(token, skip); at < Tokens.End[token]; at++)
        {
            var letter = Tokens.Text[at];
            if (Letters.Class(letter) == LetterClass.Mark) continue;
            if (matched == spelling.Length || spelling[matched++] != letter) return false;
        }

        return matched == spelling.Length;
    }

    private ulong Gather(int token, int form)
    {
        if (form >= _sets.Length) Array.Resize(ref _sets, Math.Max(form + 1, _sets.Length * 2));
        var key = Tokens.Key(token);
        var set = TimeSet.Nothing | words.SetOfBeginnings(key);
        if (key is [>= '0' and <= '9', ..]) set |= TimeSet.Digits;
        foreach (var reading in Tokens.Readings(token)) set |= words.SetOf(reading.Stem);
        return _sets[form] = set;
    }

    // Words of time have no enclitic pronoun.
    private TimeReading[] Read(ReadOnlySpan<Reading> readings)
    {
        var found = new List<TimeReading>();
        foreach (var reading in readings)
        {
            if (reading.Tail != 0) continue;
            foreach (var word in words.BeginningWith(reading.Stem)) found.Add(new TimeReading(word, reading.Proclitics, reading.Skip));
        }

        return [.. found];
    }
}
