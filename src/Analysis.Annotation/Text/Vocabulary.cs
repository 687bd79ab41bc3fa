namespace Analysis;

/// <summary>Uses of a word by the annotators, as flags, so that most tokens are skipped after one look-up.</summary>
[Flags]
internal enum WordUses : byte
{
    /// <summary>No use.</summary>
    None = 0,

    /// <summary>The first word of a name of the gazetteer.</summary>
    Name = 1,

    /// <summary>A title, which a person's name may follow.</summary>
    Title = 2,

    /// <summary>A given name that begins a person's name in any context.</summary>
    Given = 4,

    /// <summary>A time expression may begin here.</summary>
    Time = 8,

    /// <summary>A noun that introduces a name of its kind.</summary>
    Head = 16,
}

/// <summary>
/// The words in the lexicons of an annotator, as numbered forms. Lexicons add their words while they are built; then
/// <see cref="Close"/> fixes the set of known words. Any number of <see cref="TokenStream"/>s may share a closed vocabulary.
/// </summary>
internal sealed partial class Vocabulary
{
    private FormTable<WordUses> _uses = new();

    /// <summary>Creates a vocabulary with the words that merely look as if they began with a proclitic.</summary>
    public Vocabulary()
    {
        foreach (var word in ProcliticRule.Exceptions) Forms.Add(word);
    }

    public Forms Forms { get; private init; } = new();

    /// <summary>The words of names that an unknown word may be a misspelling of; empty until a matcher fills it.</summary>
    public NearNames Spellings { get; } = new();

    /// <summary>One more than the highest known form; 0 while the vocabulary is open.</summary>
    public int Count { get; private set; }

    /// <summary>An open vocabulary with the same words and forms.</summary>
    public Vocabulary Copy() => new() { _uses = _uses.Copy(), Forms = Forms.Copy() };

    /// <summary>Uses of a known form.</summary>
    public WordUses UsesOf(int form) => _uses[form];

    /// <summary>Whether an unknown key may be a name after the question particle أ.</summary>
    public bool IsQuestion(ReadOnlySpan<char> key) => key is ['ا', _, _, _, ..] && (UsesOf(Forms.Find(key[1..])) & WordUses.Name) != 0;

    /// <summary>Adds uses to a form.</summary>
    public void Mark(int form, WordUses uses) => _uses[form] |= uses;

    /// <summary>Adds a word and returns its form.</summary>
    public int Add(string word) => Forms.Add(Letters.KeyOf(word));

    /// <summary>Adds every word, number and symbol of a phrase and returns their forms in order.</summary>
    public int[] AddPhrase(string phrase) => [.. Tokens().Matches(phrase).Select(token => Add(token.Value))];

    // A letter and the letters and marks after it; digits; another sign.
    [GeneratedRegex(@"[\p{L}\p{Mc}][\p{L}\p{M}\p{Cf}]*|\p{Nd}+|[^\s\p{M}\p{Cf}]")]
    private static partial Regex Tokens();

    /// <summary>Closes the vocabulary: only the forms added so far are known.</summary>
    public void Close() => Count = Forms.Count;
}
