using System.Xml;

namespace Analysis;

/// <summary>Writes networks as GraphML (graphml.graphdrawing.org), which igraph, NetworkX, Cytoscape, yEd and Gephi read.</summary>
public static class GraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>
    /// Writes the network as an undirected graph with every column as typed data, dates as <c>yyyy-MM-dd</c> strings. Node ids are gazetteer ids;
    /// a character that an XML name token cannot hold is written as <c>_x0020_</c>, and the data <c>Id</c> has the id as it is. The stream stays open.
    /// </summary>
    public static void WriteGraphMl(this EntityNetwork network, Stream output)
    {
        ArgumentNullException.ThrowIfNull(network);
        var nodes = NetworkXml.Attributes(network.Nodes);
        var edges = NetworkXml.Attributes(network.Edges, nameof(EntityEdge.First), nameof(EntityEdge.Second));
        using var xml = NetworkXml.Open(output);
        NetworkXml.WriteRoot(xml, "graphml", Namespace, "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
        Declare(xml, "node", nodes);
        Declare(xml, "edge", edges);
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("id", "entities");
        xml.WriteAttributeString("edgedefault", "undirected");
        for (var row = 0; row < network.Nodes.Count; row++)
        {
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", XmlConvert.EncodeNmToken(network.Nodes[row].Id));
            WriteData(xml, "node", nodes, row);
            xml.WriteEndElement();
        }

        for (var row = 0; row < network.Edges.Count; row++)
        {
            xml.WriteStartElement("edge");
            xml.WriteAttributeString("source", XmlConvert.EncodeNmToken(network.Edges[row].First));
            xml.WriteAttributeString("target", XmlConvert.EncodeNmToken(network.Edges[row].Second));
            WriteData(xml, "edge", edges, row);
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    private static void Declare(XmlWriter xml, string owner, IReadOnlyList<Column> columns)
    {
        foreach (var column in columns)
        {
            xml.WriteStartElement("key");
            xml.WriteAttributeString("id", Key(owner, column));
            xml.WriteAttributeString("for", owner);
            xml.WriteAttributeString("attr.name", column.Name);
            xml.WriteAttributeString("attr.type", NetworkXml.TypeOf(column, whole: "int"));
            xml.WriteEndElement();
        }
    }

    private static void WriteData(XmlWriter xml, string owner, IReadOnlyList<Column> columns, int row)
    {
        foreach (var column in columns)
        {
            if (NetworkXml.Value(column, row) is not { } value) continue;
            xml.WriteStartElement("data");
            xml.WriteAttributeString("key", Key(owner, column));
            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }

    // Documents is a column of nodes and of edges, and keys are unique in the file.
    private static string Key(string owner, Column column) => $"{owner}-{column.Name}";
}
