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
internal sealed partial class TokenStream
{
    private readonly Vocabulary _vocabulary;
    private readonly Forms _forms;
    private Reading[]?[] _readings;
    private WordUses[] _uses;

    /// <summary>Creates a stream that reads words by a vocabulary.</summary>
    public TokenStream(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _forms = vocabulary.Forms.Copy();
        _readings = new Reading[]?[_forms.Count * 2];
        _uses = new WordUses[_readings.Length];
    }

    public string Text { get; private set; } = "";

    /// <summary>
    /// Number of times that the forms outside the lexicons were removed. Data cached by form is valid for one generation.
    /// </summary>
    public int Generation { get; private set; }

    public int Count { get; private set; }

    /// <summary>Start offset of each token.</summary>
    public int[] Start { get; private set; } = new int[256];

    /// <summary>End offset of each token, exclusive.</summary>
    public int[] End { get; private set; } = new int[256];

    public TokenKind[] Kind { get; private set; } = new TokenKind[256];

    /// <summary>
    /// Form of each token: the key of a word or number, or the folded character of a symbol. Forms at or above
    /// <see cref="Vocabulary.Count"/> are in no lexicon.
    /// </summary>
    public int[] Form { get; private set; } = new int[256];

    /// <summary>Whether a line break precedes the token.</summary>
    public bool[] AfterBreak { get; private set; } = new bool[256];

    /// <summary>Readings of a token, the whole form first; empty if no lexicon contains any.</summary>
    public ReadOnlySpan<Reading> Readings(int token) => ReadingsOf(Form[token]);

    /// <summary>Uses of each token, over all of its readings.</summary>
    public WordUses[] Uses { get; private set; } = new WordUses[256];

    /// <summary>The search key of a token.</summary>
    public ReadOnlySpan<char> Key(int token) => _forms[Form[token]];

    /// <summary>The form of a search key; 0 if neither a lexicon nor the stream contains it.</summary>
    public int FormOf(ReadOnlySpan<char> key) => _forms.Find(key);

    /// <summary>Whether a token is a quotation mark, or a brace or bracket used as one; it may occur inside a name.</summary>
    public bool IsQuote(int token) =>
        Kind[token] == TokenKind.Symbol && Text[Start[token]] is '"' or '“' or '”' or '„' or '«' or '»' or '‹' or '›' or '\'' or '‘' or '’' or '{' or '}' or '[' or ']';

    /// <summary>Raw text of a token.</summary>
    public ReadOnlySpan<char> Surface(int token) => Text.AsSpan(Start[token], End[token] - Start[token]);

    /// <summary>Tokens with any of the given uses, in text order.</summary>
    /// <param name="uses">The uses.</param>
    /// <param name="buffer">Receives the tokens; it is enlarged as needed.</param>
    /// <returns>The number of tokens.</returns>
    public int Select(WordUses uses, ref int[] buffer)
    {
        if (buffer.Length < Count) buffer = new int[Start.Length];
        var all = Uses.AsSpan(0, Count);
        var selected = 0;
        for (var token = 0; token < all.Length; token++)
        {
            // Always written but counted only on a match, to avoid a branch that is hard to predict.
            buffer[selected] = token;
            selected += (all[token] & uses) != 0 ? 1 : 0;
        }

        return selected;
    }

    /// <summary>
    /// Raw offset after the first <paramref name="letters"/> letters of a token's key and after their marks, that is, where a stem begins.
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

    /// <summary>Value of a number token; −1 if it has more than nine digits.</summary>
    public int NumberAt(int token)
    {
        if (Kind[token] != TokenKind.Number || End[token] - Start[token] > 9) return -1;
        var value = 0;
        foreach (var digit in Surface(token)) value = value * 10 + Letters.DigitValue(digit);
        return value;
    }

    private ReadOnlySpan<Reading> ReadingsOf(int form)
    {
        if (form >= _readings.Length) Array.Resize(ref _readings, Math.Max(form + 1, _readings.Length * 2));
        return _readings[form] ??= Clitics.Read(_forms, _vocabulary.Count, _forms[form], form, _vocabulary.Indivisible);
    }
}
