namespace Analysis;

/// <summary>
/// Finds the names of a gazetteer: the longest match at each position whose policy holds. Proclitics are not part of a match; quotation
/// marks and hyphens between the words of a name are ignored.
/// </summary>
internal sealed class NameMatcher
{
    private const int MostSigns = 2;
    private const int ShortStem = 3;
    private const int LongestInitial = 2;

    /// <summary>Rule of a name with a misspelt word.</summary>
    public const string Misspelling = "misspelling";

    private readonly NameTrie _trie = new();
    private readonly List<Name> _names = [];
    private readonly int _entities;
    private readonly Vocabulary _vocabulary;
    private readonly WordClasses _words;
    private readonly Gazetteer? _decided;

    /// <summary>Creates a matcher for a gazetteer.</summary>
    public NameMatcher(Vocabulary vocabulary, WordClasses words, Gazetteer gazetteer)
    {
        _words = words;
        _vocabulary = vocabulary;
        _entities = gazetteer.Entities.Count;
        _decided = gazetteer.Decisions.HasRejected ? gazetteer : null;
        var spellings = new NameWords(vocabulary);
        var types = new EntityType[_entities];
        for (var entity = 0; entity < types.Length; entity++) types[entity] = EntityTypes.Parse(gazetteer.Entities[entity].Type);
        foreach (var alias in gazetteer.Aliases)
        {
            var conditions = alias.Policy.IsAlways ? null : new AliasConditions(alias.Policy, vocabulary);
            if (!alias.Policy.Never) Add(spellings, alias.Text, new Name(alias.Entity, types[alias.Entity], conditions, alias.Policy.Full, alias.Decided ? NameUse.Decision : NameUse.Alias));
        }

        foreach (var demonym in gazetteer.Demonyms)
        {
            foreach (var form in DemonymForms.Of(demonym.Text)) Add(spellings, form, new Name(demonym.Entity, EntityType.Demonym, null, false, NameUse.Demonym));
        }
    }

    /// <summary>Adds the names of the document to the draft, in text order.</summary>
    public void Find(Draft draft)
    {
        var tokens = draft.Tokens;
        var state = draft.Names;
        state.Begin(tokens, _entities);
        var free = 0;
        foreach (var start in state.Starts)
        {
            state.FollowsState = start == free && draft.Mentions is [.., { Type: EntityType.State or EntityType.Capital }];
            if (start < free || !((tokens.Uses[start] & WordUses.Name) != 0 || MayGoOn(tokens, start + 1))
                || !TryMatch(tokens, state, start, out var mention)) continue;
            draft.Mentions.Add(mention);
            free = mention.EndToken;
        }

        state.FollowsState = false;

        // Names that depend on the full name are resolved once the whole document has been read.
        for (var i = 0; i < state.Awaited.Count; i += 2)
        {
            if (state.Present[state.Awaited[i + 1]] && TryMatch(tokens, state, state.Awaited[i], out var mention)) Insert(draft.Mentions, mention);
        }
    }

    // Replaces the mentions that the new one overlaps, unless one of them begins before it.
    private static void Insert(List<MentionMark> mentions, MentionMark mention)
    {
        var at = mentions.Count;
        while (at > 0 && mentions[at - 1].EndToken > mention.FirstToken) at--;
        if (at < mentions.Count && mentions[at].FirstToken < mention.FirstToken) return;
        var end = at;
        while (end < mentions.Count && mentions[end].FirstToken < mention.EndToken) end++;
        mentions.RemoveRange(at, end - at);
        mentions.Insert(at, mention);
    }

    // Whether a name of several words may continue with a token; false is certain. Common words such as في begin names that rarely follow.
    private static bool MayGoOn(TokenStream tokens, int token) =>
        token < tokens.Count && ((tokens.Uses[token] & WordUses.Inner) != 0 || tokens.Kind[token] == TokenKind.Symbol);

    private bool TryMatch(TokenStream tokens, NameState state, int start, out MentionMark mention)
    {
        var best = default(Found);
        var readings = tokens.Readings(start);
        foreach (var reading in readings)
        {
            if (reading.Tail != 0 || (reading.Proclitics & (Proclitics.Article | Proclitics.Will)) != 0 || IsDoubtful(reading)) continue;
            Try(tokens, state, reading.Stem, start, reading.Skip, isMisspelt: false, ref best);
        }

        if (readings.IsEmpty) TryUnknown(tokens, state, start, ref best);
        mention = default;
        if (best.EndToken == 0) return false;
        var name = _names[best.Name];
        mention = new MentionMark(
            start, best.EndToken, tokens.OffsetBehind(start, best.Skip), tokens.End[best.EndToken - 1], name.Entity, name.Type, null,
            best.IsMisspelt ? Misspelling : RuleOf(name.Use));
        if (name.Conditions is null && name.Use != NameUse.Demonym && !best.IsMisspelt) state.Present[name.Entity] = true;
        return true;
    }

    // أموسكو is a question about Moscow; البنتاغنون has a letter too many.
    private void TryUnknown(TokenStream tokens, NameState state, int start, ref Found best)
    {
        var key = tokens.Key(start);
        if (tokens.Text[tokens.Start[start]] == 'أ') Try(tokens, state, tokens.FormOf(key[1..]), start, 1, isMisspelt: false, ref best);
        foreach (var form in _vocabulary.Spellings.Of(key, _vocabulary)) Try(tokens, state, form, start, 0, isMisspelt: true, ref best);
    }

    private void Try(TokenStream tokens, NameState state, int form, int start, int skip, bool isMisspelt, ref Found best)
    {
        var node = form == 0 ? 0 : _trie.Root(form);
        if (node == 0) return;
        if (_decided is not null) state.Offset = tokens.OffsetBehind(start, skip);
        var found = Longest(tokens, state, node, start, isMisspelt);
        if (found.EndToken > best.EndToken) best = found with { Skip = (byte)skip };
    }

    private Found Longest(TokenStream tokens, NameState state, int node, int start, bool isMisspelt)
    {
        var best = default(Found);
        var at = start;
        while (true)
        {
            var name = NameAt(tokens, state, node, start, at + 1);
            if (name >= 0 && (!isMisspelt || at > start || IsCertain(name))) best = new Found(name, at + 1, 0, isMisspelt);
            var next = Behind(tokens, start, at + 1);
            if (next < 0 || (best.EndToken == at + 1 && IsOpening(tokens, at + 1))) return best;
            var child = _trie.Child(node, tokens.Form[next]);
            if (child == 0 && !isMisspelt && tokens.Kind[next] == TokenKind.Word && tokens.Readings(next).IsEmpty)
            {
                foreach (var form in _vocabulary.Spellings.Of(tokens.Key(next), _vocabulary))
                {
                    if (child == 0) child = _trie.Child(node, form);
                }

                isMisspelt = child != 0;
            }

            if (child == 0) return best;
            (node, at) = (child, next);
        }
    }

    // A misspelt word is a name by itself only if it could have no other meaning.
    private bool IsCertain(int name) => _names[name].Conditions is null && _names[name].Use == NameUse.Alias;

    // The name before a short form in quotation marks is complete: وزارة الدفاع الأمريكية "البنتاغون".
    private static bool IsOpening(TokenStream tokens, int token) => tokens.IsQuote(token) && tokens.End[token - 1] < tokens.Start[token];

    private int NameAt(TokenStream tokens, NameState state, int node, int first, int end)
    {
        if (_trie.NamesAt(node) is not { } names) return -1;
        if (_decided is null && names.Count == 1 && _names[names[0]].IsPlain) return names[0];
        var (always, demonym) = (-1, -1);
        foreach (var name in names)
        {
            var candidate = _names[name];
            if (_decided is not null && _decided.IsRejected(candidate.Entity, tokens.Text.AsSpan(state.Offset, tokens.End[end - 1] - state.Offset))) continue;
            if (candidate.Conditions is null)
            {
                if (candidate.Use == NameUse.Demonym) demonym = name;
                if (always < 0) always = name;
                continue;
            }

            if (candidate.Conditions.Hold(tokens, first, end, state.Present[candidate.Entity]))
            {
                always = name;
                break;
            }

            if (candidate.NeedsFull && !state.Present[candidate.Entity]) state.Awaited.AddRange(first, candidate.Entity);
        }

        // السعودية and سوريا name states, but are adjectives after a noun with which they agree.
        if (always < 0) return always;
        if (_names[always].Type == EntityType.State) return IsAttribute(tokens, state, first) ? DemonymIn(names, always) : always;

        // If the state's name is ruled out, جورجيا is not an accusative either unless a noun in the accusative precedes it.
        return always == demonym && tokens.Key(first)[^1] == 'ا' && _names[names[0]].Type == EntityType.State
            && !IsAttribute(tokens, state, first) ? -1 : always;
    }

    private static string RuleOf(NameUse use) => use switch
    {
        NameUse.Decision => "decision",
        NameUse.Demonym => "demonym",
        _ => "gazetteer",
    };

    private int DemonymIn(List<int> names, int other)
    {
        foreach (var name in names)
        {
            if (_names[name].Use == NameUse.Demonym) return name;
        }

        return other;
    }

    private bool IsAttribute(TokenStream tokens, NameState state, int token)
    {
        if (token == 0 || state.FollowsState || tokens.AfterBreak[token] || tokens.Kind[token - 1] != TokenKind.Word) return false;
        var noun = tokens.Key(token - 1);
        var key = tokens.Key(token);
        if (_words.Is(tokens.Form[token - 1], NamePart.Function)) return false;
        return key switch
        {
            ['ا', 'ل', ..] => noun is ['ا', 'ل', _, _, ..] or [_, 'ا', 'ل', _, _, ..] or ['ل', 'ل', _, _, ..],
            [.., 'ا'] => noun is [_, _, .., 'ا'] and not (['ا', 'ل', ..] or [.., 'و', 'ا']),
            _ => false,
        };
    }

    // The next word, unless anything but a few symbols that occur in names comes before it.
    private int Behind(TokenStream tokens, int start, int token)
    {
        for (var signs = 0; token < tokens.Count && (!tokens.AfterBreak[token] || IsWrapped(tokens, start, token)); token++, signs++)
        {
            if (tokens.Kind[token] != TokenKind.Symbol) return token;
            var sign = tokens.Text[tokens.Start[token]];
            if (signs == MostSigns || !(tokens.IsQuote(token) || sign is '-' or '–' or '—' or '‑' or '.' or '+' or '/')) return -1;
            if (sign is '.' or '+' or '/' && tokens.End[token - 1] != tokens.Start[token]) return -1;
            if (sign == '.' && EndsSentence(tokens, token)) return -1;
        }

        return -1;
    }

    // A line of running text may end inside a name. A name that begins its line is an item of a list.
    private static bool IsWrapped(TokenStream tokens, int start, int token) =>
        !tokens.AfterBreak[start] && tokens.Text.AsSpan(tokens.End[token - 1], tokens.Start[token] - tokens.End[token - 1]).Trim(" \t\r") is "\n";

    // A full stop followed by a space ends a sentence, unless it follows an initial: جورج دبليو. بوش.
    private bool EndsSentence(TokenStream tokens, int stop) =>
        stop + 1 == tokens.Count || (tokens.Start[stop + 1] > tokens.End[stop]
            && tokens.End[stop - 1] - tokens.Start[stop - 1] > LongestInitial
            && !_words.Is(tokens.Form[stop - 1], NamePart.Initial));

    // كسول means "lazy", not "like Seoul".
    private bool IsDoubtful(Reading reading) =>
        (reading.Proclitics & (Proclitics.Like | Proclitics.So)) != 0 && _vocabulary.Forms[reading.Stem].Length <= ShortStem;

    private void Add(NameWords words, string text, Name name)
    {
        var number = _names.Count;
        _names.Add(name);
        foreach (var way in words.Of(text))
        {
            if (way.Length == 0) continue;
            _trie.Add(way, number);
            for (var word = 0; word < way.Length; word++)
            {
                foreach (var form in way[word])
                {
                    _vocabulary.Mark(form, word > 0 ? WordUses.Inner : way.Length > 1 ? WordUses.Lead : WordUses.Name);
                    if (way.Length > 1 || name.Use == NameUse.Alias) _vocabulary.Spellings.Add(form, _vocabulary.Forms[form]);
                }
            }
        }
    }

    private enum NameUse : byte
    {
        Alias,
        Decision,
        Demonym,
    }

    private readonly record struct Name(int Entity, EntityType Type, AliasConditions? Conditions, bool NeedsFull, NameUse Use)
    {
        /// <summary>Whether a match of the words is sufficient. The name of a state may also be an adjective.</summary>
        public bool IsPlain { get; } = Conditions is null && Type != EntityType.State;
    }

    private readonly record struct Found(int Name, int EndToken, byte Skip, bool IsMisspelt);
}
