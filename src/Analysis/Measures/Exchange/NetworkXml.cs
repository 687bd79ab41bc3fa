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

    /// <summary>The columns that become attributes: all but those that the format has a place of its own for.</summary>
    public static IReadOnlyList<Column> Attributes(DataFrame frame, params string[] placed) => [.. frame.Columns.Where(column => !placed.Contains(column.Name))];

    /// <summary>Name of a column's type; what is neither a whole number nor a fraction is text, dates and lists too.</summary>
    public static string TypeOf(Column column, string whole) => column.Type == typeof(int) ? whole : column.Type == typeof(double) ? "double" : "string";

    /// <summary>The value in a row; null where it is missing.</summary>
    public static string? Value(Column column, int row) => InvariantText.Format(column[row]) is { } text ? Text(text) : null;

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
