using System.Xml;
using System.Xml.Linq;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Exchange;

/// <summary>What the GraphML specification (graphml.graphdrawing.org) demands of a file, asked of the network of the five
/// articles.</summary>
public sealed class GraphMlStructureTests
{
    private static readonly XNamespace Space = "http://graphml.graphdrawing.org/xmlns";

    private static readonly Lazy<XElement> Written = new(
        () => XDocument.Parse(GoldenFile.Written(EntityNetwork.Of(Corpus.Open(Repository.Corpus)).WriteGraphMl)).Root!);

    private static XElement Root => Written.Value;

    private static XElement Graph => Assert.Single(Root.Elements(Space + "graph"));

    [Fact]
    public void The_root_is_graphml_in_its_namespace_and_holds_keys_before_one_graph()
    {
        Assert.Equal(Space + "graphml", Root.Name);
        Assert.All(Root.DescendantsAndSelf(), element => Assert.Equal(Space, element.Name.Namespace));
        Assert.Equal("graph", Root.Elements().Last().Name.LocalName);
        Assert.All(Root.Elements().SkipLast(1), element => Assert.Equal("key", element.Name.LocalName));

        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        var schema = ((string)Root.Attribute(instance + "schemaLocation")!).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((2, Space.NamespaceName), (schema.Length, schema[0]));
    }

    [Fact]
    public void Every_key_has_an_id_of_its_own_an_owner_and_a_name_and_type_that_attributes_have()
    {
        var keys = Root.Elements(Space + "key").ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, key =>
        {
            Assert.Equal(["id", "for", "attr.name", "attr.type"], key.Attributes().Select(attribute => attribute.Name.LocalName));
            XmlConvert.VerifyNMTOKEN(Of(key, "id"));
            Assert.Contains(Of(key, "for"), (string[])["all", "graphml", "graph", "node", "edge", "hyperedge", "port", "endpoint"]);
            Assert.NotEqual("", Of(key, "attr.name"));
            Assert.Contains(Of(key, "attr.type"), (string[])["boolean", "int", "long", "float", "double", "string"]);
            Assert.Empty(key.Elements());
        });
        Assert.Distinct(keys.Select(key => Of(key, "id")));
        Assert.Distinct(keys.Select(key => (Of(key, "for"), Of(key, "attr.name"))));
    }

    [Fact]
    public void The_graph_says_how_its_edges_are_and_holds_nodes_and_edges_alone()
    {
        XmlConvert.VerifyNMTOKEN(Of(Graph, "id"));
        Assert.Contains(Of(Graph, "edgedefault"), (string[])["directed", "undirected"]);
        Assert.All(Graph.Elements(), element => Assert.Contains(element.Name.LocalName, (string[])["node", "edge"]));
        Assert.All(Graph.Elements().Elements(), element => Assert.Equal("data", element.Name.LocalName));
    }

    [Fact]
    public void Node_ids_are_unique_name_tokens_and_every_edge_joins_two_of_them_once()
    {
        var nodes = Graph.Elements(Space + "node").Select(node => Of(node, "id")).ToList();
        Assert.InRange(nodes.Count, 2, int.MaxValue);
        Assert.All(nodes, id => XmlConvert.VerifyNMTOKEN(id));
        Assert.Distinct([.. nodes, Of(Graph, "id")]);

        var known = nodes.ToHashSet(StringComparer.Ordinal);
        var edges = Graph.Elements(Space + "edge").Select(edge => (Source: Of(edge, "source"), Target: Of(edge, "target"))).ToList();
        Assert.NotEmpty(edges);
        Assert.All(
            edges,
            edge =>
                Assert.True(
                    known.Contains(edge.Source) && known.Contains(edge.Target) && edge.Source != edge.Target,
                    $"{edge.Source} – {edge.Target}"));
        Assert.Distinct(edges.Select(edge => string.CompareOrdinal(edge.Source, edge.Target) < 0 ? edge : (edge.Target, edge.Source)));
    }

    [Fact]
    public void Data_belong_to_a_key_of_their_element_stand_once_and_are_of_its_type()
    {
        var keys = Root.Elements(Space + "key")
            .ToDictionary(key => Of(key, "id"), key => (Owner: Of(key, "for"), Type: Of(key, "attr.type")), StringComparer.Ordinal);
        Assert.All(Graph.Elements(), element => Assert.Distinct(element.Elements(Space + "data").Select(data => Of(data, "key"))));
        Assert.All(Graph.Descendants(Space + "data"), data =>
        {
            var (owner, type) = keys[Of(data, "key")];
            Assert.Equal(data.Parent!.Name.LocalName, owner);
            Assert.True(IsOf(type, data.Value), $"{Of(data, "key")} is '{data.Value}', expected {type}");
        });
        Assert.Empty(keys.Keys.Except(Graph.Descendants(Space + "data").Select(data => Of(data, "key"))));
    }

    private static string Of(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) ?? throw new InvalidDataException($"<{element.Name.LocalName}> has no {attribute}");

    private static bool IsOf(string type, string value)
    {
        try
        {
            _ = type switch
            {
                "boolean" => XmlConvert.ToBoolean(value),
                "int" => XmlConvert.ToInt32(value),
                "long" => XmlConvert.ToInt64(value),
                "float" => XmlConvert.ToSingle(value),
                "double" => XmlConvert.ToDouble(value),
                _ => (object)value,
            };
            return true;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return false;
        }
    }
}
