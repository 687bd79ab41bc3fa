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

    // Sentence and place in it, one after the other.
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>[]> _placesOfForm = new(StringComparer.Ordinal);

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
            foreach (var (place, token) in words[sentence.Index].Index())
                foreach (var places in PlacesOf(Letters.KeyOf(token.Surface)))
                    places.AddRange([_starts.Count, place]);
            _starts.Add(sentence.Start);
        }
    }

    /// <summary>The files: key and content, which is JSON.</summary>
    public IEnumerable<(string Key, string Json)> Files()
    {
        var stems = _places.Keys.Order(StringComparer.Ordinal).ToList();
        var words = Cut(stems.Select(stem => $"{PassageData.ToJson(stem)}:{PassageData.ToJson(Differences(_places[stem], 2))}"));
        var mentions = corpus.Mentions.ToLookup(mention => mention.Entity!, StringComparer.Ordinal);
        var entities = EntitiesOf(mentions);
        var numbers = entities.Index().ToDictionary(each => each.Item.Id, each => each.Index, StringComparer.Ordinal);
        var named = Cut(entities.Select(entity => PassageData.ToJson(Differences([.. mentions[entity.Id].SelectMany(PlaceOf)], 3))));
        var kinds = corpus.Events.Select(KindOf).Distinct().Order(StringComparer.Ordinal).ToList();
        var events = Cut(corpus.Events.Select(each => PassageData.ToJson(Row(each, kinds, numbers))));
        var names = NamesOf(entities);
        yield return ("search/folding", PassageData.ToJson(SearchFolding.Rules()));
        yield return ("search/index", PassageData.ToJson(new
        {
            documents = _documents,
            entities = entities.Select(entity => new object[]
            {
                entity.Id, corpus.NameOf(entity.Id), corpus.Language.Say(entity.Type), mentions[entity.Id].Count(), names[entity.Id],
            }),
            kinds,
            words = words.Select(file => stems[file.First]),
            mentions = named.Select(file => file.First),
            events = events.Count,
        }));
        foreach (var (number, file) in words.Index()) yield return (Name("words", number), $"{{{file.Json}}}");
        foreach (var (number, file) in named.Index()) yield return (Name("mentions", number), $"[{file.Json}]");
        foreach (var (number, file) in events.Index()) yield return (Name("events", number), $"[{file.Json}]");
    }

    private string KindOf(Event report) => corpus.Language.Say(report.Kind);

    private static string Name(string list, int number) => FormattableString.Invariant($"search/{list}-{number}");

    private List<int>[] PlacesOf(string form)
    {
        if (_placesOfForm.TryGetValue(form, out var known)) return known;
        return _placesOfForm[form] = [.. Clitics.StemsOf(form).Select(stem =>
        {
            if (!_places.TryGetValue(stem, out var places)) _places.Add(stem, places = []);
            return places;
        })];
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

    /// <summary>Joins items to contents of files; with the number of the first item of each.</summary>
    private static List<(int First, string Json)> Cut(IEnumerable<string> items)
    {
        List<(int First, string Json)> files = [];
        var (first, next, content) = (0, 0, new StringBuilder());
        foreach (var item in items)
        {
            content.Append(content.Length > 0 ? "," : "").Append(item);
            next++;
            if (content.Length < FullFile) continue;
            files.Add((first, content.ToString()));
            content.Clear();
            first = next;
        }

        if (content.Length > 0) files.Add((first, content.ToString()));
        return files;
    }
}
