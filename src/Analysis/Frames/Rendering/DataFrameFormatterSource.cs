namespace Analysis;

/// <summary>A data frame as an HTML table and as plain text.</summary>
internal sealed class DataFrameFormatterSource : FormatterSource
{
    public override IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<DataFrame>("text/html", (frame, writer) => HtmlTable.Write(frame, writer)),
        new Formatter<DataFrame>("text/plain", (frame, writer) => TextTable.Write(frame, writer)),
    ];
}
