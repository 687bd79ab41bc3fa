using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Analysis;

/// <summary>The look of the library's figures for other charts: <c>Chart.Column(…).WithTemplate(HouseTemplate.Template)</c>.</summary>
public static class HouseTemplate
{
    /// <summary>Fonts, colours, grid lines and the place of the title, made anew at each call.</summary>
    public static Template Template
    {
        get
        {
            var template = new Template();
            template.SetProperty("layout", new Layout
            {
                Font = new() { Family = Lettering.Family, Size = Axes.LabelSize, Color = Palette.Ink },
                Title = new() { X = 0, XAnchor = "left", XRef = "container", Font = new() { Size = 19, Color = Palette.Ink }, Pad = FigureLayout.TitlePadding() },
                PaperBgColor = "#FFFFFF",
                PlotBgColor = "#FFFFFF",
                XAxis = Axis(),
                YAxis = Axis(),
                HoverMode = "closest",
                ColorWay = [.. Enumerable.Range(0, Palette.Count).Select(Palette.Color)],
            });
            return template;
        }
    }

    private static LinearAxis Axis() =>
        new() { GridColor = Palette.Grid, ZeroLineColor = Palette.Muted, LineColor = Palette.Muted, TickFont = new() { Size = Axes.LabelSize }, AutoMargin = true };
}
