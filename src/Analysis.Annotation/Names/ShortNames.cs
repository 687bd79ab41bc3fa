namespace Analysis;

/// <summary>
/// Finds persons by the short name that their full name or an introduction has given them: the last word of a full name of the document, and
/// what follows <c>المعروف بـ</c> or <c>المكنى</c>. A short name that is also an ordinary word counts only after a verb.
/// </summary>
internal sealed class ShortNames(WordClasses words)
{
    private const int Shortest = 4;
    private const int MostQuoted = 3;

    /// <summary>Adds the mentions by short names.</summary>
    public void Find(Draft draft)
    {
        var names = draft.ShortNames;
        names.Clear();
        var known = draft.Mentions.Count;
        for (var i = 0; i < known; i++)
        {
            var person = draft.Mentions[i];
            if (person.Type != EntityType.Person || person.EndToken == 0 || person.Rule == NameMatcher.Misspelling) continue;
            if (person.EndToken - person.FirstToken > 1) Remember(draft, person);
            Introduced(draft, person);
        }

        if (names.Count == 0) return;
        var tokens = draft.Tokens;
        var filter = 0UL;
        foreach (var form in names.Keys) filter |= 1UL << (form & 63);
        for (var token = 0; token < tokens.Count; token++)
        {
            // Most tokens are skipped by one bit and their first letter.
            if ((filter >> (tokens.Form[token] & 63) & 1) == 0
                && tokens.Text[tokens.Start[token]] is not ('و' or 'ف' or 'ل' or 'ب' or 'ك')) continue;
            if (tokens.Kind[token] != TokenKind.Word || (draft.Board.IsCovered(token) && !IsMisspelling(draft, token))
                || !TryFind(draft, token, out var name, out var skip)) continue;
            if (name.IsOrdinary && (skip > 0 || token <= name.FullName || tokens.AfterBreak[token]
                || !words.IsVerb(tokens, token - 1))) continue;
            Add(draft, token, token + 1, skip, name.Entity, "surname-again");
        }
    }

    private static bool IsMisspelling(Draft draft, int token) =>
        draft.Board.At(token) is { Rule: NameMatcher.Misspelling } other && other.EndToken == other.FirstToken + 1;

    private void Remember(Draft draft, MentionMark person)
    {
        var tokens = draft.Tokens;
        var last = person.EndToken - 1;
        if (tokens.Kind[last] != TokenKind.Word || tokens.Key(last).Length < Shortest
            || words.Is(tokens.Form[last], NamePart.Second)) return;
        if (person.Entity >= 0 && (tokens.Uses[last] & WordUses.Name) != 0) return;
        var kind = words.Of(tokens, last);
        if (words.Whole(tokens, last) is WordClasses.Kind.Given or WordClasses.Kind.GivenWord
            || (kind == WordClasses.Kind.Unknown && words.IsNameAdjective(tokens, last) && person.Entity >= 0)) return;
        draft.ShortNames.TryAdd(tokens.Form[last], new ShortName(person.Entity, last, kind != WordClasses.Kind.Unknown));
    }

    // المعروف بـ«الذيب», الملقب بالذيب, المكنى أبو محمد, بأبي محمد
    private void Introduced(Draft draft, MentionMark person)
    {
        var tokens = draft.Tokens;
        var token = person.EndToken;
        if (token < tokens.Count && tokens.Text[tokens.Start[token]] is '،' or ',') token++;
        if (token + 2 >= tokens.Count || !words.Is(tokens.Form[token], NamePart.Known)) return;
        token++;
        if (tokens.Key(token) is "ب" or "باسم") token++;
        var first = tokens.IsQuote(token) ? token + 1 : token;
        var end = first;
        if (first > token)
        {
            while (end < tokens.Count && end - first <= MostQuoted && !tokens.IsQuote(end)) end++;
            if (end == tokens.Count || end - first > MostQuoted) return;
        }
        else if (words.Is(tokens.Form[token], NamePart.Link) || tokens.Key(token) is "بابي" or "بام")
        {
            end = Math.Min(token + 2, tokens.Count);
        }
        else if (tokens.Key(token) is ['ب', 'ا', 'ل', _, _, ..])
        {
            end = token + 1;
        }

        if (end == first) return;
        Add(draft, first, end, first == token && tokens.Key(token)[0] == 'ب' ? 1 : 0, person.Entity, "nickname");
        if (end == first + 1 && first > token) draft.ShortNames.TryAdd(tokens.Form[first], new ShortName(person.Entity, first, words.Of(tokens, first) != WordClasses.Kind.Unknown));
    }

    // The short name of a token, and the letters before it. Readings don't help with a name that no lexicon contains.
    private static bool TryFind(Draft draft, int token, out ShortName name, out int skip)
    {
        var tokens = draft.Tokens;
        skip = 0;
        if (draft.ShortNames.TryGetValue(tokens.Form[token], out name)) return true;
        var key = tokens.Key(token);
        for (skip = 1; skip <= 2 && key.Length > skip + Shortest - 1; skip++)
        {
            if (skip == 1 ? key[0] is not ('و' or 'ف' or 'ل' or 'ب' or 'ك') : !(key is ['و' or 'ف', 'ل' or 'ب', ..])) return false;
            if (draft.ShortNames.TryGetValue(tokens.FormOf(key[skip..]), out name)) return true;
        }

        return false;
    }

    private static void Add(Draft draft, int first, int end, int skip, int entity, string rule)
    {
        var tokens = draft.Tokens;
        draft.Board.Add(new MentionMark(first, end, tokens.OffsetBehind(first, skip), tokens.End[end - 1], entity, EntityType.Person, null, rule));
    }
}

/// <summary>A person's short name in a document.</summary>
/// <param name="Entity">Index of the person; −1 if the gazetteer lacks the person.</param>
/// <param name="FullName">Last token of the full name.</param>
/// <param name="IsOrdinary">Whether the name is also an ordinary word.</param>
internal readonly record struct ShortName(int Entity, int FullName, bool IsOrdinary);
