namespace Analysis;

/// <summary>
/// Letters that may also be written as a letter followed by a combining mark: all of Arabic, and Latin up to Latin Extended-A
/// (canonical decompositions of the Unicode Character Database). .NET's own normalization is not used, since it silently
/// does nothing on machines without ICU.
/// </summary>
internal static class Compositions
{
    // For each mark, pairs of a letter and the composed letter.
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

    /// <summary>Latin letters with a mark, each followed by its base letter.</summary>
    public static IEnumerable<string> Latin
    {
        get
        {
            foreach (var (_, pairs) in Table)
            {
                if (pairs[0] >= '\u0600') continue;
                for (var i = 0; i < pairs.Length; i += 2) yield return new string([pairs[i + 1], pairs[i]]);
            }
        }
    }

    /// <summary>The composition of a letter and a following mark; <c>'\0'</c> if they have none.</summary>
    public static char Of(char letter, char mark)
    {
        foreach (var (combined, pairs) in Table)
        {
            if (combined != mark) continue;
            for (var i = 0; i < pairs.Length; i += 2)
            {
                if (pairs[i] == letter) return pairs[i + 1];
            }
        }

        return '\0';
    }

    /// <summary>
    /// Whether a mark, such as a vowel sign, may come between an Arabic letter and the hamza or madda with which it is composed.
    /// </summary>
    public static bool IsPassedOver(char mark) => mark is (>= '\u064B' and <= '\u0652') or '\u0670';
}
