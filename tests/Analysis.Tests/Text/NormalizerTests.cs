using System.Text;

namespace Analysis.Tests.Text;

public sealed class NormalizerTests
{
    private static readonly NormalizationLevel[] Levels = Enum.GetValues<NormalizationLevel>();

    [Theory]
    [InlineData("ا\u0653ل", "آل", "آل", "آل", "ال", "ال", "ال")]
    [InlineData("إيـــران\u200F", "إيران", "إيران", "إيران", "ايران", "ايران", "ايران")]
    [InlineData("الأمريكيّة", "الأمريكيّة", "الأمريكيّة", "الأمريكية", "الامريكية", "الامريكيه", "الامريكيه")]
    [InlineData("مي\u064E\u0654ات", "مئ\u064Eات", "مئ\u064Eات", "مئات", "مئات", "ميات", "ميات")]
    [InlineData("الکاظمی", "الکاظمی", "الكاظمي", "الكاظمي", "الكاظمي", "الكاظمي", "الكاظمي")]
    [InlineData("على الأمريكى،", "على الأمريكى،", "على الأمريكى,", "على الأمريكى,", "علي الامريكي,", "علي الامريكي,", "علي الامريكي,")]
    [InlineData("٢٠٢٠ ۱۵ «نعم»؟", "٢٠٢٠ ۱۵ «نعم»؟", "2020 15 \"نعم\"?", "2020 15 \"نعم\"?", "2020 15 \"نعم\"?", "2020 15 \"نعم\"?",
        "2020 15 \"نعم\"?")]
    [InlineData("ﻻﺟﺊ ﷲ", "ﻻﺟﺊ ﷲ", "لاجئ الله", "لاجئ الله", "لاجئ الله", "لاجي الله", "لاجي الله")]
    [InlineData("Cafe\u0301 ÉTÉ", "Café ÉTÉ", "Café ÉTÉ", "Cafe ETE", "Cafe ETE", "cafe ete", "cafe ete")]
    [InlineData("للولايات", "للولايات", "للولايات", "للولايات", "للولايات", "للولايات", "الولايات")]
    [InlineData("وبالعراق وواشنطن", "وبالعراق وواشنطن", "وبالعراق وواشنطن", "وبالعراق وواشنطن", "وبالعراق وواشنطن", "وبالعراق وواشنطن",
        "العراق واشنطن")]
    public void Each_level_takes_one_step_more(string raw, params string[] expected)
    {
        foreach (var level in Levels) Assert.Equal(expected[(int)level], Normalizer.Normalize(raw, level));
    }

    [Fact]
    public void What_is_deleted_is_never_replaced_by_a_blank()
    {
        foreach (var deleted in "\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
            + "\uFEFF\u061C\u0640\u00AD")
        {
            Assert.Equal("بغداد", Normalizer.Normalize($"بغ{deleted}داد", NormalizationLevel.Composed));
        }
    }

    [Fact]
    public void Normalizing_twice_changes_nothing_at_any_level() => Texts.Hold(Texts.Any, text =>
    {
        foreach (var level in Levels)
        {
            var once = Normalizer.Normalize(text, level);
            var twice = Normalizer.Normalize(once, level);
            Assert.True(once == twice, $"{level}: {Texts.Spelled(text)} → {Texts.Spelled(once)} → {Texts.Spelled(twice)}");
        }
    });

    // The Ångström sign is canonically the letter, whose small form has an accent to lose.
    [Fact]
    public void A_sign_that_is_canonically_a_letter_is_read_as_that_letter() =>
        Assert.Equal("a", Normalizer.Normalize("\u212B", NormalizationLevel.Key));

    [Fact]
    public void A_level_gives_the_same_from_the_raw_text_as_from_any_lower_level() => Texts.Hold(Texts.Any, text =>
    {
        foreach (var level in Levels)
        {
            foreach (var lower in Levels.TakeWhile(other => other < level))
            {
                var direct = Normalizer.Normalize(text, level);
                var stepped = Normalizer.Normalize(Normalizer.Normalize(text, lower), level);
                Assert.True(direct == stepped, $"{lower} {level}: {Texts.Spelled(text)}");
            }
        }
    });

    [Fact]
    public void The_fourth_level_is_the_key_by_which_annotators_compare_words_for_every_character()
    {
        for (var code = 0; code <= 0xFFFF; code++)
        {
            var text = ((char)code).ToString();
            Assert.True(Letters.KeyOf(text) == Normalizer.Normalize(text, NormalizationLevel.Key), $"U+{code:X4}");
        }
    }

    [Theory]
    [InlineData("\u06D2\u0654", "ي")]
    [InlineData("\u06C1\u0654", "ه")]
    [InlineData("\u0648\u064E\u0654", "و")]
    public void The_fourth_level_is_the_key_of_letters_that_are_composed(string text, string key)
    {
        Assert.Equal(key, Letters.KeyOf(text));
        Assert.Equal(key, Normalizer.Normalize(text, NormalizationLevel.Key));
    }

    [Fact]
    public void The_fourth_level_is_the_key_for_any_text() => Texts.Hold(Texts.Any, text =>
        Assert.Equal(Letters.KeyOf(text), Normalizer.Normalize(text, NormalizationLevel.Key)));

    [Fact]
    public void Composition_agrees_with_Unicode_s_on_the_letters_it_covers()
    {
        // The reference needs ICU; without it the framework's own normalization silently does nothing.
        if ("e\u0301".Normalize(NormalizationForm.FormC) != "é") return;
        foreach (var letter in "آأؤإئۀۂۓ".Concat(Enumerable.Range(0xC0, 0x180 - 0xC0).Select(code => (char)code)))
        {
            var decomposed = letter.ToString().Normalize(NormalizationForm.FormD);
            Assert.Equal(letter.ToString(), Normalizer.Normalize(decomposed, NormalizationLevel.Composed));
        }
    }

    [Fact]
    public void Presentation_forms_stand_for_what_Unicode_says_but_for_the_carrier_of_a_lone_mark()
    {
        if ("ﻻ".Normalize(NormalizationForm.FormKC) != "لا") return;
        for (var code = 0xFB50; code <= 0xFEFC; code++)
        {
            // U+FBDD stands for U+0677, itself a compatibility character; U+FDF0 to U+FDFC are whole words. The other letters decompose.
            var form = ((char)code).ToString();
            var written = form.Normalize(NormalizationForm.FormKD);
            if (code is 0xFBDD or (>= 0xFDF0 and <= 0xFDFF) || written == form
                || !written.Any(letter => letter is >= '\u0600' and <= '\u06FF')) continue;
            var carried = written.TrimStart(' ', '\u0640');
            Assert.True(
                Normalizer.Normalize(carried, NormalizationLevel.Unified) == Normalizer.Normalize(
                    form, NormalizationLevel.Unified), $"U+{code:X4}");
        }
    }
}
