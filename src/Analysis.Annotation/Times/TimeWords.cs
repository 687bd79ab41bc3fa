namespace Analysis;

/// <summary>A word or phrase of a class of <c>time-words.tsv</c>.</summary>
/// <param name="Class">Number of the class.</param>
/// <param name="Value">Its value, such as 9 for a name of September.</param>
/// <param name="Forms">Its forms in order.</param>
/// <param name="Exact">The only accepted spelling, for words that the search key would confuse; null if any spelling is accepted.</param>
internal readonly record struct TimeWord(int Class, int Value, int[] Forms, string? Exact);

/// <summary>
/// The vocabulary of time expressions, in classes. Two have no words: <c>digits</c>, and <c>line</c>, which
/// stands before the first word of a line. A row of the file gives a class, a value (a number
/// or one letter) and words separated by <c>|</c>. A leading <c>=</c> accepts exactly this spelling.
/// A literal word in a pattern is a class of its own.
/// </summary>
internal sealed class TimeWords
{
    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly List<TimeWord> _all = [];
    private readonly FormTable<TimeWord[]> _words = new();

    /// <summary>Reads the words and adds them to a vocabulary that is still open.</summary>
    /// <exception cref="InvalidDataException">A row is malformed; the message gives file and line.</exception>
    public TimeWords(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        NewClass("digits");
        NewClass("line");
        foreach (var row in Lexicon.Read("time-words.tsv", "class", "value", "words"))
        {
            var of = _classes.TryGetValue(row[0], out var known) ? known : NewClass(row[0]);
            foreach (var word in row[2].Split('|')) Add(of, ValueOf(row[1], row), word.Trim());
        }
    }

    /// <summary>All words with their first forms.</summary>
    public IReadOnlyList<TimeWord> All => _all;

    /// <summary>Number of a class of the file.</summary>
    public int this[string name] => _classes[name];

    /// <summary>Number of a class; a literal word, such as <c>في</c> or <c>"/"</c>, is a class of its own.</summary>
    /// <exception cref="InvalidDataException">No class has that name; the message names the row.</exception>
    public int ClassOf(string name, LexiconRow row)
    {
        if (_classes.TryGetValue(name, out var found)) return found;
        if (char.IsAsciiLetter(name[0])) throw row.Error($"no class, phrase or slot is called '{name}'");
        var of = NewClass(name);
        Add(of, 0, name.Trim('"').Replace('_', ' '));
        return of;
    }

    /// <summary>Value of a field: a number, a letter, or 0 if it is empty.</summary>
    /// <exception cref="InvalidDataException">It is something else; the message names the row.</exception>
    public static int ValueOf(string field, LexiconRow row) => field switch
    {
        "" => 0,
        [var letter] when char.IsAsciiLetter(letter) => letter,
        _ when int.TryParse(field, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw row.Error($"value '{field}', expected a number or one letter"),
    };

    /// <summary>The words that begin with a form.</summary>
    public TimeWord[] BeginningWith(int form) => _words[form] ?? [];

    private int NewClass(string name) => _classes[name] = _classes.Count;

    private void Add(int of, int value, string word)
    {
        var exact = word.StartsWith('=') && word.Length > 1 ? word[1..] : null;
        var forms = _vocabulary.AddPhrase(exact ?? word);
        Add(new TimeWord(of, value, forms, exact));

        // A phrase written without spaces counts as one word.
        if (forms.Length > 1 && word.All(letter => letter == ' ' || Letters.Class(letter) == LetterClass.Letter))
            Add(new TimeWord(of, value, [_vocabulary.Add(word.Replace(" ", "", StringComparison.Ordinal))], Exact: null));
    }

    private void Add(TimeWord word)
    {
        _all.Add(word);
        _words[word.Forms[0]] = [.. BeginningWith(word.Forms[0]), word];
    }
}
