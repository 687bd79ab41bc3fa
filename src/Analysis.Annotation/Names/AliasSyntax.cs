namespace Analysis;

/// <summary>Parses the alias notation that <see cref="Gazetteer"/> describes.</summary>
internal static class AliasSyntax
{
    private const int MostExpansions = 64;

    /// <summary>The names in an <c>aliases</c> cell, each with its policy.</summary>
    /// <exception cref="FormatException">The notation is invalid; the message says where and what was expected.</exception>
    public static List<(string Name, AliasPolicy Policy)> Parse(string cell)
    {
        var names = new List<(string, AliasPolicy)>();
        foreach (var part in cell.Split('|'))
        {
            var alias = part.Trim();
            if (alias.Length == 0)
            {
                if (cell.Trim().Length == 0) break;
                throw new FormatException("an empty alias between two '|'; expected a name");
            }

            var policy = AliasPolicy.Always;
            var brace = alias.IndexOf('{', StringComparison.Ordinal);
            if (brace >= 0)
            {
                if (alias[^1] != '}') throw new FormatException($"alias '{alias}': the policy must end in '}}' at the end of the alias");
                policy = ParsePolicy(alias, alias[(brace + 1)..^1]);
                alias = alias[..brace].TrimEnd();
            }

            foreach (var name in Expand(alias)) names.Add((name, policy));
        }

        return names;
    }

    /// <summary>
    /// All names that an alias stands for: with and without each part in <c>( )</c>,
    /// and with each alternative of <c>[a/b]</c>. Brackets may be nested.
    /// </summary>
    /// <exception cref="FormatException">A bracket has no partner, or there are more than 64 names.</exception>
    public static List<string> Expand(string alias)
    {
        Check(alias);
        var names = new List<string>();
        Expand(alias, alias, names);
        return names;
    }

    // Replaces the first innermost bracket by each of its alternatives in turn.
    private static void Expand(string alias, string rest, List<string> names)
    {
        var close = rest.AsSpan().IndexOfAny(')', ']');
        if (close < 0)
        {
            var name = string.Join(' ', rest.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (name.Length == 0) throw new FormatException($"alias '{alias}': every part may be left out; expected a name");
            if (!names.Contains(name)) names.Add(name);
            if (names.Count > MostExpansions) throw new FormatException($"alias '{alias}': more than {MostExpansions} names");
            return;
        }

        var open = rest.AsSpan(0, close).LastIndexOfAny('(', '[');
        if (rest[open] == '(') Expand(alias, rest[..open] + rest[(close + 1)..], names);
        foreach (var choice in rest[(open + 1)..close].Split('/')) Expand(alias, rest[..open] + choice + rest[(close + 1)..], names);
    }

    private static void Check(string alias)
    {
        var open = new Stack<int>();
        for (var at = 0; at < alias.Length; at++)
        {
            if (alias[at] is '(' or '[') open.Push(at);
            if (alias[at] is not (')' or ']')) continue;
            if (!open.TryPop(out var start)) throw new FormatException($"alias '{alias}': '{alias[at]}' closes nothing");
            var expected = alias[start] == '(' ? ')' : ']';
            if (alias[at] != expected) throw new FormatException($"alias '{alias}': '{alias[at]}' at {at}, expected '{expected}'");
        }

        if (open.TryPop(out var left)) throw new FormatException($"alias '{alias}': the '{alias[left]}' at {left} is not closed");
    }

    private static AliasPolicy ParsePolicy(string alias, string text)
    {
        var full = false;
        var (never, quoted) = (false, false);
        List<string> near = [], before = [], after = [], not = [];
        foreach (var part in text.Split(';'))
        {
            var condition = part.Trim();
            if (condition is "full" or "never" or "quoted")
            {
                full |= condition == "full";
                never |= condition == "never";
                quoted |= condition == "quoted";
                continue;
            }

            var colon = condition.IndexOf(':', StringComparison.Ordinal);
            var phrases = (colon < 0 ? "" : condition[..colon]) switch
            {
                "near" => near,
                "before" => before,
                "after" => after,
                "not" => not,
                _ => throw new FormatException(
                    $"alias '{alias}': condition '{condition}'; expected never, full, quoted, near:…, before:…, after:… or not:…"),
            };
            foreach (var each in condition[(colon + 1)..].Split([',', '،']))
            {
                var phrase = each.Trim();
                if (phrase.Length == 0) throw new FormatException($"alias '{alias}': condition '{condition}' lacks a word");
                phrases.AddRange(Expand(phrase));
            }
        }

        return new AliasPolicy(never, full, quoted, near, before, after, not);
    }
}
