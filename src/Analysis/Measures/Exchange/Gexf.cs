using System.Globalization;
using System.Xml;

namespace Analysis;

/// <summary>Writes networks as GEXF 1.3, the format of Gephi (gexf.net, CC BY 4.0).</summary>
public static class Gexf
{
    private const string Namespace = "http://gexf.net/1.3";

    /// <summary>
    /// Writes the network as an undirected static graph: a node's label is its <see cref="EntityNode.Label"/>, an edge's weight the number of sentences
    /// with both, and every other column a typed attribute; dates are <c>yyyy-MM-dd</c> strings. The stream stays open.
    /// </summary>
    public static void WriteGexf(this EntityNetwork network, Stream output)
    {
        ArgumentNullException.ThrowIfNull(network);
        var nodes = NetworkXml.Attributes(network.Nodes, nameof(EntityNode.Id), nameof(EntityNode.Label));
        var edges = NetworkXml.Attributes(network.Edges, nameof(EntityEdge.First), nameof(EntityEdge.Second));
        using var xml = NetworkXml.Open(output);
        NetworkXml.WriteRoot(xml, "gexf", Namespace, "http://gexf.net/1.3/gexf.xsd");
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("meta");
        xml.WriteElementString("creator", "Analysis");
        xml.WriteElementString("description", "Entities and the sentences that mention two of them");
        xml.WriteEndElement();
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("mode", "static");
        xml.WriteAttributeString("defaultedgetype", "undirected");
        xml.WriteAttributeString("idtype", "string");
        Declare(xml, "node", nodes);
        Declare(xml, "edge", edges);

        xml.WriteStartElement("nodes");
        for (var row = 0; row < network.Nodes.Count; row++)
        {
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", NetworkXml.Text(network.Nodes[row].Id));
            xml.WriteAttributeString("label", NetworkXml.Text(network.Nodes[row].Label));
            WriteValues(xml, nodes, row);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges");
        for (var row = 0; row < network.Edges.Count; row++)
        {
            var edge = network.Edges[row];
            xml.WriteStartElement("edge");
            xml.WriteAttributeString("id", row.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("source", NetworkXml.Text(edge.First));
            xml.WriteAttributeString("target", NetworkXml.Text(edge.Second));
            xml.WriteAttributeString("weight", edge.Both.ToString(CultureInfo.InvariantCulture));
            WriteValues(xml, edges, row);
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    private static void Declare(XmlWriter xml, string owner, IReadOnlyList<Column> columns)
    {
        xml.WriteStartElement("attributes");
        xml.WriteAttributeString("class", owner);
        xml.WriteAttributeString("mode", "static");
        foreach (var column in columns)
        {
            xml.WriteStartElement("attribute");
            xml.WriteAttributeString("id", column.Name);
            xml.WriteAttributeString("title", column.Name);
            xml.WriteAttributeString("type", NetworkXml.TypeOf(column, whole: "integer"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValues(XmlWriter xml, IReadOnlyList<Column> columns, int row)
    {
        xml.WriteStartElement("attvalues");
        foreach (var column in columns)
        {
            if (NetworkXml.Value(column, row) is not { } value) continue;
            xml.WriteStartElement("attvalue");
            xml.WriteAttributeString("for", column.Name);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
