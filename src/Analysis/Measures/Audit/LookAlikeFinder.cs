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
    private readonly ILookup<string, NameWord> _names;
    private readonly Dictionary<string, List<NameWord>> _near = new(StringComparer.Ordinal);

    /// <summary>Creates a finder for the names that always mean their entity, or do so once the full name has occurred.</summary>
    public LookAlikeFinder(Annotator annotator)
    {
        (_gazetteer, _vocabulary, _tokens) = (annotator.Gazetteer, annotator.Vocabulary, new TokenStream(annotator.Vocabulary));
        _similar = Lexicon.Read("letter-confusions.tsv", "letters", "example")
            .SelectMany(row => row[0], (row, letter) => KeyValuePair.Create(letter, row[0][0])).ToDictionary();
        _names = _gazetteer.Aliases.Where(alias => !alias.Policy.Never && (alias.Policy.Has("full") || !alias.Policy.IsPositive))
            .Select(alias => (Alias: alias, Words: Array.ConvertAll(alias.Text.Split(' '), word => Letters.KeyOf(word))))
            .SelectMany(name => name.Words.Index(), (name, word) => new NameWord(name.Alias, name.Words, word.Index))
            .Where(name => Length(name.Word) >= Shortest).ToLookup(name => Beginning(name.Word));
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
        var (document, start, surface, name) = found[0];
        var example = Sentence.In(document).First(sentence => start < sentence.End).Text;
        var documents = found.DistinctBy(each => each.Document.Id).Count();
        var entity = _gazetteer.Entities[name.Alias.Entity].Id;
        return new LookAlike(surface, entity, name.Alias.Text, name.Distance, found.Count, documents, document.Id, example);
    }

    private IEnumerable<Occurrence> In(DocumentAnnotations annotations)
    {
        _tokens.Read(annotations.Document.Text);

        // The characters inside times and inside mentions of an entity, unless a misspelt name made the mention.
        var covered = annotations.Mentions.Where(mention => mention.Entity is not null && mention.Rule != NameMatcher.Misspelling)
            .Concat<IAnnotation>(annotations.Times).SelectMany(span => Enumerable.Range(span.Start, span.End - span.Start)).ToHashSet();
        return Enumerable.Range(0, _tokens.Count)
            .Where(token => IsUnknown(token) && !covered.Overlaps(Enumerable.Range(_tokens.Start[token], _tokens.Surface(token).Length)))
            .Select(token => Best(annotations.Document, token)).OfType<Occurrence>()
            .Where(found => !_gazetteer.IsRejected(found.Name.Alias.Entity, found.Surface));
    }

    private bool IsUnknown(int token) =>
        _tokens.Kind[token] == TokenKind.Word && _tokens.Form[token] >= _vocabulary.Count
        && CommonLexicons.Shared.Words.Of(_tokens, token) == WordClasses.Kind.Unknown;

    // The longest name of which a token may be a misspelt word, then the nearest. The word is read whole, then without proclitics.
    private Occurrence? Best(Document document, int token) =>
        ReadingsOf(token).Where(written => written.Taken == 0 || _vocabulary.Forms.Find(written.Word) == 0)
            .SelectMany(written => NearTo(written.Word), (written, name) => OccurrenceOf(document, token, written, name))
            .OfType<Occurrence>().OrderByDescending(found => found.Name.Words.Length).ThenBy(found => found.Name.Distance)
            .FirstOrDefault();

    // The name around its misspelt word; null if the other words do not stand there. Proclitics stand before the first only.
    private Occurrence? OccurrenceOf(Document document, int token, WordReading written, NameWord name)
    {
        var (first, end) = (token - name.At, token - name.At + name.Words.Length);
        if (first < 0 || end > _tokens.Count || (first < token && written.Taken > 0)) return null;
        for (var at = first + 1; at < end; at++)
        {
            if (_tokens.AfterBreak[at] || (at != token && !_tokens.Key(at).SequenceEqual(name.Words[at - first]))) return null;
        }

        var lead = first == token ? written : ReadingsOf(first).Find(reading => reading.Word == name.Words[0]);
        if (lead is null) return null;
        var start = _tokens.OffsetBehind(first, lead.Taken);
        return new Occurrence(document, start, (lead.Restored ? "ا" : "") + document.Text[start.._tokens.End[end - 1]], name);
    }

    private List<WordReading> ReadingsOf(int token)
    {
        var key = _tokens.Key(token).ToString();
        var taken = ProcliticRule.Length(key, out var restored);
        var whole = new WordReading(key, 0, Restored: false);
        return taken == 0 ? [whole] : [whole, new WordReading((restored ? "ا" : "") + key[taken..], taken, restored)];
    }

    private List<NameWord> NearTo(string word) => _near.TryGetValue(word, out var known) ? known : _near[word] =
    [
        .. _names[Beginning(word)].Select(name => name with { Distance = EditDistance.Between(word, name.Word) })
            .Where(name => name.Distance <= MostBetween(word, name.Word)),
    ];

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

    // A word of a listed name, and how far a word of a text is from it.
    private sealed record NameWord(Alias Alias, string[] Words, int At, int Distance = 0)
    {
        public string Word => Words[At];
    }

    private sealed record Occurrence(Document Document, int Start, string Surface, NameWord Name);
}
