namespace Analysis;

/// <summary>
/// The passages behind pairs of entities, in the order of the text. Large corpora have millions of them, of which a figure draws few: they
/// are made when they are asked for, those of some pairs alone if only these are wanted.
/// </summary>
internal sealed class PairEvidence
{
    private readonly Corpus _corpus;
    private readonly string _rule;

    // The sentences of each unit with their mentions; a sentence without a mention is left out.
    private readonly (Sentence Sentence, Mention[] Mentions)[][] _units;

    public PairEvidence(IEnumerable<Mention> mentions, Corpus corpus, TextUnit unit)
    {
        (_corpus, _rule) = (corpus, $"same {unit}".ToLowerInvariant());
        var units = new TextUnits(corpus.Sentences, unit);
        var named = mentions.Where(mention => mention.Entity is not null).ToLookup(mention => (mention.Document, mention.Sentence));
        _units = [.. from sentence in corpus.Sentences
                     let mentioned = named[(sentence.Document, sentence.Index)]
                     let number = units.Of(sentence.Document, sentence.Index)
                     where number >= 0 && mentioned.Any()
                     group (sentence, mentioned.ToArray()) by number into parts
                     select parts.ToArray()];
    }

    /// <summary>The passages of the pairs with those ids, or of all where none are given.</summary>
    public IEnumerable<Evidence> Among(IReadOnlySet<string>? ids)
    {
        var wanted = ids?.Select(id => id.Split(Evidence.Between)).Where(ends => ends.Length == 2)
            .ToDictionary(ends => (ends[0], ends[1]), ends => string.Join(Evidence.Between, ends));
        var inPairs = wanted?.Keys.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).ToHashSet(StringComparer.Ordinal);
        // Loops: a query would make several objects for each pair, wanted or not.
        foreach (var parts in _units)
        {
            string[] all = [.. parts.SelectMany(part => part.Mentions).Select(mention => mention.Entity!)
                .Where(entity => inPairs?.Contains(entity) != false).Distinct()];
            Array.Sort(all, StringComparer.Ordinal);
            for (var first = 0; first < all.Length; first++)
            {
                for (var second = first + 1; second < all.Length; second++)
                {
                    string? known = null;
                    if (wanted?.TryGetValue((all[first], all[second]), out known) == false) continue;
                    var id = known ?? Evidence.Pair(all[first], all[second])!;
                    foreach (var (sentence, mentions) in parts)
                        if (PassageOf(id, all[first], all[second], sentence, mentions) is { } passage) yield return passage;
                }
            }
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
