namespace Analysis;

/// <summary>
/// Which characters count as one another, by level of the ladder: one table for the normalizer, which climbs it step by step, and for
/// the search keys of <see cref="Letters"/>, which are its fourth step in one look-up.
/// </summary>
internal static class LetterFolds
{
    /// <summary>L1: letters of other languages in Arabic script that stand for an Arabic one (Persian, Kurdish, Urdu), and punctuation.</summary>
    public static readonly (string From, char To)[] Unified =
    [
        ("کگڪڭ", 'ك'), ("یېۍێےۓ", 'ي'), ("ہھۀەۂ", 'ه'), ("ۋۆۇۈ", 'و'), ("پ", 'ب'), ("چ", 'ج'), ("ڤ", 'ف'), ("ژ", 'ز'), ("ڕ", 'ر'), ("ڵ", 'ل'), ("ں", 'ن'),
        ("،٬", ','), ("؛", ';'), ("؟", '?'), ("٪", '%'), ("٫۔", '.'), ("“”„«»", '"'), ("‘’‚‹›", '\''), ("‐‑‒–—―", '-'),
    ];

    /// <summary>L3: alef with hamza or madda, and wasla.</summary>
    public static readonly (string From, char To)[] Alef = [("أإآٱٲٳ", 'ا')];

    /// <summary>L4: ta marbuta, seated hamza, and alef maqsura wherever it stands.</summary>
    public static readonly (string From, char To)[] Key = [("ة", 'ه'), ("ؤ", 'و'), ("ئى", 'ي')];

    /// <summary>The small letter of a Latin, Greek or Cyrillic capital; any other character as it is. The same on every machine, whether it has ICU or not.</summary>
    public static char Small(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => (char)(letter + 32),
        (>= '\u00C0' and <= '\u00DE') and not '\u00D7' => (char)(letter + 32),
        (>= '\u0391' and <= '\u03A9') and not '\u03A2' => (char)(letter + 32),
        >= '\u0400' and <= '\u040F' => (char)(letter + 80),
        >= '\u0410' and <= '\u042F' => (char)(letter + 32),
        _ => letter,
    };

    /// <summary>The ASCII digit that an Arabic-Indic or Persian digit stands for; any other character as it is.</summary>
    public static char Digit(char letter) => letter switch
    {
        >= '\u0660' and <= '\u0669' => (char)(letter - '\u0660' + '0'),
        >= '\u06F0' and <= '\u06F9' => (char)(letter - '\u06F0' + '0'),
        _ => letter,
    };
}
