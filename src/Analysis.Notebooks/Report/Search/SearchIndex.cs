namespace Analysis.Notebooks;

/// <summary>
/// What the search page looks up, made from one document after another. Sentences are numbered through the corpus. Words are found by their
/// stems, so that the page only folds what is typed; mentions by entity; events are a list. The lists are cut into script files of bounded
/// size, of which the page loads those that it needs.
/// </summary>
/// <param name="corpus">The corpus.</param>
internal sealed class SearchIndex(Corpus corpus)
{
    /// <summary>Characters of a file after which the next begins.</summary>
    private const int FullFile = 1 << 18;

    private readonly List<object[]> _documents = [];
    private readonly Dictionary<string, int> _firstSentence = new(StringComparer.Ordinal);
    private readonly List<int> _starts = [];

    // Words are numbered through the corpus: eight bytes for each, where its stems would take more than twice as many.
    private readonly List<int> _firstWord = [];
    private readonly List<int> _sentenceOfWord = [];
    private readonly KeyCodes<string> _surfaces = new();
    private readonly List<List<int>> _wordsOfSurface = [];

    /// <summary>Takes the next document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="name">Name of its files.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="words">Its words and numbers, by sentence.</param>
    public void Add(Document document, string name, IReadOnlyList<Sentence> sentences, ILookup<int, Token> words)
    {
        _documents.Add([name, document.Id, document.Outlet, InvariantText.Format(document.Published) ?? "", sentences.Count]);
        _firstSentence.Add(document.Id, _starts.Count);
        foreach (var sentence in sentences)
        {
            _firstWord.Add(_sentenceOfWord.Count);
            foreach (var token in words[sentence.Index])
            {
                var surface = _surfaces.Of(token.Surface);
                if (surface == _wordsOfSurface.Count) _wordsOfSurface.Add([]);
                _wordsOfSurface[surface].Add(_sentenceOfWord.Count);
                _sentenceOfWord.Add(_starts.Count);
            }

            _starts.Add(sentence.Start);
        }
    }

    /// <summary>The files: key and content, which is JSON; each is made when it is asked for.</summary>
    public IEnumerable<(string Key, string Json)> Files()
    {
        var forms = _surfaces.Keys.Index().GroupBy(each => Letters.KeyOf(each.Item), each => each.Index, StringComparer.Ordinal)
            .SelectMany(form => Clitics.StemsOf(form.Key), (form, stem) => (Stem: stem, Surfaces: form))
            .GroupBy(each => each.Stem, each => each.Surfaces, StringComparer.Ordinal)
            .OrderBy(stem => stem.Key, StringComparer.Ordinal).ToList();
        var mentions = corpus.Mentions.ToLookup(mention => mention.Entity!, StringComparer.Ordinal);
        var entities = EntitiesOf(mentions);
        var numbers = entities.Index().ToDictionary(each => each.Item.Id, each => each.Index, StringComparer.Ordinal);
        var kinds = corpus.Events.Select(KindOf).Distinct().Order(StringComparer.Ordinal).ToList();
        var names = NamesOf(entities);
        List<int> words = [], named = [], events = [];
        yield return ("search/folding", PassageData.ToJson(SearchFolding.Rules()));
        foreach (var json in Cut(forms.Select(stem => $"{PassageData.ToJson(stem.Key)}:{PassageData.ToJson(PlacesOf(stem))}"), words))
            yield return (Name("words", words.Count - 1), $"{{{json}}}");
        foreach (var json in Cut(
            entities.Select(each => PassageData.ToJson(Differences([.. mentions[each.Id].SelectMany(PlaceOf)], 3))), named))
            yield return (Name("mentions", named.Count - 1), $"[{json}]");
        foreach (var json in Cut(corpus.Events.Select(each => PassageData.ToJson(Row(each, kinds, numbers))), events))
            yield return (Name("events", events.Count - 1), $"[{json}]");
        yield return ("search/index", PassageData.ToJson(new
        {
            documents = _documents,
            entities = entities.Select(entity => new object[]
            {
                entity.Id, corpus.NameOf(entity.Id), corpus.Language.Say(entity.Type), mentions[entity.Id].Count(), names[entity.Id],
            }),
            kinds,
            words = words.Select(first => forms[first].Key),
            mentions = named,
            events = events.Count,
        }));
    }

    private string KindOf(Event report) => corpus.Language.Say(report.Kind);

    private static string Name(string list, int number) => FormattableString.Invariant($"search/{list}-{number}");

    // Sentence and place in it, one after the other, for each word with one of the forms.
    private int[] PlacesOf(IEnumerable<IEnumerable<int>> forms)
    {
        int[] words = [.. forms.SelectMany(surfaces => surfaces).SelectMany(surface => _wordsOfSurface[surface])];
        Array.Sort(words);
        var places = new List<int>(2 * words.Length);
        foreach (var word in words) places.AddRange([_sentenceOfWord[word], word - _firstWord[_sentenceOfWord[word]]]);

        return Differences(places, 2);
    }

    // The entities that occur, most mentioned first.
    private List<Entity> EntitiesOf(ILookup<string, Mention> mentions)
    {
        var inEvents = corpus.Events.SelectMany(each => each.Actors.Concat(each.Targets).Append(each.Place))
            .ToHashSet(StringComparer.Ordinal);
        return [.. corpus.Entities.Where(entity => mentions.Contains(entity.Id) || inEvents.Contains(entity.Id))
            .OrderByDescending(entity => mentions[entity.Id].Count())];
    }

    // Search keys of all names of each entity.
    private Dictionary<string, string[]> NamesOf(IEnumerable<Entity> entities)
    {
        var gazetteer = corpus.Annotator.Gazetteer;
        var aliases = gazetteer.Aliases.Where(alias => !alias.Policy.Never)
            .ToLookup(alias => gazetteer.Entities[alias.Entity].Id, alias => alias.Text, StringComparer.Ordinal);
        return entities.ToDictionary(entity => entity.Id, entity => (string[])[.. aliases[entity.Id]
            .Concat([entity.Id, entity.NameArabic, entity.NameEnglish]).Select(name => Letters.KeyOf(name)).Distinct()]);
    }

    private int[] PlaceOf(Mention mention) => Place(mention.Document, mention.Sentence, mention.Start, mention.End);

    private int[] Place(string document, int sentence, int start, int end)
    {
        var number = _firstSentence[document] + sentence;
        return [number, start - _starts[number], end - start];
    }

    private object[] Row(Event each, List<string> kinds, Dictionary<string, int> numbers) =>
    [
        .. Place(each.Document, each.Sentence, each.Start, each.End), kinds.BinarySearch(KindOf(each), StringComparer.Ordinal),
        Numbers(each.Actors, numbers), Numbers(each.Targets, numbers),
        numbers.GetValueOrDefault(each.Place, -1),
        // Empty where the date leaves more than one month.
        Edtf.TryParse(each.Date, out var date) ? Periods.MonthOf(date.Earliest, date.Latest) ?? "" : "",
    ];

    private static IEnumerable<int> Numbers(IEnumerable<string> ids, Dictionary<string, int> numbers) =>
        ids.Where(numbers.ContainsKey).Select(id => numbers[id]);

    // The first number of each group as the difference to that of the group before.
    private static int[] Differences(List<int> places, int group) =>
        [.. places.Select((number, at) => at % group == 0 && at > 0 ? number - places[at - group] : number)];

    /// <summary>Joins items to contents of files.</summary>
    /// <param name="items">The items.</param>
    /// <param name="first">Takes the number of the first item of each.</param>
    private static IEnumerable<string> Cut(IEnumerable<string> items, List<int> first)
    {
        var (start, next, content) = (0, 0, new StringBuilder());
        foreach (var item in items)
        {
            content.Append(content.Length > 0 ? "," : "").Append(item);
            next++;
            if (content.Length < FullFile) continue;
            first.Add(start);
            yield return content.ToString();
            content.Clear();
            start = next;
        }

        if (content.Length == 0) yield break;
        first.Add(start);
        yield return content.ToString();
    }
}
