using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Analysis.Benchmarks;

/// <summary>
/// Articles made of sentences of a corpus: drawn in another order, with other names of the gazetteer, other numbers and dates, and typing
/// errors. The article of a number and a seed is always the same, however many are made.
/// </summary>
internal sealed partial class GeneratedArticles
{
    /// <summary>Bytes of UTF-8 at which an article ends.</summary>
    private const int Size = 4800;
    private const int Days = 730; // 24 months from 1 January 2020
    private const double OtherName = 0.25; // share of the mentions
    private const double Typo = 0.01; // share of the words
    private const double Undated = 0.02; // share of the articles

    private readonly (string Text, Mention[] Mentions)[] _sentences;
    private readonly Dictionary<string, string[]> _names;
    private readonly int _seed;

    public GeneratedArticles(Corpus corpus, int seed = 1)
    {
        _seed = seed;
        var mentions = corpus.Mentions.ToLookup(mention => (mention.Document, mention.Sentence));
        _sentences = [.. corpus.Sentences.Where(sentence => sentence.Kind == SentenceKind.Body).Select(sentence => (sentence.Text,
            mentions[(sentence.Document, sentence.Index)].Where(mention => mention.Type != "demonym").Select(mention => mention with
            {
                Start = mention.Start - sentence.Start, End = mention.End - sentence.Start,
            }).ToArray()))];
        _names = corpus.Entities.Where(entity => entity.NameArabic.Length > 0).GroupBy(entity => entity.Type)
            .ToDictionary(type => type.Key, type => type.Select(entity => entity.NameArabic).ToArray());
    }

    /// <summary>The first articles of the seed, made as they are asked for.</summary>
    public IEnumerable<Document> Take(int count) => Enumerable.Range(0, count).Select(Make);

    /// <summary>Writes the first articles as JSON Lines, as <c>analysis run --corpus</c> reads them.</summary>
    public void Write(int count, Stream output)
    {
        using var buffered = new BufferedStream(output);
        Take(count).Select(article => new
        {
            id = article.Id,
            date = article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            title = article.Title,
            text = article.Text,
        }).WriteJsonLines(buffered);
    }

    private Document Make(int number)
    {
        var random = new Random(HashCode(number));
        var text = new StringBuilder();
        for (var size = 0; size < Size;)
        {
            var sentence = Sentence(random);
            text.Append(sentence).Append(random.Next(3) == 0 ? '\n' : ' ');
            size += Encoding.UTF8.GetByteCount(sentence) + 1;
        }

        var title = string.Join(' ', Sentence(random).Split(' ').Take(7));
        DateOnly? date = random.NextDouble() < Undated ? null : new DateOnly(2020, 1, 1).AddDays(random.Next(Days));
        return new(number.ToString("000000", CultureInfo.InvariantCulture), $"{title}\n{text}", date, Title: title);
    }

    // Neighbouring seeds give unlike numbers only when they are far apart.
    private int HashCode(int number) => unchecked((int)(((uint)number + 1) * 2654435761u ^ ((uint)_seed * 40503u)));

    private string Sentence(Random random)
    {
        var (text, mentions) = _sentences[random.Next(_sentences.Length)];
        var rest = text.Length;
        foreach (var mention in mentions.Reverse())
        {
            if (mention.End > rest || random.NextDouble() >= OtherName) continue;
            text = text[..mention.Start] + Drawn(_names[mention.Type], random) + text[mention.End..];
            rest = mention.Start;
        }

        return string.Join(' ', Numbers().Replace(text, digits => Number(digits.Value, random)).Split(' ')
            .Select(word => random.NextDouble() < Typo ? Mistyped(word, random) : word));
    }

    // A few names are frequent, most are rare.
    private static string Drawn(string[] names, Random random) => names[(int)(names.Length * Math.Pow(random.NextDouble(), 3))];

    private static string Number(string digits, Random random) => digits.Length switch
    {
        <= 2 => random.Next(1, 29).ToString(CultureInfo.InvariantCulture),
        4 when digits.StartsWith("20", StringComparison.Ordinal) => random.Next(2018, 2022).ToString(CultureInfo.InvariantCulture),
        _ => digits,
    };

    private static string Mistyped(string word, Random random)
    {
        if (word.Length < 4) return word;
        var at = random.Next(1, word.Length - 2);
        return random.Next(2) == 0 ? word.Remove(at, 1) : word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
