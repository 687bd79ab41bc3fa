namespace Analysis;

/// <summary>
/// Finds the names of a gazetteer: the longest match at each position whose policy holds. Proclitics are not part of a match; quotation
/// marks and hyphens between the words of a name are ignored.
/// </summary>
internal sealed partial class NameMatcher
{
    private const int MostSigns = 2;

    /// <summary>Rule of a name with a misspelt word.</summary>
    public const string Misspelling = "misspelling";

    private readonly FormTable<NameNode> _beginnings = new();
    private readonly Vocabulary _vocabulary;
    private readonly WordClasses _words;
    private readonly Gazetteer? _decided;

    /// <summary>Creates a matcher for a gazetteer.</summary>
    public NameMatcher(Vocabulary vocabulary, WordClasses words, Gazetteer gazetteer)
    {
        (_words, _vocabulary) = (words, vocabulary);
        _decided = gazetteer.Decisions.HasRejected ? gazetteer : null;
        var spellings = new NameWords(vocabulary);
        foreach (var (entity, text, policy, isDecided) in gazetteer.Aliases.Where(alias => !alias.Policy.Never))
        {
            var conditions = policy.IsAlways ? null : new AliasConditions(policy, vocabulary);
            var (type, state) = (EntityTypes.Parse(gazetteer.Entities[entity].Type), gazetteer.StateOf(entity));
            var needed = policy.Has("state") ? state : policy.Has("full") ? entity : -1;
            Add(spellings, text, new Name(entity, state, needed, type, conditions, isDecided ? "decision" : "gazetteer"));
        }

        foreach (var (entity, form) in gazetteer.Demonyms.SelectMany(each => each.Forms(), (each, form) => (each.Entity, form)))
            Add(spellings, form, new Name(entity, entity, -1, EntityType.Demonym, null, "demonym"));
    }

    /// <summary>Adds the names of the document to the draft, in text order.</summary>
    public void Find(Draft draft)
    {
        var scan = new Scan(draft, [], []);
        Find(scan, 0);

        // A name that depends on a full name may come before it. The second search, from there, knows which full names occur.
        var from = scan.Awaited.FindIndex(name => scan.Present.Contains(name.Entity));
        if (from < 0) return;
        draft.Mentions.RemoveAll(mention => mention.FirstToken >= scan.Awaited[from].Token);
        Find(scan, scan.Awaited[from].Token);
    }

    private void Find(Scan scan, int first)
    {
        var tokens = scan.Draft.Tokens;
        var free = first;
        for (var start = first; start < tokens.Count; start++)
        {
            if (start < free || (tokens.Uses[start] & WordUses.Name) == 0 || !TryMatch(scan, start, out var mention)) continue;
            scan.Draft.Mentions.Add(mention);
            free = mention.EndToken;
        }
    }

    private bool TryMatch(Scan scan, int start, out MentionMark mention)
    {
        var tokens = scan.Draft.Tokens;
        var best = default(Found);
        var readings = tokens.Readings(start);
        foreach (var reading in readings)
        {
            if (reading.Tail != 0 || (reading.Proclitics & (Proclitics.Article | Proclitics.Will)) != 0) continue;
            best = Longest(scan, reading.Stem, start, reading.Skip, isMisspelt: false, best);
        }

        if (readings.IsEmpty)
        {
            // أموسكو is a question about Moscow; البنتاغنون has a letter too many.
            var key = tokens.Key(start);
            if (tokens.Text[tokens.Start[start]] == 'أ') best = Longest(scan, tokens.FormOf(key[1..]), start, 1, isMisspelt: false, best);
            foreach (var form in tokens.Spellings(start)) best = Longest(scan, form, start, 0, isMisspelt: true, best);
        }

        mention = default;
        if (best.Name is not { } name) return false;
        mention = new MentionMark(
            start, best.EndToken, tokens.OffsetBehind(start, best.Skip), tokens.End[best.EndToken - 1], name.Entity, name.Type, null,
            best.IsMisspelt ? Misspelling : name.Rule);
        if (name.Conditions is null && scan.Present.Add(name.Entity)) scan.Present.Add(name.State);
        return true;
    }

    // The longest name that begins with a form; the best so far if it is not longer.
    private Found Longest(Scan scan, int form, int start, int skip, bool isMisspelt, Found best)
    {
        var tokens = scan.Draft.Tokens;
        var (node, at) = (_beginnings[form], start);
        while (node is not null)
        {
            // A misspelt word is a name by itself only if it could have no other meaning.
            var name = _decided is null && node.Sole is { } sole ? sole
                : node.Names is null ? null : Chosen(scan, node.Names, start, skip, at + 1);
            var isName = name is not null && (!isMisspelt || at > start || name is { Conditions: null, Rule: "gazetteer" });
            if (isName && at + 1 > best.EndToken) best = new Found(name, at + 1, skip, isMisspelt);
            if (node.IsLast) break;

            // The name before a short form in quotation marks is complete: وزارة الدفاع الأمريكية "البنتاغون".
            var next = Next(tokens, start, at + 1);
            if (next < 0 || (isName && tokens.IsQuote(at + 1) && tokens.End[at] < tokens.Start[at + 1])) break;
            var child = node.After(tokens.Form[next]);
            if (child is null && !isMisspelt && (tokens.Uses[next] & WordUses.Name) != 0)
            {
                foreach (var spelling in tokens.Spellings(next)) child ??= node.After(spelling);
                isMisspelt = child is not null;
            }

            (node, at) = (child, next);
        }

        return best;
    }

    // The name among those that end at a node that means its entity here; null if none does.
    private Name? Chosen(Scan scan, List<Name> names, int first, int skip, int end)
    {
        var tokens = scan.Draft.Tokens;
        if (_decided is not null) names = Admitted(names, tokens.Text[tokens.OffsetBehind(first, skip)..tokens.End[end - 1]]);
        Name? best = null, always = null, demonym = null;
        foreach (var name in names)
        {
            if (name.Type == EntityType.Demonym) demonym ??= name;
            if (name.Conditions is null) always ??= name;
            else if (best is null && Holds(scan, name, first, skip, end)) best = name;
        }

        best ??= always;

        // السعودية and سوريا name states, but are adjectives after a noun with which they agree.
        if (best?.Type == EntityType.State) return demonym is not null && IsAttribute(scan, first) ? demonym : best;

        // If the state's name is ruled out, جورجيا is not an accusative either unless a noun in the accusative precedes it.
        var isRuledOut = best is not null && best == demonym && tokens.Key(first)[^1] == 'ا' && names[0].Type == EntityType.State;
        return isRuledOut && !IsAttribute(scan, first) ? null : best;
    }

    private List<Name> Admitted(List<Name> names, string surface) => names.FindAll(name => !_decided!.IsRejected(name.Entity, surface));

    // Whether the conditions of a name hold; whether it waits for a full name of its entity is noted.
    private static bool Holds(Scan scan, Name name, int first, int skip, int end)
    {
        // في تكريت وتعز: what is joined to a place is one.
        var (tokens, isPresent) = (scan.Draft.Tokens, scan.Present.Contains(name.Needed));
        var isJoined = skip > 0 && tokens.Text[tokens.Start[first]] == 'و' && name.Type == EntityType.Place
            && scan.Draft.Mentions is [.., { Type: EntityType.Place or EntityType.Capital } before] && before.EndToken == first;
        if (name.Conditions!.Hold(tokens, first, end, isPresent || isJoined)) return true;
        if (name.Needed >= 0 && !isPresent) scan.Awaited.Add((name.Needed, first));
        return false;
    }

    // An adjective follows a noun with the article, or stands with its noun in the accusative.
    private bool IsAttribute(Scan scan, int token)
    {
        var tokens = scan.Draft.Tokens;
        if (token == 0 || tokens.AfterBreak[token] || tokens.Kind[token - 1] != TokenKind.Word) return false;

        // فرنسا وإسبانيا are two states.
        if (scan.Draft.Mentions is [.., { Type: EntityType.State or EntityType.Capital } before] && before.EndToken == token) return false;
        if (_words.Is(tokens.Form[token - 1], NamePart.Function)) return false;
        var pattern = WordClasses.HasArticle(tokens.Key(token)) ? DefiniteNoun() : Accusatives();
        return pattern.IsMatch($"{tokens.Key(token - 1)} {tokens.Key(token)}");
    }

    [GeneratedRegex("^(?:.?ال|لل)..")]
    private static partial Regex DefiniteNoun();

    [GeneratedRegex("^(?!ال)..+(?<!و)ا .*ا$")]
    private static partial Regex Accusatives();

    // The next word, unless anything but a few signs that occur in names comes before it.
    private int Next(TokenStream tokens, int start, int end)
    {
        var next = end;
        while (next < tokens.Count && tokens.Kind[next] == TokenKind.Symbol && next - end < MostSigns) next++;
        if (next == tokens.Count || tokens.Kind[next] == TokenKind.Symbol) return -1;
        if (next == end && !tokens.AfterBreak[next]) return next;
        var gap = tokens.Text.AsSpan()[tokens.End[end - 1]..tokens.Start[next]];
        var isWrapped = !tokens.AfterBreak[start] && gap.Trim(" \t\r") is "\n";
        return Signs().IsMatch(gap) || isWrapped || IsInitial(tokens, end - 1, gap) ? next : -1;
    }

    // Quotation marks, hyphens, signs of hashtags and spaces; . + or / directly after a letter. A full stop before a space ends a sentence.
    [GeneratedRegex(@"^(?:\.(?!\s)|[+/])?(?:[\p{Pi}\p{Pf}\p{Pd}\p{Cf}„""'{}\[\]#_]|[^\S\n])*\z")]
    private static partial Regex Signs();

    // جورج دبليو. بوش
    private bool IsInitial(TokenStream tokens, int token, ReadOnlySpan<char> gap) => gap is ". "
        && _words.Is(tokens.Form[token], NamePart.Initial);

    private void Add(NameWords words, string text, Name name)
    {
        foreach (var way in words.Of(text).Where(way => way.Length > 0))
        {
            foreach (var form in way[0])
            {
                (_beginnings[form] ??= new NameNode()).Add(way.AsSpan(1), name);
                _vocabulary.Mark(form, WordUses.Name);
            }

            // There are so many places of one word that a misspelt ordinary word often resembles one.
            var isAlone = way.Length == 1 && name is not { Rule: "gazetteer", Type: not EntityType.Place };
            foreach (var form in isAlone ? [] : way.SelectMany(forms => forms)) _vocabulary.Spellings.Add(form, _vocabulary.Forms[form]);
        }
    }

    // The search of one document: which entities it names by a name without policy, and which it may name where such a name comes later.
    private sealed record Scan(Draft Draft, HashSet<int> Present, List<(int Entity, int Token)> Awaited);

    private readonly record struct Found(Name? Name, int EndToken, int Skip, bool IsMisspelt);
}
