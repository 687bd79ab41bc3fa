using System.Xml.Linq;

namespace Analysis;

/// <summary>Writes networks as GEXF 1.2, the format of Gephi (gexf.net, CC BY 4.0); networkx reads this version by default.</summary>
public static class Gexf
{
    private static readonly XNamespace Space = "http://www.gexf.net/1.2draft";
    private static readonly IReadOnlyList<RowColumn> NodeAttributes = NetworkXml.Attributes<EntityNode>("Id", "Label");
    private static readonly IReadOnlyList<RowColumn> EdgeAttributes = NetworkXml.Attributes<EntityEdge>("First", "Second");

    /// <summary>
    /// Writes the network as an undirected graph in time: a node's label is its <see cref="EntityNode.Label"/>, an edge's weight the number
    /// of sentences with both, its spell the days from the first document with both to the last, and every other property a typed
    /// attribute. What has no date is there all the time. The stream stays open.
    /// </summary>
    public static void WriteGexf(this EntityNetwork network, Stream output)
    {
        var graph = Element(
            "graph", [("mode", "dynamic"), ("timeformat", "date"), ("defaultedgetype", "undirected"), ("idtype", "string")],
            Declare("node", NodeAttributes), Declare("edge", EdgeAttributes),
            Element("nodes", [], network.Nodes.Select(node => Element(
                "node", [("id", node.Id), ("label", node.Label)], Values(NodeAttributes, node)))),
            Element("edges", [], network.Edges.Select((edge, number) => Element(
                "edge", [("id", number), ("source", edge.First), ("target", edge.Second), ("weight", edge.Both)],
                Values(EdgeAttributes, edge), Spells(edge)))));
        var description = Element("description", [], "Entities and the sentences that mention two of them");
        var meta = Element("meta", [], Element("creator", [], "Analysis"), description);
        var schema = NetworkXml.Schema(Space, "http://www.gexf.net/1.2draft/gexf.xsd");
        NetworkXml.Write(Element("gexf", [], schema, new XAttribute("version", "1.2"), meta, graph), output);
    }

    private static XElement? Spells(EntityEdge edge) => edge is not { FirstDate: { } first, LastDate: { } last } ? null : Element(
        "spells", [], Element("spell", [("start", InvariantText.Format(first)!), ("end", InvariantText.Format(last)!)]));

    private static XElement Declare(string owner, IReadOnlyList<RowColumn> columns) => Element(
        "attributes", [("class", owner), ("mode", "static")],
        columns.Select(column => Element(
            "attribute", [("id", column.Name), ("title", column.Name), ("type", NetworkXml.TypeOf(column, whole: "integer"))])));

    private static XElement Values(IReadOnlyList<RowColumn> columns, object row) => Element(
        "attvalues", [],
        NetworkXml.Values(columns, row).Select(value => Element("attvalue", [("for", value.Name), ("value", value.Value)])));

    private static XElement Element(string name, (string Name, object Value)[] attributes, params object?[] content) =>
        new(Space + name, attributes.Select(pair =>
            new XAttribute(pair.Name, pair.Value is string text ? ShownText.WellFormed(text) : pair.Value)), content);
}
