using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Analysis;

/// <summary>How notebooks of .NET Interactive show tables.</summary>
internal static class FrameFormatters
{
    private static readonly Type[] Tables =
    [
        typeof(ITabular), typeof(DataFrame), typeof(DataFrameColumn),
        typeof(Deedle.Frame<,>), typeof(Deedle.Series<,>), typeof(IEnumerable<object>),
    ];

    /// <summary>Registers HTML and plain text for every type that <see cref="TableView"/> knows.</summary>
    public static void Register()
    {
        // Other sequences than those of records stay as the engine has them; it asks no further formatter where one gives up.
        ITypeFormatter[] engine = [.. Formatter.RegisteredFormatters(includeDefaults: true)];
        Register(HtmlFormatter.MimeType, engine, table => table.ToHtml());
        Register(PlainTextFormatter.MimeType, engine, table => table.ToString());
    }

    private static void Register(string mimeType, ITypeFormatter[] engine, Func<TableView, string> shown)
    {
        foreach (var type in Tables) Formatter.Register(type, (FormatDelegate<object>)Format, mimeType);

        bool Format(object value, FormatContext context)
        {
            if (TableView.TryCreate(value) is { } table)
            {
                context.Writer.Write(shown(table));
                return true;
            }

            return engine.First(other => other.MimeType == mimeType && other.Type.IsInstanceOfType(value)).Format(value, context);
        }
    }
}
