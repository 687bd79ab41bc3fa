namespace Analysis;

/// <summary>A sequence of words.</summary>
/// <param name="Text">The words, joined by blanks.</param>
/// <param name="Count">How often it occurs.</param>
/// <param name="Documents">Number of documents with it.</param>
/// <param name="Expected">How often it would if its last word were independent of those before it.</param>
/// <param name="Npmi">How strongly the last word belongs to those before it: normalized pointwise mutual information, −1 to 1.</param>
/// <param name="AdjustedPValue">Probability by chance (see <see cref="Association.PValue"/>), after Benjamini and Hochberg over all
/// sequences whose words before the last are as frequent as asked for.</param>
public sealed record NGram(string Text, int Count, int Documents, double Expected, double Npmi, double AdjustedPValue);

/// <summary>Counts sequences of words.</summary>
public static class NGrams
{
    /// <summary>The sequences of n words within a sentence, most frequent first, ties in ordinal order. Numbers, symbols and punctuation
    /// marks between words are passed over.</summary>
    /// <param name="tokens">The tokens, in document and text order.</param>
    /// <param name="n">Words in a sequence, 1 or more.</param>
    /// <param name="minimum">Least count.</param>
    /// <param name="word">The word that a token counts for, null for none. Default: the most frequent spelling of
    /// <see cref="Words.Of"/>.</param>
    public static DataFrame<NGram> Of(IEnumerable<Token> tokens, int n = 2, int minimum = 2, Func<Token, string?>? word = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var rows = RowArray.Of(tokens);
        word ??= Words.SpelledAsIn(rows);
        var sentences = Words.By(rows, (one, other) => one.Sentence == other.Sentence && one.Document == other.Document);
        var grams = new Grams([.. sentences.SelectMany(sentence => sentence.Select(token => (token.Document, word(token)))
            .Where(each => each.Item2 is not null).Append(("", null)))]);
        for (var length = 1; length < n; length++) grams.Lengthen(minimum);
        return grams.Counted(n, minimum).OrderByDescending(gram => gram.Count).ThenBy(gram => gram.Text, StringComparer.Ordinal)
            .ToDataFrame();
    }

    // Sequences are made longer word by word, for one that is rare has no frequent continuation.
    private sealed class Grams
    {
        private readonly (string Document, string? Word)[] _places;
        private readonly int[] _words;

        /// <summary>The sequence that starts at each place; negative where none does.</summary>
        private readonly int[] _starting;
        private readonly int _size;
        private readonly int[] _wordCounts;

        /// <summary>The sequence without its last word that starts at each place, and how often each occurs.</summary>
        private int[] _shorter = [];
        private int[] _shorterCounts = [];
        private int[] _counts = [];
        private int _length = 1;

        /// <param name="places">The words; null ends a sentence.</param>
        public Grams((string Document, string? Word)[] places)
        {
            var codes = new KeyCodes<string>();
            _places = places;
            _words = Array.ConvertAll(places, place => place.Word is { } word ? codes.Of(word) : -1);
            _starting = [.. _words];
            _size = _words.Count(word => word >= 0);
            Count(codes.Keys.Count);
            _wordCounts = _counts;
        }

        public void Lengthen(int minimum)
        {
            var longer = new KeyCodes<(int, int)>();
            (_shorter, _shorterCounts) = ([.. _starting], _counts);
            for (var at = 0; at < _starting.Length; at++)
            {
                var next = at + _length < _words.Length ? _words[at + _length] : -1;
                _starting[at] = _starting[at] < 0 || next < 0 || _counts[_starting[at]] < minimum ? -1
                    : longer.Of((_starting[at], next));
            }

            _length++;
            Count(longer.Keys.Count);
        }

        public IEnumerable<NGram> Counted(int n, int minimum)
        {
            var (first, documents, last) = (new int[_counts.Length], new int[_counts.Length], new string?[_counts.Length]);
            for (var at = _starting.Length - 1; at >= 0; at--)
            {
                if (_starting[at] is not (>= 0 and var gram)) continue;
                if (last[gram] != _places[at].Document) documents[gram]++;
                (first[gram], last[gram]) = (at, _places[at].Document);
            }

            int[] frequent = [.. Enumerable.Range(0, _counts.Length).Where(gram => _counts[gram] >= minimum)];
            var tables = Array.ConvertAll(frequent, gram => TableOf(gram, first[gram], n));
            var adjusted = Significance.BenjaminiHochberg([.. tables.Select(table => table.PValue)], _counts.Length);
            return frequent.Zip(tables, adjusted).Select(each => new NGram(
                string.Join(' ', _places.Skip(first[each.First]).Take(n).Select(place => place.Word)), _counts[each.First],
                documents[each.First], each.Second.Expected, each.Second.Npmi, each.Third));
        }

        // A single word has none before it.
        private Association TableOf(int gram, int place, int n) => Association.OfCounts(
            _counts[gram], n == 1 ? _size : _shorterCounts[_shorter[place]], _wordCounts[_words[place + n - 1]], _size);

        private void Count(int grams)
        {
            _counts = new int[grams];
            foreach (var gram in _starting)
                if (gram >= 0) _counts[gram]++;
        }
    }
}
