using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Analysis.Notebooks;

/// <summary>What the engine knows of the library's values: which are charts, which are tables, and in which representations each is shown.</summary>
internal static class LibraryValues
{
    /// <summary>
    /// Sets the MIME types that this engine asks the formatting package for. They are the process's, so they are set anew for each notebook, which
    /// may have registered its own.
    /// </summary>
    public static void RegisterFormatters()
    {
        Formatter.ResetToDefault();
        Formatter.DefaultMimeType = HtmlFormatter.MimeType;
        // The package lists the members of a day.
        Formatter.Register<DateOnly>((day, writer) => writer.Write(day.ToString("O", CultureInfo.InvariantCulture)), PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(DateOnly), PlainTextFormatter.MimeType);
        // An attribute registers a type's formatters when the type is first met, and would win over what is set before.
        _ = Formatter.GetPreferredMimeTypesFor(typeof(Figure));
        // The engine makes a chart's representations itself, the picture beside the running cells.
        Formatter.SetPreferredMimeTypesFor(typeof(Figure), PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(Plotly.NET.GenericChart), PlainTextFormatter.MimeType);
        Formatter.Register<Plotly.NET.GenericChart>((_, writer) => writer.Write("Chart"), PlainTextFormatter.MimeType);
    }

    /// <summary>The figure that a value is; null for other values. A plain Plotly.NET chart is one.</summary>
    public static Figure? FigureOf(object? value) => value as Figure;

    /// <summary>The table that a value is; null for other values.</summary>
    public static DataFrame? TableOf(object? value) => value as DataFrame;

    /// <summary>A table as plain text.</summary>
    public static string TextOf(DataFrame table) => table.ToDisplayString(PlainTextFormatter.MimeType);
}
