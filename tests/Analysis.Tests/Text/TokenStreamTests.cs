using System.Text;

namespace Analysis.Tests.Text;

public sealed class TokenStreamTests
{
    [Theory]
    [InlineData("زار قأني بغداد.", "زار|قأني|بغداد|.")]
    [InlineData("3.000 وحدة", "3|.|000|وحدة")]
    [InlineData("طراز بي52", "طراز|بي|52")]
    [InlineData("B-52", "B|-|52")]
    [InlineData("٢٠٢٠م", "٢٠٢٠|م")]
    [InlineData("الأمْـريكيّةَ", "الأمْـريكيّةَ")]
    [InlineData("1440هـ", "1440|هـ")]
    [InlineData("\uFEFFإيران", "إيران")]
    [InlineData("\u200Fإيران\u200F، \u202Bواشنطن\u202C", "إيران|،|واشنطن")]
    [InlineData("می\u200Cرود", "می\u200Cرود")]
    [InlineData("بغ\u200Bداد", "بغ\u200Bداد")]
    [InlineData("\u064Bنعم", "نعم")]
    [InlineData("إيران😀واشنطن", "إيران|😀|واشنطن")]
    [InlineData("إيران🇮🇷", "إيران|🇮|🇷")]
    [InlineData("\u200F", "")]
    [InlineData("ـــ", "")]
    [InlineData("ﺍﻷﺳﺌﻠﺔ", "اﻷسئلة")]
    [InlineData("\0", "\0")]
    [InlineData("", "")]
    public void A_text_is_cut_into_words_numbers_and_symbols(string text, string expected)
    {
        var stream = Read(text);
        Assert.Equal(expected, string.Join('|', Enumerable.Range(0, stream.Count).Select(token => stream.Surface(token).ToString())));
    }

    [Fact]
    public void Half_a_pair_of_surrogates_is_a_symbol()
    {
        var stream = Read("\uD83Dنعم\uDE00");
        Assert.Equal([TokenKind.Symbol, TokenKind.Word, TokenKind.Symbol], stream.Kind[..stream.Count]);
    }

    [Fact]
    public void Tokens_and_the_gaps_between_them_rebuild_the_text_and_gaps_hold_nothing_that_is_read() => Texts.Hold(Texts.Any, text =>
    {
        var stream = Read(text);
        var rebuilt = new StringBuilder();
        var at = 0;
        for (var token = 0; token <= stream.Count; token++)
        {
            var start = token < stream.Count ? stream.Start[token] : text.Length;
            Assert.True(at <= start);
            var gap = text[at..start];
            Assert.All(gap, letter => Assert.True(Letters.Class(letter) is LetterClass.Blank or LetterClass.LineBreak or LetterClass.Mark));
            rebuilt.Append(gap);
            if (token == stream.Count) break;
            Assert.True(stream.Start[token] < stream.End[token]);
            Assert.Equal(token == 0 || gap.Any(letter => Letters.Class(letter) == LetterClass.LineBreak), stream.AfterBreak[token]);
            rebuilt.Append(stream.Surface(token));
            at = stream.End[token];
        }

        Assert.Equal(Letters.Plain(text), Letters.Plain(rebuilt.ToString()));
    });

    [Fact]
    public void The_form_of_a_token_is_the_key_of_its_surface() => Texts.Hold(Texts.Any, text =>
    {
        var stream = Read(text);
        for (var token = 0; token < stream.Count; token++)
        {
            Assert.Equal(Letters.KeyOf(stream.Surface(token)), stream.Key(token).ToString());
            for (var other = 0; other < token; other++)
            {
                Assert.Equal(stream.Key(token).SequenceEqual(stream.Key(other)), stream.Form[token] == stream.Form[other]);
            }
        }
    }, times: 200);

    [Fact]
    public void Reading_a_text_again_after_others_gives_the_same() => Texts.Hold(Texts.WithSpan, sample =>
    {
        var stream = Read(sample.Text);
        stream.Read(sample.Span.Of(sample.Text));
        var fresh = Read(sample.Span.Of(sample.Text));
        Assert.Equal(fresh.Count, stream.Count);
        for (var token = 0; token < fresh.Count; token++)
        {
            Assert.Equal(
                (fresh.Start[token], fresh.End[token], fresh.Kind[token], fresh.AfterBreak[token]),
                (stream.Start[token], stream.End[token], stream.Kind[token], stream.AfterBreak[token]));
        }
    });

    [Fact]
    public void A_text_in_front_shifts_the_tokens_and_changes_nothing_else() => Texts.Hold(Texts.Any, text =>
    {
        const string front = "قال.\n";
        var (plain, shifted) = (Read(text), Read(front + text));
        Assert.Equal(plain.Count + 2, shifted.Count);
        for (var token = 0; token < plain.Count; token++)
        {
            Assert.Equal((plain.Start[token] + front.Length, plain.End[token] + front.Length),
                (shifted.Start[token + 2], shifted.End[token + 2]));
            Assert.Equal(plain.Key(token).ToString(), shifted.Key(token + 2).ToString());
        }
    });

    [Theory]
    [InlineData("وبالعِراقِ", 2, "العِراقِ")]
    [InlineData("وَـبالعراق", 1, "بالعراق")]
    [InlineData("لِلْعراق", 1, "لْعراق")]
    [InlineData("ﻟﻠﻌﺮاق", 1, "ﻠﻌﺮاق")]
    [InlineData("ﻻستقبال", 2, "ستقبال")]
    [InlineData("وا", 5, "")]
    public void The_offset_behind_skipped_letters_passes_over_the_marks_on_them(string word, int letters, string rest)
    {
        var text = "x " + word;
        var stream = Read(text);
        Assert.Equal(rest, text[stream.OffsetBehind(1, letters)..stream.End[1]]);
    }

    [Theory]
    [InlineData("ﻻ", "لا")]
    [InlineData("ﷲ", "الله")]
    [InlineData("اﻷحد", "الأحد")]
    [InlineData("الوﻻيات", "الولايات")]
    [InlineData("والوﻻيات", "والولايات")]
    [InlineData("گروه", "گروه")]
    public void A_word_of_ligatures_is_the_same_form_as_the_word_in_letters_also_when_others_have_come_between(
        string ligatures, string letters)
    {
        var vocabulary = new Vocabulary();
        var known = vocabulary.Add(letters);
        vocabulary.Close();
        var stream = new TokenStream(vocabulary);
        stream.Read(ligatures);
        Assert.Equal(known, stream.Form[0]);
        stream.Read(string.Join(' ', Enumerable.Range(0, 5000).Select(number => $"كلمة{number} ﻻحقة{number}")));
        stream.Read($"{ligatures} جديﻻ {letters}");
        Assert.Equal([known, known], [stream.Form[0], stream.Form[2]]);
    }

    [Theory]
    [InlineData("٢٠٢٠", 2020)]
    [InlineData("۱۵", 15)]
    [InlineData("007", 7)]
    [InlineData("999999999", 999999999)]
    [InlineData("1000000000", -1)]
    [InlineData("عشرة", -1)]
    public void Numbers_have_values_up_to_nine_digits(string text, int value) => Assert.Equal(value, Read(text).NumberAt(0));

    [Fact]
    public void Very_long_words_numbers_and_ligatures_are_read()
    {
        foreach (var letter in "اوﷺ5ـ\u064B")
        {
            var text = new string(letter, 50_000);
            var stream = Read("و" + text);
            Assert.True(stream.Count is 1 or 2);
            _ = stream.Readings(0).Length;
            Assert.Equal(50_001, stream.End[stream.Count - 1]);
        }
    }

    [Fact]
    public void The_forms_of_a_stream_do_not_grow_without_bound()
    {
        var vocabulary = new Vocabulary();
        var known = vocabulary.Add("العراق");
        vocabulary.Close();
        var stream = new TokenStream(vocabulary);
        for (var round = 0; round < 3; round++)
        {
            var many = string.Join(' ', Enumerable.Range(round * 200_000, 200_000)
                .Select(i => $"س{new string((char)('ا' + 1 + (i % 7)), 1)}{Spell(i)}"));
            stream.Read(many);
            _ = stream.Readings(0).Length;
            stream.Read("العراق وبالعراق");
            Assert.Equal(known, stream.Form[0]);
            Assert.Equal(known, stream.Readings(1)[0].Stem);
        }
    }

    private static string Spell(int number) =>
        string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('ب' + (digit - '0'))));

    private static TokenStream Read(string text)
    {
        var stream = new TokenStream(new Vocabulary());
        stream.Read(text);
        return stream;
    }
}
