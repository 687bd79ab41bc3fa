namespace Analysis;

/// <summary>
/// Finds names introduced by a common noun (<c>name-heads.tsv</c>): <c>حي زيونة</c>, <c>معسكر أشرف</c>, <c>صحيفة «الغد»</c>,
/// <c>كتائب الإمام علي</c>, <c>من طراز قيام-1</c>.
/// </summary>
internal sealed class HeadFinder
{
    private const int MostQuoted = 5;
    private const int MostGap = 4;
    private const int MostWords = 3;

    private readonly WordClasses _words;
    private readonly NameParts _parts;
    private readonly NameMatcher _names;
    private readonly FormTable<Head> _heads = new();

    /// <summary>Reads the table of nouns.</summary>
    public HeadFinder(Vocabulary vocabulary, WordClasses words, NameParts parts, NameMatcher names)
    {
        (_words, _parts, _names) = (words, parts, names);
        foreach (var row in Lexicon.Read("name-heads.tsv", "noun", "type", "span", "name", "of", "example"))
        {
            if (row[2] is not ("inside" or "outside")) throw row.Error($"span '{row[2]}', expected inside or outside");
            var follows = row[3] switch
            {
                "word" => Follows.Word,
                "words" => Follows.Words,
                "foreign" => Follows.Foreign,
                "definite" => Follows.Definite,
                "list" => Follows.List,
                "quoted" => Follows.Quoted,
                _ => throw row.Error($"name '{row[3]}', expected word, words, foreign, definite, list or quoted"),
            };
            var type = EntityTypes.Parse(row[1]);
            if (type == EntityType.None) throw row.Error($"type '{row[1]}', expected one of {string.Join(", ", EntityTypes.OfEntities)}");
            var form = vocabulary.Add(row[0]);
            var singular = follows == Follows.List && row[4] != "no" ? vocabulary.Add(row[4]) : 0;
            _heads[form] = new Head(type, row[2] == "inside", follows, row[4] == "places", singular);
            vocabulary.Mark(form, WordUses.Head);
        }
    }

    /// <summary>Adds the name introduced by the noun at a token, if there is one.</summary>
    public void Find(Draft draft, int token)
    {
        var tokens = draft.Tokens;
        if (draft.Board.IsCovered(token) || token + 1 >= tokens.Count) return;
        foreach (var reading in tokens.Readings(token))
        {
            var head = _heads[reading.Stem];
            if (reading.Tail != 0 || head.Follows == Follows.Nothing) continue;
            var isDefinite = (reading.Proclitics & Proclitics.Article) != 0;
            if (Quoted(draft, token, reading, head, isDefinite)) return;
            if (head.Follows == Follows.List)
            {
                if (!isDefinite) FindList(draft, token, head);
            }
            else if (!isDefinite || head.Follows == Follows.Foreign)
            {
                Plain(draft, token, reading, head);
            }

            return;
        }
    }

    // A name in quotation marks a few words after the noun: جماعة تطلق على نفسها «قاصم الجبارين».
    private bool Quoted(Draft draft, int headToken, Reading reading, Head head, bool isDefinite)
    {
        var tokens = draft.Tokens;
        var open = headToken + 1;
        for (var gap = 0; gap < MostGap && open < tokens.Count && tokens.Kind[open] == TokenKind.Word && !tokens.AfterBreak[open]; gap++)
        {
            if (head.IsInside || _words.Of(tokens, open) == WordClasses.Kind.Verb && gap > 0) return false;
            open++;
        }

        if (open + 1 >= tokens.Count || !tokens.IsQuote(open) || tokens.AfterBreak[open]) return false;
        var first = open + 1;
        var end = first;
        while (end < tokens.Count && end - first <= MostQuoted && !tokens.IsQuote(end) && !tokens.AfterBreak[end]) end++;
        if (end == first || end - first > MostQuoted || end >= tokens.Count || !tokens.IsQuote(end)) return false;
        if (tokens.Kind[first] == TokenKind.Symbol || tokens.Kind[end - 1] == TokenKind.Symbol) return false;
        if (_words.IsPhrase(tokens, first) || IsQuotedWord(tokens, first, end, head)) return false;
        var inside = head.IsInside && !isDefinite && open == headToken + 1;
        if (draft.Board.IsCovered(first) && (!inside || draft.Board.TypeAt(first) == head.Type)) return true;
        Add(draft, head, inside ? headToken : first, end, inside ? reading.Skip : 0, -1);
        return true;
    }

    // Excludes scare quotes: صواريخ "باليستية", عملية "عسكرية واسعة". Newspapers and parties may be named after ordinary things.
    private bool IsQuotedWord(TokenStream tokens, int first, int end, Head head)
    {
        if (head.Type == EntityType.Media) return false;
        var kind = _words.Of(tokens, first);
        if (kind == WordClasses.Kind.Adjective && !HasArticle(tokens.Key(first))) return true;
        return head.Type != EntityType.Organization && end == first + 1 && kind is WordClasses.Kind.Adjective or WordClasses.Kind.Noun or WordClasses.Kind.Verb or WordClasses.Kind.Particle
            && (!HasArticle(tokens.Key(first)) || !head.IsInside);
    }

    private void Plain(Draft draft, int headToken, Reading reading, Head head)
    {
        var tokens = draft.Tokens;
        var first = headToken + 1;
        var end = first;
        if (!IsNear(tokens, first)) return;
        if (draft.Board.IsCovered(first))
        {
            if (!head.OfPlaces || (draft.Board.TypeAt(first) & (EntityType.Place | EntityType.Capital)) == 0 || draft.Board.At(first).Start != tokens.Start[first]) return;
            end = draft.Board.At(first).EndToken;
        }
        else
        {
            end = head.Follows switch
            {
                Follows.Word => WordEnd(draft, first),
                Follows.Words => WordsEnd(draft, first, foreign: false),
                Follows.Foreign => WordsEnd(draft, first, foreign: true),
                Follows.Definite => DefiniteEnd(draft, first),
                _ => first,
            };
        }

        if (end == first) return;
        if (head.Type == EntityType.Facility && end < tokens.Count && IsNear(tokens, end) && _parts.Is(tokens.Form[end], NamePart.Kind)) end++;
        Add(draft, head, head.IsInside ? headToken : first, end, head.IsInside ? reading.Skip : 0, -1);
    }

    // قواعد بلد وعين الأسد, محافظات ديالى والأنبار: the noun determines the type of each name in the list, including known places.
    private void FindList(Draft draft, int headToken, Head head)
    {
        var tokens = draft.Tokens;
        var token = headToken + 1;
        for (var isFirst = true; token < tokens.Count && IsNear(tokens, token); isFirst = false)
        {
            var conjunction = !isFirst && tokens.Key(token).Length > 3 && tokens.Key(token)[0] == 'و' ? 1 : 0;
            if (!isFirst && conjunction == 0) return;
            int end;
            if (draft.Board.IsCovered(token))
            {
                var known = draft.Board.At(token);
                if ((known.Type & (EntityType.Place | EntityType.Facility)) == 0) return;
                end = known.EndToken;
                if (known.Type != head.Type) Add(draft, head, token, end, conjunction, _names.EntityBehind(head.Singular, tokens, token, end, conjunction));
            }
            else
            {
                if (conjunction == 1 && _words.Whole(tokens, token) != WordClasses.Kind.Unknown) return;
                end = WordEnd(draft, token);
                if (end == token) return;
                Add(draft, head, token, end, conjunction, -1);
            }

            token = end < tokens.Count && tokens.Kind[end] == TokenKind.Symbol && tokens.Text[tokens.Start[end]] == '،' ? end + 1 : end;
        }
    }

    private int WordEnd(Draft draft, int first)
    {
        var tokens = draft.Tokens;
        if (_parts.Is(tokens.Form[first], NamePart.Half) && first + 1 < tokens.Count && IsNear(tokens, first + 1) && tokens.Kind[first + 1] == TokenKind.Word
            && !draft.Board.IsCovered(first + 1)) return first + 2;
        if (!_words.IsNameLike(tokens, first) || tokens.Key(first).Length < 3) return first;

        // حي زيونة is a name. So is an unknown word with the article, but not an adjective of the noun: المنطقة, منطقة نائية.
        if (_words.Whole(tokens, first) is WordClasses.Kind.Given or WordClasses.Kind.GivenWord)
        {
            return first + 1 < tokens.Count && IsNear(tokens, first + 1) && !draft.Board.IsCovered(first + 1) && _words.IsNameLike(tokens, first + 1) ? first + 2 : first + 1;
        }

        return WordClasses.IsInflected(tokens.Key(first)) ? first : first + 1;
    }

    private int WordsEnd(Draft draft, int first, bool foreign)
    {
        var tokens = draft.Tokens;
        var end = first;
        if (foreign && tokens.Key(first) is "يو" && first + MostWords < tokens.Count && tokens.Key(first + 1) is "اس" && tokens.Key(first + 2) is "اس")
        {
            // يو إس إس is the prefix of US ships.
            first = end = first + MostWords;
        }

        while (end - first < MostWords && end < tokens.Count && IsNear(tokens, end) && !draft.Board.IsCovered(end))
        {
            var key = tokens.Key(end);
            var isNumber = tokens.Kind[end] == TokenKind.Number && end > first;
            if (!isNumber && !_words.IsNameLike(tokens, end)) break;
            if (foreign && !isNumber && (HasArticle(key) || WordClasses.IsInflected(key) || key[^1] == 'ه' || (end == first && (key.Length < 3 || key is [_, _, _, _, .., 'ي'])))) break;
            end++;
        }

        return end;
    }

    // كتائب الإمام علي, حزب الدعوة, لواء فاطميون
    private int DefiniteEnd(Draft draft, int first)
    {
        var tokens = draft.Tokens;
        if (!_words.IsNameLike(tokens, first) || tokens.Key(first).Length < 4) return first;
        var isDefinite = HasArticle(tokens.Key(first));
        if (!isDefinite && WordClasses.IsInflected(tokens.Key(first))) return first;
        var next = first + 1;
        if (next >= tokens.Count || !IsNear(tokens, next) || draft.Board.IsCovered(next) || tokens.Kind[next] != TokenKind.Word) return next;
        var goes = isDefinite
            ? _words.Whole(tokens, next) == WordClasses.Kind.Given
            : HasArticle(tokens.Key(next)) && _words.Of(tokens, next) != WordClasses.Kind.Verb;
        return goes ? next + 1 : next;
    }

    private static bool IsNear(TokenStream tokens, int token) => token < tokens.Count && !tokens.AfterBreak[token] && tokens.Kind[token] != TokenKind.Symbol;

    private static bool HasArticle(ReadOnlySpan<char> key) => key.Length > 3 && key[0] == 'ا' && key[1] == 'ل';

    private static void Add(Draft draft, Head head, int first, int end, int skip, int entity)
    {
        var tokens = draft.Tokens;
        draft.Board.Add(new MentionMark(
            first, end, tokens.OffsetBehind(first, skip), tokens.End[end - 1], entity, head.Type, null, "head"));
    }

    private enum Follows : byte
    {
        Nothing,
        Word,
        Words,
        Foreign,
        Definite,
        List,
        Quoted,
    }

    private readonly record struct Head(EntityType Type, bool IsInside, Follows Follows, bool OfPlaces, int Singular);
}
