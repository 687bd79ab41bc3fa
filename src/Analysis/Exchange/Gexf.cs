using System.Globalization;
using System.Xml;

namespace Analysis;

/// <summary>Writes networks as GEXF 1.3, the format of Gephi (gexf.net, CC BY 4.0).</summary>
public static class Gexf
{
    private const string Namespace = "http://gexf.net/1.3";

    private static readonly IReadOnlyList<RowColumn> NodeAttributes = NetworkXml.Attributes<EntityNode>(nameof(EntityNode.Id), nameof(EntityNode.Label));
    private static readonly IReadOnlyList<RowColumn> EdgeAttributes = NetworkXml.Attributes<EntityEdge>(nameof(EntityEdge.First), nameof(EntityEdge.Second));

    /// <summary>
    /// Writes the network as an undirected static graph: a node's label is its <see cref="EntityNode.Label"/>, an edge's weight the number of
    /// sentences with both, and every other property a typed attribute; dates are <c>yyyy-MM-dd</c> strings. The stream stays open.
    /// </summary>
    public static void WriteGexf(this EntityNetwork network, Stream output)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var xml = NetworkXml.Open(output);
        NetworkXml.WriteRoot(xml, "gexf", Namespace, "http://gexf.net/1.3/gexf.xsd");
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("meta");
        xml.WriteElementString("creator", "Analysis");
        xml.WriteElementString("description", "Entities and the sentences that mention two of them");
        xml.WriteEndElement();
        NetworkXml.Start(xml, "graph", ("mode", "static"), ("defaultedgetype", "undirected"), ("idtype", "string"));
        Declare(xml, "node", NodeAttributes);
        Declare(xml, "edge", EdgeAttributes);

        xml.WriteStartElement("nodes");
        foreach (var node in network.Nodes)
        {
            NetworkXml.Start(xml, "node", ("id", node.Id), ("label", node.Label));
            WriteValues(xml, NodeAttributes, node);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges");
        foreach (var (number, edge) in network.Edges.Index())
        {
            NetworkXml.Start(
                xml, "edge", ("id", number.ToString(CultureInfo.InvariantCulture)), ("source", edge.First), ("target", edge.Second),
                ("weight", edge.Both.ToString(CultureInfo.InvariantCulture)));
            WriteValues(xml, EdgeAttributes, edge);
        }

        xml.WriteEndDocument();
    }

    private static void Declare(XmlWriter xml, string owner, IReadOnlyList<RowColumn> columns)
    {
        NetworkXml.Start(xml, "attributes", ("class", owner), ("mode", "static"));
        foreach (var column in columns)
        {
            NetworkXml.Start(xml, "attribute", ("id", column.Name), ("title", column.Name), ("type", NetworkXml.TypeOf(column, whole: "integer")));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Ends the node or edge that it belongs to.
    private static void WriteValues(XmlWriter xml, IReadOnlyList<RowColumn> columns, object row)
    {
        xml.WriteStartElement("attvalues");
        foreach (var (column, value) in NetworkXml.Values(columns, row))
        {
            NetworkXml.Start(xml, "attvalue", ("for", column.Name), ("value", value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
