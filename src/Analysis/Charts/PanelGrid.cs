namespace Analysis;

/// <summary>Panels of a chart in rows and columns, each with axes of its own; they are numbered row by row from 0.</summary>
/// <param name="Columns">Number of columns, equally wide.</param>
/// <param name="RowShares">Height of each row; together 1.</param>
/// <param name="GapX">Room between columns as a share of the plot's width.</param>
/// <param name="GapY">Room between rows as a share of the plot's height.</param>
internal sealed record PanelGrid(int Columns, IReadOnlyList<double> RowShares, double GapX, double GapY)
{
    /// <summary>Width of a panel as a share of the plot's.</summary>
    public double Share => (1 - (GapX * (Columns - 1))) / Columns;

    /// <summary>Where a panel lies, in shares of the plot.</summary>
    public Box Domain(int panel)
    {
        var (row, column) = (panel / Columns, panel % Columns);
        var (width, height) = (Share, 1 - (GapY * (RowShares.Count - 1)));
        var (left, top) = (column * (width + GapX), 1 - (RowShares.Take(row).Sum() * height) - (row * GapY));
        return new(left, top - (RowShares[row] * height), left + width, top);
    }

    /// <summary>Gives a panel its axes.</summary>
    public void Add(Layout layout, int panel, LinearAxis horizontal, LinearAxis vertical)
    {
        var domain = Domain(panel);
        (horizontal.Domain, horizontal.Anchor) = (Axes.Rounded(domain.Left, domain.Right), Name("y", panel));
        (vertical.Domain, vertical.Anchor) = (Axes.Rounded(domain.Bottom, domain.Top), Name("x", panel));
        layout.SetProperty(Name("xaxis", panel), horizontal);
        layout.SetProperty(Name("yaxis", panel), vertical);
    }

    /// <summary>The trace, drawn in a panel.</summary>
    public static Trace In(Trace trace, int panel)
    {
        trace.SetProperty("xaxis", Name("x", panel));
        trace.SetProperty("yaxis", Name("y", panel));
        return trace;
    }

    /// <summary>Words above the left end of a panel.</summary>
    public Annotation Heading(string words, int panel)
    {
        var domain = Domain(panel);
        return Axes.Note(words, (Axes.Round(domain.Left), "left"), (Axes.Round(domain.Top), "bottom"), yShift: 4, color: Palette.Ink);
    }

    /// <summary>Name of a panel's axis, such as <c>y3</c>; the first has no number.</summary>
    public static string Name(string axis, int panel) => panel == 0 ? axis : FormattableString.Invariant($"{axis}{panel + 1}");
}
