namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>Each word that tells a capital from the government in it decides in a sentence, and leaves one beside it.</summary>
public sealed class CapitalCueRowTests
{
    private readonly Bench _bench = new("x\tcapital\tزرمقاد\tX\tx\t\t");

    [Fact]
    public void Every_cue_decides_as_its_role_says_in_its_example()
    {
        var report = new RowReport("metonymy.tsv");
        foreach (var row in Lexicon.Read("metonymy.tsv", "word", "role", "example"))
        {
            var capital = Mentions.Annotators.Mentions("قيل إنهم " + row[2]).FirstOrDefault(mention => mention.Type == "capital");
            report.Check(row, capital?.Metonym == row[1] is "backer", row[2]);
        }

        report.Verify();
    }

    [Fact]
    public void Every_cue_decides_and_another_word_in_its_place_does_not()
    {
        var report = new RowReport("metonymy.tsv");
        foreach (var row in Lexicon.Read("metonymy.tsv", "word", "role", "example"))
        {
            // A place and a visit stand directly before the name, what governs a preposition stands further.
            var carrier = row[1] switch
            {
                "mover" => "قيل {0} أمس لزرمقاد ذلك",
                "backer" => "قيل {0} أمس من زرمقاد ذلك",
                _ => "قيل {0} زرمقاد ذلك",
            };
            var example = Filled(carrier, row[0]);
            report.Check(row, IsGovernment(_bench.Mentions(example)) == (row[1] == "backer"), example);
            report.Check(row, IsGovernment(_bench.Mentions(Filled(carrier, $"ط{row[0]}ظ"))) == (row[1] != "backer"), "another word");

            // A place governs no preposition, a visit does; what goes somewhere says nothing directly before a name.
            if (row[1] is "place" or "visit")
                report.Check(
                    row, IsGovernment(_bench.Mentions($"قيل {row[0]} أمس لزرمقاد ذلك")) == (row[1] == "place"), "before a preposition");
            if (row[1] == "mover")
                report.Check(row, IsGovernment(_bench.Mentions($"قيل {row[0]} زرمقاد ذلك")) == true, "directly before the name");
        }

        report.Verify();
    }

    [Theory]
    [InlineData("الحوار مع")]
    [InlineData("ما بين")]
    [InlineData("تحالف ضد")]
    [InlineData("الضغط على")]
    [InlineData("أعلن أن")]
    [InlineData("قال إن")]
    [InlineData("ولكن")]
    [InlineData("الدفاع عن")]
    [InlineData("من قبل")]
    [InlineData("سياسته تجاه")]
    [InlineData("الموقف إزاء")]
    [InlineData("عقوبات بحق")]
    [InlineData("سفير لدى")]
    public void Behind_any_other_word_a_capital_is_the_government(string words) =>
        Assert.True(IsGovernment(_bench.Mentions($"قيل {words} زرمقاد ذلك")));

    private static string Filled(string carrier, string word) => carrier.Replace("{0}", word, StringComparison.Ordinal);

    private static bool? IsGovernment(IReadOnlyList<Bench.Found> mentions) =>
        Assert.Single(mentions, mention => mention.Type == "capital").Metonym;
}
