namespace Analysis;

/// <summary>A word or phrase of a class of <c>time-words.tsv</c>.</summary>
/// <param name="Class">Number of the class.</param>
/// <param name="Value">Its value, such as 9 for a name of September.</param>
/// <param name="Forms">Its forms in order.</param>
/// <param name="Exact">The only accepted spelling, for words that the search key would confuse; null if any spelling is accepted.</param>
internal readonly record struct TimeWord(int Class, int Value, int[] Forms, string? Exact);

/// <summary>
/// The vocabulary of time expressions, in classes. A row of the file gives a class, a value (a number
/// or one letter) and words separated by <c>|</c>. A leading <c>=</c> accepts exactly this spelling;
/// a trailing <c>*</c> accepts any ending. A literal word in a pattern is a class of its own.
/// </summary>
internal sealed class TimeWords
{
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly List<List<TimeWord>> _members = [];
    private readonly List<List<TimeWord>> _phrases = [];
    private readonly List<List<string>> _beginnings = [];
    private readonly HashSet<char> _firstLetters = [];
    private readonly List<TimeEntry> _entries = [];
    private TimeWord[]?[] _byForm = [];
    private ulong[] _sets = [];
    private ulong[] _endSets = [];

    /// <summary>Reads the words of a table, without adding them to a vocabulary.</summary>
    public TimeWords(List<LexiconRow> rows)
    {
        foreach (var row in rows)
        {
            var name = row[0];
            if (!_classes.TryGetValue(name, out var of)) of = NewClass(name);
            var value = row[1] switch
            {
                "" => 0,
                [var letter] when char.IsAsciiLetter(letter) => letter,
                var digits when int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
                var other => throw row.Error($"value '{other}', expected a number or one letter"),
            };
            foreach (var word in row[2].Split('|')) Add(of, value, word.Trim());
        }

        Cardinal = ClassOf("cardinal");
        Ordinal = ClassOf("ordinal");
        Conjunction = Literal("و");
    }

    /// <summary>Class of cardinal numbers.</summary>
    public int Cardinal { get; }

    /// <summary>Class of ordinal numbers.</summary>
    public int Ordinal { get; }

    /// <summary>Class of the conjunction as a separate word, as it is written before digits.</summary>
    public int Conjunction { get; }

    /// <summary>Form of the conjunction as a separate word.</summary>
    public int And { get; private set; }

    /// <summary>Number of a class; −1 if there is none with that name.</summary>
    public int ClassOf(string name) => _classes.GetValueOrDefault(name, -1);

    /// <summary>Number of the class that contains only this word or phrase.</summary>
    public int Literal(string words)
    {
        if (_classes.TryGetValue(words, out var found)) return found;
        var of = NewClass(words);
        Add(of, 0, words);
        return of;
    }

    /// <summary>The members of a class.</summary>
    public List<TimeWord> Members(int of) => _members[of];

    /// <summary>Members of a class with several words.</summary>
    public List<TimeWord> Phrases(int of) => _phrases[of];

    /// <summary>Adds the words to a vocabulary that is still open. From then on they are looked up by form.</summary>
    public void Enter(Vocabulary vocabulary)
    {
        And = vocabulary.Add("و");
        var collected = new Dictionary<int, List<TimeWord>>();
        foreach (var entry in _entries) Enter(vocabulary, entry, collected);
        _byForm = new TimeWord[]?[vocabulary.Forms.Count];
        _sets = new ulong[_byForm.Length];
        _endSets = new ulong[_byForm.Length];
        foreach (var (form, words) in collected)
        {
            _byForm[form] = [.. words];
            foreach (var word in words)
            {
                _sets[form] |= TimeSet.Of(word.Class);
                _endSets[word.Forms[^1]] |= TimeSet.Of(word.Class);
            }
        }
    }

    /// <summary>The <see cref="TimeSet"/> of the classes of which a word may begin with a form.</summary>
    public ulong SetOf(int form) => form < _sets.Length ? _sets[form] : 0;

    /// <summary>The <see cref="TimeSet"/> of the classes of which a word or phrase may end with a form.</summary>
    public ulong EndSetOf(int form) => form < _endSets.Length ? _endSets[form] : 0;

    /// <summary>The words that begin with a form.</summary>
    public ReadOnlySpan<TimeWord> BeginningWith(int form) => form < _byForm.Length ? _byForm[form] : default;

    /// <summary>The <see cref="TimeSet"/> of the classes with a word marked <c>*</c> that is a prefix of a key.</summary>
    public ulong SetOfBeginnings(ReadOnlySpan<char> key)
    {
        var set = 0UL;
        if (key.IsEmpty || !_firstLetters.Contains(key[0])) return set;
        for (var of = 0; of < _beginnings.Count; of++)
        {
            if (HasBeginning(of, key)) set |= TimeSet.Of(of);
        }

        return set;
    }

    /// <summary>Whether a class has a word marked <c>*</c> that is a prefix of a key.</summary>
    public bool HasBeginning(int of, ReadOnlySpan<char> key)
    {
        foreach (var beginning in _beginnings[of])
        {
            if (key.Length > beginning.Length && key[0] == beginning[0] && key.StartsWith(beginning, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private int NewClass(string name)
    {
        _classes.Add(name, _members.Count);
        _members.Add([]);
        _phrases.Add([]);
        _beginnings.Add([]);
        return _members.Count - 1;
    }

    private void Add(int of, int value, string word)
    {
        if (word.EndsWith('*'))
        {
            var beginning = Letters.KeyOf(word.AsSpan(0, word.Length - 1));
            _beginnings[of].Add(beginning);
            _firstLetters.Add(beginning[0]);
            return;
        }

        var isExact = word.StartsWith('=');
        _entries.Add(new TimeEntry(of, value, isExact ? word[1..] : word, isExact));
    }

    private void Enter(Vocabulary vocabulary, TimeEntry entry, Dictionary<int, List<TimeWord>> collected)
    {
        var forms = vocabulary.AddPhrase(entry.Text);
        Enter(new TimeWord(entry.Class, entry.Value, forms, entry.IsExact ? entry.Text : null), collected);

        // A phrase written without spaces counts as one word.
        if (forms.Length > 1 && IsOfLetters(entry.Text))
        {
            Enter(new TimeWord(entry.Class, entry.Value, [vocabulary.Add(entry.Text.Replace(" ", "", StringComparison.Ordinal))], Exact: null), collected);
        }
    }

    private void Enter(TimeWord word, Dictionary<int, List<TimeWord>> collected)
    {
        _members[word.Class].Add(word);
        if (word.Forms.Length > 1) _phrases[word.Class].Add(word);
        if (!collected.TryGetValue(word.Forms[0], out var words)) collected.Add(word.Forms[0], words = []);
        words.Add(word);
    }

    private static bool IsOfLetters(string text)
    {
        foreach (var letter in text)
        {
            if (letter != ' ' && Letters.Class(letter) != LetterClass.Letter) return false;
        }

        return true;
    }

    private sealed record TimeEntry(int Class, int Value, string Text, bool IsExact);
}
