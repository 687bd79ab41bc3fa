using System.Globalization;

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
    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly List<List<TimeWord>> _members = [];
    private readonly List<List<string>> _beginnings = [];
    private TimeWord[]?[] _byForm = new TimeWord[]?[1 << 12];

    /// <summary>Reads the words and adds them to a vocabulary that is still open.</summary>
    public TimeWords(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        foreach (var row in Lexicon.Read("time-words.tsv", "class", "value", "words"))
        {
            var of = _classes.TryGetValue(row[0], out var known) ? known : NewClass(row[0]);
            var value = row[1] switch
            {
                "" => 0,
                [var letter] when char.IsAsciiLetter(letter) => letter,
                var digits when int.TryParse(digits, CultureInfo.InvariantCulture, out var number) => number,
                var other => throw row.Error($"value '{other}', expected a number or one letter"),
            };
            foreach (var word in row[2].Split('|')) Add(of, value, word.Trim());
        }

        Cardinal = ClassOf("cardinal");
        Ordinal = ClassOf("ordinal");
        And = vocabulary.Add("و");
    }

    /// <summary>Class of cardinal numbers.</summary>
    public int Cardinal { get; }

    /// <summary>Class of ordinal numbers.</summary>
    public int Ordinal { get; }

    /// <summary>Form of the conjunction as a separate word, as it is written before digits.</summary>
    public int And { get; }

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

    /// <summary>The words that begin with a form.</summary>
    public ReadOnlySpan<TimeWord> BeginningWith(int form) => form < _byForm.Length ? _byForm[form] : default;

    /// <summary>The bit of a class in a set. Classes share bits: a set bit is only a possibility, but an unset one is certain.</summary>
    public static ulong BitOf(int of) => 1UL << (of % 63);

    /// <summary>Whether a class has a word marked <c>*</c> that is a prefix of a key.</summary>
    public bool HasBeginning(int of, ReadOnlySpan<char> key)
    {
        foreach (var beginning in _beginnings[of])
        {
            if (key.Length > beginning.Length && key.StartsWith(beginning, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private int NewClass(string name)
    {
        _classes.Add(name, _members.Count);
        _members.Add([]);
        _beginnings.Add([]);
        return _members.Count - 1;
    }

    private void Add(int of, int value, string word)
    {
        if (word.EndsWith('*'))
        {
            _beginnings[of].Add(Letters.KeyOf(word.AsSpan(0, word.Length - 1)));
            return;
        }

        var exact = word.StartsWith('=') && word.Length > 1 ? word[1..] : null;
        var forms = _vocabulary.AddPhrase(exact ?? word);
        Add(new TimeWord(of, value, forms, exact));

        // A phrase written without spaces counts as one word.
        if (forms.Length > 1 && word.All(letter => letter == ' ' || Letters.Class(letter) == LetterClass.Letter))
        {
            Add(new TimeWord(of, value, [_vocabulary.Add(word.Replace(" ", "", StringComparison.Ordinal))], Exact: null));
        }
    }

    private void Add(TimeWord word)
    {
        _members[word.Class].Add(word);
        var form = word.Forms[0];
        if (form >= _byForm.Length) Array.Resize(ref _byForm, form * 2);
        _byForm[form] = [.. _byForm[form] ?? [], word];
    }
}
