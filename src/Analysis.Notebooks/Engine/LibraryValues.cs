using Plotly.NET;

namespace Analysis.Notebooks;

/// <summary>What the engine knows of the library's values: which are charts, and in which representations each is shown.</summary>
internal static class LibraryValues
{
    /// <summary>
    /// Sets the MIME types that this engine asks the formatting package for. They are the process's, so they are set anew for each
    /// notebook, which may have registered its own.
    /// </summary>
    public static void RegisterFormatters()
    {
        Formatter.ResetToDefault();
        Formatter.DefaultMimeType = HtmlFormatter.MimeType;
        // The package lists the members of a day.
        Formatter.Register<DateOnly>(day => day.ToString("O", CultureInfo.InvariantCulture), PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(DateOnly), PlainTextFormatter.MimeType);
        FrameFormatters.Register();
        ReportFormatters.Register();
        // The engine makes a chart's representations itself, the picture beside the running cells.
        foreach (var type in new[] { typeof(Figure), typeof(GenericChart) })
        {
            Formatter.Register(type, (value, writer) => writer.Write(FigureOf(value)), PlainTextFormatter.MimeType);
            Formatter.SetPreferredMimeTypesFor(type, PlainTextFormatter.MimeType);
        }
    }

    /// <summary>The figure that a value is; null for other values. A plain Plotly.NET chart is one.</summary>
    public static Figure? FigureOf(object? value) => value as Figure ?? (value is GenericChart chart ? Figure.Of(chart) : null);
}
