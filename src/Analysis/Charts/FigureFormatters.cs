using Microsoft.DotNet.Interactive.Formatting;

namespace Analysis;

/// <summary>
/// How .NET Interactive shows figures and the charts of Plotly.NET: HTML that is whole in itself and draws without a network, and plain
/// text.
/// The first figure of a session carries plotly.js.
/// </summary>
internal static class FigureFormatters
{
    private static int _shown;

    /// <summary>Registers the formatters. The F# assemblies must be loadable by now, for this is the first method that names a type of
    /// Plotly.NET.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Register()
    {
        foreach (var type in new[] { typeof(Figure), typeof(GenericChart) })
        {
            Formatter.Register(type, (value, writer) => writer.Write(Html(FigureOf(value)!)), HtmlFormatter.MimeType);
            Formatter.Register(type, (value, writer) => writer.Write(FigureOf(value)), PlainTextFormatter.MimeType);
            Formatter.SetPreferredMimeTypesFor(type, HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
        }
    }

    /// <summary>The figure that a value is; null for other values. A plain Plotly.NET chart is one.</summary>
    public static Figure? FigureOf(object? value) => value as Figure ?? (value is GenericChart chart ? Figure.Of(chart) : null);

    private static string Html(Figure figure) => FigureHtml.Fragment(figure, Picture(figure),
        withScript: Interlocked.Exchange(ref _shown, 1) == 0);

    /// <summary>The picture that stands where scripts don't run; none where it cannot be made, for the chart draws itself
    /// without.</summary>
    private static byte[]? Picture(Figure figure) =>
        Task.Run(() => PictureExporter.TryAsync(() => PictureExporter.Shared.DrawAsync(figure, ["png"]))).GetAwaiter().GetResult().Made?[0];
}
