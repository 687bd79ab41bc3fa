namespace Analysis;

/// <summary>
/// Finds time expressions and their values: from left to right, at each token, the longest match of any rule that has a value. Thread-safe.
/// </summary>
internal sealed class TimeTagger(Vocabulary vocabulary)
{
    private readonly TimeRules _rules = new(vocabulary);

    /// <summary>Adds the time expressions of a draft to it, in text order; none overlaps another or a mention.</summary>
    public void Find(Draft draft)
    {
        var tokens = draft.Tokens;
        var matcher = draft.TimeMatcher ??= new TimeMatcher(_rules, tokens, new TimeTerms(_rules.Words, tokens));
        matcher.Terms.Begin();
        var story = new TimeStory(_rules.Words, matcher.Terms, draft);
        var (mention, free) = (0, 0);
        for (var token = 0; token < tokens.Count; token++)
        {
            if (token < free || (tokens.Uses[token] & WordUses.Time) == 0 || tokens.Kind[token] == TokenKind.Symbol) continue;
            while (mention < draft.Mentions.Count && draft.Mention(mention).EndToken <= token) mention++;

            // The name of a weapon or a bridge may be a date.
            var limit = mention < draft.Mentions.Count ? draft.Mention(mention).FirstToken : tokens.Count;
            free = Take(matcher, token, limit, story, draft);
        }
    }

    // Token after the best match that has a value; 0 if there is none.
    private static int Take(TimeMatcher matcher, int token, int limit, TimeStory story, Draft draft)
    {
        foreach (var match in matcher.At(token))
        {
            if (!matcher.Fits(match)) continue;
            var (rule, end) = (match.Rule, match.End);
            if (rule.Operation == "block") return end;
            if (end > limit) return 0;
            if (new TimeResolver(story, matcher.SlotsOf(match), token, end).Resolve(rule.Operation) is not var (value, anchor)) continue;
            var (from, to) = (draft.Tokens.OffsetBehind(token, match.Term.Skip), draft.Tokens.End[end - 1]);
            var mark = new TimeMark(token, end, from, to, rule.Type, value, anchor, rule.Name);
            draft.Times.Add(mark);
            if (mark.IsDate) story.Remember(mark);
            return end;
        }

        return 0;
    }
}
