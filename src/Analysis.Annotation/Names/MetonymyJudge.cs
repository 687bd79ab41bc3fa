namespace Analysis;

/// <summary>
/// Decides whether a capital's name means the city or the government, from the words before it and the names coordinated with it.
/// </summary>
internal sealed class MetonymyJudge
{
    private const int GovernorTokens = 5;
    private const int VisitTokens = 10;

    private readonly FormTable<Role> _roles = new();

    /// <summary>Reads the table of cues.</summary>
    public MetonymyJudge(Vocabulary vocabulary)
    {
        foreach (var row in Lexicon.Read("metonymy.tsv", "word", "role", "example"))
            _roles[vocabulary.Add(row[0])] = row.Parse<Role>(1);
    }

    /// <summary>Sets <see cref="MentionMark.Metonym"/> on every capital of the draft.</summary>
    public void Judge(Draft draft)
    {
        for (var i = 0; i < draft.Mentions.Count; i++)
        {
            var mention = draft.Mentions[i];
            if (mention.Type == EntityType.Capital) draft.Mentions[i] = mention with { Metonym = IsGovernment(draft, i) };
        }
    }

    private bool IsGovernment(Draft draft, int index)
    {
        var tokens = draft.Tokens;
        var capital = draft.Mentions[index];
        if (IsDateline(tokens, capital)) return false;
        var before = capital.FirstToken - 1;
        var proclitics = ProcliticsOf(tokens, capital);
        if ((proclitics & Proclitics.By) != 0) return Governor(tokens, before) == Role.Backer;
        if ((proclitics & Proclitics.For) != 0) return Governor(tokens, before) != Role.Mover;
        if (before < 0 || tokens.AfterBreak[capital.FirstToken]) return true;
        if (index > 0 && IsAfterCue(tokens, draft.Mentions[index - 1], before)) return false;
        var role = RoleOf(tokens, before);
        return role == Role.Ask ? Governor(tokens, before - 1) == Role.Backer : role is not (Role.Place or Role.Visit);
    }

    // A dateline at the beginning of a report: «بغداد –» or «واشنطن، 28 تموز».
    private static bool IsDateline(TokenStream tokens, in MentionMark mention)
    {
        var end = mention.EndToken;
        if (!tokens.AfterBreak[mention.FirstToken] || end + 1 >= tokens.Count || tokens.AfterBreak[end]) return false;
        var sign = tokens.Text[tokens.Start[end]];
        return sign is '-' or '–' or '—' or '/' or '(' || (sign is '،' or ',' && tokens.Kind[end + 1] == TokenKind.Number);
    }

    private static Proclitics ProcliticsOf(TokenStream tokens, in MentionMark mention)
    {
        foreach (var reading in tokens.Readings(mention.FirstToken))
            if (tokens.OffsetBehind(mention.FirstToken, reading.Skip) == mention.Start) return reading.Proclitics;

        return Proclitics.None;
    }

    // Role of the nearest word before a preposition that explains its use.
    private Role Governor(TokenStream tokens, int token)
    {
        for (var left = GovernorTokens; left > 0 && token >= 0; left--, token--)
        {
            var role = RoleOf(tokens, token);
            if (role is Role.Mover or Role.Backer) return role;
            if (role == Role.Visit) return Role.Mover;
            if (tokens.AfterBreak[token]) break;
        }

        return Role.None;
    }

    // العاصمة السعودية الرياض: a name stands between the cue and the capital.
    // زار الوزير البريطاني أندرو موريسون طهران: so does the visitor's.
    private bool IsAfterCue(TokenStream tokens, in MentionMark name, int before)
    {
        if (tokens.Text[tokens.Start[before]] == '،') before--;
        if (name.EndToken != before + 1 || tokens.AfterBreak[name.FirstToken]) return false;
        var isPerson = name.Type == EntityType.Person;
        for (var token = name.FirstToken - 1; token >= 0 && token >= name.FirstToken - VisitTokens; token--)
        {
            if (RoleOf(tokens, token) == (isPerson ? Role.Visit : Role.Place)) return true;
            if (!isPerson || tokens.AfterBreak[token]) break;
        }

        return false;
    }

    private Role RoleOf(TokenStream tokens, int token) => token < 0 ? Role.None : _roles.Of(tokens.Readings(token));

    private enum Role : byte { None, Place, Visit, Ask, Mover, Backer }
}
