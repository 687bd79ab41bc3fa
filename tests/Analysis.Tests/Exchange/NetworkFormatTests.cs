using System.Xml.Linq;

namespace Analysis.Tests.Exchange;

public sealed class NetworkFormatTests
{
    private static readonly XNamespace GexfSpace = "http://www.gexf.net/1.2draft";
    private static readonly XNamespace GraphMlSpace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly Sentence[] Sentences = [
        Body("a", 0, SentenceKind.Title), Body("a", 1), Body("a", 2), Body("b", 0), Body("c", 0), Body("c", 1)];

    private static readonly Mention[] Mentions = [
        In("a", 0, "iran"), In("a", 0, "us forces"),
        In("a", 1, "iran"), In("a", 1, "us forces"), In("a", 1, null),
        In("b", 0, "iran"), In("b", 0, "us forces"), In("b", 0, "q&a"),
        In("c", 0, "iran"), In("c", 1, "alone")];

    private static readonly EntityPair[] Meetings = [
        new EntityPair("a", new DateOnly(2021, 1, 3), 1, "iran", "us forces"),
        new EntityPair("b", new DateOnly(2020, 3, 31), 0, "iran", "q&a"),
        new EntityPair("b", new DateOnly(2020, 3, 31), 0, "iran", "us forces"),
        new EntityPair("b", new DateOnly(2020, 3, 31), 0, "q&a", "us forces")];

    private static readonly Entity[] Entities = [
        new Entity("iran", "state", "إيران", "Iran", "iran"),
        new Entity("q&a", "media", "سؤال <وجواب>", "", ""),
        new Entity("us forces", "armed-group", "القوات الأمريكية", "US \"forces\"\u0001", "usa"),
        new Entity("unused", "state", "غير مذكورة", "Unused", "")];

    private static readonly EntityNetwork Network = EntityNetwork.Of(Mentions, Sentences, Meetings, Entities);

    [Fact]
    public void Nodes_are_the_entities_mentioned_titles_included() => Assert.Equal(
        [
            new EntityNode("iran", "Iran", "إيران", "state", "iran", 4, 3),
            new EntityNode("us forces", "US \"forces\"\u0001", "القوات الأمريكية", "armed-group", "usa", 3, 2),
            new EntityNode("alone", "alone", "", "person", "", 1, 1),
            new EntityNode("q&a", "سؤال <وجواب> (S’al <ujwab>)", "سؤال <وجواب>", "media", "", 1, 1),
        ],
        Network.Nodes);

    [Fact]
    public void Edges_bear_the_measures_of_co_mentions_and_the_dates_and_documents_of_the_meetings()
    {
        var pair = CoMentions.Of(Mentions, Sentences, minimum: 1).Single(pair => (pair.First, pair.Second) == ("iran", "us forces"));
        var edge = Network.Edges.Single(edge => (edge.First, edge.Second) == ("iran", "us forces"));
        Assert.Equal((2, pair.Expected, pair.LogDice, pair.Npmi), (edge.Both, edge.Expected, edge.LogDice, edge.Npmi));
        Assert.Equal((new DateOnly(2020, 3, 31), new DateOnly(2021, 1, 3)), (edge.FirstDate, edge.LastDate));
        Assert.Equal(["a", "b"], edge.Documents);
    }

    [Fact]
    public void Meetings_in_undated_documents_have_no_dates()
    {
        var undated = Meetings.Select(meeting => meeting with { Published = null });
        Assert.All(EntityNetwork.Of(Mentions, Sentences, undated, Entities).Edges, edge => Assert.Null(edge.FirstDate ?? edge.LastDate));
    }

    [Fact]
    public void Gexf_is_as_reviewed() => GoldenFile.AssertEqual("network.gexf", GoldenFile.Written(Network.WriteGexf));

    [Fact]
    public void GraphMl_is_as_reviewed() => GoldenFile.AssertEqual("network.graphml", GoldenFile.Written(Network.WriteGraphMl));

    [Fact]
    public void Gexf_holds_every_node_and_edge_with_values_of_declared_attributes_only()
    {
        var graph = XDocument.Parse(GoldenFile.Written(Network.WriteGexf)).Root!.Element(GexfSpace + "graph")!;
        var nodes = graph.Descendants(GexfSpace + "node").ToList();
        Assert.Equal(Network.Nodes.Select(node => node.Id), nodes.Select(node => (string)node.Attribute("id")!));
        Assert.Equal(
            Network.Edges.Select(edge => $"{edge.First}+{edge.Second}:{edge.Both}"),
            graph.Descendants(GexfSpace + "edge")
                .Select(
                    edge =>
                        $"{(string)edge.Attribute("source")!}+{(string)edge.Attribute("target")!}:{(string)edge.Attribute("weight")!}"));
        foreach (var owner in (string[])["node", "edge"])
        {
            var declared = graph.Elements(GexfSpace + "attributes").Single(part => (string)part.Attribute("class")! == owner).Elements()
                .Select(part => (string)part.Attribute("id")!).ToHashSet();
            Assert.All(
                graph.Descendants(GexfSpace + owner).Descendants(GexfSpace + "attvalue"),
                value => Assert.Contains((string)value.Attribute("for")!, declared));
        }
    }

    private static Mention In(string document, int sentence, string? entity) =>
        new(document, sentence, 0, 1, "x", entity, "person", null, "test");

    private static Sentence Body(string document, int index, SentenceKind kind = SentenceKind.Body) =>
        new(document, index, 0, 1, index, kind, "x");
}
