namespace Analysis;

/// <summary>Arabic presentation forms and the letters that they draw: positional shapes of one letter, ligatures of several, lone marks.</summary>
internal static class PresentationForms
{
    private static readonly Dictionary<char, string> Written = Build();

    // Made at the first use: folding needs the tables of Letters, which are made from this one.
    private static Dictionary<char, string>? _folded;

    /// <summary>Every form with the letters that it stands for, as they are written.</summary>
    public static IEnumerable<KeyValuePair<char, string>> All => Written;

    /// <summary>The letters of a form, folded to search keys; empty for a character that is none.</summary>
    public static ReadOnlySpan<char> Letters(char form) => (_folded ??= Fold()).TryGetValue(form, out var letters) ? letters : default;

    /// <summary>The letters of a form as they are written; null for a character that is none.</summary>
    public static string? LettersAsWritten(char form) => Written.GetValueOrDefault(form);

    private static Dictionary<char, string> Build()
    {
        var table = new Dictionary<char, string>(700);
        foreach (var (first, letters) in PresentationFormTable.Stretches)
        {
            var form = first;
            foreach (var range in letters.AsSpan().Split(' '))
            {
                var each = letters[range];
                if (each != "-") table[form] = each.Replace('_', ' ');
                form++;
            }
        }

        return table;
    }

    private static Dictionary<char, string> Fold()
    {
        var folded = new Dictionary<char, string>();
        foreach (var (form, letters) in Written)
        {
            if (letters.Length > 1) folded[form] = Analysis.Letters.KeyOf(letters);
        }

        return folded;
    }
}
