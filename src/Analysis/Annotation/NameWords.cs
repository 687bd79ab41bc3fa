using System.Runtime.CompilerServices;

namespace Analysis;

/// <summary>Turns a name into the words that it is matched by: spelling variants beside each other, signs inside it left out.</summary>
internal sealed class NameWords
{
    private readonly Vocabulary _vocabulary;
    private readonly List<(string Part, string Other)> _spellings = [];

    /// <summary>Reads the table of spellings.</summary>
    public NameWords(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        foreach (var row in Lexicon.Read("spellings.tsv", "part", "other", "example"))
        {
            _spellings.Add((Letters.KeyOf(row[0]), Letters.KeyOf(row[1])));
        }
    }

    /// <summary>The ways in which a name may be written, each as its words, and each word as the forms that may stand for it.</summary>
    public List<int[][]> Of(string name)
    {
        var words = new List<string>(4);
        Split(name, words);
        var ways = new List<int[][]> { Forms(words) };

        // عبد المهدي and أبو ظبي are also written as one word.
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] is not ("عبد" or "ابو" or "البو")) continue;
            List<string> joined = [.. words[..i], words[i] + words[i + 1], .. words[(i + 2)..]];
            ways.Add(Forms(joined));
            break;
        }

        return ways;
    }

    private int[][] Forms(List<string> words)
    {
        var forms = new int[words.Count][];
        for (var i = 0; i < forms.Length; i++) forms[i] = FormsOf(words[i], first: i == 0);
        return forms;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] FormsOf(string word, bool first)
    {
        // أبو changes with its case; within a name أبي may be another name's second word, but not at its beginning.
        if (word == "ابو") return [_vocabulary.Add("ابو"), _vocabulary.Add("ابي"), _vocabulary.Add("ابا")];
        if (!first && word == "بن") return [_vocabulary.Add("بن"), _vocabulary.Add("ابن")];
        var form = _vocabulary.Add(word);
        foreach (var (part, other) in _spellings)
        {
            if (word.Contains(part, StringComparison.Ordinal))
            {
                return [form, _vocabulary.Add(word.Replace(part, other, StringComparison.Ordinal))];
            }

            if (word.Contains(other, StringComparison.Ordinal))
            {
                return [form, _vocabulary.Add(word.Replace(other, part, StringComparison.Ordinal))];
            }
        }

        return [form];
    }

    // Words and numbers as folded keys; quotation marks, hyphens and dots between them are left out, as they are passed over in texts.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Split(string name, List<string> words)
    {
        var at = 0;
        while (at < name.Length)
        {
            var kind = Letters.Class[name[at]];
            var start = at++;
            if (kind is LetterClass.Letter or LetterClass.Mark)
            {
                while (at < name.Length && Letters.Class[name[at]] is LetterClass.Letter or LetterClass.Mark) at++;
            }
            else if (kind == LetterClass.Digit)
            {
                while (at < name.Length && Letters.Class[name[at]] == LetterClass.Digit) at++;
            }
            else
            {
                continue;
            }

            words.Add(Letters.KeyOf(name.AsSpan(start, at - start)));
        }
    }
}
