using System.Text;
using System.Xml;

namespace Analysis;

/// <summary>What the two XML formats of networks have in common.</summary>
internal static class NetworkXml
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>A writer of UTF-8 without byte order mark, lines ending with LF; the stream stays open.</summary>
    public static XmlWriter Open(Stream output) => XmlWriter.Create(
        output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });

    /// <summary>Begins the root element, with the place of the format's schema.</summary>
    public static void WriteRoot(XmlWriter xml, string name, string space, string schema)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement(name, space);
        xml.WriteAttributeString("xmlns", "xsi", null, SchemaInstance);
        xml.WriteAttributeString("xsi", "schemaLocation", SchemaInstance, $"{space} {schema}");
    }

    /// <summary>Writes an empty element or the start of one, with its attributes.</summary>
    public static void Start(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, Text(value));
    }

    /// <summary>The properties of a record that become attributes: all but those that the format has a place of its own for.</summary>
    public static IReadOnlyList<RowColumn> Attributes<TRow>(params string[] placed) => [.. RowColumns.Of<TRow>().Where(column => !placed.Contains(column.Name))];

    /// <summary>Name of a property's type; what is neither a whole number nor a fraction is text, dates and lists too.</summary>
    public static string TypeOf(RowColumn column, string whole) => column.Type == typeof(int) ? whole : column.Type == typeof(double) ? "double" : "string";

    /// <summary>The values of a record that are not missing.</summary>
    public static IEnumerable<(RowColumn Column, string Value)> Values(IReadOnlyList<RowColumn> columns, object row) =>
        from column in columns
        let value = InvariantText.Format(column.Value(row))
        where value is not null
        select (column, Text(value));

    /// <summary>XML 1.0 cannot write control characters and lone surrogates, not even escaped: U+FFFD stands for them.</summary>
    public static string Text(string text)
    {
        var fit = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) fit.Append(text[at]).Append(text[++at]);
            else fit.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '\uFFFD');
        }

        return fit.ToString();
    }
}
