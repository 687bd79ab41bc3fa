namespace Analysis.Tests.Text;

public sealed class CliticsTests
{
    public static TheoryData<string, string, string, string> Cases =>
        [.. TestTable.Read("Clitics.tsv").Select(row => new TheoryDataRow<string, string, string, string>(row[0], row[1], row[2], row[3]))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_word_is_read_as_proclitics_stem_and_enclitic(string known, string word, string expected, string why)
    {
        var vocabulary = new Vocabulary();
        var words = known.Split(' ').ToDictionary(vocabulary.Add, each => each);
        vocabulary.Close();
        var stream = new TokenStream(vocabulary);
        stream.Read(word);

        var readings = new List<string>();
        foreach (var reading in stream.Readings(0))
        {
            if (!words.TryGetValue(reading.Stem, out var stem)) continue;
            var proclitics = reading.Proclitics == Proclitics.None ? "" : reading.Proclitics.ToString()
                .Replace(",", "", StringComparison.Ordinal) + "+";
            readings.Add($"{proclitics}{stem}{(reading.Tail > 0 ? $"-{reading.Tail}" : "")}@{reading.Skip}");
        }

        Assert.True(expected == string.Join('¦', readings), $"{why}: {string.Join('¦', readings)}");
    }

    [Fact]
    public void The_whole_form_comes_first_and_less_is_taken_off_before_more()
    {
        var vocabulary = new Vocabulary();
        foreach (var word in new[] { "وبالعراق", "بالعراق", "العراق", "عراق" }) vocabulary.Add(word);
        vocabulary.Close();
        var stream = new TokenStream(vocabulary);
        stream.Read("وبالعراق");
        Assert.Equal([0, 1, 2, 4], stream.Readings(0).ToArray().Select(reading => (int)reading.Skip));
    }

    [Fact]
    public void Every_exception_is_one_that_the_rule_or_a_lexicon_would_otherwise_divide()
    {
        Assert.All(ProcliticRule.Exceptions, word => Assert.Contains(word[0], "وفبكلس"));
        Assert.All(ProcliticRule.Exceptions, word => Assert.Equal(word, Letters.KeyOf(word)));
        Assert.All(ProcliticRule.Exceptions, word => Assert.Equal(0, ProcliticRule.Length(word, out _)));
    }

    [Fact]
    public void A_letter_that_does_not_belong_to_an_exception_is_taken_off_and_a_longer_word_is_divided()
    {
        foreach (var word in ProcliticRule.Exceptions)
        {
            var taken = word.Length > 2 && !ProcliticRule.Exceptions.Contains("و" + word) ? 1 : 0;
            Assert.Equal((word, taken), (word, ProcliticRule.Length("و" + word, out _)));
            var divided = word[0] != 'س' || word[1] is 'ي' or 'ت' or 'ن';
            Assert.Equal((word, divided), (word, ProcliticRule.Length(word + "ظظظ", out _) > 0));
        }
    }

    [Theory]
    [InlineData("وقال", "و")]
    [InlineData("وبالعراق", "و+ب")]
    [InlineData("للولايات", "ل")]
    [InlineData("وللقوات", "و+ل")]
    [InlineData("سيحمل", "س")]
    [InlineData("بطهران", "ب")]
    [InlineData("كتائب", "")]
    [InlineData("واشنطن", "")]
    [InlineData("وواشنطن", "و")]
    [InlineData("فالح", "")]
    [InlineData("العراق", "")]
    [InlineData("2020", "")]
    public void Tokens_name_their_proclitics(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Token.In(new Document("1", text))).Proclitics);

    [Fact]
    public void Tokens_carry_their_place_and_their_normal_form()
    {
        var document = new Document("7", "زار قأني بغدادَ.\nوغـادر الأمريكى");
        Assert.Equal(
            [
                new Token("7", 0, 0, 0, 3, "زار", "زار", TokenKind.Word, ""),
                new Token("7", 0, 1, 4, 8, "قأني", "قاني", TokenKind.Word, ""),
                new Token("7", 0, 2, 9, 15, "بغدادَ", "بغداد", TokenKind.Word, ""),
                new Token("7", 0, 3, 15, 16, ".", ".", TokenKind.Symbol, ""),
                new Token("7", 1, 4, 17, 23, "وغـادر", "وغادر", TokenKind.Word, "و"),
                new Token("7", 1, 5, 24, 32, "الأمريكى", "الامريكي", TokenKind.Word, ""),
            ],
            Token.In(document));
    }

    [Fact]
    public void Tokens_slice_to_their_surface() => Texts.Hold(Texts.Any, text =>
        Assert.All(Token.In(new Document("1", text)), token => Assert.Equal(text[token.Start..token.End], token.Surface)));
}
