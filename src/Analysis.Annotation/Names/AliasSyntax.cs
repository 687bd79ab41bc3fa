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
        if (alias.AsSpan().IndexOfAny("()[]/") < 0 && !alias.Contains("  ", StringComparison.Ordinal) && alias.Trim() is { Length: > 0 } plain) return [plain];
        var at = 0;
        var names = Sequence(alias, ref at);
        if (at < alias.Length) throw new FormatException($"alias '{alias}': '{alias[at]}' closes nothing");
        var clean = new List<string>(names.Count);
        foreach (var name in names)
        {
            var trimmed = names.Count == 1 && !name.Contains("  ", StringComparison.Ordinal)
                ? name.Trim()
                : string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (trimmed.Length == 0) throw new FormatException($"alias '{alias}': every part may be left out; expected a name");
            if (!clean.Contains(trimmed)) clean.Add(trimmed);
        }

        return clean;
    }

    // Reads up to the end, a closing bracket or a '/' of the enclosing brackets.
    private static List<string> Sequence(string alias, ref int at, bool inside = false)
    {
        List<string> names = [""];
        while (at < alias.Length && alias[at] is not (')' or ']') && !(inside && alias[at] == '/'))
        {
            var from = at;
            if (alias[at] is '(' or '[')
            {
                names = Joined(alias, names, Choices(alias, ref at));
                continue;
            }

            while (at < alias.Length && alias[at] is not ('(' or '[' or ')' or ']') && !(inside && alias[at] == '/')) at++;
            names = Joined(alias, names, [alias[from..at]]);
        }

        return names;
    }

    private static List<string> Choices(string alias, ref int at)
    {
        var optional = alias[at] == '(';
        var open = at++;
        List<string> choices = optional ? [""] : [];
        while (true)
        {
            choices.AddRange(Sequence(alias, ref at, inside: true));
            if (at == alias.Length) throw new FormatException($"alias '{alias}': the '{alias[open]}' at {open} is not closed");
            if (alias[at] == '/')
            {
                at++;
                continue;
            }

            if (alias[at] != (optional ? ')' : ']')) throw new FormatException($"alias '{alias}': '{alias[at]}' at {at}, expected '{(optional ? ')' : ']')}'");
            at++;
            return choices;
        }
    }

    private static List<string> Joined(string alias, List<string> left, List<string> right)
    {
        if (left.Count * right.Count > MostExpansions) throw new FormatException($"alias '{alias}': more than {MostExpansions} names");
        var joined = new List<string>(left.Count * right.Count);
        foreach (var first in left)
        {
            foreach (var second in right) joined.Add(first + second);
        }

        return joined;
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
