namespace Analysis;

/// <summary>Arabic presentation forms and the letters that they draw: positional shapes of one letter, ligatures of several, lone marks.</summary>
internal static class PresentationForms
{
    /// <summary>First character of the blocks.</summary>
    public const char First = '\uFB50';

    /// <summary>Last character of the blocks that is a form of letters.</summary>
    public const char Last = '\uFEFC';

    // One entry a character of the blocks: arrays, since a dictionary of characters would have to be compiled when the process starts.
    private static readonly string?[] Written = Build();

    // Made at the first use: folding needs the tables of Letters, which are made from this one.
    private static string?[]? _folded;

    /// <summary>The letters of a form as they are written; null for a character that is none.</summary>
    public static string? LettersAsWritten(char form) => form is >= First and <= Last ? Written[form - First] : null;

    /// <summary>The letters of a form, folded to search keys; empty for a character that is none.</summary>
    public static ReadOnlySpan<char> Letters(char form) => form is >= First and <= Last ? (_folded ??= Fold())[form - First] : default;

    private static string?[] Build()
    {
        var written = new string?[Last - First + 1];
        foreach (var (first, letters) in PresentationFormTable.Stretches)
        {
            var form = first;
            foreach (var each in letters.Split(' '))
            {
                if (each != "-") written[form - First] = each.Replace('_', ' ');
                form++;
            }
        }

        return written;
    }

    private static string?[] Fold() => Array.ConvertAll(Written, letters => letters is { Length: > 1 } ? Analysis.Letters.KeyOf(letters) : null);
}
