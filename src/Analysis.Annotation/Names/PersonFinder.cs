namespace Analysis;

/// <summary>
/// Finds persons that are not in the gazetteer: a name after a title, with the title's complement between them; a given name followed by a
/// surname; unknown words after a verb of saying, before a title in apposition or what is said. Names and contexts are regular expressions
/// over the classes of the words, one letter a word:
/// <list type="bullet">
/// <item><c>g</c> given name, <c>w</c> one that is also a word, <c>l</c> link (بن, عبد)</item>
/// <item><c>s</c> second half of a name (الدين), <c>S</c> الله</item>
/// <item><c>u</c> unknown word, <c>i</c> one in ي; no name begins with <c>y</c> adverb, <c>z</c> word of two letters</item>
/// <item><c>n</c> noun or adjective, <c>v</c> verb, <c>p</c> particle, <c>o</c> أن or من, <c>c</c> after a title</item>
/// <item><c>k</c> rank, <c>t</c> office</item>
/// <item><c>,</c> comma, <c>.</c> another symbol or a number</item>
/// <item><c>M</c> mention, <c>R</c> the first word of that of a person</item>
/// </list>
/// A capital letter marks the article; <c>H</c> is an unknown word with article that ends in ة.
/// </summary>
internal sealed partial class PersonFinder
{
    private const int Window = 16;

    // Given names and what links them, then a surname of one or two words.
    // A known surname after a given name usually belongs to another person.
    private const string Linked = "l[lsSgwuiyUIHKTN]";
    private const string Unit = $"(?:{Linked}|[gw][sS]|g|w(?=[gsSl])|[uiy](?=g))";
    private const string Surname = "(?:(?:[sgwuiyUIK]|l(?![lsSgwuiyUIH]))(?:[sS]|[iI]|(?<![UI])[uy](?=[.,poc]|$))?)";
    private const string Name = $"(?:{Unit}{{2,7}}{Surname}?R?|(?:{Unit}|[gwui]){Surname}R?|(?:{Unit}|[gwui])R)";
    private const string SurnameNoun = "[NUIH]";
    private const string Direct = "(?<=[kK][MUHI]*)";

    private readonly WordClasses _words;
    private readonly FormTable<Title> _titles = new();

    /// <summary>Reads the table of titles.</summary>
    public PersonFinder(Vocabulary vocabulary, WordClasses words)
    {
        _words = words;
        foreach (var row in Lexicon.Read("titles.tsv", "title", "kind", "example"))
        {
            var form = vocabulary.Add(row[0]);
            _titles[form] = row.Parse<Title>(1);
            vocabulary.Mark(form, WordUses.Title);
        }
    }

    private enum Title : byte { None, Office, Rank }

    /// <summary>Adds the name that follows the title or verb of saying at a token, or begins with the given name there.</summary>
    public void Find(Draft draft, int token)
    {
        var tokens = draft.Tokens;
        if (draft.Board.IsCovered(token)) return;
        if (_words.IsSaying(tokens, token)) Add(draft, token + 1, Speaker(), "wui", "speaker");
        else if (_titles.Of(tokens.Readings(token)) != Title.None) Add(draft, token, AfterTitle(), "kKtT", "title");
        else if (_words.GivenName(tokens, token, out var skip) != WordClasses.Kind.Unknown)
            Add(draft, token, IsSubject(tokens, token, skip) ? Subject() : Given(), "gwl", "given-name", skip);
    }

    private bool IsSubject(TokenStream tokens, int token, int skip) =>
        skip == 0 && token > 0 && !tokens.AfterBreak[token] && _words.IsVerb(tokens, token - 1);

    // صلاح محسن, خالد العبيدي: a given name that is also an ordinary word counts as a name before another one or an unknown nisba.
    [GeneratedRegex($"^(?=[gl]|w[glsSI])(?<name>{Name})")]
    private static partial Regex Given();

    // After a verb also before a word like itself, and before a noun that ends the phrase: ظهر هادي الأمير في.
    [GeneratedRegex($"^(?=[gl]|w[glsSIw])(?<name>{Name})|^(?<name>[gw][NUIHKT])(?=[.,poc]|$)")]
    private static partial Regex Subject();

    // قال نصيف الدلفي، مدير المستشفى; أضافت تساي إنغ ون أن; قال تاماس فارغا من, لرويترز
    [GeneratedRegex("^(?<name>[wui][uiyzUI]{1,3})(?=,?[kKtT]|o)")]
    private static partial Regex Speaker();

    // An unknown name follows a definite word: الجنرال ديسيل, but not in نقيب متقاعد.
    // A noun after a given name is a surname: المحامي رائد العدل. After a comma a name ends at the next one.
    [GeneratedRegex($"^[kKtT][McCnNzUHIkKtT]{{0,16}}?(?:,(?=[^,]{{1,8}}[,.o]))?(?<name>(?=[gwl]){Name}|(?:(?<=[MCNUHIKT])|(?=l)){Name}"
        + $"|(?<=,)[gwui][gwuiy]{{1,3}}(?=[,.o])|(?<=[tT].*)[gw]{SurnameNoun}|{Direct}(?:g|{Linked}|(?<=[MCNUHIKT])(?:[ui]|I{Surname}?)))")]
    private static partial Regex AfterTitle();

    // A pattern begins with one of some classes.
    private void Add(Draft draft, int token, Regex pattern, string beginning, string rule, int skip = 0)
    {
        var tags = Tags(draft, token, skip, beginning);
        if (tags.Length == 0) return;
        var name = pattern.Match(tags).Groups["name"];
        var first = token + name.Index;
        if (name.Length > 0 && !(rule == "speaker" && draft.Tokens.AfterBreak[first]))
            draft.Board.Add(first, first + name.Length, skip, EntityType.Person, rule);
    }

    // The classes of the words from a token to the end of the line, or to the next word that no name contains or continues after; none if
    // the first is no beginning.
    private string Tags(Draft draft, int first, int skip, string beginning)
    {
        var tokens = draft.Tokens;
        Span<char> tags = stackalloc char[Window];
        var count = 0;
        for (var token = first; token < tokens.Count && count < Window && (token == first || !tokens.AfterBreak[token]); token++)
        {
            tags[count++] = token == first && skip > 0 ? GivenTag(_words.GivenName(tokens, token, out _)) : TagOf(draft, token);
            if (count == 1 && !beginning.Contains(tags[0], StringComparison.Ordinal)) return "";
            if (tags[count - 1] is '.' or 'v' or 'p' or 'o') break;
        }

        return new string(tags[..count]);
    }

    private static char GivenTag(WordClasses.Kind kind) => kind == WordClasses.Kind.Given ? 'g' : 'w';

    private char TagOf(Draft draft, int token)
    {
        var (tokens, board) = (draft.Tokens, draft.Board);
        if (board.IsCovered(token)) return board.Begins(token, EntityType.Person) ? 'R' : 'M';
        var key = tokens.Key(token);
        var form = tokens.Form[token];
        var isDefinite = key is ['ا' or 'ل', 'ل', _, ..] or ['و' or 'ل' or 'ب', 'ا', 'ل', _, ..]; // المدير, والمدير, للمدير
        if (tokens.Kind[token] != TokenKind.Word || _words.Is(form, NamePart.Known))
            return tokens.Text[tokens.Start[token]] is '،' or ',' ? ',' : '.';
        if (key is ['و', 'ا', 'ل', _, ..] && _words.Whole(tokens, token) == WordClasses.Kind.Unknown) return 'p'; // إلهام والغدر
        if (_words.Is(form, NamePart.Link)) return 'l';
        if (_words.Is(form, NamePart.Second)) return key is "الله" ? 'S' : 's';
        var kind = _words.Of(tokens, token);
        var tag = _titles.Of(tokens.Readings(token)) switch
        {
            _ when _words.Is(form, NamePart.Chain) => 'c',
            _ when kind is WordClasses.Kind.Given or WordClasses.Kind.GivenWord => GivenTag(kind),
            Title.Rank => 'k',
            Title.Office => 't',
            _ => kind switch
            {
                WordClasses.Kind.Verb => 'v',
                WordClasses.Kind.Particle => key is "ان" or "من" ? 'o' : 'p',
                WordClasses.Kind.Noun or WordClasses.Kind.Adjective => 'n',
                _ when isDefinite => key[^1] == 'ه' ? 'h' : key is [_, _, _, _, .., 'ي'] ? 'i' : 'u',
                _ when key.Length < 3 => 'z',
                _ when IsAdverbial(tokens, token) => 'y',
                _ => key is [_, _, _, _, .., 'ي'] ? 'i' : 'u',
            },
        };
        return tag is not ('g' or 'w' or 'v' or 'p' or 'o') && isDefinite ? char.ToUpperInvariant(tag) : tag;
    }

    // بمحاسبة, لمواجهة, بحبس المدين: a preposition and an unknown noun. عرضا ممتعا: a noun in the accusative.
    private static bool IsAdverbial(TokenStream tokens, int token)
    {
        if (tokens.Key(token) is not (['ب' or 'ل', ..] or [.., 'ا'])) return false;
        var next = token + 1 < tokens.Count ? tokens.Key(token + 1) : [];
        return Adverbial().IsMatch($"{tokens.Key(token)} {next}");
    }

    [GeneratedRegex("^[بل](?:.{3,}ه |.* ال.*[^ي]$)|^[^بل].*ا ..+ا$")]
    private static partial Regex Adverbial();
}
