using System.Xml;

namespace Analysis;

/// <summary>Writes networks as GraphML (graphml.graphdrawing.org), which igraph, NetworkX, Cytoscape, yEd and Gephi read.</summary>
public static class GraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly IReadOnlyList<RowColumn> NodeData = NetworkXml.Attributes<EntityNode>();
    private static readonly IReadOnlyList<RowColumn> EdgeData = NetworkXml.Attributes<EntityEdge>(nameof(EntityEdge.First), nameof(EntityEdge.Second));

    /// <summary>
    /// Writes the network as an undirected graph with every property as typed data, dates as <c>yyyy-MM-dd</c> strings. Node ids are gazetteer
    /// ids; a character that an XML name token cannot hold is written as <c>_x0020_</c>, and the data <c>Id</c> has the id as it is. The stream
    /// stays open.
    /// </summary>
    public static void WriteGraphMl(this EntityNetwork network, Stream output)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var xml = NetworkXml.Open(output);
        NetworkXml.WriteRoot(xml, "graphml", Namespace, "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
        Declare(xml, "node", NodeData);
        Declare(xml, "edge", EdgeData);
        NetworkXml.Start(xml, "graph", ("id", "entities"), ("edgedefault", "undirected"));
        foreach (var node in network.Nodes)
        {
            NetworkXml.Start(xml, "node", ("id", XmlConvert.EncodeNmToken(node.Id)));
            WriteData(xml, "node", NodeData, node);
        }

        foreach (var edge in network.Edges)
        {
            NetworkXml.Start(xml, "edge", ("source", XmlConvert.EncodeNmToken(edge.First)), ("target", XmlConvert.EncodeNmToken(edge.Second)));
            WriteData(xml, "edge", EdgeData, edge);
        }

        xml.WriteEndDocument();
    }

    private static void Declare(XmlWriter xml, string owner, IReadOnlyList<RowColumn> columns)
    {
        foreach (var column in columns)
        {
            NetworkXml.Start(
                xml, "key", ("id", Key(owner, column)), ("for", owner), ("attr.name", column.Name), ("attr.type", NetworkXml.TypeOf(column, whole: "int")));
            xml.WriteEndElement();
        }
    }

    // Ends the node or edge that it belongs to.
    private static void WriteData(XmlWriter xml, string owner, IReadOnlyList<RowColumn> columns, object row)
    {
        foreach (var (column, value) in NetworkXml.Values(columns, row))
        {
            NetworkXml.Start(xml, "data", ("key", Key(owner, column)));
            xml.WriteString(value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Documents is a property of nodes and of edges, and keys are unique in the file.
    private static string Key(string owner, RowColumn column) => $"{owner}-{column.Name}";
}
