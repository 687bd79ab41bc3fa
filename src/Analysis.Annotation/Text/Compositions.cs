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

    /// <summary>Latin letters with a mark, each followed by the letter without.</summary>
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

    /// <summary>What a letter and the mark behind it make; <c>'\0'</c> where they make no letter.</summary>
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

    /// <summary>Whether a mark may stand between an Arabic letter and the hamza or madda that it is composed with: a vowel sign may.</summary>
    public static bool IsPassedOver(char mark) => mark is (>= '\u064B' and <= '\u0652') or '\u0670';
}
