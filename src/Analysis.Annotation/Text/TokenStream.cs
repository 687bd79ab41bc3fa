namespace Analysis;

/// <summary>Kind of token.</summary>
public enum TokenKind : byte
{
    /// <summary>A run of letters with their marks; invisible characters at its edges are excluded.</summary>
    Word,

    /// <summary>A run of decimal digits of any script.</summary>
    Number,

    /// <summary>One character that is not a letter, digit or white space; a surrogate pair counts as one.</summary>
    Symbol,
}

/// <summary>
/// The tokens of one text as parallel arrays, read in a single pass; the input of the annotators. The arrays are reused for each text.
/// Offsets are UTF-16 code units of the raw text. Not thread-safe.
/// </summary>
/// <param name="vocabulary">The words that it reads. An open vocabulary gives no readings and no uses.</param>
internal sealed class TokenStream(Vocabulary vocabulary)
{
    private const int MostWords = 1 << 17;
    private const char ZeroWidthSpace = '\u200B';
    private const int ShortestPart = 3;
    private const string Quotes = "\"“”„«»‹›'‘’{}[]";

    // Words as they are met: what is known of them lies close together, that of the vocabulary does not.
    private Forms _keys = new();
    private FormTable<Word> _words = new();
    private char[] _key = new char[256];
    private bool _broken;

    /// <summary>The text, with letters in place of their presentation forms: rules look at the letters of words.</summary>
    public string Text { get; private set; } = "";

    public int Count { get; private set; }

    /// <summary>Start offset of each token.</summary>
    public int[] Start { get; private set; } = [];

    /// <summary>End offset of each token, exclusive.</summary>
    public int[] End { get; private set; } = [];

    public TokenKind[] Kind { get; private set; } = [];

    /// <summary>Number of each token's key among those met. What depends on the key alone is found once and kept by this number.</summary>
    public int[] Number { get; private set; } = [];

    /// <summary>
    /// Form of each token: the key of a word or number, or the folded character of a symbol. Forms at or above
    /// <see cref="Vocabulary.Count"/> are in no lexicon.
    /// </summary>
    public int[] Form { get; private set; } = [];

    /// <summary>Whether a line break precedes the token.</summary>
    public bool[] AfterBreak { get; private set; } = [];

    /// <summary>Uses of each token, over all of its readings.</summary>
    public WordUses[] Uses { get; private set; } = [];

    /// <summary>Readings of a token, the whole form first; empty if no lexicon contains any.</summary>
    public ReadOnlySpan<Reading> Readings(int token) => _words.At(Number[token]).Readings;

    /// <summary>Forms of the words of names that a token may be a misspelling of; empty for a token with readings.</summary>
    public ReadOnlySpan<int> Spellings(int token) => _words.At(Number[token]).Spellings;

    /// <summary>Room for the class of a token's key, which is found once for each key; 0 until then.</summary>
    public ref byte Class(int token) => ref _words.At(Number[token]).Class;

    /// <summary>The search key of a token.</summary>
    public ReadOnlySpan<char> Key(int token) => _keys[Number[token]];

    /// <summary>The form of a search key; 0 if no lexicon contains it.</summary>
    public int FormOf(ReadOnlySpan<char> key) => vocabulary.Forms.Find(key);

    /// <summary>The form that tokens with a search key have; 0 if no token of the text has it.</summary>
    public int FormMet(ReadOnlySpan<char> key) => _keys.Find(key) is > 0 and var number ? FormOf(key, number) : 0;

    /// <summary>Text of a token.</summary>
    public ReadOnlySpan<char> Surface(int token) => Text.AsSpan(Start[token], End[token] - Start[token]);

    /// <summary>Whether a token is a quotation mark, or a brace or bracket used as one; it may occur inside a name.</summary>
    public bool IsQuote(int token) => Kind[token] == TokenKind.Symbol && Quotes.Contains(Text[Start[token]], StringComparison.Ordinal);

    /// <summary>Whether a token is a quotation mark or an opening bracket.</summary>
    public bool IsOpening(int token) => IsQuote(token) || Key(token) is "(";

    /// <summary>Whether a token is a quotation mark or a closing bracket.</summary>
    public bool IsClosing(int token) => IsQuote(token) || Key(token) is ")";

    /// <summary>Whether tokens begin their line, after symbols at most, and stand before a colon, as the date of an item of a chronology
    /// does.</summary>
    public bool IsLabel(int first, int end)
    {
        while (first > 0 && !AfterBreak[first] && Kind[first - 1] == TokenKind.Symbol) first--;
        return (first == 0 || AfterBreak[first]) && end < Count && Key(end) is ":";
    }

    /// <summary>Value of a number token; −1 if it has more than nine digits.</summary>
    public int NumberAt(int token) =>
        Kind[token] == TokenKind.Number && Key(token).Length <= 9 ? int.Parse(Key(token), CultureInfo.InvariantCulture) : -1;

    /// <summary>
    /// Raw offset after the first <paramref name="letters"/> letters of a token's key and after their marks, that is, where a stem begins.
    /// </summary>
    public int OffsetBehind(int token, int letters)
    {
        Span<char> key = stackalloc char[Letters.LongestLigature];
        var at = Start[token];
        if (letters == 0) return at;
        for (; at < End[token] && letters > 0; at++) letters -= Letters.Spell(Text[at], key);
        while (at < End[token] && Letters.Table[Text[at]].Key == '\0') at++;
        return at;
    }

    /// <summary>Replaces the contents by the tokens of a text.</summary>
    /// <returns>Whether keys have new numbers: tables by number are to be emptied.</returns>
    public bool Read(string text)
    {
        // Else the words would take more and more memory.
        var forgets = _keys.Count > MostWords;
        if (forgets) (_keys, _words) = (new(), new());
        text = Letters.Plain(text);
        (Text, Count, _broken) = (text, 0, true);
        if (Start.Length < text.Length)
        {
            (Start, End, Form, Number) = (new int[text.Length], new int[text.Length], new int[text.Length], new int[text.Length]);
            (Kind, Uses, AfterBreak) = (new TokenKind[text.Length], new WordUses[text.Length], new bool[text.Length]);
        }

        for (var at = 0; at < text.Length;)
        {
            // White space is no token, nor is a mark without a letter before it: a byte order mark, a bidi control, a stray vowel sign.
            var kind = Letters.Class(text[at]);
            _broken |= kind == LetterClass.LineBreak;
            at = kind is LetterClass.Letter or LetterClass.Digit or LetterClass.Symbol ? ReadToken(text, at, kind) : at + 1;
        }

        return forgets;
    }

    // One pass over the letters, since this loop takes most of the time of tokenization.
    private int ReadToken(string text, int start, LetterClass kind)
    {
        var (table, key, length) = (Letters.Table, _key, 0);
        var most = kind != LetterClass.Symbol ? text.Length : char.IsSurrogatePair(text, start) ? start + 2 : start + 1;
        var at = start;
        for (; at < most; at++)
        {
            var letter = table[text[at]];
            var isMark = letter.Class == LetterClass.Mark && kind == LetterClass.Letter;
            if (letter.Class != kind && !(isMark && IsInside(text, at, length))) break;
            if (length + Letters.LongestLigature > key.Length) Array.Resize(ref key, key.Length * 2);
            if (letter.Key is '\0' or Letters.Several) length += Letters.Spell(text[at], key.AsSpan(length));
            else key[length++] = letter.Key;
        }

        _key = key;
        var end = at;
        while (table[text[end - 1]].Class == LetterClass.Mark && Letters.IsInvisible(text[end - 1])) end--;
        Append(start, end, (TokenKind)kind, key.AsSpan(0, length));
        return at;
    }

    // Whether a mark is part of its word. A zero-width space between two parts that may be words separates them.
    private static bool IsInside(string text, int mark, int length) =>
        text[mark] != ZeroWidthSpace || length < ShortestPart || text.Length <= mark + ShortestPart
            || !text.Substring(mark + 1, ShortestPart).All(letter => Letters.Class(letter) == LetterClass.Letter);

    private void Append(int start, int end, TokenKind kind, ReadOnlySpan<char> key)
    {
        var number = _keys.Add(key);
        ref var word = ref _words.At(number);
        if (word.Readings is null) word = Look(key, number, kind);
        (Start[Count], End[Count], Kind[Count], Number[Count]) = (start, end, kind, number);
        (Form[Count], Uses[Count], AfterBreak[Count]) = (word.Form, word.Uses, _broken);
        _broken = false;
        Count++;
    }

    // Words that no lexicon has come after those of the lexicons.
    private int FormOf(ReadOnlySpan<char> key, int number) => FormOf(key) is > 0 and var known ? known : vocabulary.Forms.Count + number;

    private Word Look(ReadOnlySpan<char> key, int number, TokenKind kind)
    {
        var form = FormOf(key, number);
        if (vocabulary.Count == 0) return new Word(form, [], [], WordUses.None);
        var readings = Clitics.Read(vocabulary, key);
        int[] spellings = readings.Length == 0 && kind == TokenKind.Word ? vocabulary.Spellings.Of(key) : [];
        var uses = kind == TokenKind.Number ? WordUses.Time : WordUses.None;
        if (spellings.Length > 0 || (readings.Length == 0 && kind == TokenKind.Word && vocabulary.IsQuestion(key)))
            uses = WordUses.Name;
        foreach (var reading in readings)
        {
            var of = vocabulary.UsesOf(reading.Stem);

            // The first word of a name or time has no enclitic pronoun, and that of a name no separate article.
            if (reading.Tail != 0) of &= ~(WordUses.Name | WordUses.Time);
            if ((reading.Proclitics & (Proclitics.Article | Proclitics.Will)) != 0) of &= ~WordUses.Name;
            uses |= of;
        }

        return new Word(form, readings, spellings, uses);
    }

    private record struct Word(int Form, Reading[]? Readings, int[] Spellings, WordUses Uses)
    {
        public byte Class;
    }
}
