namespace Analysis;

/// <summary>
/// Finds names introduced by a common noun (<c>name-heads.tsv</c>): <c>حي زيونة</c>, <c>صحيفة «الغد»</c>, <c>اللواء 30</c>,
/// <c>لجنة الأمن والدفاع النيابية</c>.
/// </summary>
internal sealed class HeadFinder
{
    private const int MostQuoted = 5;
    private const int MostGap = 3;
    private const int MostWords = 3;
    private const EntityType Places = EntityType.Place | EntityType.Capital;

    // What a facility or a company may be named after.
    private const EntityType Eponyms = Places | EntityType.State | EntityType.Person;

    private readonly WordClasses _words;
    private readonly BodyGrammar _bodies;
    private readonly FormTable<Head> _heads = new();

    /// <summary>Reads the table of nouns.</summary>
    public HeadFinder(Vocabulary vocabulary, WordClasses words, Gazetteer gazetteer)
    {
        (_words, _bodies) = (words, new BodyGrammar(words, gazetteer));
        foreach (var row in Lexicon.Read("name-heads.tsv", "noun", "type", "span", "name", "of", "example"))
        {
            if (row[2] is not ("inside" or "outside")) throw row.Error($"span '{row[2]}', expected inside or outside");
            var type = EntityTypes.Parse(row[1]);
            if (type == EntityType.None && row[1] != "none") throw row.Error($"type '{row[1]}', expected one of {EntityTypes.Listed}");
            var form = vocabulary.Add(row[0]);
            _heads[form] = new Head(type, row[2] == "inside", row.Parse<Follows>(3), row[4]);
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
        while (end < tokens.Count && end - first <= most && !Closes(tokens, end) && !tokens.AfterBreak[end]) end++;
        return end > first && end < tokens.Count && Closes(tokens, end) ? end : -1;
    }

    /// <summary>Adds the name introduced by the noun at a token, if there is one.</summary>
    public void Find(Draft draft, int token)
    {
        var tokens = draft.Tokens;
        if (token + 1 >= tokens.Count || tokens.AfterBreak[token + 1]) return;
        foreach (var reading in tokens.Readings(token))
        {
            var head = _heads[reading.Stem];
            if (reading.Tail != 0 || head.Follows == Follows.Nothing) continue;
            if (draft.Board.IsCovered(token) && head.Follows != Follows.State) continue;
            var isDefinite = (reading.Proclitics & Proclitics.Article) != 0;
            if (!Quoted(draft, token, reading, head, isDefinite) && (!isDefinite || head.Follows == Follows.Foreign))
                Plain(draft, token, reading, head);
            return;
        }
    }

    // A name in quotation marks: صحيفة «الغد», سفينة حربية «دنكان», جماعة تطلق على نفسها «قاصم الجبارين».
    private bool Quoted(Draft draft, int headToken, Reading reading, Head head, bool isDefinite)
    {
        var (tokens, open) = (draft.Tokens, headToken + 1);
        var most = head.IsInside ? 0 : head.Type == EntityType.ArmedGroup ? MostGap : 1;
        while (open - headToken <= most && IsNear(tokens, open) && tokens.Kind[open] == TokenKind.Word) open++;
        if (open >= tokens.Count || tokens.AfterBreak[open] || !(tokens.IsQuote(open) || First(tokens, open) == '(')) return false;
        var first = open + 1;
        var end = ClosingQuote(tokens, first, MostQuoted);
        if (end < 0 || tokens.Kind[first] != TokenKind.Word || tokens.Kind[end - 1] == TokenKind.Symbol
            || _words.IsPhrase(tokens, first) || IsQuotedWord(tokens, first, end, head)) return false;
        var isInside = head.IsInside && !isDefinite && open == headToken + 1;
        var known = draft.Board.TypeAt(first);
        if (known != EntityType.None && head.Type != EntityType.None && (!isInside || known == head.Type)) return true;
        Add(draft, head, isInside ? headToken : first, end, isInside ? reading.Skip : 0);
        return true;
    }

    private static char First(TokenStream tokens, int token) => tokens.Text[tokens.Start[token]];

    private static bool Closes(TokenStream tokens, int token) => tokens.IsQuote(token) || First(tokens, token) == ')';

    // Excludes scare quotes: صواريخ "باليستية", عملية "عسكرية واسعة". Newspapers, parties and persons may be named after ordinary things.
    private bool IsQuotedWord(TokenStream tokens, int first, int end, Head head)
    {
        if ((head.Type & (EntityType.Media | EntityType.Person)) != 0) return false;
        var isDefinite = WordClasses.HasArticle(tokens.Key(first));
        if (_words.Of(tokens, first) == WordClasses.Kind.Adjective && !isDefinite) return true;
        return end == first + 1 && head.Type != EntityType.Organization && !(isDefinite && head.IsInside)
            && !_words.IsNameLike(tokens, first);
    }

    private void Plain(Draft draft, int headToken, Reading reading, Head head)
    {
        var (tokens, board, first) = (draft.Tokens, draft.Board, headToken + 1);
        if (tokens.Kind[first] == TokenKind.Symbol && head.Follows != Follows.Number) return;
        var entity = -1;
        var end = head.Follows switch
        {
            Follows.Body => _bodies.End(draft, headToken, 1, head.Of == "noun"),
            Follows.Bodies => _bodies.End(draft, headToken, 2, head.Of == "noun"),
            Follows.State => _bodies.StateEnd(draft, headToken, out entity),
            Follows.Number => NumberEnd(tokens, first),
            _ => first,
        };
        if (end == first && board.IsCovered(first))
        {
            var eponyms = head.Type == EntityType.Facility ? Eponyms : Places;
            if (head.Of == "places" && board.Begins(first, eponyms)) end = board.At(first).EndToken;
        }
        else if (end == first)
        {
            end = head.Follows switch
            {
                Follows.Word or Follows.Noun => WordEnd(draft, first, head.Follows == Follows.Noun),
                Follows.Words or Follows.Body or Follows.Bodies => WordsEnd(draft, first, foreign: false),
                Follows.Foreign => WordsEnd(draft, first, foreign: true),
                _ => first,
            };
        }

        if (end == first) return;
        if (head.Type == EntityType.Facility && draft.Board.IsFree(end) && _words.IsNameAdjective(tokens, end)) end++;
        Add(draft, head, head.IsInside ? headToken : first, end, head.IsInside ? reading.Skip : 0, entity);
    }

    private int WordEnd(Draft draft, int first, bool noun)
    {
        var tokens = draft.Tokens;
        var key = tokens.Key(first);
        if (_words.Is(tokens.Form[first], NamePart.Half) && IsNear(tokens, first + 1))
            return draft.Board.IsCovered(first + 1) ? draft.Board.At(first + 1).EndToken : first + 2;

        // حي الروضة, but not مستشفى المدينة.
        if (noun && WordClasses.HasArticle(key) && (tokens.Uses[first] & (WordUses.Head | WordUses.Title)) == 0
            && _words.Of(tokens, first) == WordClasses.Kind.Noun) return first + 1;
        if (!_words.IsNameLike(tokens, first) || key.Length < 3) return first;

        // حي زيونة is a name. So is an unknown word with the article, but not an adjective of the noun: المنطقة, منطقة نائية.
        if (_words.Whole(tokens, first) is WordClasses.Kind.Given or WordClasses.Kind.GivenWord)
            return draft.Board.IsFree(first + 1) && _words.IsNameLike(tokens, first + 1) ? first + 2 : first + 1;
        return WordClasses.IsInflected(key) ? first : first + 1;
    }

    private int WordsEnd(Draft draft, int first, bool foreign)
    {
        var tokens = draft.Tokens;
        var end = first;
        for (; end - first < MostWords && IsNear(tokens, end) && !draft.Board.IsCovered(end); end++)
        {
            if (tokens.Kind[end] == TokenKind.Number && end > first) continue;
            var key = tokens.Key(end);
            if (!_words.IsNameLike(tokens, end)
                || (end == first ? WordClasses.IsInflected(key) : WordClasses.HasArticle(tokens.Key(end - 1))
                    && _words.Whole(tokens, end) is WordClasses.Kind.Given or WordClasses.Kind.GivenWord)) break;
            if (foreign && (key is ['ا', 'ل', _, _, ..] or [.., 'ه'] || (end == first && key is [_, _] or [_, _, _, _, .., 'ي']))) break;
        }

        return end;
    }

    // اللواء 30, اللواء (30), اللواء الثاني, اللواء الثاني عشر
    private int NumberEnd(TokenStream tokens, int first)
    {
        if (tokens.Kind[first] == TokenKind.Number) return first + 1;
        if (first + 1 == tokens.Count) return first;
        if (_words.Is(tokens.Form[first], NamePart.Ordinal)) return tokens.Key(first + 1) is "عشر" or "عشره" ? first + 2 : first + 1;
        return First(tokens, first) is '(' or '"' && tokens.Kind[first + 1] == TokenKind.Number ? first + 2 : first;
    }

    // No name is found inside that of a company, which is no mention itself: شركة نيو لاين اليابان, مصرف «ستاندرد الصين».
    private static void Add(Draft draft, Head head, int first, int end, int skip, int entity = -1)
    {
        if (head.Type != EntityType.None) draft.Board.Add(first, end, skip, head.Type, "head", entity);
        else draft.Board.Clear(first, IsNear(draft.Tokens, end) && draft.Board.Begins(end, Eponyms) ? end + 1 : end);
    }

    private static bool IsNear(TokenStream tokens, int token) =>
        token < tokens.Count && !tokens.AfterBreak[token] && tokens.Kind[token] != TokenKind.Symbol;

    private enum Follows : byte { Nothing, Word, Noun, Words, Foreign, Body, Bodies, State, Number, Quoted }

    private readonly record struct Head(EntityType Type, bool IsInside, Follows Follows, string Of);
}
