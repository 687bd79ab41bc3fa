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
            if (!Enum.TryParse<Follows>(row[3], ignoreCase: true, out var follows)) throw row.Error($"name '{row[3]}', expected {string.Join(", ", Enum.GetNames<Follows>()[1..])}");
            var type = EntityTypes.Parse(row[1]);
            if (type == EntityType.None && follows != Follows.Company) throw row.Error($"type '{row[1]}', expected one of {string.Join(", ", EntityTypes.OfEntities)}");
            var form = vocabulary.Add(row[0]);
            _heads[form] = new Head(type, row[2] == "inside", follows, row[4]);
            vocabulary.Mark(form, WordUses.Head);
        }
    }

    /// <summary>Adds the name introduced by the noun at a token, if there is one.</summary>
    public void Find(Draft draft, int token)
    {
        var tokens = draft.Tokens;
        if (token + 1 >= tokens.Count) return;
        foreach (var reading in tokens.Readings(token))
        {
            var head = _heads[reading.Stem];
            if (reading.Tail != 0 || head.Follows == Follows.Nothing
                || (draft.Board.IsCovered(token) && head.Follows != Follows.State)) continue;
            var isDefinite = (reading.Proclitics & Proclitics.Article) != 0;
            if (head.Follows == Follows.Company)
                Clear(draft, token + 1);
            else if (!Quoted(draft, token, reading, head, isDefinite) && (!isDefinite || head.Follows == Follows.Foreign))
                Plain(draft, token, reading, head);
            return;
        }
    }

    // A name in quotation marks: صحيفة «الغد», سفينة حربية «دنكان», جماعة تطلق على نفسها «قاصم الجبارين».
    private bool Quoted(Draft draft, int headToken, Reading reading, Head head, bool isDefinite)
    {
        var tokens = draft.Tokens;
        var open = headToken + 1;
        var most = head.IsInside ? 0 : head.Type == EntityType.ArmedGroup ? MostGap : 1;
        for (var gap = 0; gap < most && IsNear(tokens, open) && tokens.Kind[open] == TokenKind.Word; gap++) open++;
        if (open + 1 >= tokens.Count || !tokens.IsQuote(open) || tokens.AfterBreak[open]) return false;
        var first = open + 1;
        var end = ClosingQuote(tokens, first);
        if (end < 0 || tokens.Kind[first] == TokenKind.Symbol || tokens.Kind[end - 1] == TokenKind.Symbol) return false;
        if (_words.IsPhrase(tokens, first) || IsQuotedWord(tokens, first, end, head)) return false;
        var inside = head.IsInside && !isDefinite && open == headToken + 1;
        if (draft.Board.IsCovered(first) && (!inside || draft.Board.TypeAt(first) == head.Type)) return true;
        Add(draft, head, inside ? headToken : first, end, inside ? reading.Skip : 0, -1);
        return true;
    }

    private static int ClosingQuote(TokenStream tokens, int first)
    {
        var end = first;
        while (end < tokens.Count && end - first <= MostQuoted && !tokens.IsQuote(end) && !tokens.AfterBreak[end]) end++;
        return end > first && end < tokens.Count && tokens.IsQuote(end) ? end : -1;
    }

    // Excludes scare quotes: صواريخ "باليستية", عملية "عسكرية واسعة". Newspapers, parties and persons may be named after ordinary things.
    private bool IsQuotedWord(TokenStream tokens, int first, int end, Head head)
    {
        if ((head.Type & (EntityType.Media | EntityType.Person)) != 0) return false;
        var kind = _words.Of(tokens, first);
        var isDefinite = WordClasses.HasArticle(tokens.Key(first));
        if (kind == WordClasses.Kind.Adjective && !isDefinite) return true;
        return head.Type != EntityType.Organization && end == first + 1 && (!isDefinite || !head.IsInside)
            && kind is WordClasses.Kind.Adjective or WordClasses.Kind.Noun or WordClasses.Kind.Verb or WordClasses.Kind.Particle;
    }

    private void Plain(Draft draft, int headToken, Reading reading, Head head)
    {
        var tokens = draft.Tokens;
        var first = headToken + 1;
        if (tokens.AfterBreak[first] || (tokens.Kind[first] == TokenKind.Symbol && head.Follows != Follows.Number)) return;
        var entity = -1;
        var end = head.Follows switch
        {
            Follows.Body => _bodies.End(draft, headToken, 1, head.Of == "noun"),
            Follows.Bodies => _bodies.End(draft, headToken, 2, head.Of == "noun"),
            Follows.State => _bodies.StateEnd(draft, headToken, out entity),
            Follows.Number => NumberEnd(tokens, first),
            _ => first,
        };
        if (end == first && draft.Board.IsCovered(first))
        {
            var known = draft.Board.At(first);
            if (head.Of == "places" && (known.Type & (EntityType.Place | EntityType.Capital)) != 0
                && known.Start == tokens.Start[first]) end = known.EndToken;
        }
        else if (end == first)
        {
            end = head.Follows switch
            {
                Follows.Word => WordEnd(draft, first),
                Follows.Words or Follows.Body or Follows.Bodies => WordsEnd(draft, first, foreign: false),
                Follows.Foreign => WordsEnd(draft, first, foreign: true),
                _ => first,
            };
        }

        if (end == first) return;
        if (head.Type == EntityType.Facility && end < tokens.Count && IsNear(tokens, end)
            && _words.Is(tokens.Form[end], NamePart.Kind)) end++;
        Add(draft, head, head.IsInside ? headToken : first, end, head.IsInside ? reading.Skip : 0, entity);
    }

    private int WordEnd(Draft draft, int first)
    {
        var tokens = draft.Tokens;
        var goesOn = first + 1 < tokens.Count && IsNear(tokens, first + 1) && !draft.Board.IsCovered(first + 1);
        if (goesOn && tokens.Kind[first + 1] == TokenKind.Word && _words.Is(tokens.Form[first], NamePart.Half)) return first + 2;
        if (!_words.IsNameLike(tokens, first) || tokens.Key(first).Length < 3) return first;

        // حي زيونة is a name. So is an unknown word with the article, but not an adjective of the noun: المنطقة, منطقة نائية.
        if (_words.Whole(tokens, first) is WordClasses.Kind.Given or WordClasses.Kind.GivenWord)
            return goesOn && _words.IsNameLike(tokens, first + 1) ? first + 2 : first + 1;
        return WordClasses.IsInflected(tokens.Key(first)) || WordClasses.IsVerbLike(tokens.Key(first)) ? first : first + 1;
    }

    private int WordsEnd(Draft draft, int first, bool foreign)
    {
        var tokens = draft.Tokens;
        var end = first;
        while (end - first < MostWords && end < tokens.Count && IsNear(tokens, end) && !draft.Board.IsCovered(end))
        {
            var key = tokens.Key(end);
            var isNumber = tokens.Kind[end] == TokenKind.Number && end > first;
            if (!isNumber && (!_words.IsNameLike(tokens, end)
                || (end == first && (WordClasses.IsInflected(key) || WordClasses.IsVerbLike(key))))) break;
            if (foreign && !isNumber && (WordClasses.HasArticle(key) || key[^1] == 'ه'
                || (end == first && (key.Length < 3 || key is [_, _, _, _, .., 'ي'])))) break;
            end++;
        }

        return end;
    }

    // اللواء 30, اللواء (30), اللواء الثاني
    private int NumberEnd(TokenStream tokens, int first) =>
        tokens.Kind[first] == TokenKind.Number || _words.Is(tokens.Form[first], NamePart.Ordinal) ? first + 1
        : first + 2 < tokens.Count && tokens.Text[tokens.Start[first]] is '(' or '"'
        && tokens.Kind[first + 1] == TokenKind.Number ? first + 2
        : first;

    // No name is found inside that of a company: شركة نيو لاين اليابان, مصرف «ستاندرد الصين».
    private void Clear(Draft draft, int first)
    {
        var tokens = draft.Tokens;
        var isQuoted = tokens.IsQuote(first);
        var end = isQuoted ? ClosingQuote(tokens, first + 1) : first;
        while (!isQuoted && IsNear(tokens, end) && !draft.Board.IsCovered(end) && _words.IsNameLike(tokens, end)
            && !WordClasses.HasArticle(tokens.Key(end))) end++;
        if (end <= first || (!isQuoted && !IsNear(tokens, end))) return;
        if (!isQuoted && (draft.Board.TypeAt(end) & (EntityType.State | EntityType.Place | EntityType.Capital)) != 0
            && draft.Board.At(end).Start == tokens.Start[end]) end++;
        draft.Board.Clear(first, end);
    }

    private static bool IsNear(TokenStream tokens, int token) =>
        token < tokens.Count && !tokens.AfterBreak[token] && tokens.Kind[token] != TokenKind.Symbol;

    private static void Add(Draft draft, Head head, int first, int end, int skip, int entity)
    {
        var tokens = draft.Tokens;
        draft.Board.Add(new MentionMark(first, end, tokens.OffsetBehind(first, skip), tokens.End[end - 1], entity, head.Type, null, "head"));
    }

    private enum Follows : byte
    {
        Nothing,
        Word,
        Words,
        Foreign,
        Body,
        Bodies,
        State,
        Number,
        Quoted,
        Company,
    }

    private readonly record struct Head(EntityType Type, bool IsInside, Follows Follows, string Of);
}
