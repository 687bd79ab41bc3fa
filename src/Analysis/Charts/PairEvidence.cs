using System.Collections;

namespace Analysis;

/// <summary>
/// The passages behind pairs of entities, in the order of the text. Large corpora have millions of them, of which a figure draws few: they
/// are made when they are asked for, those of some pairs alone if only these are wanted.
/// </summary>
internal sealed class PairEvidence : IEnumerable<Evidence>
{
    private readonly Corpus _corpus;
    private readonly string _rule;
    private readonly ILookup<(string Document, int Sentence), Mention> _named;
    private readonly ILookup<(string Document, int Part), Sentence> _units;
    private readonly Dictionary<(string First, string Second), string> _ids = [];

    public PairEvidence(IEnumerable<Mention> mentions, Corpus corpus, TextUnit unit)
    {
        var unitOf = CoMentions.UnitsOf(corpus.Sentences, unit);
        (_corpus, _rule) = (corpus, $"same {unit}".ToLowerInvariant());
        _named = mentions.Where(mention => mention.Entity is not null).ToLookup(mention => (mention.Document, mention.Sentence));
        _units = corpus.Sentences.Where(each => unitOf.ContainsKey((each.Document, each.Index)))
            .ToLookup(each => unitOf[(each.Document, each.Index)]);
    }

    /// <summary>The passages of the pairs with those ids.</summary>
    public IEnumerable<Evidence> Among(IReadOnlySet<string> ids) => Of(ids.Contains);

    /// <inheritdoc/>
    public IEnumerator<Evidence> GetEnumerator() => Of(_ => true).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<Evidence> Of(Func<string, bool> isWanted) =>
        from sentences in _units
        let parts = sentences.Select(each => (Sentence: each, Mentions: _named[(each.Document, each.Index)].ToArray()))
            .Where(part => part.Mentions.Length > 0).ToArray()
        let all = parts.SelectMany(part => part.Mentions).Select(mention => mention.Entity!)
            .Distinct().Order(StringComparer.Ordinal).ToArray()
        from first in Enumerable.Range(0, all.Length)
        from second in all.Skip(first + 1)
        let id = IdOf(all[first], second)
        where isWanted(id)
        from part in parts
        let both = Array.FindAll(part.Mentions, mention => mention.Entity == all[first] || mention.Entity == second)
        where both.Length > 0
        let sentence = part.Sentence
        select new Evidence(id, _corpus[sentence.Document], new Span(sentence.Start, sentence.End), sentence, _rule)
        {
            Highlights = Array.ConvertAll(both, mention => new Span(mention.Start, mention.End)),
        };

    private string IdOf(string first, string second) =>
        _ids.TryGetValue((first, second), out var id) ? id : _ids[(first, second)] = Evidence.Pair(first, second)!;
}
