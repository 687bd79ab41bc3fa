namespace Analysis;

/// <summary>A word, phrase or number of time that stands at a token of a text.</summary>
/// <param name="Class">Number of its class in <see cref="TimeWords"/>.</param>
/// <param name="Value">Its value.</param>
/// <param name="End">Token after its last one.</param>
/// <param name="Proclitics">The clitics before it.</param>
/// <param name="Skip">Letters of these clitics in its first token.</param>
/// <param name="Digits">Number of digits with which it is written; 0 for words.</param>
internal readonly record struct TimeTerm(int Class, int Value, int End, Proclitics Proclitics, byte Skip, byte Digits)
{
    private const Proclitics Leading = Proclitics.And | Proclitics.So | Proclitics.By | Proclitics.For | Proclitics.Like;

    /// <summary>Whether its proclitics are those of a joint. The first term of an expression may have any before it.</summary>
    public bool Joins(TimeJoint joint, bool isFirst) => joint switch
    {
        TimeJoint.And => Proclitics == Proclitics.And,
        TimeJoint.For => (Proclitics & ~Proclitics.And) == Proclitics.For,
        _ when isFirst => (Proclitics & ~Leading) == 0,
        TimeJoint.Preposition => (Proclitics & ~(Proclitics.By | Proclitics.For)) == 0,
        _ => Proclitics == Proclitics.None,
    };
}

/// <summary>The terms of time of a text: what may stand at each of its tokens.</summary>
internal sealed partial class TimeTerms(TimeWords words, TokenStream tokens)
{
    // 999,999 has nine words.
    private const int LongestNumber = 16;
    private const int LongestPhrase = 4;

    private readonly int _digits = words["digits"];
    private readonly int _integer = words["integer"];
    private readonly int _ordinal = words["ordinal"];
    private readonly int _line = words["line"];
    private readonly int _and = tokens.FormOf("و");

    // The terms that were asked for, and where those of each token are among them; a default value until they are read.
    private readonly List<TimeTerm> _terms = [];
    private readonly List<TimeTerm> _before = [];
    private Range[] _read = [];

    /// <summary>Begins a text.</summary>
    public void Begin()
    {
        CollectionsMarshal.SetCount(_terms, 1);
        if (_read.Length < tokens.Count) _read = new Range[2 * tokens.Count];
        Array.Clear(_read, 0, tokens.Count);
    }

    /// <summary>The terms that begin at a token; words with an enclitic pronoun are none.</summary>
    public ReadOnlySpan<TimeTerm> At(int token)
    {
        if (_read[token].Equals(default)) _read[token] = Read(token).._terms.Count;
        return CollectionsMarshal.AsSpan(_terms)[_read[token]];
    }

    /// <summary>Whether an expression may go on at a token: in running text also over one line break.</summary>
    public bool GoesOn(int token) => token < tokens.Count
        && (!tokens.AfterBreak[token] || tokens.Text.AsSpan(tokens.End[token - 1]..tokens.Start[token]).Count('\n') <= 1);

    /// <summary>The terms that begin at a token of the same line as the token before.</summary>
    public ReadOnlySpan<TimeTerm> After(int token) => token < tokens.Count && !tokens.AfterBreak[token] ? At(token) : [];

    /// <summary>The terms that end before a token of the same line, or the beginning of the line; valid until others are asked
    /// for.</summary>
    public ReadOnlySpan<TimeTerm> Before(int token)
    {
        _before.Clear();
        if (token == 0 || tokens.AfterBreak[token]) _before.Add(new TimeTerm(_line, 0, token, Proclitics.None, 0, 0));
        for (var start = token - 1; start >= Math.Max(0, token - LongestPhrase) && !tokens.AfterBreak[token]; start--)
        {
            foreach (ref readonly var term in At(start))
                if (term.End == token) _before.Add(term);
        }

        return CollectionsMarshal.AsSpan(_before);
    }

    /// <summary>Whether one of several terms is of a class and joined in a certain way.</summary>
    public static bool Have(ReadOnlySpan<TimeTerm> several, int of, TimeJoint joint = TimeJoint.Plain, bool isFirst = false)
    {
        foreach (ref readonly var term in several)
            if (term.Class == of && term.Joins(joint, isFirst)) return true;

        return false;
    }

    // Adds the terms at a token, and returns the index of the first.
    private int Read(int token)
    {
        // The conjunction as a word of its own, as before digits, joins the next term.
        if (tokens.Form[token] == _and && GoesOn(token + 1) && tokens.Form[token + 1] != _and)
        {
            var joined = At(token + 1);
            var first = _terms.Count;
            foreach (ref readonly var term in joined)
                if (term.Proclitics == Proclitics.None) _terms.Add(term with { Proclitics = Proclitics.And });

            return first;
        }

        var start = _terms.Count;
        if (tokens.Kind[token] == TokenKind.Number) AddDigits(token);
        foreach (var reading in tokens.Readings(token))
            if (reading.Tail == 0) AddWords(token, reading);

        return start;
    }

    private void AddWords(int token, in Reading reading)
    {
        foreach (ref readonly var word in words.BeginningWith(reading.Stem).AsSpan())
        {
            if (!Stands(word, token, reading.Skip)) continue;
            var (value, end) = word.Class == _integer || word.Class == _ordinal
                ? Number(word, token) : (word.Value, token + word.Forms.Length);
            _terms.Add(new TimeTerm(word.Class, value, end, reading.Proclitics, reading.Skip, 0));
        }
    }

    private void AddDigits(int token)
    {
        if (tokens.NumberAt(token) is not (>= 0 and var value)) return;
        var length = byte.CreateSaturating(tokens.End[token] - tokens.Start[token]);
        var term = new TimeTerm(_digits, value, token + 1, Proclitics.None, 0, length);
        _terms.Add(term);
        if (!Glued().IsMatch(tokens.Text, tokens.Start[token])) _terms.Add(term with { Class = _integer });
    }

    // A number attached to a separator and another number is part of a longer one: 5,7 and 3.000.
    [GeneratedRegex(@"\G(?:(?<=\d[.,،٫٬:])|\d+[.,،٫٬:]\d)")]
    private static partial Regex Glued();

    // Whether a word stands completely at its first token: its exact spelling, and the rest of a phrase.
    private bool Stands(in TimeWord word, int token, int skip)
    {
        for (var part = 1; part < word.Forms.Length; part++)
            if (!GoesOn(token + part) || tokens.Form[token + part] != word.Forms[part]) return false;

        if (word.Exact is null) return true;
        var spelling = tokens.Text[tokens.OffsetBehind(token, skip)..tokens.End[token + word.Forms.Length - 1]];
        return string.Concat(spelling.Where(letter => Letters.Class(letter) != LetterClass.Mark)) == word.Exact;
    }

    // A number in words. Descending values are added (ألف وتسعمئة وثمانين), and units to tens; a larger value directly after a
    // smaller one multiplies it.
    private (int Value, int End) Number(in TimeWord first, int token)
    {
        var (total, current) = (0, first.Value);
        var end = token + 1;
        for (; end - token < LongestNumber && GoesOn(end); end++)
        {
            var next = Math.Max(ValueOf(tokens.Form[end], first.Class), ValueOf(tokens.Form[end], _integer) == 10 ? 10 : 0);
            var joined = Joined(end, first.Class);
            var isAdded = current < 10 ? joined is >= 20 and < 100 : joined < 100 ? current >= 100 : joined < 1000 && current >= 1000;
            if (next is 10 or 100 or 1000 && current < next) current = next == 10 ? current + next : current * next;
            else if (joined > 0 && isAdded) (total, current) = (total + current, joined);
            else break;
        }

        return (total + current, end);
    }

    // Value of a number; 0 if the form is none.
    private int ValueOf(int form, int of) => Array.Find(words.BeginningWith(form), word => word.Class == of).Value;

    // Value of a number joined by the conjunction; 0 if there is none.
    private int Joined(int token, int of)
    {
        foreach (var reading in tokens.Readings(token))
            if (reading is { Proclitics: Proclitics.And, Tail: 0 } && ValueOf(reading.Stem, of) is > 0 and var value) return value;

        return 0;
    }
}
