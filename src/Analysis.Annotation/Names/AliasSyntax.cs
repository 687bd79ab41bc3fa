namespace Analysis;

/// <summary>Parses the alias notation that <see cref="Gazetteer"/> describes.</summary>
internal static class AliasSyntax
{
    private const int MostExpansions = 64;

    private static readonly string[] Flags = ["never", "full", "state", "quoted"];
    private static readonly string[] Reaches = ["near", "before", "after", "not"];

    /// <summary>The names in the <c>aliases</c> cell of an entity, each with its policy.</summary>
    /// <exception cref="FormatException">The notation is invalid; the message says where and what was expected.</exception>
    public static List<Alias> Parse(int entity, string cell)
    {
        var names = new List<Alias>();
        if (string.IsNullOrWhiteSpace(cell)) return names;
        foreach (var alias in cell.Split('|', StringSplitOptions.TrimEntries))
        {
            if (alias.Length == 0) throw new FormatException("an empty alias between two '|'; expected a name");
            var parts = alias.Split('{', 2);
            var policy = parts.Length == 1 ? AliasPolicy.Always : ParsePolicy(alias, parts[1]);
            foreach (var name in Expand(parts[0])) names.Add(new Alias(entity, name, policy));
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
        var names = new List<string>();
        Expand(alias, alias, names);
        return names;
    }

    // Replaces the first innermost bracket by each of its alternatives in turn.
    private static void Expand(string alias, string rest, List<string> names)
    {
        var close = rest.AsSpan().IndexOfAny(')', ']');
        var open = rest.AsSpan(0, close < 0 ? rest.Length : close).LastIndexOfAny('(', '[');
        if (open < 0 && close < 0)
        {
            var name = string.Join(' ', rest.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (name.Length == 0) throw new FormatException($"alias '{alias}': every part may be left out; expected a name");
            if (!names.Contains(name)) names.Add(name);
            if (names.Count > MostExpansions) throw new FormatException($"alias '{alias}': more than {MostExpansions} names");
            return;
        }

        if (close < 0) throw new FormatException($"alias '{alias}': a '{rest[open]}' is not closed");
        if (open < 0 || (rest[open] == '(') != (rest[close] == ')'))
            throw new FormatException($"alias '{alias}': a '{rest[close]}' closes nothing");
        if (rest[open] == '(') Expand(alias, rest[..open] + rest[(close + 1)..], names);
        foreach (var choice in rest[(open + 1)..close].Split('/')) Expand(alias, rest[..open] + choice + rest[(close + 1)..], names);
    }

    private static AliasPolicy ParsePolicy(string alias, string text)
    {
        if (!text.EndsWith('}')) throw new FormatException($"alias '{alias}': the policy must end in '}}' at the end of the alias");
        var phrases = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var condition in text[..^1].Split(';', StringSplitOptions.TrimEntries))
        {
            var parts = condition.Split(':', 2);
            if (!(parts.Length == 1 ? Flags : Reaches).Contains(parts[0])) throw new FormatException(
                $"alias '{alias}': condition '{condition}'; expected never, full, state, quoted, near:…, before:…, after:… or not:…");
            if (!phrases.TryGetValue(parts[0], out var list)) phrases.Add(parts[0], list = []);
            foreach (var phrase in parts.Length == 1 ? [] : parts[1].Split([',', '،'], StringSplitOptions.TrimEntries))
            {
                if (phrase.Length == 0) throw new FormatException($"alias '{alias}': condition '{condition}' lacks a word");
                list.AddRange(Expand(phrase));
            }
        }

        return new AliasPolicy(text[..^1], phrases);
    }
}
