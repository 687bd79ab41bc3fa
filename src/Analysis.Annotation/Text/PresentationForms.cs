namespace Analysis;

/// <summary>
/// Arabic presentation forms and the letters that they represent: contextual shapes of a letter, ligatures, isolated marks.
/// </summary>
internal static class PresentationForms
{
    /// <summary>First character of the blocks.</summary>
    public const char First = '\uFB50';

    /// <summary>Last presentation form of the blocks.</summary>
    public const char Last = '\uFEFC';

    // Arrays, because a dictionary keyed by char would have to be compiled at startup.
    private static readonly string?[] Written = Build();

    // Created on first use: folding needs the tables of Letters, which are made from this one.
    private static string?[]? _folded;

    /// <summary>The letters of a presentation form as written; null if the character is not one.</summary>
    public static string? LettersAsWritten(char form) => form is >= First and <= Last ? Written[form - First] : null;

    /// <summary>The letters of a ligature, folded to search keys; empty for any other character.</summary>
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
