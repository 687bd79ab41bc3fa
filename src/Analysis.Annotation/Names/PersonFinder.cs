namespace Analysis;

/// <summary>
/// Finds persons that are not in the gazetteer: a name after a title, with the title's complement between them; a given name followed by a
/// surname; unknown words after a verb of saying, before a title in apposition or what is said.
/// </summary>
internal sealed class PersonFinder
{
    private const int MostChain = 9;
    private const int MostParts = 7;
    private const int MostSpeaker = 4;

    private readonly WordClasses _words;
    private readonly FormTable<Title> _titles = new();
    private readonly int _servant;

    /// <summary>Reads the table of titles.</summary>
    public PersonFinder(Vocabulary vocabulary, WordClasses words)
    {
        _words = words;
        _servant = vocabulary.Add("عبد");
        foreach (var row in Lexicon.Read("titles.tsv", "title", "kind", "example"))
        {
            var form = vocabulary.Add(row[0]);
            _titles[form] = row.Parse<Title>(1);
            vocabulary.Mark(form, WordUses.Title);
        }
    }

    /// <summary>Adds the name that follows the title at a token or begins with the given name there, if there is one.</summary>
    public void Find(Draft draft, int token)
    {
        if (draft.Board.IsCovered(token)) return;
        if (_words.IsSaying(draft.Tokens, token)) FindSpeaker(draft, token + 1);
        else if (TitleOf(draft.Tokens, token) is not Title.None and var title) FindAfter(draft, token, title);
        else FindGiven(draft, token);
    }

    private Title TitleOf(TokenStream tokens, int token)
    {
        // عبد الأمير is a name, not an emir.
        if (token >= tokens.Count || (token > 0 && tokens.Form[token - 1] == _servant)) return Title.None;
        foreach (var reading in tokens.Readings(token))
        {
            var title = _titles[reading.Stem];
            if (title != Title.None) return reading.Tail == 0 ? title : Title.Office;
        }

        return Title.None;
    }

    private void FindGiven(Draft draft, int token)
    {
        var tokens = draft.Tokens;
        var kind = _words.GivenName(tokens, token, out var skip);
        if (kind == WordClasses.Kind.Unknown) return;
        var isSubject = skip == 0 && token > 0 && !tokens.AfterBreak[token] && _words.IsVerb(tokens, token - 1);
        var hasNoun = isSubject && IsSurnameNoun(draft, token + 1) && EndsPhrase(tokens, token + 2);
        if (kind == WordClasses.Kind.GivenWord && !hasNoun && !IsBeforeName(draft, token + 1, isSubject)) return;
        var end = NameEnd(draft, token, out var parts);
        if (parts > 1 || hasNoun) draft.Board.Add(token, parts > 1 ? end : end + 1, skip, EntityType.Person, "given-name");
    }

    // صلاح محسن, خالد العبيدي: a given name that is also an ordinary word counts as a name before another one or an unknown nisba.
    private bool IsBeforeName(Draft draft, int token, bool isSubject) =>
        Goes(draft, token) && (IsGiven(draft.Tokens, token) || _words.Is(draft.Tokens.Form[token], NamePart.Link)
            || (WordClasses.HasArticle(draft.Tokens.Key(token)) && IsNisba(draft.Tokens, token))
            || (isSubject && _words.Whole(draft.Tokens, token) == WordClasses.Kind.GivenWord));

    // قال نصيف الدلفي، مدير المستشفى; أضافت تساي إنغ ون أن; قال تاماس فارغا من, لرويترز
    private void FindSpeaker(Draft draft, int first)
    {
        var tokens = draft.Tokens;
        var end = first;
        while (end - first < MostSpeaker && draft.Board.IsFree(end) && (IsUnknown(tokens, end)
            || (end == first && _words.Whole(tokens, end) == WordClasses.Kind.GivenWord))) end++;
        if (end - first < 2 || end + 1 >= tokens.Count || WordClasses.HasArticle(tokens.Key(first)) || IsAdverbial(tokens, first)) return;
        if ((tokens.Text[tokens.Start[end]] is '،' or ',' && TitleOf(tokens, end + 1) is Title.Office or Title.Rank)
            || tokens.Key(end) is "ان" or "من" || draft.Board.TypeAt(end) == EntityType.Media)
            draft.Board.Add(first, end, 0, EntityType.Person, "speaker");
    }

    private void FindAfter(Draft draft, int title, Title kind)
    {
        var tokens = draft.Tokens;
        var direct = kind == Title.Rank;
        var token = title + 1;
        for (var left = MostChain; left > 0 && token < tokens.Count && !tokens.AfterBreak[token]; left--)
        {
            if (draft.Board.IsCovered(token))
            {
                if (draft.Board.TypeAt(token) == EntityType.Person) return;
                token = draft.Board.At(token).EndToken;
                continue;
            }

            if (tokens.Kind[token] != TokenKind.Word) return;
            var word = _words.Of(tokens, token);
            if (_words.Is(tokens.Form[token], NamePart.Chain))
            {
                direct = false;
            }
            else if (_words.GivenName(tokens, token, out var skip) != WordClasses.Kind.Unknown && skip == 0)
            {
                var end = NameEnd(draft, token, out var parts);
                var hasNoun = parts == 1 && kind == Title.Office && IsSurnameNoun(draft, end) && TitleOf(tokens, end) == Title.None;
                if (hasNoun) end++;
                if (parts > 1 || hasNoun || (direct && IsGiven(tokens, token))) draft.Board.Add(token, end, 0, EntityType.Person, "title");
                return;
            }
            else if (word is WordClasses.Kind.Verb or WordClasses.Kind.Particle)
            {
                return;
            }
            else if (word == WordClasses.Kind.Unknown && !IsComplement(tokens, token, direct))
            {
                if (IsAdverbial(tokens, token) || WordClasses.IsInflected(tokens.Key(token)) || TitleOf(tokens, token) != Title.None
                    || !(_words.Is(tokens.Form[token], NamePart.Link) || kind == Title.By || IsDefinite(draft, token - 1))) return;
                var end = NameEnd(draft, token, out var parts);
                if (parts > 1 || direct) draft.Board.Add(token, end, 0, EntityType.Person, "title");
                return;
            }
            else if (word == WordClasses.Kind.Noun)
            {
                direct = TitleOf(tokens, token) == Title.Rank;
            }

            token++;
        }
    }

    // ظهر هادي الأمير في: a preposition or the end of the clause follows the name.
    private bool EndsPhrase(TokenStream tokens, int token) =>
        token >= tokens.Count || tokens.AfterBreak[token] || tokens.Kind[token] == TokenKind.Symbol
            || _words.Of(tokens, token) == WordClasses.Kind.Particle;

    // المحامي رائد العدل: after a title and a given name, a noun with the article is the surname.
    private bool IsSurnameNoun(Draft draft, int token) =>
        draft.Board.IsFree(token) && WordClasses.HasArticle(draft.Tokens.Key(token))
            && _words.Of(draft.Tokens, token) is WordClasses.Kind.Noun or WordClasses.Kind.Unknown;

    // بمحاسبة, لمواجهة, بحبس المدين: a preposition and an unknown noun. عرضا ممتعا: a noun in the accusative.
    private static bool IsAdverbial(TokenStream tokens, int token)
    {
        var next = token + 1 < tokens.Count ? tokens.Key(token + 1) : [];
        return tokens.Key(token) switch
        {
            ['ب' or 'ل', _, _, _, .., 'ه'] => true,
            ['ب' or 'ل', ..] => next is ['ا', 'ل', .., not 'ي'],
            [.., 'ا'] => next is [_, _, .., 'ا'],
            _ => false,
        };
    }

    // An unknown name follows a definite word: الجنرال ديسيل, but not in نقيب متقاعد.
    private static bool IsDefinite(Draft draft, int token) => draft.Board.IsCovered(token)
        || draft.Tokens.Key(token) is ['ا', 'ل', ..] or ['و', 'ا', 'ل', ..] or ['ل', 'ل', ..] or ['ب', 'ا', 'ل', ..];

    // An unknown complement of an office: words with the article, and words joined to it by و. إليسا has no article.
    private static bool IsComplement(TokenStream tokens, int token, bool direct)
    {
        var key = tokens.Key(token);
        if (key.Length < 3) return true;
        if (tokens.Text[tokens.Start[token]] is 'إ' or 'أ' or 'آ') return false;
        return key is ['ل', 'ل', ..] or ['و' or 'ل' or 'ب', 'ا', 'ل', ..] || (key is ['ا', 'ل', ..] && !(direct && key[^1] == 'ي'));
    }

    /// <summary>Token after the last token of the name that begins at a token: given names and links, then a surname.</summary>
    private int NameEnd(Draft draft, int first, out int parts)
    {
        var tokens = draft.Tokens;
        var token = first;
        var isOpen = true;
        for (parts = 0; parts < MostParts && isOpen && (token == first || Goes(draft, token)); parts++)
        {
            var isLinked = _words.Is(tokens.Form[token], NamePart.Link) && IsAfterLink(draft, token + 1);
            if (isLinked) token++;
            var isGiven = isLinked || IsGiven(tokens, token)
                || (_words.Whole(tokens, token) == WordClasses.Kind.GivenWord && Goes(draft, token + 1) && IsGiven(tokens, token + 1));
            if (!isGiven && token > first && !IsSurname(tokens, token)) break;
            token++;
            isOpen = isGiven || parts == 0
                || (!WordClasses.HasArticle(tokens.Key(token - 1)) && Goes(draft, token) && IsGiven(tokens, token));
        }

        if (parts > 1 && Goes(draft, token) && (_words.Is(tokens.Form[token], NamePart.Second)
            || (!isOpen && (IsNisba(tokens, token) || IsLast(draft, token))))) token++;

        // طارق الكاظمي: a given name before a known surname is part of the name, which usually belongs to another person.
        if (token >= tokens.Count || tokens.AfterBreak[token] || !draft.Board.Begins(token, EntityType.Person)
            || draft.Board.At(token).EndToken > token + 1) return token;
        parts++;
        return token + 1;
    }

    // باسيرو ديوماي فاي إلى: a third word that is unknown ends a foreign name before a preposition or the end of the clause.
    private bool IsLast(Draft draft, int token) => IsUnknown(draft.Tokens, token)
        && !WordClasses.HasArticle(draft.Tokens.Key(token)) && !WordClasses.HasArticle(draft.Tokens.Key(token - 1))
        && EndsPhrase(draft.Tokens, token + 1);

    // عبد النبي, بن مالك: what follows a link belongs to the name; after عبد also an ordinary word with the article.
    private bool IsAfterLink(Draft draft, int token) => Goes(draft, token)
        || (draft.Tokens.Form[token - 1] == _servant && draft.Board.IsFree(token) && WordClasses.HasArticle(draft.Tokens.Key(token)));

    private bool Goes(Draft draft, int token) => draft.Board.IsFree(token) && !_words.Is(draft.Tokens.Form[token], NamePart.Known)
        && (_words.Is(draft.Tokens.Form[token], NamePart.Link | NamePart.Second) || _words.IsNameLike(draft.Tokens, token));

    // A word in no list, and of no ending that marks an adjective, plural or verb.
    private bool IsUnknown(TokenStream tokens, int token) => tokens.Key(token).Length > 1
        && _words.Of(tokens, token) == WordClasses.Kind.Unknown && !WordClasses.IsInflected(tokens.Key(token));

    private bool IsGiven(TokenStream tokens, int token) => _words.Whole(tokens, token) == WordClasses.Kind.Given;

    private bool IsSurname(TokenStream tokens, int token) =>
        _words.Of(tokens, token) == WordClasses.Kind.Unknown ? tokens.Key(token) is not ['ا', 'ل', .., 'ه']
            : _words.Whole(tokens, token) is WordClasses.Kind.Given or WordClasses.Kind.GivenWord;

    // الكاظمي, علاوي: an unknown word in ي.
    private bool IsNisba(TokenStream tokens, int token) =>
        tokens.Key(token) is [_, _, _, _, .., 'ي'] && _words.Of(tokens, token) == WordClasses.Kind.Unknown;

    private enum Title : byte { None, Office, Rank, By }
}
