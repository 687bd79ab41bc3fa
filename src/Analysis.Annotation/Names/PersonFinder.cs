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
    private readonly int _ali;
    private readonly int _servant;

    /// <summary>Reads the table of titles.</summary>
    public PersonFinder(Vocabulary vocabulary, WordClasses words)
    {
        _words = words;
        foreach (var row in Lexicon.Read("titles.tsv", "title", "kind", "example"))
        {
            if (!Enum.TryParse<Title>(row[1], ignoreCase: true, out var kind)) throw row.Error($"kind '{row[1]}', expected office or rank");
            var form = vocabulary.Add(row[0]);
            _titles[form] = kind;
            vocabulary.Mark(form, WordUses.Title);
        }

        _ali = vocabulary.Add("علي");
        _servant = vocabulary.Add("عبد");
    }

    /// <summary>Adds the name that follows the title at a token or begins with the given name there, if there is one.</summary>
    public void Find(Draft draft, int token)
    {
        if (draft.Board.IsCovered(token)) return;
        if ((draft.Tokens.Uses[token] & WordUses.Title) != 0 && _words.IsSaying(draft.Tokens, token))
        {
            FindSpeaker(draft, token + 1);
            return;
        }

        var title = TitleOf(draft.Tokens, token, out var hasPronoun);
        if (title != Title.None) FindBehind(draft, token, title == Title.Rank && !hasPronoun);
        else FindGiven(draft, token);
    }

    private Title TitleOf(TokenStream tokens, int token, out bool hasPronoun)
    {
        hasPronoun = false;

        // عبد الأمير is a name, not an emir.
        if ((tokens.Uses[token] & WordUses.Title) == 0 || (token > 0 && tokens.Form[token - 1] == _servant)) return Title.None;
        foreach (var reading in tokens.Readings(token))
        {
            if (_titles[reading.Stem] == Title.None) continue;
            hasPronoun = reading.Tail != 0;
            return _titles[reading.Stem];
        }

        return Title.None;
    }

    private void FindGiven(Draft draft, int token)
    {
        var tokens = draft.Tokens;
        var kind = _words.GivenName(tokens, token, out var skip);
        if (kind == WordClasses.Kind.Unknown || IsPreposition(tokens, token)) return;
        var isSubject = skip == 0 && token > 0 && !tokens.AfterBreak[token] && _words.IsVerb(tokens, token - 1);
        var hasNoun = isSubject && IsSurnameNoun(draft, token + 1) && EndsName(tokens, token + 2);
        if ((kind == WordClasses.Kind.GivenWord && !hasNoun && !IsBeforeName(draft, token + 1, isSubject))
            || ExtendBack(draft, token, skip)) return;
        var end = NameEnd(draft, token, out var parts);
        if (parts == 1 && hasNoun) (end, parts) = (end + 1, 2);

        // أبو علي الخزعلي; روى أبو هريرة
        var isLinked = IsLinked(draft, token, skip);
        var first = isLinked ? token - 1 : token;
        if (parts > 1 || (isSubject && _words.Is(tokens.Form[token], NamePart.Link))) Add(draft, first, end, skip, "given-name");
    }

    // صلاح محسن, خالد العبيدي: a given name that is also an ordinary word counts as a name before another one or an unknown nisba.
    private bool IsBeforeName(Draft draft, int token, bool isSubject) =>
        Goes(draft, token) && (_words.Whole(draft.Tokens, token) == WordClasses.Kind.Given
            || _words.Is(draft.Tokens.Form[token], NamePart.Link)
            || IsNisba(draft.Tokens, token, withArticle: true) || (isSubject && IsGivenWord(draft, token)));

    private bool IsGivenWord(Draft draft, int token) =>
        token < draft.Tokens.Count && _words.Whole(draft.Tokens, token) == WordClasses.Kind.GivenWord;

    private bool IsLinked(Draft draft, int token, int skip) =>
        skip == 0 && token > 0 && !draft.Board.IsCovered(token - 1) && !draft.Tokens.AfterBreak[token]
            && _words.Is(draft.Tokens.Form[token - 1], NamePart.Link);

    // طارق الكاظمي: a given name before a known surname is part of the name, which usually belongs to another person.
    private static bool ExtendBack(Draft draft, int token, int skip)
    {
        var tokens = draft.Tokens;
        if (token + 1 >= tokens.Count || draft.Board.TypeAt(token + 1) != EntityType.Person || tokens.AfterBreak[token + 1]) return false;
        var known = draft.Board.At(token + 1);
        if (known.EndToken != token + 2 || known.Start != tokens.Start[token + 1]) return false;
        Add(draft, token, known.EndToken, skip, "given-name");
        return true;
    }

    // قال نصيف الدلفي، مدير المستشفى; أضافت تساي إنغ ون أن; قال تاماس فارغا من, لرويترز
    private void FindSpeaker(Draft draft, int first)
    {
        var tokens = draft.Tokens;
        var end = first;
        while (end - first < MostSpeaker && (IsUnknown(draft, end) || (end == first && IsGivenWord(draft, end)))
            && !tokens.AfterBreak[end]) end++;
        if (end - first < 2 || end + 1 >= tokens.Count || WordClasses.HasArticle(tokens.Key(first))
            || IsAdverbial(tokens.Key(first))) return;
        var isApposition = tokens.Text[tokens.Start[end]] is '،' or ',' && TitleOf(tokens, end + 1, out _) is Title.Office or Title.Rank;
        if (isApposition || tokens.Key(end) is "ان" or "من" || draft.Board.TypeAt(end) == EntityType.Media) Add(draft, first, end, 0, "speaker");
    }

    private void FindBehind(Draft draft, int title, bool isRank)
    {
        var tokens = draft.Tokens;
        var direct = isRank;
        var token = title + 1;
        for (var left = MostChain; left > 0 && token < tokens.Count && !tokens.AfterBreak[token]; left--)
        {
            if (draft.Board.IsCovered(token))
            {
                if (draft.Board.TypeAt(token) == EntityType.Person) return;
                token = draft.Board.At(token).EndToken;
                continue;
            }

            if (tokens.Kind[token] != TokenKind.Word || IsPreposition(tokens, token)) return;
            if (_words.Is(tokens.Form[token], NamePart.Chain))
            {
                direct = false;
                token++;
                continue;
            }

            if (_words.GivenName(tokens, token, out var skip) != WordClasses.Kind.Unknown && skip == 0)
            {
                var end = NameEnd(draft, token, out var parts);
                if (parts == 1 && !isRank && IsSurnameNoun(draft, end)
                    && TitleOf(tokens, end, out _) == Title.None) (end, parts) = (end + 1, 2);
                if (parts > 1 || (direct && _words.Whole(tokens, token) == WordClasses.Kind.Given)) Add(draft, token, end, 0, "title");
                return;
            }

            var kind = _words.Of(tokens, token);
            if (kind == WordClasses.Kind.Verb) return;
            if (kind == WordClasses.Kind.Unknown && !IsComplement(tokens, token, direct))
            {
                if (IsAdverbial(tokens.Key(token)) || WordClasses.IsInflected(tokens.Key(token))
                    || !(_words.Is(tokens.Form[token], NamePart.Link) || EndsPhrase(draft, token - 1))) return;
                var end = NameEnd(draft, token, out var parts);

                // بحبس المدين: a preposition and a phrase.
                if (tokens.Key(token)[0] is 'ب' or 'ل' && end > token + 1 && tokens.Key(token + 1) is ['ا', 'ل', .., not 'ي']) return;
                if ((parts > 1 || direct) && TitleOf(tokens, token, out _) == Title.None) Add(draft, token, end, 0, "title");
                return;
            }

            if (kind == WordClasses.Kind.Particle) return;
            if (kind is WordClasses.Kind.Noun) direct = TitleOf(tokens, token, out _) == Title.Rank;
            token++;
        }
    }

    // ظهر هادي الأمير في: a preposition or the end of the clause follows the name.
    private bool EndsName(TokenStream tokens, int token) =>
        token >= tokens.Count || tokens.AfterBreak[token] || tokens.Kind[token] == TokenKind.Symbol
            || _words.Of(tokens, token) == WordClasses.Kind.Particle;

    // المحامي رائد العدل: after a title and a given name, a noun with the article is the surname.
    private bool IsSurnameNoun(Draft draft, int token) =>
        token < draft.Tokens.Count && !draft.Tokens.AfterBreak[token] && !draft.Board.IsCovered(token)
            && draft.Tokens.Kind[token] == TokenKind.Word
        && WordClasses.HasArticle(draft.Tokens.Key(token)) && _words.Of(draft.Tokens, token) is WordClasses.Kind.Noun or WordClasses.Kind.Unknown;

    // بمحاسبة, لمواجهة: a preposition and an unknown noun.
    private static bool IsAdverbial(ReadOnlySpan<char> key) => key is ['ب' or 'ل', _, _, _, .., 'ه'];

    // An unknown name follows a definite word: الجنرال ديسيل, but not in نقيب متقاعد.
    private static bool EndsPhrase(Draft draft, int token) =>
        draft.Board.IsCovered(token) || draft.Tokens.Key(token) is ['ا', 'ل', ..] or ['و', 'ا', 'ل', ..] or ['ل', 'ل', ..] or ['ب', 'ا', 'ل', ..];

    // An unknown complement of an office: words with the article, and words joined to it by و.
    private static bool IsComplement(TokenStream tokens, int token, bool direct)
    {
        var key = tokens.Key(token);
        if (key.Length < 3) return true;

        // إليسا has no article.
        if (tokens.Text[tokens.Start[token]] is 'إ' or 'أ' or 'آ') return false;
        return key is ['ل', 'ل', ..] or ['و' or 'ل' or 'ب', 'ا', 'ل', ..] || (key is ['ا', 'ل', ..] && !(direct && key[^1] == 'ي'));
    }

    /// <summary>Token after the last token of the name that begins at a token: given names and links, then a surname.</summary>
    private int NameEnd(Draft draft, int first, out int parts)
    {
        var tokens = draft.Tokens;
        parts = 0;
        var token = first;
        while (parts < MostParts && (token == first || Goes(draft, token)))
        {
            var isLinked = _words.Is(tokens.Form[token], NamePart.Link) && IsAfterLink(draft, token);
            if (isLinked) token++;
            var isGiven = isLinked || IsGiven(tokens, token) || (_words.Whole(tokens, token) == WordClasses.Kind.GivenWord
                && Goes(draft, token + 1) && IsGiven(tokens, token + 1));
            if (!isGiven && token > first && !IsSurname(tokens, token)) return token;
            token++;
            parts++;
            if (isGiven || parts == 1 || (!WordClasses.HasArticle(tokens.Key(token - 1)) && Goes(draft, token)
                && IsGiven(tokens, token))) continue;
            if (Goes(draft, token) && (_words.Is(tokens.Form[token], NamePart.Second)
                || IsNisba(tokens, token, withArticle: false))) token++;
            return token;
        }

        if (parts > 1 && Goes(draft, token) && _words.Is(tokens.Form[token], NamePart.Second)) token++;
        return token;
    }

    private bool IsGiven(TokenStream tokens, int token) => _words.Whole(tokens, token) == WordClasses.Kind.Given;

    // عبد النبي, بن مالك: what follows a link belongs to the name; after عبد also an ordinary word with the article.
    private bool IsAfterLink(Draft draft, int link) =>
        Goes(draft, link + 1) || (draft.Tokens.Form[link] == _servant && link + 1 < draft.Tokens.Count && !draft.Tokens.AfterBreak[link + 1]
            && !draft.Board.IsCovered(link + 1) && WordClasses.HasArticle(draft.Tokens.Key(link + 1)));

    private bool Goes(Draft draft, int token) =>
        token < draft.Tokens.Count && !draft.Tokens.AfterBreak[token] && !draft.Board.IsCovered(token)
        && draft.Tokens.Kind[token] == TokenKind.Word && !IsPreposition(draft.Tokens, token)
        && !_words.Is(draft.Tokens.Form[token], NamePart.Known)
        && (_words.Is(draft.Tokens.Form[token], NamePart.Link | NamePart.Second) || _words.IsNameLike(draft.Tokens, token));

    // A word in no list, and of no ending that marks an adjective or plural.
    private bool IsUnknown(Draft draft, int token) =>
        token >= 0 && token < draft.Tokens.Count && draft.Tokens.Kind[token] == TokenKind.Word && draft.Tokens.Key(token).Length > 1
            && !draft.Board.IsCovered(token)
        && _words.Of(draft.Tokens, token) == WordClasses.Kind.Unknown && !WordClasses.IsInflected(draft.Tokens.Key(token))
        && !WordClasses.IsVerbLike(draft.Tokens.Key(token));

    // Folding makes على and علي equal. The letter in the raw text distinguishes them.
    private bool IsPreposition(TokenStream tokens, int token) => tokens.Form[token] == _ali && tokens.Text[tokens.End[token] - 1] == 'ى';

    private bool IsSurname(TokenStream tokens, int token)
    {
        var key = tokens.Key(token);
        if (_words.Of(tokens, token) != WordClasses.Kind.Unknown) return _words.Whole(tokens, token) is WordClasses.Kind.Given or WordClasses.Kind.GivenWord;
        return key[^1] != 'ه' || key[0] != 'ا' || key[1] != 'ل';
    }

    // الكاظمي, علاوي: a surname in ي.
    private bool IsNisba(TokenStream tokens, int token, bool withArticle) =>
        tokens.Key(token).Length > 4 && tokens.Key(token)[^1] == 'ي' && _words.Of(tokens, token) == WordClasses.Kind.Unknown
            && (!withArticle || tokens.Key(token) is ['ا', 'ل', ..]);

    private static void Add(Draft draft, int first, int end, int skip, string rule)
    {
        var tokens = draft.Tokens;
        draft.Board.Add(new MentionMark(first, end, tokens.OffsetBehind(first, skip), tokens.End[end - 1], -1, EntityType.Person, null, rule));
    }

    private enum Title : byte
    {
        None,
        Office,
        Rank,
    }
}
