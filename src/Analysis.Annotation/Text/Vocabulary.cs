namespace Analysis;

/// <summary>What annotators look for at a word: bits by which they pass over most tokens with one look-up.</summary>
[Flags]
internal enum WordUses : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A name of the gazetteer that has one word.</summary>
    Name = 1,

    /// <summary>A title, behind which a person's name may stand.</summary>
    Title = 2,

    /// <summary>A given name, with which a person's name begins wherever it stands.</summary>
    Given = 4,

    /// <summary>The first or last word of a condition on an alias.</summary>
    Condition = 8,

    /// <summary>A time expression may begin here.</summary>
    Time = 16,

    /// <summary>A word that reports an event, or tells something of its clause.</summary>
    Event = 32,

    /// <summary>The first word of a name of the gazetteer that has several.</summary>
    Lead = 64,

    /// <summary>A later word of a name of the gazetteer; of the word as a whole, whatever may be divided from it.</summary>
    Inner = 128,

    /// <summary>A noun of bodies of a state.</summary>
    Body = 256,

    /// <summary>The name of a letter, with which a designation may begin.</summary>
    Initial = 512,

    /// <summary>A noun that announces a name of its kind.</summary>
    Head = 1024,

    /// <summary>A word that rules of time expressions cannot do without.</summary>
    TimePart = 4096,

    /// <summary>What announces a name that the gazetteer may not have, or begins one.</summary>
    Announcing = Title | Given | Body | Initial | Head,

    /// <summary>In a <see cref="TokenStream"/>: the bits of this form have been gathered.</summary>
    Gathered = 0x8000,
}

/// <summary>
/// The words that the lexicons of an annotator know, as numbered forms. Lexicons add their words while they are built; then
/// <see cref="Close"/> fixes what counts as known. A closed vocabulary is shared by any number of <see cref="TokenStream"/>s.
/// </summary>
internal sealed class Vocabulary
{
    private WordUses[] _uses;

    /// <summary>A vocabulary that knows the words that only look as if they began with a proclitic.</summary>
    public Vocabulary()
    {
        _uses = new WordUses[1 << 12];
        Forms = new Forms();
        Indivisible = [];
        foreach (var word in ProcliticRule.Exceptions) Indivisible.Add(Forms.Add(word));
    }

    private Vocabulary(Vocabulary other)
    {
        _uses = (WordUses[])other._uses.Clone();
        Forms = other.Forms.Copy();
        Indivisible = other.Indivisible;
    }

    /// <summary>The forms.</summary>
    public Forms Forms { get; }

    /// <summary>Forms that are never divided into proclitic and stem, such as <c>واشنطن</c> and <c>بغداد</c>.</summary>
    public HashSet<int> Indivisible { get; }

    /// <summary>An open vocabulary of the same words, under the same forms.</summary>
    public Vocabulary Copy() => new(this);

    /// <summary>What annotators look for at a known form.</summary>
    public WordUses UsesOf(int form) => form < _uses.Length ? _uses[form] : WordUses.None;

    /// <summary>Makes an annotator look at a form.</summary>
    public void Mark(int form, WordUses uses)
    {
        if (form >= _uses.Length) Array.Resize(ref _uses, Math.Max(form + 1, _uses.Length * 2));
        _uses[form] |= uses;
    }

    /// <summary>One more than the highest known form.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a word and returns its form.</summary>
    /// <exception cref="InvalidOperationException">The vocabulary is closed and doesn't hold the word.</exception>
    public int Add(string word)
    {
        if (Count == 0) return Forms.Intern(word);
        var form = Forms.Find(Letters.KeyOf(word));
        return form != 0 ? form : throw new InvalidOperationException($"the vocabulary is closed and lacks '{word}'");
    }

    /// <summary>Adds every word, number and symbol of a phrase and returns their forms in order.</summary>
    public int[] AddPhrase(string phrase)
    {
        var forms = new List<int>(4);
        var at = 0;
        while (at < phrase.Length)
        {
            var kind = Letters.Class(phrase[at]);
            var end = at + 1;
            if (kind == LetterClass.Letter)
            {
                while (end < phrase.Length && Letters.Class(phrase[end]) is LetterClass.Letter or LetterClass.Mark) end++;
            }
            else if (kind == LetterClass.Digit)
            {
                while (end < phrase.Length && Letters.Class(phrase[end]) == LetterClass.Digit) end++;
            }
            else if (end < phrase.Length && char.IsSurrogatePair(phrase, at))
            {
                end++;
            }

            if (kind is LetterClass.Letter or LetterClass.Digit or LetterClass.Symbol) forms.Add(Add(phrase[at..end]));
            at = end;
        }

        return [.. forms];
    }

    /// <summary>Closes the vocabulary: forms so far are the known ones.</summary>
    public void Close() => Count = Forms.Count;
}
