using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Measures;

public sealed class AssociationTests
{
    private static readonly Association Golden = new(30, 70, 20, 880);

    public static TheoryData<string, double> GoldenValues => new()
    {
        { nameof(Association.Expected), 5 },
        { nameof(Association.Npmi), 0.510974 },
        { nameof(Association.Dice), 0.4 },
        { nameof(Association.LogDice), 12.678072 },
        { nameof(Association.Jaccard), 0.25 },
        { nameof(Association.LogRatio), 3.754888 },
        { nameof(Association.DeltaPSecondGivenFirst), 0.277778 },
        { nameof(Association.DeltaPFirstGivenSecond), 0.526316 },
        { nameof(Association.G2), 83.038900 },
        { nameof(Association.SignedG2), 83.038900 },
    };

    [Theory]
    [MemberData(nameof(GoldenValues))]
    public void Measures_have_their_published_values(string measure, double expected) =>
        Assert.Equal(expected, (double)typeof(Association).GetProperty(measure)!.GetValue(Golden)!, 5e-7);

    [Fact]
    public void A_table_can_be_made_of_the_items_own_counts() =>
        Assert.Equal(Golden, Association.OfCounts(both: 30, first: 100, second: 50, units: 1000));

    [Theory]
    [InlineData(5, 4, 6, 10)]
    [InlineData(5, 6, 4, 10)]
    [InlineData(1, 6, 6, 10)]
    [InlineData(-1, 6, 6, 12)]
    public void Counts_that_contradict_each_other_are_refused(int both, int first, int second, int units) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Association.OfCounts(both, first, second, units));

    [Fact]
    public void Empty_cells_do_not_break_the_measures()
    {
        var never = new Association(0, 10, 10, 80);
        Assert.Equal(-1, never.Npmi);
        Assert.True(never.SignedG2 < 0);
        Assert.True(double.IsNaN(new Association(0, 10, 0, 90).Npmi), "the second is in no unit");
        Assert.Equal(1, new Association(10, 0, 0, 0).Npmi);
        Assert.Equal(14, new Association(10, 0, 0, 5).LogDice);
    }

    [Fact]
    public void Measures_are_symmetric_and_bounded()
    {
        var cell = Gen.Choose(1, 500);
        Prop.ForAll(Gen.Four(cell).Select(cells => (cells.Item1, cells.Item2, cells.Item3, cells.Item4)).ToArbitrary(), cells =>
        {
            var table = new Association(cells.Item1, cells.Item2, cells.Item3, cells.Item4);
            var swapped = new Association(cells.Item1, cells.Item3, cells.Item2, cells.Item4);
            Assert.Equal(table.G2, swapped.G2, 1e-8);
            Assert.Equal(table.LogDice, swapped.LogDice, 1e-12);
            Assert.Equal(table.DeltaPSecondGivenFirst, swapped.DeltaPFirstGivenSecond, 1e-12);
            Assert.InRange(table.Npmi, -1, 1);
            Assert.InRange(table.G2, -1e-9, double.MaxValue);
        }).QuickCheckThrowOnFailure();
    }
}
