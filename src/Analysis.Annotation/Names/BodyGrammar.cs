namespace Analysis;

/// <summary>
/// Reads how far the name of an institution goes: a noun, its complement with the article, adjectives, and what it is for:
/// <c>لجنة الأمن والدفاع النيابية</c>, <c>السلطة الوطنية المستقلة للانتخابات</c>.
/// </summary>
internal sealed class BodyGrammar(WordClasses words, Gazetteer gazetteer)
{
    private const int MostAdjectives = 4;

    /// <summary>Token after the name of an institution whose noun has a complement; the token after the noun if there is none.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="head">Token of the noun.</param>
    /// <param name="least">Words that must follow the noun.</param>
    /// <param name="noun">Whether a noun without article may come before the complement (هيئة مكافحة الفساد).</param>
    public int End(Draft draft, int head, int least, bool noun)
    {
        var token = head + 1;
        if (noun && IsNoun(draft, token)) token++;
        if (token == head + 2 && draft.Board.Begins(token, EntityType.State)) return draft.Board.At(token).EndToken;
        if (!IsComplement(draft, token)) return head + 1;
        token++;

        // وزارة النفط والطاقة: و joins a second complement.
        while (draft.Board.IsFree(token) && draft.Tokens.Key(token) is ['و', 'ا', 'ل', _, _, ..]) token++;
        token = Adjectives(draft, head, token);
        return token - head - 1 >= least ? token : head + 1;
    }

    /// <summary>Token after the name of an institution whose noun has the article; the token after the noun if there is none.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="head">Token of the noun.</param>
    /// <param name="entity">The entity of the noun alone if its nationality is that of the entity; otherwise −1.</param>
    public int StateEnd(Draft draft, int head, out int entity)
    {
        entity = -1;
        if (!draft.Board.IsCovered(head))
        {
            var end = Adjectives(draft, head, head + 1);
            return end > head + 2 || (end == head + 2 && draft.Board.TypeAt(head + 1) == EntityType.Demonym) ? end : head + 1;
        }

        // البرلمان alone is the Iraqi parliament; البرلمان التونسي is not.
        var known = draft.Board.At(head);
        if (known.EndToken != head + 1 || known.Type != EntityType.Organization || !IsAgreeing(draft, head, head + 1)) return head + 1;
        var state = gazetteer.Entities[draft.Board.At(head + 1).Entity].Id;
        if (known.Entity >= 0 && gazetteer.Entities[known.Entity].StateActor == state) entity = known.Entity;
        return head + 2;
    }

    // Adjectives, the last of which may be a nationality, and ل with a complement.
    private int Adjectives(Draft draft, int head, int token)
    {
        for (var left = MostAdjectives; left > 0; left--, token++)
        {
            if (IsAgreeing(draft, head, token) || IsFor(draft, token)) return token + 1;
            if (!draft.Board.IsFree(token)) return token;
            var isBeforeFor = WordClasses.HasArticle(draft.Tokens.Key(token)) && IsFor(draft, token + 1);
            if (!isBeforeFor && !words.IsNameAdjective(draft.Tokens, token)) return token;
        }

        return token;
    }

    // للانتخابات
    private static bool IsFor(Draft draft, int token) => draft.Board.IsFree(token) && draft.Tokens.Key(token) is ['ل', 'ل', _, _, _, ..];

    // A nationality with the article that agrees with the noun in gender.
    private static bool IsAgreeing(Draft draft, int head, int token)
    {
        var tokens = draft.Tokens;
        if (token >= tokens.Count || tokens.AfterBreak[token] || !draft.Board.Begins(token, EntityType.Demonym)) return false;
        var isFeminine = tokens.Key(head) is [.., 'ه'] or [.., 'ا', 'ت'] or "الدفاع";
        return WordClasses.HasArticle(tokens.Key(token)) && (tokens.Key(draft.Board.At(token).EndToken - 1)[^1] == 'ه') == isFeminine;
    }

    // A word with the article, or سرايا وعد الله. مكتب الرئيس is no name.
    private static bool IsComplement(Draft draft, int token) => draft.Board.IsFree(token)
        && WordClasses.HasArticle(draft.Tokens.Key(token)) && (draft.Tokens.Uses[token] & WordUses.Title) == 0;

    // هيئة مكافحة الفساد, تحالف قبائل اليمن
    private bool IsNoun(Draft draft, int token) =>
        draft.Board.IsFree(token) && !WordClasses.HasArticle(draft.Tokens.Key(token))
        && (IsComplement(draft, token + 1) || draft.Board.Begins(token + 1, EntityType.State))
        && words.Of(draft.Tokens, token) != WordClasses.Kind.Particle && !words.IsPhrase(draft.Tokens, token);
}
