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
internal sealed partial class TokenStream
{
    private readonly Vocabulary _vocabulary;
    private readonly Forms _forms;
    private Reading[]?[] _readings;
    private WordUses[] _uses;

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

    /// <summary>The form of a search key; 0 where no lexicon knows it and the stream has not met it.</summary>
    public int FormOf(ReadOnlySpan<char> key) => _forms.Find(key);

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

    /// <summary>Value of a number token; −1 where it has more than nine digits.</summary>
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
