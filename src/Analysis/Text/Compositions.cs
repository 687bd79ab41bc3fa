namespace Analysis;

/// <summary>
/// Letters that may also be written as a letter with a combining mark behind it: all of Arabic, and Latin as far as Latin-1 and Latin
/// Extended-A go (canonical decompositions of the Unicode Character Database). .NET's own normalization is not used, since it silently
/// does nothing where the machine runs without ICU.
/// </summary>
internal static class Compositions
{
    // For each mark, pairs of a letter and what the two make together.
    private static readonly (char Mark, string Pairs)[] Table =
    [
        ('\u0653', "اآ"), ('\u0654', "اأوؤيئەۀہۂےۓ"), ('\u0655', "اإ"),
        ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuù"),
        ('\u0301', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzź"),
        ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"),
        ('\u0303', "AÃNÑOÕaãnñoõIĨiĩUŨuũ"),
        ('\u0308', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸ"),
        ('\u030A', "AÅaåUŮuů"),
        ('\u0327', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ"),
        ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuū"),
        ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"),
        ('\u0328', "AĄaąEĘeęIĮiįUŲuų"),
        ('\u0307', "CĊcċEĖeėGĠgġIİZŻzż"),
        ('\u030C', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzž"),
        ('\u030B', "OŐoőUŰuű"),
    ];

    private static readonly Dictionary<(char Letter, char Mark), char> Composed = Compose();

    /// <summary>Latin letters with a mark, and the letter without.</summary>
    public static IEnumerable<(char Letter, char Base)> Latin =>
        from pair in Composed where pair.Key.Letter < '\u0600' select (pair.Value, pair.Key.Letter);

    /// <summary>What a letter and the mark behind it make; <c>'\0'</c> where they make no letter.</summary>
    public static char Of(char letter, char mark) => Composed.GetValueOrDefault((letter, mark));

    /// <summary>Whether a mark may stand between an Arabic letter and the hamza or madda that it is composed with: a vowel sign may.</summary>
    public static bool IsPassedOver(char mark) => mark is (>= '\u064B' and <= '\u0652') or '\u0670';

    private static Dictionary<(char Letter, char Mark), char> Compose()
    {
        var composed = new Dictionary<(char Letter, char Mark), char>();
        foreach (var (mark, pairs) in Table)
        {
            for (var i = 0; i < pairs.Length; i += 2) composed[(pairs[i], mark)] = pairs[i + 1];
        }

        return composed;
    }
}
