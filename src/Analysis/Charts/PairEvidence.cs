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
        if (ids is null) return Of(_ => true, _ => true);
        var inPairs = new Dictionary<string, bool>(StringComparer.Ordinal);
        return Of(ids.Contains, entity => inPairs.TryGetValue(entity, out var known) ? known : inPairs[entity] = ids.Any(id =>
            id.StartsWith(entity, StringComparison.Ordinal) || id.EndsWith(entity, StringComparison.Ordinal)));
    }

    // Loops: a query would make several objects for each pair, wanted or not.
    private IEnumerable<Evidence> Of(Func<string, bool> isWanted, Func<string, bool> isInPairs)
    {
        var wanted = new Dictionary<(string First, string Second), string?>();
        foreach (var parts in _units)
        {
            var all = parts.SelectMany(part => part.Mentions).Select(mention => mention.Entity!).Where(isInPairs).Distinct().ToArray();
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
