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
                Font = FigureLayout.Letters(),
                Title = new()
                {
                    X = 0, XAnchor = "left", XRef = "container", Pad = FigureLayout.TitlePadding(),
                    Font = new() { Size = FigureLayout.TitleSize },
                },
                PaperBgColor = Palette.Paper, PlotBgColor = Palette.Paper,
                XAxis = Axis(), YAxis = Axis(),
                HoverMode = "closest",
                ColorWay = [.. Enumerable.Range(0, Palette.Count).Select(Palette.Color)],
            });
            return template;
        }
    }

    private static LinearAxis Axis() =>
        new() { GridColor = Palette.Grid, ZeroLineColor = Palette.Muted, LineColor = Palette.Muted, AutoMargin = true };
}
