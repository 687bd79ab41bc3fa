namespace Analysis;

/// <summary>
/// Arabic presentation forms and the letters that they draw (Unicode compatibility decompositions of the blocks FB50–FDFF and FE70–FEFF,
/// as far as Arabic and Persian text holds them): positional shapes of one letter, and ligatures of several.
/// </summary>
internal static class PresentationForms
{
    private static readonly Dictionary<char, string> Table = Build();

    /// <summary>Every form with the letters that it stands for.</summary>
    public static IEnumerable<KeyValuePair<char, string>> All => Table;

    /// <summary>The letters of a form, folded to search keys; empty for a character that is none.</summary>
    public static ReadOnlySpan<char> Letters(char form) => (_folded ??= Fold()).TryGetValue(form, out var letters) ? letters : default;

    /// <summary>The letters of a form as they are written; null for a character that is none.</summary>
    public static string? Written(char form) => Table.GetValueOrDefault(form);

    // Made at the first use: folding needs the tables of Letters, which are made from this one.
    private static Dictionary<char, string>? _folded;

    private static Dictionary<char, string> Build()
    {
        var table = new Dictionary<char, string>();

        // FE80–FEF4: runs of positional shapes, in the order of the block; the number is how many shapes a letter has there.
        const string letters = "ء1آ2أ2ؤ2إ2ئ4ا2ب4ة2ت4ث4ج4ح4خ4د2ذ2ر2ز2س4ش4ص4ض4ط4ظ4ع4غ4ف4ق4ك4ل4م4ن4ه4و2ى2ي4";
        var form = '\uFE80';
        for (var i = 0; i < letters.Length; i += 2)
        {
            for (var shape = 0; shape < letters[i + 1] - '0'; shape++) table[form++] = letters[i].ToString();
        }

        // FEF5–FEFC: lam with alef, two shapes each.
        foreach (var alef in "آأإا")
        {
            table[form++] = "ل" + alef;
            table[form++] = "ل" + alef;
        }

        // FB50–FBFF: Persian letters, by first shape and number of shapes.
        foreach (var (first, letter, shapes) in (ReadOnlySpan<(char, char, int)>)
            [
                ('\uFB50', 'ٱ', 2), ('\uFB56', 'پ', 4), ('\uFB6A', 'ڤ', 4), ('\uFB7A', 'چ', 4), ('\uFB8A', 'ژ', 2),
                ('\uFB8E', 'ک', 4), ('\uFB92', 'گ', 4), ('\uFBFC', 'ی', 4),
            ])
        {
            for (var shape = 0; shape < shapes; shape++) table[(char)(first + shape)] = letter.ToString();
        }

        table['\uFDF2'] = "الله";
        table['\uFDF3'] = "أكبر";
        table['\uFDF4'] = "محمد";
        table['\uFDFA'] = "صلى الله عليه وسلم";
        return table;
    }

    private static Dictionary<char, string> Fold()
    {
        var folded = new Dictionary<char, string>();
        foreach (var (form, letters) in Table)
        {
            if (letters.Length > 1) folded[form] = Analysis.Letters.KeyOf(letters);
        }

        return folded;
    }
}
