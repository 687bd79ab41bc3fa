using System.Xml;
using System.Xml.Linq;

namespace Analysis;

/// <summary>
/// Writes networks as GEXF 1.2, the format of Gephi (gexf.net, CC BY 4.0), which networkx reads by default; and as GraphML
/// (graphml.graphdrawing.org), which igraph, NetworkX, Cytoscape, yEd and Gephi read. Both are UTF-8 without byte order mark, lines ending
/// with LF.
/// </summary>
public static class NetworkFormats
{
    private static readonly XNamespace Gexf = "http://www.gexf.net/1.2draft";
    private static readonly XNamespace GraphMl = "http://graphml.graphdrawing.org/xmlns";
    private static readonly XNamespace SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    // The properties of nodes and edges that have no place of their own in a format.
    private static readonly RowColumn[] NodeAttributes = Attributes<EntityNode>("Id", "Label");
    private static readonly RowColumn[] EdgeAttributes = Attributes<EntityEdge>("First", "Second");
    private static readonly RowColumn[] NodeData = Attributes<EntityNode>();
    private static readonly RowColumn[] EdgeData = Array.ConvertAll(
        EdgeAttributes, column => column.Name == nameof(EntityEdge.Both) ? column with { Name = "weight" } : column);

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
                "node", [("id", node.Id), ("label", node.Label)], AttributeValues(NodeAttributes, node)))),
            Element("edges", [], network.Edges.Select((edge, number) => Element(
                "edge", [("id", number), ("source", edge.First), ("target", edge.Second), ("weight", edge.Both)],
                AttributeValues(EdgeAttributes, edge), Spells(edge)))));
        var description = Element("description", [], "Entities and the sentences that mention two of them");
        var meta = Element("meta", [], Element("creator", [], "Analysis"), description);
        var schema = Schema(Gexf, "http://www.gexf.net/1.2draft/gexf.xsd");
        Write(Element("gexf", [], schema, new XAttribute("version", "1.2"), meta, graph), output);

        static XElement Declare(string owner, RowColumn[] columns) => Element(
            "attributes", [("class", owner), ("mode", "static")], columns.Select(column => Element(
                "attribute", [("id", column.Name), ("title", column.Name), ("type", TypeOf(column, whole: "integer"))])));

        static XElement AttributeValues(RowColumn[] columns, object row) => Element("attvalues", [], Values(columns, row)
            .Select(value => Element("attvalue", [("for", value.Name), ("value", value.Value)])));

        static XElement? Spells(EntityEdge edge) => edge is not { FirstDate: { } first, LastDate: { } last } ? null : Element(
            "spells", [], Element("spell", [("start", InvariantText.Format(first)!), ("end", InvariantText.Format(last)!)]));

        static XElement Element(string name, (string Name, object Value)[] attributes, params object?[] content) =>
            new(Gexf + name, attributes.Select(pair =>
                new XAttribute(pair.Name, pair.Value is string text ? ShownText.Contained(text) : pair.Value)), content);
    }

    /// <summary>
    /// Writes the network as an undirected graph with every property as typed data, dates as <c>yyyy-MM-dd</c> strings; an edge's
    /// <c>weight</c>, the name that programs look for, is the number of sentences with both. Node ids are
    /// gazetteer ids; a character that an XML name token cannot hold is written as <c>_x0020_</c>, and the data <c>Id</c> has the id as it
    /// is. The stream stays open.
    /// </summary>
    public static void WriteGraphMl(this EntityNetwork network, Stream output)
    {
        var graph = new XElement(
            GraphMl + "graph", new XAttribute("id", "entities"), new XAttribute("edgedefault", "undirected"),
            network.Nodes.Select(node => new XElement(GraphMl + "node", Token("id", node.Id), Data("node", NodeData, node))),
            network.Edges.Select(edge => new XElement(
                GraphMl + "edge", Token("source", edge.First), Token("target", edge.Second), Data("edge", EdgeData, edge))));
        var schema = Schema(GraphMl, "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
        Write(new XElement(GraphMl + "graphml", schema, Declare("node", NodeData), Declare("edge", EdgeData), graph), output);

        // Documents is a property of nodes and of edges, and keys are unique in the file.
        static IEnumerable<XElement> Declare(string owner, RowColumn[] columns) => columns.Select(column => new XElement(
            GraphMl + "key", new XAttribute("id", $"{owner}-{column.Name}"), new XAttribute("for", owner),
            new XAttribute("attr.name", column.Name), new XAttribute("attr.type", TypeOf(column, whole: "int"))));

        static IEnumerable<XElement> Data(string owner, RowColumn[] columns, object row) => Values(columns, row)
            .Select(value => new XElement(GraphMl + "data", new XAttribute("key", $"{owner}-{value.Name}"), value.Value));

        static XAttribute Token(string name, string id) => new(name, XmlConvert.EncodeNmToken(id));
    }

    // The attributes of a root element that name the schema of its format.
    private static XAttribute[] Schema(XNamespace format, string schema) =>
    [
        new(XNamespace.Xmlns + "xsi", SchemaInstance.NamespaceName),
        new(SchemaInstance + "schemaLocation", $"{format.NamespaceName} {schema}"),
    ];

    private static void Write(XElement root, Stream output)
    {
        using var xml = XmlWriter.Create(
            output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        root.WriteTo(xml);
    }

    private static RowColumn[] Attributes<TRow>(params string[] placed) =>
        [.. RowColumns.Of<TRow>().Where(column => !placed.Contains(column.Name))];

    // What is neither a whole number nor a fraction is text, dates and lists too.
    private static string TypeOf(RowColumn column, string whole) =>
        column.Type == typeof(int) ? whole : column.Type == typeof(double) ? "double" : "string";

    // The values that are not missing, by the names of their properties.
    private static IEnumerable<(string Name, string Value)> Values(RowColumn[] columns, object row) =>
        from column in columns
        let value = InvariantText.Format(column.Value(row))
        where value is not null
        select (column.Name, ShownText.Contained(value));
}
