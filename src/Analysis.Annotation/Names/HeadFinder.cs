namespace Analysis;

/// <summary>
/// Finds names introduced by a common noun (<c>name-heads.tsv</c>): <c>حي زيونة</c>, <c>صحيفة «الغد»</c>, <c>اللواء 30</c>,
/// <c>لجنة الأمن والدفاع النيابية</c>. What may follow a noun is a regular expression over the classes of the words, one letter a word:
/// <list type="bullet">
/// <item><c>g</c> given name, <c>u</c> unknown word, <c>i</c> one of two letters or in ي, <c>e</c> one in ة, <c>x</c> plural or verb</item>
/// <item><c>h</c> first half of a place name (دير), <c>n</c> another word</item>
/// <item>with the article: <c>G</c>, <c>U</c>, <c>H</c> as above, <c>A</c> unknown nisba, <c>B</c> another adjective of names,
/// <c>N</c> noun that introduces no name, <c>T</c> title, <c>O</c> ordinal number, <c>C</c> another word</item>
/// <item><c>w</c> والدفاع, <c>f</c> للانتخابات</item>
/// <item><c>D</c> nationality that agrees with the noun, <c>S</c> state, <c>E</c> what places are named after, <c>m</c> other words of
/// mentions</item>
/// <item><c>0</c> number, <c>.</c> symbol; <c>+</c> at the end if a noun without article may come before the complement</item>
/// </list>
/// </summary>
internal sealed partial class HeadFinder
{
    private const int Window = 8;
    private const int MostQuoted = 5;
    private const int MostGap = 3;

    // What a facility or a company may be named after.
    private const EntityType Eponyms = EntityType.Place | EntityType.Capital | EntityType.State | EntityType.Person;

    private const string NameLike = "[guiexGUAhH]";
    // حكومة الوفاق سامر قنديل: a given name and what follows it are a person.
    private const string Words = $"^(?!x){NameLike}(?:(?!g{NameLike}){NameLike}){{0,2}}";

    private const string Bare = "(?:[guiexhnwf](?=.*[+]))";

    // Adjectives, the last of which may be a nationality, and ل with a complement.
    private const string Adjective = "(?:[AB]|[GUHNOC](?=f))";
    private const string Adjectives = $"(?:{Adjective}{{0,3}}[Df]|{Adjective}{{0,4}})";
    private const string Complement = $"[GUHABNOC]w*{Adjectives}";

    // By the column name. Generated code, since interpreted patterns take 3 % of the time of annotating.
    private static readonly Dictionary<string, Regex?> Patterns = new()
    {
        ["word"] = Word(),
        ["noun"] = Noun(),
        ["words"] = SomeWords(),
        ["foreign"] = Foreign(),
        ["body"] = Body(),
        ["bodies"] = Bodies(),
        ["state"] = State(),
        ["number"] = Number(),
        ["quoted"] = null,
    };

    // حي زيونة, دير الزور, حي عمر المختار, مطار أربيل
    [GeneratedRegex($"^(?:Em*|[hH][^.]|[gG]{NameLike}?|[uieUA])")]
    private static partial Regex Word();

    // حي الروضة
    [GeneratedRegex($"^(?:Em*|[hH][^.]|[gG]{NameLike}?|[uieUAN])")]
    private static partial Regex Noun();

    [GeneratedRegex(Words)]
    private static partial Regex SomeWords();

    [GeneratedRegex("^[guh][guixh]{0,2}")]
    private static partial Regex Foreign();

    // تحالف قبائل اليمن, هيئة مكافحة الفساد, وزارة النفط والطاقة
    [GeneratedRegex($"^(?:{Bare}Sm*|{Bare}?{Complement})|{Words}")]
    private static partial Regex Body();

    [GeneratedRegex($"^(?:{Bare}Sm*|{Bare}?{Complement}(?<=..))|{Words}")]
    private static partial Regex Bodies();

    [GeneratedRegex($"^(?!f){Adjectives}(?<=[DB]|..)")]
    private static partial Regex State();

    // اللواء 30, اللواء (30), اللواء الثاني
    [GeneratedRegex("^(?:0|O|[.]0)")]
    private static partial Regex Number();

    private readonly WordClasses _words;
    private readonly FormTable<Head> _heads = new();

    /// <summary>Reads the table of nouns.</summary>
    public HeadFinder(Vocabulary vocabulary, WordClasses words)
    {
        _words = words;
        foreach (var row in Lexicon.Read("name-heads.tsv", "noun", "type", "span", "name", "of", "example"))
        {
            if (row[2] is not ("inside" or "outside")) throw row.Error($"span '{row[2]}', expected inside or outside");
            var type = EntityTypes.Parse(row[1]);
            if (type == EntityType.None && row[1] != "none") throw row.Error($"type '{row[1]}', expected one of {EntityTypes.Listed}");
            if (!Patterns.TryGetValue(row[3], out var name))
                throw row.Error($"name '{row[3]}', expected one of {string.Join(", ", Patterns.Keys)}");
            var form = vocabulary.Add(row[0]);
            _heads[form] = new Head(type, row[2] == "inside", row[3], name, row[4]);
            vocabulary.Mark(form, WordUses.Head);
        }
    }

    /// <summary>Token of the quotation mark that closes a quotation of up to <paramref name="most"/> words; −1 if there is none.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="first">First token of the quotation.</param>
    /// <param name="most">Words that it may have.</param>
    public static int ClosingQuote(TokenStream tokens, int first, int most)
    {
        var end = first;
        while (end < tokens.Count && end - first <= most && !tokens.IsClosing(end) && !tokens.AfterBreak[end]) end++;
        return end > first && end < tokens.Count && tokens.IsClosing(end) ? end : -1;
    }

    /// <summary>Adds the name introduced by the noun at a token, if there is one.</summary>
    public void Find(Draft draft, int token)
    {
        var tokens = draft.Tokens;
        if (token + 1 >= tokens.Count || tokens.AfterBreak[token + 1]) return;
        foreach (var reading in tokens.Readings(token))
        {
            var head = _heads[reading.Stem];
            if (reading.Tail != 0 || head.Follows is null) continue;
            var named = (reading.Proclitics & Proclitics.By) != 0 && _words.Of(tokens, token + 1) == WordClasses.Kind.Given; // بقيادة هيثم
            var isPlain = (reading.Proclitics & Proclitics.Article) == 0 && head.Name is not null && !named;
            if (!Quoted(draft, token, head, reading.Skip) && isPlain) Plain(draft, token, head, reading.Skip);
            return;
        }
    }

    // A name in quotation marks: صحيفة «الغد», سفينة حربية «دنكان», جماعة تطلق على نفسها «قاصم الجبارين».
    private bool Quoted(Draft draft, int headToken, Head head, int skip)
    {
        var (tokens, open) = (draft.Tokens, headToken + 1);
        var most = head.IsInside || head.Type == EntityType.Agreement ? 0 : head.Type == EntityType.ArmedGroup ? MostGap : 1;
        while (open - headToken <= most && IsNear(tokens, open) && tokens.Kind[open] == TokenKind.Word
            && (most > 1 || _words.Of(tokens, open) != WordClasses.Kind.Particle)) open++;
        if (open >= tokens.Count || tokens.AfterBreak[open] || !tokens.IsOpening(open)) return false;
        var (first, end) = (open + 1, ClosingQuote(tokens, open + 1, MostQuoted));
        if (end < 0 || tokens.Key(first).Length < 2 || tokens.Kind[first] != TokenKind.Word || _words.IsPhrase(tokens, first)) return false;
        if (!draft.Board.IsCovered(first) || head.Type == EntityType.None) Add(draft, headToken, head, first, end, skip);
        return true;
    }

    private void Plain(Draft draft, int headToken, Head head, int skip)
    {
        Span<char> tags = stackalloc char[Window + 1];
        var end = headToken + 1;
        foreach (var name in head.Name!.EnumerateMatches(tags[..Tags(draft, headToken, head, tags)])) end += name.Length;
        if (end == headToken + 1) return;
        if (head.Type == EntityType.Facility && draft.Board.IsFree(end) && _words.IsNameAdjective(draft.Tokens, end)) end++;
        Add(draft, headToken, head, headToken + 1, end, skip);
    }

    // Writes the classes of the words after a noun in its line, up to a symbol after them, and returns their number.
    private int Tags(Draft draft, int head, Head kind, Span<char> tags)
    {
        var (tokens, first, count) = (draft.Tokens, head + 1, 0);
        for (; count < Window && (count == 0 ? first < tokens.Count && !tokens.AfterBreak[first] : IsNear(tokens, first + count)); count++)
            tags[count] = TagOf(draft, head, first + count, kind);
        if (kind.Of == "noun") tags[count++] = '+';
        return count;
    }

    private char TagOf(Draft draft, int head, int token, Head kind)
    {
        var (tokens, board) = (draft.Tokens, draft.Board);
        if (board.IsCovered(token)) return board.TypeAt(token) switch
        {
            EntityType.Demonym when IsAgreeing(draft, head, token) => 'D',
            _ when kind.Of == "places" && board.Begins(token, Eponyms) => 'E',
            EntityType.State when board.Begins(token, EntityType.State) => 'S',
            _ => 'm',
        };
        if (tokens.Kind[token] != TokenKind.Word) return tokens.Kind[token] == TokenKind.Number ? '0' : '.';
        var key = tokens.Key(token);
        var form = tokens.Form[token];
        var word = _words.Of(tokens, token);
        var isNameLike = key.Length > 1 && word is WordClasses.Kind.Unknown or WordClasses.Kind.Given or WordClasses.Kind.GivenWord;
        if (WordClasses.HasArticle(key)) return 0 switch
        {
            _ when _words.Is(form, NamePart.Half) => 'H',
            _ when _words.IsNameAdjective(tokens, token) => isNameLike ? 'A' : 'B',
            _ when (tokens.Uses[token] & WordUses.Title) != 0 => 'T',
            _ when _words.Is(form, NamePart.Ordinal) => 'O',
            _ when isNameLike => word == WordClasses.Kind.Unknown ? 'U' : 'G',
            _ => word == WordClasses.Kind.Noun && (tokens.Uses[token] & WordUses.Head) == 0 ? 'N' : 'C',
        };
        return key switch
        {
            ['و', 'ا', 'ل', _, _, ..] => 'w',
            ['ل', 'ل', _, _, _, ..] => 'f',
            _ when _words.Is(form, NamePart.Half) => 'h',
            _ when !isNameLike || key is ['ب', 'ا', 'ل', _, _, _, ..] => 'n', // بالاستقالة
            _ when word != WordClasses.Kind.Unknown => 'g',
            _ when WordClasses.IsInflected(key) => 'x',
            [_, _] or [_, _, _, _, .., 'ي'] => 'i',
            [.., 'ه'] => 'e',
            _ => 'u',
        };
    }

    // A nationality with the article that agrees with the noun in gender, and not with a title: وزيرة الدفاع الدنماركية.
    private static bool IsAgreeing(Draft draft, int head, int token)
    {
        var tokens = draft.Tokens;
        var isFeminine = tokens.Key(head) is [.., 'ه'] or [.., 'ا', 'ت'] or "الدفاع";
        if (head > 0 && (tokens.Uses[head - 1] & WordUses.Title) != 0 && tokens.Key(head - 1)[^1] == 'ه') return false;
        return WordClasses.HasArticle(tokens.Key(token)) && (tokens.Key(draft.Board.At(token).EndToken - 1)[^1] == 'ه') == isFeminine;
    }

    // No name is found inside that of a company, which is no mention itself: شركة نيو لاين اليابان, مصرف «ستاندرد الصين».
    private static void Add(Draft draft, int headToken, Head head, int first, int end, int skip)
    {
        if (head.Type != EntityType.None)
            draft.Board.Add(head.IsInside ? headToken : first, end, head.IsInside ? skip : 0, head.Type, "head");
        else draft.Board.Clear(first, IsNear(draft.Tokens, end) && draft.Board.Begins(end, Eponyms | EntityType.Demonym) ? end + 1 : end);
    }

    private static bool IsNear(TokenStream tokens, int token) =>
        token < tokens.Count && !tokens.AfterBreak[token] && tokens.Kind[token] != TokenKind.Symbol;

    private readonly record struct Head(EntityType Type, bool IsInside, string Follows, Regex? Name, string Of);
}
