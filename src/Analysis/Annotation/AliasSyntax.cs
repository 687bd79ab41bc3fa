namespace Analysis;

/// <summary>Reads the notation of aliases that <see cref="Gazetteer"/> describes.</summary>
internal static class AliasSyntax
{
    private const int MostExpansions = 64;

    /// <summary>The names in a cell of aliases, each with its policy.</summary>
    /// <exception cref="FormatException">The notation is broken; the message says where and what was expected.</exception>
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

    /// <summary>A name with every part in <c>( )</c> left out and put in, and every one of <c>[a/b]</c> taken.</summary>
    /// <exception cref="FormatException">A bracket is not closed or not opened, or there are more than 64 names.</exception>
    public static List<string> Expand(string alias)
    {
        var open = alias.AsSpan().IndexOfAny('(', '[');
        var close = alias.AsSpan().IndexOfAny(')', ']');
        if (open < 0)
        {
            if (close >= 0) throw new FormatException($"alias '{alias}': '{alias[close]}' closes nothing");
            var name = string.Join(' ', alias.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            return name.Length > 0 ? [name] : throw new FormatException("an alias may not be empty");
        }

        var end = alias.IndexOf(alias[open] == '(' ? ')' : ']', open);
        if (end < 0) throw new FormatException($"alias '{alias}': '{alias[open]}' is not closed");
        if (close < open) throw new FormatException($"alias '{alias}': '{alias[close]}' closes nothing");
        var inside = alias[(open + 1)..end];
        if (inside.AsSpan().IndexOfAny('(', '[') >= 0) throw new FormatException($"alias '{alias}': brackets stand inside brackets");
        string[] choices = alias[open] == '(' ? ["", .. inside.Split('/')] : inside.Split('/');
        var names = new List<string>();
        foreach (var choice in choices)
        {
            names.AddRange(Expand(alias[..open] + choice + alias[(end + 1)..]));
            if (names.Count > MostExpansions) throw new FormatException($"alias '{alias}': more than {MostExpansions} names");
        }

        return names;
    }

    private static AliasPolicy ParsePolicy(string alias, string text)
    {
        var full = false;
        List<string> near = [], before = [], after = [], not = [];
        foreach (var part in text.Split(';'))
        {
            var condition = part.Trim();
            if (condition == "full")
            {
                full = true;
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
                    $"alias '{alias}': condition '{condition}'; expected full, near:…, before:…, after:… or not:…"),
            };
            foreach (var each in condition[(colon + 1)..].Split([',', '،']))
            {
                var phrase = each.Trim();
                if (phrase.Length == 0) throw new FormatException($"alias '{alias}': condition '{condition}' lacks a word");
                phrases.AddRange(Expand(phrase));
            }
        }

        return new AliasPolicy(full, near, before, after, not);
    }
}
