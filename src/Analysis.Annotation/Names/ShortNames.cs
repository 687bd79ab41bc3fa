namespace Analysis;

/// <summary>
/// Finds persons by the short name that their full name or an introduction has given them: the last word of a full name of the document,
/// and what follows <c>المعروف بـ</c> or <c>المكنى</c>. A short name that is also an ordinary word or a given
/// name counts only after a verb.
/// </summary>
internal sealed class ShortNames(WordClasses words)
{
    private const int Shortest = 3;
    private const int MostQuoted = 3;

    /// <summary>Adds the mentions by short names.</summary>
    public void Find(Draft draft)
    {
        var (tokens, board) = (draft.Tokens, draft.Board);
        draft.ShortNames.Clear();
        for (var (i, known) = (0, draft.Mentions.Count); i < known; i++)
        {
            var person = draft.Mentions[i];
            if (person.Type != EntityType.Person || person.EndToken == 0) continue;
            if (person.EndToken - person.FirstToken > 1) Remember(draft, person);
            Introduced(draft, person);
        }

        // A bit for every 64th form, since few documents have a short name, and few words are one.
        var bits = draft.ShortNames.Keys.Aggregate(0L, static (bits, form) => bits | (1L << form));
        for (var token = 0; token < tokens.Count && bits != 0; token++)
        {
            if ((bits & (1L << tokens.Form[token])) == 0 || board.IsCovered(token)) continue;
            if (!draft.ShortNames.TryGetValue(tokens.Form[token], out var name)) continue;
            var isLinked = token > 0 && words.Is(tokens.Form[token - 1], NamePart.Link) && !board.IsCovered(token - 1);
            if (name.IsLinked ? isLinked : name.Skip > 0 ? words.Whole(tokens, token) == WordClasses.Kind.Unknown
                : !name.IsOrdinary || (token > 0 && words.IsVerb(tokens, token - 1)))
                board.Add(name.IsLinked ? token - 1 : token, token + 1, name.Skip, EntityType.Person, "surname-again", name.Entity);
        }
    }

    private void Remember(Draft draft, MentionMark person)
    {
        var tokens = draft.Tokens;
        var last = person.EndToken - 1;
        if (tokens.Key(last).Length < Shortest || words.Is(tokens.Form[last], NamePart.Second)) return;
        var linked = words.Is(tokens.Form[last - 1], NamePart.Link);
        Add(draft, last, person.Entity, words.Whole(tokens, last) is WordClasses.Kind.Given or WordClasses.Kind.GivenWord, linked);
    }

    // المعروف بـ«الذيب», المكنى أبو محمد
    private void Introduced(Draft draft, MentionMark person)
    {
        var tokens = draft.Tokens;
        var token = person.EndToken;
        if (token + 2 >= tokens.Count || !words.Is(tokens.Form[token++], NamePart.Known)) return;
        if (tokens.Key(token) is "ب" or "باسم" && token + 2 < tokens.Count) token++;
        var isQuoted = tokens.IsQuote(token);
        var first = isQuoted ? token + 1 : token;
        var end = isQuoted ? HeadFinder.ClosingQuote(tokens, first, MostQuoted)
            : words.Is(tokens.Form[token], NamePart.Link) ? token + 2 : -1;
        if (end < 0) return;
        draft.Board.Add(first, end, 0, EntityType.Person, "nickname", person.Entity);
        if (isQuoted && end == first + 1) Add(draft, first, person.Entity);
    }

    private void Add(Draft draft, int token, int entity, bool given = false, bool linked = false)
    {
        var tokens = draft.Tokens;
        var key = tokens.Key(token);
        var name = new ShortName(entity, given || words.Of(tokens, token) != WordClasses.Kind.Unknown, linked, Skip: 0);
        draft.ShortNames.TryAdd(tokens.Form[token], name);
        if (name.IsOrdinary || linked) return;
        foreach (var letter in "وفبل")
        {
            // وقاآني, للكلداني
            var joined = letter == 'ل' && WordClasses.HasArticle(key) ? $"لل{key[2..]}" : $"{letter}{key}";
            if (tokens.FormMet(joined) is > 0 and var form) draft.ShortNames.TryAdd(form, name with { Skip = 1 });
        }
    }
}

/// <summary>A person's short name in a document.</summary>
/// <param name="Entity">Index of the person; −1 if the gazetteer lacks the person.</param>
/// <param name="IsOrdinary">Whether the name is also an ordinary word.</param>
/// <param name="IsLinked">Whether it is a name only together with the word before it: عبد السلام, بن زايد.</param>
/// <param name="Skip">Letters before the name in the word: a proclitic.</param>
internal readonly record struct ShortName(int Entity, bool IsOrdinary, bool IsLinked, int Skip);
