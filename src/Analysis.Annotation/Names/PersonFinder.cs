namespace Analysis;

/// <summary>
/// Finds persons that are not in the gazetteer: a name after a title, with the title's complement between them, or a given name followed
/// by a surname. Later mentions by the surname alone are found as well.
/// </summary>
internal sealed class PersonFinder
{
    private const int MostChain = 9;
    private const int MostGiven = 3;
    private const int ShortestSurname = 4;

    private readonly WordClasses _words;
    private readonly NameParts _parts;
    private readonly Gazetteer _gazetteer;
    private readonly FormTable<Title> _titles = new();
    private readonly int _ali;
    private readonly int _servant;

    /// <summary>Reads the table of titles.</summary>
    public PersonFinder(Vocabulary vocabulary, WordClasses words, NameParts parts, Gazetteer gazetteer)
    {
        (_words, _parts, _gazetteer) = (words, parts, gazetteer);
        foreach (var row in Lexicon.Read("titles.tsv", "title", "kind", "example"))
        {
            if (row[1] is not ("rank" or "office")) throw row.Error($"kind '{row[1]}', expected rank or office");
            var form = vocabulary.Add(row[0]);
            _titles[form] = row[1] == "rank" ? Title.Rank : Title.Office;
            vocabulary.Mark(form, WordUses.Title);
        }

        _ali = vocabulary.Add("علي");
        _servant = vocabulary.Add("عبد");
    }

    /// <summary>Adds the name that follows the title at a token or begins with the given name there, if there is one.</summary>
    public void Find(Draft draft, int token)
    {
        var tokens = draft.Tokens;
        if ((tokens.Uses[token] & WordUses.Title) != 0 && IsTitle(tokens, token, out var isRank))
        {
            FindBehind(draft, token, isRank);
            return;
        }

        if (draft.Board.IsCovered(token) || (tokens.Uses[token] & WordUses.Given) == 0) return;
        var kind = _words.GivenName(tokens, token, out var skip);
        if (kind == WordClasses.Kind.Unknown || (kind == WordClasses.Kind.GivenWord && !HasTribe(draft, token)) || IsPreposition(tokens, token)) return;
        if (ExtendBack(draft, token, skip)) return;
        var end = NameEnd(draft, token, given: true, out var surname);
        if (!surname) return;

        // أبو علي الخزعلي
        Add(draft, IsLinked(draft, token, skip) ? token - 1 : token, end, skip, "given-name");
    }

    // خالد العبيدي: a given name that is also an ordinary word counts as a name before an unknown nisba.
    private bool HasTribe(Draft draft, int token) => Goes(draft, token + 1) && IsArticleNisba(draft.Tokens, token + 1);

    private bool IsLinked(Draft draft, int token, int skip) =>
        skip == 0 && token > 0 && !draft.Board.IsCovered(token - 1) && !draft.Tokens.AfterBreak[token] && _parts.Is(draft.Tokens.Form[token - 1], NamePart.Link);

    // ليث الخزعلي: an unknown given name before a known surname is part of the name, which usually belongs to another person.
    private bool ExtendBack(Draft draft, int token, int skip)
    {
        var tokens = draft.Tokens;
        if (token + 1 >= tokens.Count || draft.Board.TypeAt(token + 1) != EntityType.Person || tokens.AfterBreak[token + 1]) return false;
        var known = draft.Board.At(token + 1);
        if (known.EndToken != token + 2 || known.Start != tokens.Start[token + 1]) return false;
        var linked = IsLinked(draft, token, skip);
        var first = linked ? token - 1 : token;
        var entity = known.Entity >= 0 && !linked && IsVariant(tokens.Key(token)[skip..], _gazetteer.Entities[known.Entity].NameArabic) ? known.Entity : -1;
        return draft.Board.Add(new MentionMark(
            first, known.EndToken, tokens.OffsetBehind(first, skip), known.End, entity, EntityType.Person, null, "given-name"));
    }

    // مايك and مايكل share a prefix.
    private static bool IsVariant(ReadOnlySpan<char> given, string name)
    {
        var first = Letters.KeyOf(name.AsSpan(0, Math.Max(0, name.IndexOf(' ', StringComparison.Ordinal))));
        return given.CommonPrefixLength(first) >= Math.Max(2, Math.Min(given.Length, first.Length) - 1);
    }

    /// <summary>Adds later mentions of new persons by their surname.</summary>
    public static void FindAgain(Draft draft)
    {
        if (draft.NewNames.Count == 0) return;
        var tokens = draft.Tokens;
        var names = draft.NewNames.ToHashSet();
        for (var token = 0; token < tokens.Count; token++)
        {
            if (tokens.Kind[token] != TokenKind.Word || draft.Board.IsCovered(token)) continue;
            var skip = SkipOf(tokens, token, names);
            if (skip < 0) continue;
            draft.Board.Add(new MentionMark(
                token, token + 1, tokens.OffsetBehind(token, skip), tokens.End[token], -1, EntityType.Person, null, "surname-again"));
        }
    }

    // Letters before the surname; −1 if the token is another word. Readings don't help, since no lexicon contains the surname.
    private static int SkipOf(TokenStream tokens, int token, HashSet<int> surnames)
    {
        if (surnames.Contains(tokens.Form[token])) return 0;
        var key = tokens.Key(token);
        if (key is ['و' or 'ف' or 'ل' or 'ب' or 'ك', _, ..] && surnames.Contains(tokens.FormOf(key[1..]))) return 1;
        return key is ['و' or 'ف', 'ل' or 'ب', _, ..] && surnames.Contains(tokens.FormOf(key[2..])) ? 2 : -1;
    }

    // الشيخ عبد المهدي الكربلائي: another person, whose name begins with a known name.
    private void Extend(Draft draft, int token)
    {
        var known = draft.Board.At(token);
        if (!Goes(draft, known.EndToken) || !IsArticleNisba(draft.Tokens, known.EndToken)) return;
        Add(draft, token, known.EndToken + 1, 0, "title");
    }

    private bool IsTitle(TokenStream tokens, int token, out bool isRank)
    {
        isRank = false;

        // عبد الأمير is a name, not an emir.
        if (token > 0 && tokens.Form[token - 1] == _servant) return false;
        foreach (var reading in tokens.Readings(token))
        {
            var title = _titles[reading.Stem];
            if (title == Title.None) continue;
            isRank = title == Title.Rank && reading.Tail == 0;
            return true;
        }

        return false;
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
                var type = draft.Board.TypeAt(token);
                if (type == EntityType.Person)
                {
                    if (direct && token == title + 1) Extend(draft, token);
                    return;
                }

                token = draft.Board.At(token).EndToken;
                continue;
            }

            if (tokens.Kind[token] == TokenKind.Symbol)
            {
                // A comma precedes a name in apposition: قائد فيلق القدس، إسماعيل قأني
                if (tokens.Text[tokens.Start[token]] is not ('،' or ',') || token + 1 >= tokens.Count) return;
                if (draft.Board.IsCovered(token + 1) || _words.GivenName(tokens, token + 1, out var before) == WordClasses.Kind.Unknown || before > 0) return;
                token++;
                continue;
            }

            if (tokens.Kind[token] != TokenKind.Word) return;
            if (_parts.Is(tokens.Form[token], NamePart.Chain))
            {
                direct = false;
                token++;
                continue;
            }

            if (IsPreposition(tokens, token)) return;
            if (_words.GivenName(tokens, token, out var skip) != WordClasses.Kind.Unknown && skip == 0)
            {
                var end = NameEnd(draft, token, given: true, out var surname);
                if (surname || (direct && _words.Whole(tokens, token) == WordClasses.Kind.Given)) Add(draft, token, end, 0, "title");
                return;
            }

            var kind = _words.Of(tokens, token);
            if (kind == WordClasses.Kind.Verb) return;
            if (kind == WordClasses.Kind.Unknown && !IsComplement(tokens, token, direct))
            {
                if (IsAdverbial(tokens.Key(token)) || WordClasses.IsInflected(tokens.Key(token)) || !(_parts.Is(tokens.Form[token], NamePart.Link) || EndsPhrase(draft, token - 1))) return;
                var end = NameEnd(draft, token, given: false, out var surname);
                if ((surname || direct) && !IsTitle(tokens, token, out _)) Add(draft, token, end, 0, "title");
                return;
            }

            if (kind == WordClasses.Kind.Particle) return;
            if (kind is WordClasses.Kind.Noun) direct = IsTitle(tokens, token, out var rank) && rank;
            token++;
        }
    }

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
        if (key[0] == 'ل' && key[1] == 'ل') return true;
        if (key[0] is 'و' or 'ل' or 'ب' && key[1] == 'ا' && key[2] == 'ل') return true;
        return key[0] == 'ا' && key[1] == 'ل' && !(direct && key[^1] == 'ي');
    }

    /// <summary>Token after the last token of the name that begins at a token.</summary>
    private int NameEnd(Draft draft, int first, bool given, out bool surname)
    {
        var tokens = draft.Tokens;
        surname = false;
        var token = first;
        if (_parts.Is(tokens.Form[token], NamePart.Link) && Goes(draft, token + 1)) (token, surname, given) = (token + 1, true, true);
        if (given)
        {
            // محمد جواد, عبد الفتاح, سلمان بن: all consecutive given names, up to a limit.
            var left = MostGiven;
            while (left-- > 0 && Goes(draft, token + 1) && (_parts.Is(tokens.Form[token], NamePart.Link) || _words.Whole(tokens, token + 1) is WordClasses.Kind.Given
                || _parts.Is(tokens.Form[token + 1], NamePart.Link)))
            {
                surname |= !_parts.Is(tokens.Form[token + 1], NamePart.Link);
                token++;
            }
        }

        if (Goes(draft, token + 1) && IsSurname(tokens, token + 1))
        {
            token++;
            surname = true;
            if (_parts.Is(tokens.Form[token], NamePart.Link) && Goes(draft, token + 1)) token++;
        }

        if (!surname) return token + 1;
        if (Goes(draft, token + 1) && (_parts.Is(tokens.Form[token + 1], NamePart.Second) || IsNisba(tokens, token + 1))) token++;
        return token + 1;
    }

    private bool Goes(Draft draft, int token) =>
        token < draft.Tokens.Count && !draft.Tokens.AfterBreak[token] && !draft.Board.IsCovered(token)
        && draft.Tokens.Kind[token] == TokenKind.Word && !IsPreposition(draft.Tokens, token)
        && (_parts.Is(draft.Tokens.Form[token], NamePart.Link) || _parts.Is(draft.Tokens.Form[token], NamePart.Second) || _words.IsNameLike(draft.Tokens, token));

    // Folding makes على and علي equal. The letter in the raw text distinguishes them.
    private bool IsPreposition(TokenStream tokens, int token) => tokens.Form[token] == _ali && tokens.Text[tokens.End[token] - 1] == 'ى';

    private bool IsSurname(TokenStream tokens, int token)
    {
        var key = tokens.Key(token);
        if (_words.Of(tokens, token) != WordClasses.Kind.Unknown) return _words.Whole(tokens, token) is WordClasses.Kind.Given or WordClasses.Kind.GivenWord;
        return key[^1] != 'ه' || key[0] != 'ا' || key[1] != 'ل';
    }

    // الكاظمي, علاوي: a second surname.
    private bool IsNisba(TokenStream tokens, int token) =>
        tokens.Key(token).Length > 4 && tokens.Key(token)[^1] == 'ي' && _words.Of(tokens, token) == WordClasses.Kind.Unknown;

    private bool IsArticleNisba(TokenStream tokens, int token) => IsNisba(tokens, token) && tokens.Key(token) is ['ا', 'ل', ..];

    private void Add(Draft draft, int first, int end, int skip, string rule)
    {
        var tokens = draft.Tokens;
        var mention = new MentionMark(first, end, tokens.OffsetBehind(first, skip), tokens.End[end - 1], -1, EntityType.Person, null, rule);
        if (!draft.Board.Add(mention) || end - first < 2) return;
        var surname = tokens.Form[end - 1];
        if (tokens.Key(end - 1).Length >= ShortestSurname && _words.Of(tokens, end - 1) == WordClasses.Kind.Unknown && !draft.NewNames.Contains(surname))
        {
            draft.NewNames.Add(surname);
        }
    }

    private enum Title : byte
    {
        None,
        Office,
        Rank,
    }
}
