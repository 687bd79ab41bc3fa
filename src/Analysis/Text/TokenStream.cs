namespace Analysis;

/// <summary>What a token is.</summary>
public enum TokenKind : byte
{
    /// <summary>A run of letters with the marks on and among them; what can't be seen is cut off at its edges.</summary>
    Word,

    /// <summary>A run of decimal digits of any script.</summary>
    Number,

    /// <summary>One character that is neither letter, digit nor blank; a pair of surrogates is one.</summary>
    Symbol,
}

/// <summary>
/// The tokens of one text as arrays, one entry a token, made in a single pass and made anew for each text: what the annotators read.
/// Offsets are UTF-16 code units of the raw text. One stream serves one thread.
/// </summary>
internal sealed class TokenStream
{
    private const int MostForms = 1 << 18;

    // The longest one, U+FDFA, has 18 letters.
    private const int LongestLigature = 32;

    private readonly Vocabulary _vocabulary;
    private readonly Forms _forms;
    private Reading[]?[] _readings;
    private WordUses[] _uses;
    private char[] _key = new char[256];

    /// <summary>A stream whose words are read by a vocabulary.</summary>
    public TokenStream(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _forms = vocabulary.Forms.Copy();
        _readings = new Reading[]?[_forms.Count * 2];
        _uses = new WordUses[_readings.Length];
    }

    /// <summary>The raw text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How often the stream has forgotten the forms that no lexicon knows; what is kept by form holds for one generation.</summary>
    public int Generation { get; private set; }

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>First code unit of each token.</summary>
    public int[] Start { get; private set; } = new int[256];

    /// <summary>Behind the last code unit of each token.</summary>
    public int[] End { get; private set; } = new int[256];

    /// <summary>Kind of each token.</summary>
    public TokenKind[] Kind { get; private set; } = new TokenKind[256];

    /// <summary>
    /// Form of each token: of the key of a word or number, of the folded character of a symbol. Forms at or above
    /// <see cref="Vocabulary.Count"/> are in no lexicon.
    /// </summary>
    public int[] Form { get; private set; } = new int[256];

    /// <summary>Whether a line break stands before the token.</summary>
    public bool[] AfterBreak { get; private set; } = new bool[256];

    /// <summary>Readings of a token, the whole form first; empty where no lexicon knows any.</summary>
    public ReadOnlySpan<Reading> Readings(int token) => ReadingsOf(Form[token]);

    /// <summary>What annotators look for at each token: at any of its readings.</summary>
    public WordUses[] Uses { get; private set; } = new WordUses[256];

    /// <summary>The search key of a token.</summary>
    public ReadOnlySpan<char> Key(int token) => _forms[Form[token]];

    /// <summary>The search key of a form that this stream gave out.</summary>
    public ReadOnlySpan<char> KeyOf(int form) => _forms[form];

    /// <summary>Whether a token is a quotation mark, which may stand inside a name.</summary>
    public bool IsQuote(int token) =>
        Kind[token] == TokenKind.Symbol && Text[Start[token]] is '"' or '“' or '”' or '„' or '«' or '»' or '‹' or '›' or '\'' or '‘' or '’';

    /// <summary>Raw text of a token.</summary>
    public ReadOnlySpan<char> Surface(int token) => Text.AsSpan(Start[token], End[token] - Start[token]);

    /// <summary>Tokens of certain uses, in text order.</summary>
    /// <param name="uses">Any of these.</param>
    /// <param name="buffer">Where to write them; it grows as need be.</param>
    /// <returns>How many there are.</returns>
    public int Select(WordUses uses, ref int[] buffer)
    {
        if (buffer.Length < Count) buffer = new int[Start.Length];
        var all = Uses.AsSpan(0, Count);
        var selected = 0;
        for (var token = 0; token < all.Length; token++)
        {
            // Written always and counted where it holds: no branch that the processor would guess wrong.
            buffer[selected] = token;
            selected += (all[token] & uses) != 0 ? 1 : 0;
        }

        return selected;
    }

    /// <summary>Makes the stream hold the tokens of a text.</summary>
    public void Read(string text)
    {
        if (_forms.Count > MostForms) Forget();
        Text = text;
        Count = 0;
        var table = Letters.Table;
        var broken = true;
        for (var at = 0; at < text.Length;)
        {
            switch (table[text[at]].Class)
            {
                case LetterClass.Letter:
                    at = ReadWord(text, at, broken);
                    broken = false;
                    break;
                case LetterClass.Digit:
                    at = ReadNumber(text, at, broken);
                    broken = false;
                    break;
                case LetterClass.Symbol:
                    at = ReadSymbol(text, at, broken);
                    broken = false;
                    break;
                case LetterClass.LineBreak:
                    broken = true;
                    at++;
                    break;
                default:
                    // A blank, or a mark with no letter before it: a byte order mark, a control of direction, a stray vowel sign.
                    at++;
                    break;
            }
        }
    }

    /// <summary>
    /// Raw offset behind the first <paramref name="letters"/> letters of a token's key, and behind the marks on them: where a stem begins.
    /// </summary>
    public int OffsetBehind(int token, int letters)
    {
        var at = Start[token];
        if (letters == 0) return at;
        for (; at < End[token]; at++)
        {
            var key = Letters.Key(Text[at]);
            if (key == '\0') continue;
            if (letters == 0) return at;
            letters = Math.Max(0, letters - (key == Letters.Several ? Letters.Expand(Text[at]).Length : 1));
        }

        return at;
    }

    /// <summary>Raw offset before the last <paramref name="letters"/> letters of a token's key: where an enclitic begins.</summary>
    public int OffsetBefore(int token, int letters)
    {
        var at = End[token];
        while (letters > 0 && at > Start[token])
        {
            at--;
            var key = Letters.Key(Text[at]);
            if (key != '\0') letters -= key == Letters.Several ? Letters.Expand(Text[at]).Length : 1;
        }

        return at;
    }

    /// <summary>Value of a number token; −1 where it has more than nine digits.</summary>
    public int NumberAt(int token)
    {
        if (Kind[token] != TokenKind.Number || End[token] - Start[token] > 9) return -1;
        var value = 0;
        foreach (var digit in Surface(token)) value = value * 10 + Letters.DigitValue(digit);
        return value;
    }

    private int ReadWord(string text, int start, bool broken)
    {
        var (table, key) = (Letters.Table, _key);
        var (code, length, coded) = (0UL, 0, true);
        var at = start;
        for (; at < text.Length; at++)
        {
            var letter = table[text[at]];
            if (letter.Class != LetterClass.Letter)
            {
                if (letter.Class == LetterClass.Mark) continue;
                break;
            }

            if (length + LongestLigature > key.Length) key = GrowKey();
            if (letter.Code != 0)
            {
                code = (code << 8) | letter.Code;
                key[length++] = letter.Key;
            }
            else
            {
                coded = false;
                length += Spell(text[at], letter.Key, length);
            }
        }

        var end = at;
        while (table[text[end - 1]].Class == LetterClass.Mark && Letters.IsInvisible(text[end - 1])) end--;
        Append(start, end, TokenKind.Word, _forms.Add(key.AsSpan(0, length), coded && length <= Forms.LongestCoded ? code : 0), broken);
        return at;
    }

    // Writes the key of a letter that has no code; returns how long it is.
    private int Spell(char letter, char key, int at)
    {
        if (key == '\0') return 0;
        if (key != Letters.Several)
        {
            _key[at] = key;
            return 1;
        }

        var letters = Letters.Expand(letter);
        letters.CopyTo(_key.AsSpan(at));
        return letters.Length;
    }

    private int ReadNumber(string text, int start, bool broken)
    {
        var (table, key) = (Letters.Table, _key);
        var length = 0;
        var at = start;
        for (; at < text.Length && table[text[at]].Class == LetterClass.Digit; at++)
        {
            if (length == key.Length) key = GrowKey();
            key[length++] = table[text[at]].Key;
        }

        Append(start, at, TokenKind.Number, _forms.Add(key.AsSpan(0, length)), broken);
        return at;
    }

    private int ReadSymbol(string text, int start, bool broken)
    {
        var end = start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1);
        for (var at = start; at < end; at++) _key[at - start] = Letters.Key(text[at]);
        Append(start, end, TokenKind.Symbol, _forms.Add(_key.AsSpan(0, end - start)), broken);
        return end;
    }

    private char[] GrowKey()
    {
        Array.Resize(ref _key, _key.Length * 2);
        return _key;
    }

    // Forgets the forms that no lexicon knows.
    private void Forget()
    {
        _forms.Truncate(_vocabulary.Count);
        Generation++;
        Array.Clear(_readings, _vocabulary.Count, _readings.Length - _vocabulary.Count);
        Array.Clear(_uses, _vocabulary.Count, _uses.Length - _vocabulary.Count);
    }

    private WordUses Gather(int form, TokenKind kind)
    {
        var uses = WordUses.Gathered;
        if (kind == TokenKind.Symbol || form >= _vocabulary.Count) uses |= WordUses.Stranger;
        if (kind == TokenKind.Number) uses |= WordUses.Time | WordUses.TimePart;
        foreach (var reading in ReadingsOf(form))
        {
            var of = _vocabulary.UsesOf(reading.Stem);

            // Names and times begin with no pronoun behind their first word, names with no article taken off it.
            if (reading.Tail != 0) of &= ~(WordUses.Name | WordUses.Lead | WordUses.Time);
            if ((reading.Proclitics & (Proclitics.Article | Proclitics.Will)) != 0) of &= ~(WordUses.Name | WordUses.Lead);
            if (reading.Stem != form) of &= ~WordUses.Inner;
            uses |= of;
        }

        if (form >= _uses.Length) Array.Resize(ref _uses, _readings.Length);
        return _uses[form] = uses;
    }

    private ReadOnlySpan<Reading> ReadingsOf(int form)
    {
        if (form >= _readings.Length) Array.Resize(ref _readings, Math.Max(form + 1, _readings.Length * 2));
        return _readings[form] ??= Clitics.Read(_forms, _vocabulary.Count, _forms[form], form, _vocabulary.Indivisible);
    }

    private void Append(int start, int end, TokenKind kind, int form, bool broken)
    {
        var at = Count;
        if (at == Start.Length) Grow();
        Start[at] = start;
        End[at] = end;
        Kind[at] = kind;
        Form[at] = form;
        var uses = form < _uses.Length ? _uses[form] : WordUses.None;
        Uses[at] = uses != WordUses.None ? uses : Gather(form, kind);
        AfterBreak[at] = broken;
        Count = at + 1;
    }

    private void Grow()
    {
        var size = Count * 2;
        Start = Resized(Start, size);
        End = Resized(End, size);
        Kind = Resized(Kind, size);
        Form = Resized(Form, size);
        Uses = Resized(Uses, size);
        AfterBreak = Resized(AfterBreak, size);
    }

    private static T[] Resized<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
