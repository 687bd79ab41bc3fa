using System.Xml;
using System.Xml.Linq;

namespace Analysis;

/// <summary>Writes networks as GraphML (graphml.graphdrawing.org), which igraph, NetworkX, Cytoscape, yEd and Gephi read.</summary>
public static class GraphMl
{
    private static readonly XNamespace Space = "http://graphml.graphdrawing.org/xmlns";
    private static readonly IReadOnlyList<RowColumn> NodeData = NetworkXml.Attributes<EntityNode>();
    private static readonly RowColumn[] EdgeData =
    [
        .. NetworkXml.Attributes<EntityEdge>("First", "Second")
            .Select(column => column.Name == nameof(EntityEdge.Both) ? column with { Name = "weight" } : column),
    ];

    /// <summary>
    /// Writes the network as an undirected graph with every property as typed data, dates as <c>yyyy-MM-dd</c> strings; an edge's
    /// <c>weight</c>, the name that programs look for, is the number of sentences with both. Node ids are
    /// gazetteer ids; a character that an XML name token cannot hold is written as <c>_x0020_</c>, and the data <c>Id</c> has the id as it
    /// is. The stream stays open.
    /// </summary>
    public static void WriteGraphMl(this EntityNetwork network, Stream output)
    {
        var graph = new XElement(
            Space + "graph", new XAttribute("id", "entities"), new XAttribute("edgedefault", "undirected"),
            network.Nodes.Select(node => new XElement(Space + "node", Token("id", node.Id), Data("node", NodeData, node))),
            network.Edges.Select(edge => new XElement(
                Space + "edge", Token("source", edge.First), Token("target", edge.Second), Data("edge", EdgeData, edge))));
        var schema = NetworkXml.Schema(Space, "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
        NetworkXml.Write(new XElement(Space + "graphml", schema, Declare("node", NodeData), Declare("edge", EdgeData), graph), output);
    }

    // Documents is a property of nodes and of edges, and keys are unique in the file.
    private static IEnumerable<XElement> Declare(string owner, IReadOnlyList<RowColumn> columns) => columns.Select(column => new XElement(
        Space + "key",
        new XAttribute("id", $"{owner}-{column.Name}"),
        new XAttribute("for", owner),
        new XAttribute("attr.name", column.Name),
        new XAttribute("attr.type", NetworkXml.TypeOf(column, whole: "int"))));

    private static IEnumerable<XElement> Data(string owner, IReadOnlyList<RowColumn> columns, object row) => NetworkXml.Values(columns, row)
        .Select(value => new XElement(Space + "data", new XAttribute("key", $"{owner}-{value.Name}"), value.Value));

    private static XAttribute Token(string name, string id) => new(name, XmlConvert.EncodeNmToken(id));
}
