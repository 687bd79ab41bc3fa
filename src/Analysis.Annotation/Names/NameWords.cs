namespace Analysis;

/// <summary>Splits a name into the words by which it is matched, with the spelling variants of each word and without symbols.</summary>
internal sealed class NameWords
{
    private readonly Vocabulary _vocabulary;
    private readonly List<(string Part, string Other)> _spellings = [];
    private readonly Dictionary<int, int[]> _variants = [];
    private readonly HashSet<int> _joins;

    /// <summary>Reads the table of spellings.</summary>
    public NameWords(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _joins = [vocabulary.Add("عبد"), vocabulary.Add("أبو"), vocabulary.Add("البو")];
        _variants[vocabulary.Add("بن")] = [vocabulary.Add("بن"), vocabulary.Add("ابن")];

        // The ending of أبو depends on its case.
        _variants[vocabulary.Add("أبو")] = [vocabulary.Add("أبو"), vocabulary.Add("أبي"), vocabulary.Add("أبا")];
        foreach (var row in Lexicon.Read("spellings.tsv", "part", "other", "example"))
            _spellings.Add((Letters.KeyOf(row[0]), Letters.KeyOf(row[1])));
    }

    /// <summary>The ways to write a name, each as a sequence of words, and each word as the forms that may stand for it.</summary>
    public int[][][] Of(string name)
    {
        // Quotation marks, hyphens and dots are dropped, since they are also ignored in texts.
        var words = Array.FindAll(_vocabulary.AddPhrase(name), form => char.IsLetterOrDigit(_vocabulary.Forms[form][0]));
        var (variants, join) = (Array.ConvertAll(words, Variants), Array.FindIndex(words, _joins.Contains));
        if (join < 0 || join + 1 >= words.Length) return [variants];

        // عبد المهدي and أبو ظبي are also written as one word.
        var joined = _vocabulary.Add(string.Concat(_vocabulary.Forms[words[join]], _vocabulary.Forms[words[join + 1]]));
        return [variants, [.. variants[..join], Variants(joined), .. variants[(join + 2)..]]];
    }

    private int[] Variants(int form)
    {
        if (_variants.TryGetValue(form, out var known)) return known;
        var word = _vocabulary.Forms[form];
        foreach (var (part, other) in _spellings)
        {
            var (from, to) = word.Contains(part, StringComparison.Ordinal) ? (part, other) : (other, part);
            if (word.Contains(from, StringComparison.Ordinal))
                return _variants[form] = [form, _vocabulary.Add(word.ToString().Replace(from, to, StringComparison.Ordinal))];
        }

        return _variants[form] = [form];
    }
}
