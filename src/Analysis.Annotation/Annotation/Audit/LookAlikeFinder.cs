namespace Analysis;

/// <summary>
/// Finds listed names with one misspelt word: a word that no lexicon contains, outside the certain mentions of entities and outside times,
/// that differs from a word of the name by one letter, in long words by two. The first letter may only be replaced by a similar one.
/// </summary>
internal sealed class LookAlikeFinder
{
    // Shorter words resemble too many others. The thresholds, in letters, permit first a similar letter, then one edit, then two.
    private const int Shortest = 4;
    private const int ShortestWithOne = 5;
    private const int ShortestWithTwo = 8;
    private const string Article = "ال";

    private readonly Gazetteer _gazetteer;
    private readonly Vocabulary _vocabulary;
    private readonly TokenStream _tokens;
    private readonly Dictionary<char, char> _similar;
    private readonly ILookup<string, string> _words;
    private readonly ILookup<string, NameWord> _names;
    private readonly Dictionary<string, NearName[]> _near = new(StringComparer.Ordinal);

    /// <summary>Creates a finder for the names that always mean their entity, or do so once the full name has occurred.</summary>
    public LookAlikeFinder(Annotator annotator)
    {
        _gazetteer = annotator.Gazetteer;
        _vocabulary = annotator.Vocabulary;
        _tokens = annotator.CreateDraft().Tokens;
        _similar = Lexicon.Read("letter-confusions.tsv", "letters", "example")
            .SelectMany(row => row[0], (row, letter) => KeyValuePair.Create(letter, row[0][0])).ToDictionary();
        _names = _gazetteer.Aliases.Where(alias => !alias.Policy.Never && (alias.Policy.Has("full") || !alias.Policy.IsPositive))
            .SelectMany(WordsOf).ToLookup(word => word.Words[word.At]);
        _words = _names.Select(words => words.Key).Where(word => Length(word) >= Shortest).ToLookup(Beginning);
    }

    /// <summary>The look-alikes in the documents, by descending count, then in ordinal order.</summary>
    public IReadOnlyList<LookAlike> Find(IReadOnlyList<DocumentAnnotations> annotations, int minimum) =>
    [
        .. annotations.SelectMany(In).GroupBy(found => Letters.KeyOf(found.Surface))
            .Where(group => group.Count() >= minimum).Select(group => LookAlikeOf([.. group]))
            .OrderByDescending(look => look.Count).ThenBy(look => look.Surface, StringComparer.Ordinal),
    ];

    private LookAlike LookAlikeOf(List<Occurrence> found)
    {
        var (document, start, surface, ((alias, _, _), distance)) = found[0];
        var example = Sentence.In(document).First(sentence => start < sentence.End).Text;
        var documents = found.DistinctBy(each => each.Document.Id).Count();
        var entity = _gazetteer.Entities[alias.Entity].Id;
        return new LookAlike(surface, entity, alias.Text, distance, found.Count, documents, document.Id, example);
    }

    private static IEnumerable<NameWord> WordsOf(Alias alias)
    {
        var words = Array.ConvertAll(alias.Text.Split(' '), word => Letters.KeyOf(word));
        return words.Select((_, at) => new NameWord(alias, words, at));
    }

    private IEnumerable<Occurrence> In(DocumentAnnotations annotations)
    {
        _tokens.Read(annotations.Document.Text);
        var covered = Covered(annotations);
        for (var token = 0; token < _tokens.Count; token++)
        {
            if (!IsUnknown(token) || covered.AsSpan(_tokens.Start[token].._tokens.End[token]).Contains(true)) continue;
            var best = Best(annotations.Document, token);
            if (best is not null && !_gazetteer.IsRejected(best.Name.Word.Alias.Entity, best.Surface)) yield return best;
        }
    }

    // The characters inside times and inside mentions of an entity, unless a misspelt name made the mention.
    private static bool[] Covered(DocumentAnnotations annotations)
    {
        var covered = new bool[annotations.Document.Text.Length];
        var mentions = annotations.Mentions.Where(mention => mention.Entity is not null && mention.Rule != NameMatcher.Misspelling);
        foreach (var span in mentions.Concat<IAnnotation>(annotations.Times)) covered.AsSpan(span.Start, span.End - span.Start).Fill(true);
        return covered;
    }

    private bool IsUnknown(int token) =>
        _tokens.Kind[token] == TokenKind.Word && _tokens.Form[token] >= _vocabulary.Count
        && CommonLexicons.Shared.Words.Of(_tokens, token) == WordClasses.Kind.Unknown;

    private bool IsListed(string word) => _vocabulary.Forms.Find(word) is > 0 and var form && form < _vocabulary.Count;

    // The longest name of which a token may be a misspelt word, then the nearest. The word is read whole, then without proclitics.
    private Occurrence? Best(Document document, int token) =>
        ReadingsOf(token).Where(written => written.Taken == 0 || !IsListed(written.Word))
            .SelectMany(written => NearTo(written.Word), (written, name) => OccurrenceOf(document, token, written, name))
            .OfType<Occurrence>().OrderByDescending(found => found.Name.Word.Words.Length).ThenBy(found => found.Name.Distance)
            .FirstOrDefault();

    // The name around its misspelt word; null if the other words do not stand there. Proclitics stand before the first only.
    private Occurrence? OccurrenceOf(Document document, int token, WordReading written, NearName name)
    {
        var (words, first) = (name.Word.Words, token - name.Word.At);
        var end = first + words.Length;
        if (first < 0 || end > _tokens.Count || (first < token && written.Taken > 0)) return null;
        for (var at = first + 1; at < end; at++)
        {
            if (_tokens.AfterBreak[at] || (at != token && !_tokens.Key(at).SequenceEqual(words[at - first]))) return null;
        }

        var lead = first == token ? written : ReadingsOf(first).Find(reading => reading.Word == words[0]);
        if (lead is null) return null;
        var start = _tokens.OffsetBehind(first, lead.Taken);
        return new Occurrence(document, start, (lead.Restored ? "ا" : "") + document.Text[start.._tokens.End[end - 1]], name);
    }

    private List<WordReading> ReadingsOf(int token)
    {
        var key = _tokens.Key(token);
        var taken = ProcliticRule.Length(key, out var restored);
        var whole = new WordReading(key.ToString(), 0, Restored: false);
        return taken == 0 ? [whole] : [whole, new WordReading((restored ? "ا" : "") + key[taken..].ToString(), taken, restored)];
    }

    private NearName[] NearTo(string word)
    {
        if (_near.TryGetValue(word, out var known)) return known;
        var near = _words[Beginning(word)].Select(name => (Name: name, Distance: EditDistance.Between(word, name)))
            .Where(each => each.Distance <= MostBetween(word, each.Name))
            .SelectMany(each => _names[each.Name], (each, name) => new NearName(name, each.Distance));
        return _near[word] = [.. near];
    }

    private int MostBetween(string word, string name) => Math.Max(Length(word), Length(name)) switch
    {
        >= ShortestWithTwo => 2,
        >= ShortestWithOne => 1,
        _ => word.Select(Similar).SequenceEqual(name.Select(Similar)) ? 1 : 0,
    };

    private static bool IsDefinite(string word) => word.Length > 3 && word.StartsWith(Article, StringComparison.Ordinal);

    // Letters without the article.
    private static int Length(string word) => IsDefinite(word) ? word.Length - Article.Length : word.Length;

    // The article, if there is one, and the first letter, by which a word and a name are compared at all.
    private string Beginning(string word) => IsDefinite(word) ? Article + Similar(word[Article.Length]) : $"{Similar(word[0])}";

    private char Similar(char letter) => _similar.GetValueOrDefault(letter, letter);

    // A word as it stands or without its proclitics, with the alef that its article lost after ل.
    private sealed record WordReading(string Word, int Taken, bool Restored);

    // A word of a listed name.
    private sealed record NameWord(Alias Alias, string[] Words, int At);

    private sealed record NearName(NameWord Word, int Distance);

    private sealed record Occurrence(Document Document, int Start, string Surface, NearName Name);
}
