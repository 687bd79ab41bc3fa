namespace Analysis;

/// <summary>
/// Finds names by their shape: weapon designations of spelled-out letters and a number (<c>إم كيو-9</c>), and acronyms
/// after a dash or bracket that repeat the name before it (<c>القيادة المركزية الأمريكية - CENTCOM</c>).
/// </summary>
internal sealed class DesignationFinder
{
    private const int MostLetters = 3;

    private readonly FormTable<Use> _letters = new();

    /// <summary>Reads the table of letter names.</summary>
    public DesignationFinder(Vocabulary vocabulary)
    {
        foreach (var row in Lexicon.Read("letter-names.tsv", "name", "use", "example"))
        {
            if (row[1] is not ("alone" or "joined")) throw row.Error($"use '{row[1]}', expected alone or joined");
            var form = vocabulary.Add(row[0]);
            _letters[form] = row[1] == "alone" ? Use.Alone : Use.Joined;
            vocabulary.Mark(form, WordUses.Initial);
        }
    }

    /// <summary>Adds the designation that begins at a token, if there is one.</summary>
    public void Find(Draft draft, int token)
    {
        var tokens = draft.Tokens;
        if (draft.Board.IsCovered(token)) return;
        foreach (var reading in tokens.Readings(token))
        {
            if (_letters[reading.Stem] == Use.None || reading.Tail != 0 || (reading.Proclitics & Proclitics.Article) != 0) continue;
            var last = token;
            while (last - token < MostLetters && last + 1 < tokens.Count && !tokens.AfterBreak[last + 1] && _letters[tokens.Form[last + 1]] != Use.None) last++;
            var number = last + 1;
            var hyphen = number + 1 < tokens.Count && tokens.Kind[number] == TokenKind.Symbol && tokens.Text[tokens.Start[number]] is '-' or '–' or '‑';
            if (hyphen) number++;
            if (number >= tokens.Count || tokens.AfterBreak[number] || tokens.Kind[number] != TokenKind.Number) return;
            if (!hyphen && last == token && _letters[reading.Stem] == Use.Joined) return;
            draft.Board.Add(new MentionMark(
                token, number + 1, tokens.OffsetBehind(token, reading.Skip), tokens.End[number], -1, EntityType.Weapon, null, "designation"));
            return;
        }
    }

    /// <summary>Adds the acronyms that repeat a name.</summary>
    public static void FindAcronyms(Draft draft)
    {
        var tokens = draft.Tokens;
        var known = draft.Mentions.Count;
        for (var i = 0; i < known; i++)
        {
            var name = draft.Mentions[i];
            var token = name.EndToken + 1;
            if (name.EndToken == 0 || token >= tokens.Count || tokens.Kind[name.EndToken] != TokenKind.Symbol) continue;
            if (tokens.Text[tokens.Start[name.EndToken]] is not ('-' or '–' or '(') || draft.Board.IsCovered(token)) continue;
            if ((name.Type & (EntityType.Demonym | EntityType.Person | EntityType.State | EntityType.Capital)) != 0) continue;
            if (tokens.AfterBreak[token] || tokens.Surface(token).Length < 2 || !IsUpper(tokens.Surface(token))) continue;
            draft.Board.Add(new MentionMark(
                token, token + 1, tokens.Start[token], tokens.End[token], name.Entity, name.Type, null, "acronym"));
        }
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (letter is < 'A' or > 'Z') return false;
        }

        return true;
    }

    private enum Use : byte
    {
        None,
        Alone,
        Joined,
    }
}
