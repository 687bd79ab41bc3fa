namespace Analysis.Tests.Measures;

public sealed class ClusteringTests
{
    // Distances of five bacteria by their 5S rRNA: the worked example of UPGMA, which joins ab at 17, abe at 22, cd at 28.
    private static readonly int[,] Bacteria =
    {
        { 0, 17, 21, 31, 23 }, { 17, 0, 30, 34, 21 }, { 21, 30, 0, 28, 39 }, { 31, 34, 28, 0, 43 }, { 23, 21, 39, 43, 0 },
    };

    [Fact]
    public void Clusters_stand_together_and_their_nearest_ends_meet() =>
        Assert.Equal([4, 1, 0, 2, 3], Clustering.Order(5, (one, other) => Bacteria[one, other]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Each_thing_stands_in_the_order_once(int count) =>
        Assert.Equal(Enumerable.Range(0, count), Clustering.Order(count, (_, _) => 1).Order());
}
