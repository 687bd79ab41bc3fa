namespace Analysis;

/// <summary>
/// Finds the readings of a word: the word itself, and its stems without a valid chain of proclitics (question, conjunction, then one of
/// future, ب, ك, ل, then the article) or without one enclitic pronoun, as far as the vocabulary contains the stem.
/// </summary>
internal sealed class Clitics
{
    // Longer than any Arabic word with its clitics.
    private const int LongestWord = 64;

    private static readonly string[] Enclitics = ["ه", "ها", "هم", "هما", "هن", "نا", "كم", "ك", "ي"];

    private readonly Vocabulary _vocabulary;
    private readonly string _key;
    private readonly List<Reading> _readings = new(2);

    private Clitics(Vocabulary vocabulary, ReadOnlySpan<char> key) => (_vocabulary, _key) = (vocabulary, key.ToString());

    /// <summary>Readings of a search key: the whole word first, then the others by the number of letters removed, ascending.</summary>
    public static Reading[] Read(Vocabulary vocabulary, ReadOnlySpan<char> key)
    {
        if (key.Length > LongestWord) return vocabulary.Find(key) is > 0 and var form ? [new Reading(form, Proclitics.None, 0, 0)] : [];
        var clitics = new Clitics(vocabulary, key);
        clitics.Read();
        return [.. clitics._readings.OrderBy(reading => reading.Skip + reading.Tail)];
    }

    private void Read()
    {
        Add(_key, Proclitics.None, 0);
        AddStem(Proclitics.None, 0);
        if (_vocabulary.Indivisible.Contains(_vocabulary.Find(_key))) return;

        // The question particle أ precedes all other clitics. Without one of these it would match any word in alef, and before ل
        // the article.
        if (_key is ['ا', 'و' or 'ف' or 'ب', _, _, ..]) ReadChain(Proclitics.Ask, 1);
        ReadChain(Proclitics.None, 0);
    }

    // The conjunction, then the preposition or future particle.
    private void ReadChain(Proclitics taken, int skip)
    {
        var next = At(skip);
        if (next is Proclitics.And or Proclitics.So)
        {
            taken |= next;
            skip++;
            AddRest(taken, skip);
            next = At(skip);
        }

        if (next is Proclitics.None or Proclitics.And or Proclitics.So || _key.Length - skip < 3) return;
        taken |= next;
        skip++;
        if (next == Proclitics.For && _key[skip] == 'ل')
        {
            // لل: the alef of the article is not written. If the stem begins with lam, one of three lams is missing as well.
            var rest = _key[(skip + 1)..];
            Add("ال" + rest, taken, skip);
            Add(rest, taken | Proclitics.Article, skip + 1);
            Add("الل" + rest, taken, skip);
            Add("ل" + rest, taken | Proclitics.Article, skip);
        }

        AddRest(taken, skip);
    }

    private Proclitics At(int letter) => _key.ElementAtOrDefault(letter) switch
    {
        'و' => Proclitics.And,
        'ف' => Proclitics.So,
        'ب' => Proclitics.By,
        'ل' => Proclitics.For,
        'ك' => Proclitics.Like,
        'س' => Proclitics.Will,
        _ => Proclitics.None,
    };

    private void AddRest(Proclitics taken, int skip)
    {
        if (_key.Length - skip < 2) return;
        Add(_key.AsSpan(skip), taken, skip);
        AddStem(taken, skip);
    }

    // The stem without its article or, if it has none, without an enclitic.
    private void AddStem(Proclitics taken, int skip)
    {
        var rest = _key.AsSpan(skip);
        if (rest is ['ا', 'ل', _, _, ..]) Add(rest[2..], taken | Proclitics.Article, skip + 2);
        else AddStemBeforePronoun(rest, taken, skip);
    }

    private void AddStemBeforePronoun(ReadOnlySpan<char> rest, Proclitics taken, int skip)
    {
        foreach (var enclitic in Enclitics)
        {
            if (rest.Length < enclitic.Length + 3 || !rest.EndsWith(enclitic)) continue;
            var stem = rest[..^enclitic.Length];
            Add(stem, taken, skip, enclitic.Length);

            // ة is written ت before a pronoun: زيارة, زيارته.
            if (stem[^1] == 'ت') Add(string.Concat(stem[..^1], "ه"), taken, skip, enclitic.Length);
        }
    }

    private void Add(ReadOnlySpan<char> stem, Proclitics taken, int skip, int tail = 0)
    {
        if (_vocabulary.Find(stem) is > 0 and var form) _readings.Add(new Reading(form, taken, (byte)skip, (byte)tail));
    }
}
