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

    // Loops: a query would make several objects for each pair, wanted or not.
    private IEnumerable<Evidence> Of(Func<string, bool> isWanted)
    {
        var wanted = new Dictionary<(string First, string Second), string?>();
        foreach (var sentences in _units)
        {
            var parts = sentences.Select(each => (Sentence: each, Mentions: _named[(each.Document, each.Index)].ToArray()))
                .Where(part => part.Mentions.Length > 0).ToArray();
            var all = parts.SelectMany(part => part.Mentions).Select(mention => mention.Entity!).Distinct().ToArray();
            Array.Sort(all, StringComparer.Ordinal);
            for (var first = 0; first < all.Length; first++)
            {
                for (var second = first + 1; second < all.Length; second++)
                {
                    if (WantedId(all[first], all[second]) is not { } id) continue;
                    foreach (var (sentence, mentions) in parts)
                        if (PassageOf(id, all[first], all[second], sentence, mentions) is { } passage) yield return passage;
                }
            }
        }

        string? WantedId(string first, string second)
        {
            if (wanted.TryGetValue((first, second), out var id)) return id;
            id = Evidence.Pair(first, second)!;
            return wanted[(first, second)] = isWanted(id) ? id : null;
        }
    }

    private Evidence? PassageOf(string id, string first, string second, Sentence sentence, Mention[] mentions)
    {
        var both = Array.FindAll(mentions, mention => mention.Entity == first || mention.Entity == second);
        return both.Length == 0 ? null : new(id, _corpus[sentence.Document], new(sentence.Start, sentence.End), sentence, _rule)
        {
            Highlights = Array.ConvertAll(both, mention => new Span(mention.Start, mention.End)),
        };
    }
}
