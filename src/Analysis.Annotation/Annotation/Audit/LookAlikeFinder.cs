namespace Analysis;

/// <summary>
/// Finds word sequences outside all mentions of entities, other than those by a misspelling, that differ from a listed name by one or two letters. Words that a lexicon
/// contains match only themselves, so ordinary words and other names are not reported.
/// </summary>
internal sealed class LookAlikeFinder
{
    private const int MostDistance = 2;

    private readonly Vocabulary _vocabulary;
    private readonly TokenStream _tokens;
    private readonly WordClasses _classes;
    private readonly Gazetteer _gazetteer;
    private readonly NearWords _words = new();
    private readonly Dictionary<int, List<NearName>> _names = [];
    private readonly Dictionary<string, IReadOnlyList<Near>> _near = new(StringComparer.Ordinal);
    private bool[] _covered = [];

    /// <summary>Creates a finder for the names that always mean their entity, or do so once the full name has occurred.</summary>
    public LookAlikeFinder(Annotator annotator)
    {
        _gazetteer = annotator.Gazetteer;
        _vocabulary = annotator.Vocabulary;
        _tokens = annotator.CreateDraft().Tokens;
        _classes = new WordClasses(_vocabulary);
        var own = new Vocabulary();
        var words = new NameWords(own);
        foreach (var name in ListedName.Of(_gazetteer))
        {
            foreach (var way in words.Of(name.Text))
            {
                var numbers = Array.ConvertAll(way, forms => Array.ConvertAll(forms, form => _words.Add(own.Forms[form].ToString()))[0]);
                // An accepted look-alike becomes a name, which a nationality adjective
                // is not. Its many forms would also resemble too many words.
                if (numbers.Length == 0 || name.IsDemonym || name.Policy is { Full: false, IsPositive: true }) continue;
                if (!_names.TryGetValue(numbers[0], out var same)) _names.Add(numbers[0], same = []);
                same.Add(new NearName(numbers, name));
            }
        }
    }

    /// <summary>The look-alikes in the documents, by descending count, then in ordinal order.</summary>
    public IReadOnlyList<LookAlike> Find(IReadOnlyList<DocumentAnnotations> annotations, int minimum)
    {
        var tallies = new Dictionary<string, LookAlikeTally>(StringComparer.Ordinal);
        foreach (var each in annotations) Count(each, tallies);
        return
        [
            .. tallies.Values.Where(tally => tally.Count >= minimum).Select(tally => tally.ToLookAlike(_gazetteer))
                .OrderByDescending(look => look.Count).ThenBy(look => look.Surface, StringComparer.Ordinal),
        ];
    }

    private void Count(DocumentAnnotations annotations, Dictionary<string, LookAlikeTally> tallies)
    {
        var document = annotations.Document;
        _tokens.Read(document.Text);
        Cover(annotations);
        for (var token = 0; token < _tokens.Count; token++)
        {
            if (!IsFree(token)) continue;
            var taken = 0;
            var restored = false;
            var found = Longest(token, NearAt(token));
            if (found.Words == 0)
            {
                taken = ProcliticRule.Length(_tokens.Key(token), out restored);
                if (taken > 0) found = Longest(token, NearBehind(token, taken, restored));
            }

            if (found.Words == 0) continue;
            var start = _tokens.OffsetBehind(token, taken);
            var surface = (restored ? "ا" : "") + document.Text[start.._tokens.End[token + found.Words - 1]];
            var entity = _gazetteer.Entities[found.Name.Entity].Id;
            if (_gazetteer.Decisions.Find(surface, entity)?.Verdict != Verdict.Reject)
            {
                var key = Letters.KeyOf(surface);
                if (!tallies.TryGetValue(key, out var tally)) tallies.Add(key, tally = new LookAlikeTally(surface, found.Name, found.Distance, document, start));
                tally.Add(document);
            }

            token += found.Words - 1;
        }
    }

    // Marks the tokens of mentions that have an entity, and of time expressions.
    private void Cover(DocumentAnnotations annotations)
    {
        if (_covered.Length < _tokens.Count) _covered = new bool[_tokens.Count * 2];
        Array.Clear(_covered, 0, _tokens.Count);
        var spans = annotations.Mentions.Where(mention => mention.Entity is not null && mention.Rule != NameMatcher.Misspelling).Select(mention => (mention.Start, mention.End))
            .Concat(annotations.Times.Select(time => (time.Start, time.End)));
        foreach (var (start, end) in spans)
        {
            var token = Array.BinarySearch(_tokens.End, 0, _tokens.Count, start + 1);
            for (token = token < 0 ? ~token : token; token < _tokens.Count && _tokens.Start[token] < end; token++) _covered[token] = true;
        }
    }

    private bool IsFree(int token) => token < _tokens.Count && _tokens.Kind[token] == TokenKind.Word && !_covered[token];

    private Found Longest(int first, IReadOnlyList<Near> starts)
    {
        var best = default(Found);
        foreach (var start in starts)
        {
            if (!_names.TryGetValue(start.Word, out var names)) continue;
            foreach (var name in names)
            {
                if (name.Words.Length < best.Words) continue;
                var distance = start.Distance;
                for (var word = 1; word < name.Words.Length && distance <= MostDistance; word++) distance += DistanceAt(first + word, name.Words[word]);
                if (distance is 0 or > MostDistance) continue;
                if (name.Words.Length > best.Words || distance < best.Distance) best = new Found(name.Words.Length, distance, name.Name);
            }
        }

        return best;
    }

    private int DistanceAt(int token, int word)
    {
        if (!IsFree(token) || _tokens.AfterBreak[token]) return MostDistance + 1;
        foreach (var near in NearAt(token))
        {
            if (near.Word == word) return near.Distance;
        }

        return MostDistance + 1;
    }

    private IReadOnlyList<Near> NearAt(int token)
    {
        var key = _tokens.Key(token);
        if (_near.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var known)) return known;
        var word = key.ToString();
        return _near[word] = IsKnown(token) ? _words.Same(word) : _words.To(word);
    }

    private IReadOnlyList<Near> NearBehind(int token, int taken, bool restored)
    {
        var rest = _tokens.Key(token)[taken..];
        var stem = restored ? string.Concat("ا", rest) : rest.ToString();
        var form = _vocabulary.Forms.Find(stem);
        return IsKnown(token) || (form > 0 && form < _vocabulary.Count) ? _words.Same(stem) : _words.To(stem);
    }

    private bool IsKnown(int token) => _tokens.Form[token] < _vocabulary.Count || _classes.Of(_tokens, token) != WordClasses.Kind.Unknown;

    private readonly record struct NearName(int[] Words, ListedName Name);

    private readonly record struct Found(int Words, int Distance, ListedName Name);
}
