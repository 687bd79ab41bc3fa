namespace Analysis.Tests.Measures;

public sealed class KeynessTests
{
    [Fact]
    public void One_value_is_measured_as_the_table_of_its_counts()
    {
        var keyness = Keyness.Of("غارة", target: 30, targetSize: 100, reference: 20, referenceSize: 900);
        Assert.Equal(83.038900, keyness.SignedG2, 5e-7);
        Assert.Equal(146.198830, keyness.SignedChiSquare, 5e-7);
        Assert.Equal(3.754888, keyness.LogRatio, 5e-7);
        Assert.Equal(18.857143, keyness.OddsRatio, 5e-7);
        Assert.Equal(300001 / 22223.222222, keyness.SimpleMaths, 1e-6);
    }

    [Fact]
    public void Yates_correction_is_made_only_where_an_expected_cell_is_under_five()
    {
        var rare = Keyness.Of("x", 3, 100, 1, 100);
        Assert.Equal(new Association(3, 97, 1, 99).ChiSquareYates, rare.SignedChiSquare);
        var frequent = Keyness.Of("x", 30, 100, 10, 100);
        Assert.Equal(new Association(30, 70, 10, 90).ChiSquare, frequent.SignedChiSquare);
    }

    [Fact]
    public void What_is_rarer_in_the_target_has_negative_scores()
    {
        var keyness = Keyness.Of("x", 1, 100, 50, 100);
        Assert.True(keyness is { SignedG2: < 0, SignedChiSquare: < 0, LogRatio: < 0, LogOdds: < 0, OddsRatio: < 1, SimpleMaths: < 1 });
    }

    [Fact]
    public void The_log_odds_score_is_the_difference_of_smoothed_log_odds_by_its_deviation()
    {
        // Prior 50 of 1000; target 30 of 100, reference 20 of 900.
        var difference = Math.Log(80.0 / (1100 - 80)) - Math.Log(70.0 / (1900 - 70));
        Assert.Equal(difference / Math.Sqrt(1 / 80.0 + 1 / 70.0), Keyness.Of("x", 30, 100, 20, 900).LogOdds, 1e-12);
    }

    [Fact]
    public void Two_corpora_are_compared_value_by_value_with_the_most_typical_first()
    {
        var target = new ValueCount<string>[] { new("strike", 40), new("visit", 10), new("both", 50) };
        var reference = new ValueCount<string>[] { new("visit", 60), new("both", 50), new("truce", 5) };

        var keyness = Keyness.Compare(target, reference);

        Assert.Equal(["strike", "both", "truce", "visit"], keyness.Select(row => row.Value));
        Assert.Equal([40, 50, 0, 10], keyness.Select(row => row.Target));
        Assert.All(keyness, row => Assert.InRange(row.AdjustedPValue, row.PValue, 1));
    }
}
