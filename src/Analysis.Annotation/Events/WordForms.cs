namespace Analysis;

/// <summary>
/// The written forms of a verb that reports use: third person of the perfect and the imperfect.
/// The passive is written with the same letters wherever short vowels are left out.
/// </summary>
internal static class VerbForms
{
    /// <summary>Forms of a verb as the dictionary gives it: perfect, imperfect or participle.</summary>
    /// <param name="verb">The verb, third person singular masculine, or an accusative participle: <c>متهما</c>, <c>متهمة</c>.</param>
    /// <param name="others">The other verbs of its row, which tell a feminine imperfect from a perfect in ت.</param>
    public static IEnumerable<(string Word, TriggerForm Form)> Of(string verb, IEnumerable<string> others)
    {
        if (verb.Length > 4 && verb[^1] is 'ا' or 'ة') return [(verb, FormOf(TriggerForm.Participle, verb[^1] == 'ة'))];
        var imperfect = verb[0] == 'ي' || (verb[0] == 'ت' && others.Contains('ي' + verb[1..]));
        return imperfect ? Imperfect(verb).Select(word => (word, FormOf(TriggerForm.Imperfect, word[0] == 'ت')))
            : Perfect(verb).Select((word, index) => (word, FormOf(TriggerForm.Perfect, index is 1 or 3)));
    }

    private static TriggerForm FormOf(TriggerForm form, bool isFeminine) => isFeminine ? form | TriggerForm.Feminine : form;

    /// <summary>
    /// Forms of a perfect given in the third person singular masculine: <c>أعلن</c> → أعلن أعلنت أعلنوا أعلنتا;
    /// <c>نفى</c> → نفى نفت نفوا نفتا.
    /// </summary>
    public static IEnumerable<string> Perfect(string verb)
    {
        var stem = verb[^1] is 'ى' or 'ا' ? verb[..^1] : verb;

        // The last are the duals; and before a pronoun a final ى is written ا: تبناه.
        return [verb, stem + "ت", stem + "وا", stem + "تا", stem + "ا", .. verb[^1] == 'ى' ? [stem + "يا"] : (string[])[]];
    }

    /// <summary>
    /// Forms of an imperfect given in the third person singular masculine: <c>يعلن</c> → يعلن تعلن يعلنون تعلنان …;
    /// <c>يدعو</c> → يدعو تدعو يدعون.
    /// </summary>
    public static IEnumerable<string> Imperfect(string verb)
    {
        var weak = verb[^1] is 'ى' or 'ي' or 'و';
        var stem = weak ? verb[1..^1] : verb[1..];
        string[] forms = [verb[1..], stem + "ون", (weak ? verb[1..].Replace('ى', 'ي') : stem) + "ان", stem + "وا"];
        return ((string[])["ي", "ت"]).SelectMany(person => forms.Select(form => person + form));
    }
}

/// <summary>Written forms of a noun.</summary>
internal static class NounForms
{
    /// <summary>The noun and its indefinite accusative: <c>هجوم</c> → هجوم هجوما.</summary>
    public static IEnumerable<string> WithAccusative(string noun) =>
        noun[^1] is 'ة' or 'ا' or 'ى' or 'ء' or 'ت' or 'ن' || noun.StartsWith("ال", StringComparison.Ordinal) ? [noun] : [noun, noun + "ا"];

    /// <summary>The noun, its accusative, and its dual in both cases: <c>وزير</c> → وزير وزيرا وزيران وزيرين.</summary>
    public static IEnumerable<string> WithCases(string noun)
    {
        if (noun[^1] is 'ا' or 'ى' or 'ء' or 'ت' or 'ن') return [noun];
        var stem = noun[^1] == 'ة' ? noun[..^1] + "ت" : noun;
        return [.. WithAccusative(noun), stem + "ان", stem + "ين"];
    }
}
