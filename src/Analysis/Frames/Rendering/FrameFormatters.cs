using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Analysis;

/// <summary>How notebooks of .NET Interactive show tables.</summary>
internal static class FrameFormatters
{
    /// <summary>Registers HTML and plain text for every type that <see cref="TableView"/> knows.</summary>
    public static void Register()
    {
        Type[] types = [typeof(DataFrame), typeof(DataFrameColumn), typeof(Deedle.Frame<,>), typeof(Deedle.Series<,>), typeof(ITabular)];
        foreach (var type in types.Concat(TableTypes.Records.Select(record => typeof(IEnumerable<>).MakeGenericType(record))))
        {
            Formatter.Register(type, (value, writer) => TableView.TryCreate(value)!.WriteHtml(writer), HtmlFormatter.MimeType);
            Formatter.Register(type, (value, writer) => TableView.TryCreate(value)!.WriteText(writer), PlainTextFormatter.MimeType);
        }
    }
}
