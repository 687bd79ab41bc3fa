using System.Runtime.CompilerServices;

namespace Analysis;

/// <summary>Splits a name into the words by which it is matched, with the spelling variants of each word and without symbols.</summary>
internal sealed class NameWords
{
    private readonly Vocabulary _vocabulary;
    private readonly List<(string Part, string Other)> _spellings = [];
    private readonly FormTable<bool> _joins = new();
    private readonly List<int> _words = new(8);
    private readonly int _son;
    private int[]?[] _variants = new int[]?[1 << 12];

    /// <summary>Reads the table of spellings.</summary>
    public NameWords(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        foreach (var word in (ReadOnlySpan<string>)["عبد", "أبو", "البو"]) _joins[vocabulary.Add(word)] = true;

        // The ending of أبو depends on its case.
        var father = vocabulary.Add("أبو");
        Remember(father, [father, vocabulary.Add("أبي"), vocabulary.Add("أبا")]);
        _son = vocabulary.Add("بن");
        Remember(_son, [_son, vocabulary.Add("ابن")]);
        foreach (var row in Lexicon.Read("spellings.tsv", "part", "other", "example"))
        {
            _spellings.Add((Letters.KeyOf(row[0]), Letters.KeyOf(row[1])));
        }
    }

    /// <summary>The ways to write a name, each as a sequence of words, and each word as the forms that may stand for it.</summary>
    public List<int[][]> Of(string name)
    {
        Split(name);
        var ways = new List<int[][]>(1) { Variants(_words) };

        // عبد المهدي and أبو ظبي are also written as one word.
        for (var i = 0; i + 1 < _words.Count; i++)
        {
            if (!_joins[_words[i]]) continue;
            var joined = _vocabulary.Add(string.Concat(_vocabulary.Forms[_words[i]], _vocabulary.Forms[_words[i + 1]]));
            ways.Add(Variants([.. _words[..i], joined, .. _words[(i + 2)..]]));
            break;
        }

        return ways;
    }

    private int[][] Variants(List<int> words)
    {
        var variants = new int[words.Count][];
        for (var i = 0; i < variants.Length; i++)
        {
            // Inside a name ابن may stand for بن; at the beginning it is a word of its own.
            var word = words[i];
            variants[i] = i == 0 && word == _son ? [_son] : VariantsOf(word);
        }

        return variants;
    }

    private int[] VariantsOf(int form)
    {
        if (form < _variants.Length && _variants[form] is { } known) return known;
        var word = _vocabulary.Forms[form].ToString();
        int[] variants = [form];
        foreach (var (part, other) in _spellings)
        {
            var (from, to) = word.Contains(part, StringComparison.Ordinal) ? (part, other) : (other, part);
            if (!word.Contains(from, StringComparison.Ordinal)) continue;
            variants = [form, _vocabulary.Add(word.Replace(from, to, StringComparison.Ordinal))];
            break;
        }

        return Remember(form, variants);
    }

    private int[] Remember(int form, int[] variants)
    {
        if (form >= _variants.Length) Array.Resize(ref _variants, Math.Max(form + 1, _variants.Length * 2));
        return _variants[form] = variants;
    }

    // Keeps words and numbers. Quotation marks, hyphens and dots are dropped, since they are also ignored in texts.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Split(string name)
    {
        _words.Clear();
        var at = 0;
        while (at < name.Length)
        {
            var kind = Letters.Class(name[at]);
            var start = at++;
            if (kind is LetterClass.Letter or LetterClass.Mark)
            {
                while (at < name.Length && Letters.Class(name[at]) is LetterClass.Letter or LetterClass.Mark) at++;
            }
            else if (kind == LetterClass.Digit)
            {
                while (at < name.Length && Letters.Class(name[at]) == LetterClass.Digit) at++;
            }
            else
            {
                continue;
            }

            _words.Add(_vocabulary.Add(name[start..at]));
        }
    }
}
