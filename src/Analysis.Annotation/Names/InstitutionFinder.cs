namespace Analysis;

/// <summary>Finds state institutions by grammar: a noun, words with the article, and a nationality that agrees with the noun.</summary>
internal sealed class InstitutionFinder
{
    private const int MostWords = 4;

    private readonly FormTable<Body> _bodies = new();
    private readonly Gazetteer _gazetteer;

    /// <summary>Reads the table of nouns.</summary>
    public InstitutionFinder(Vocabulary vocabulary, Gazetteer gazetteer)
    {
        _gazetteer = gazetteer;
        foreach (var row in Lexicon.Read("institutions.tsv", "noun", "gender", "of", "example"))
        {
            if (row[1] is not ("masculine" or "feminine")) throw row.Error($"gender '{row[1]}', expected masculine or feminine");
            if (row[2] is not ("direct" or "body")) throw row.Error($"of '{row[2]}', expected direct or body");
            var form = vocabulary.Add(row[0]);
            _bodies[form] = new Body(true, row[1] == "feminine", row[2] == "body");
            vocabulary.Mark(form, WordUses.Body);
        }
    }

    /// <summary>Adds the institution whose noun is at a token, if there is one.</summary>
    public void Find(Draft draft, int token)
    {
        var tokens = draft.Tokens;
        var entity = -1;
        if (draft.Board.IsCovered(token))
        {
            // البرلمان alone is the Iraqi parliament; البرلمان التونسي is not.
            var known = draft.Board.At(token);
            if (known.FirstToken != token || known.EndToken != token + 1 || known.Type != EntityType.Organization || token + 1 >= tokens.Count) return;
            if (draft.Board.TypeAt(token + 1) == EntityType.Demonym && IsOf(known, draft.Board.At(token + 1))) entity = known.Entity;
        }

        foreach (var reading in tokens.Readings(token))
        {
            var body = _bodies[reading.Stem];
            if (!body.IsListed || reading.Tail != 0 || (reading.Proclitics & Proclitics.Article) != 0) continue;
            var end = EndOf(draft, token, body);
            if (end == 0) return;
            draft.Board.Add(new MentionMark(
                token, end, tokens.OffsetBehind(token, reading.Skip), tokens.End[end - 1], entity, EntityType.Organization, null, "institution"));
            return;
        }
    }

    private bool IsOf(MentionMark body, MentionMark demonym) =>
        body.Entity >= 0 && _gazetteer.Entities[body.Entity].StateActor == _gazetteer.Entities[demonym.Entity].Id;

    private static int EndOf(Draft draft, int head, Body body)
    {
        var tokens = draft.Tokens;
        var most = body.HasWords ? MostWords : 0;
        for (var token = head + 1; token < tokens.Count && token <= head + 1 + most; token++)
        {
            if (tokens.AfterBreak[token] || tokens.Kind[token] != TokenKind.Word) return 0;
            var key = tokens.Key(token);
            if (draft.Board.IsCovered(token))
            {
                var mention = draft.Board.At(token);
                var agrees = mention.Type == EntityType.Demonym && mention.EndToken == token + 1 && mention.Start == tokens.Start[token]
                    && HasArticle(key) && key[^1] == (body.IsFeminine ? 'ه' : 'ي');
                return agrees && (token > head + 1 || !body.HasWords) ? token + 1 : 0;
            }

            // وزارة النفط والطاقة: و joins a second complement.
            if (!HasArticle(key) && !(key.Length > 4 && key[0] == 'و' && HasArticle(key[1..]))) return 0;
        }

        return 0;
    }

    private static bool HasArticle(ReadOnlySpan<char> key) => key.Length > 3 && key[0] == 'ا' && key[1] == 'ل';

    private readonly record struct Body(bool IsListed, bool IsFeminine, bool HasWords);
}
