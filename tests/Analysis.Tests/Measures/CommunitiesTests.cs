namespace Analysis.Tests.Measures;

public sealed class CommunitiesTests
{
    // Zachary's karate club (1977): the neighbours with greater numbers of each of the 34 members.
    private static readonly string[] Karate =
    [
        "2 3 4 5 6 7 8 9 11 12 13 14 18 20 22 32", "3 4 8 14 18 20 22 31", "4 8 9 10 14 28 29 33", "8 13 14", "7 11", "7 11 17", "17", "",
        "31 33 34", "34", "", "", "", "34", "33 34", "33 34", "", "", "33 34", "34", "33 34", "", "33 34", "26 28 30 33 34", "26 28 32",
        "32", "30 34", "34", "32 34", "33 34", "33 34", "33 34", "34",
    ];

    private static (string First, string Second, double Weight)[] Club =>
    [
        .. from member in Enumerable.Range(0, Karate.Length)
           from other in Karate[member].Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select ($"{member + 1}", other, 1.0),
    ];

    [Fact]
    public void Two_cliques_with_one_edge_between_them_are_two_communities()
    {
        var edges = from side in "ab"
                    from one in Enumerable.Range(0, 5)
                    from other in Enumerable.Range(one + 1, 4 - one)
                    select ($"{side}{one}", $"{side}{other}", 1.0);
        Assert.Equal(["a0 a1 a2 a3 a4", "b0 b1 b2 b3 b4"], MembersOf(edges.Append(("a0", "b0", 1.0))));
    }

    [Fact]
    public void The_karate_club_has_four_communities_near_the_greatest_modularity()
    {
        Assert.Equal(78, Club.Length);
        Assert.Equal(4, MembersOf(Club).Count());
        var found = Communities.Of(Club);
        // At most 0.4198 (Brandes et al. 2008); of the two halves into which the club split 0.3715, of one community 0.
        Assert.InRange(Communities.Modularity(Club, found), 0.415, 0.4199);
        Assert.Equal(0, Communities.Modularity(Club, found.Keys.ToDictionary(member => member, _ => 0)), 1e-12);
        Assert.NotEqual(found["1"], found["34"]);
    }

    [Fact]
    public void The_order_and_direction_of_edges_do_not_matter()
    {
        var turned = Club.Reverse().Select(edge => (edge.Second, edge.First, edge.Weight));
        Assert.Equal(MembersOf(Club), MembersOf(turned));
    }

    [Fact]
    public void Without_edges_there_are_no_communities() => Assert.Empty(Communities.Of([]));

    private static IEnumerable<string> MembersOf(IEnumerable<(string First, string Second, double Weight)> edges) =>
        Communities.Of(edges).GroupBy(node => node.Value, node => node.Key)
            .Select(members => string.Join(' ', members.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
}
