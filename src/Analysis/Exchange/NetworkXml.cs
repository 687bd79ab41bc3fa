using System.Xml;
using System.Xml.Linq;

namespace Analysis;

/// <summary>What the two XML formats of networks have in common.</summary>
internal static class NetworkXml
{
    private static readonly XNamespace SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The attributes of a root element that name the schema of its format.</summary>
    public static IEnumerable<XAttribute> Schema(XNamespace format, string schema) =>
    [
        new(XNamespace.Xmlns + "xsi", SchemaInstance.NamespaceName),
        new(SchemaInstance + "schemaLocation", $"{format.NamespaceName} {schema}"),
    ];

    /// <summary>Writes UTF-8 without byte order mark, lines ending with LF; the stream stays open.</summary>
    public static void Write(XElement root, Stream output)
    {
        using var xml = XmlWriter.Create(
            output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        root.WriteTo(xml);
    }

    /// <summary>The properties of a record that become attributes: all but those that the format has a place of its own for.</summary>
    public static IReadOnlyList<RowColumn> Attributes<TRow>(params string[] placed) =>
        [.. RowColumns.Of<TRow>().Where(column => !placed.Contains(column.Name))];

    /// <summary>Name of a property's type; what is neither a whole number nor a fraction is text, dates and lists too.</summary>
    public static string TypeOf(RowColumn column, string whole) =>
        column.Type == typeof(int) ? whole : column.Type == typeof(double) ? "double" : "string";

    /// <summary>The values of a record that are not missing, by the names of their properties.</summary>
    public static IEnumerable<(string Name, string Value)> Values(IReadOnlyList<RowColumn> columns, object row) =>
        from column in columns
        let value = InvariantText.Format(column.Value(row))
        where value is not null
        select (column.Name, ShownText.WellFormed(value));
}
