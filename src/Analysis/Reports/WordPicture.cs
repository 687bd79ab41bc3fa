using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using WordDrawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;

namespace Analysis;

/// <summary>The picture of a figure in a Word document, with its title and its alternative text.</summary>
internal static class WordPicture
{
    private const int UnitsPerMillimetre = 36_000;

    public static Run Of(MainDocumentPart main, byte[] png, ReportPicture picture, uint number)
    {
        var figure = picture.Figure;
        var image = main.AddImagePart(ImagePartType.Png);
        image.FeedData(new MemoryStream(png));
        var (width, height) = ((long)(picture.Width * UnitsPerMillimetre), (long)(picture.Height * UnitsPerMillimetre));
        var (title, alt) = (ShownText.Contained(figure.Title), ShownText.Contained(figure.Alt));
        return new(new WordDrawing(new Inline(
            new Extent { Cx = width, Cy = height },
            new DocProperties { Id = number, Name = figure.Id, Title = title, Description = alt },
            new Graphic(new GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(
                    new Pic.NonVisualDrawingProperties { Id = 0U, Name = $"{figure.Id}.png" }, new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(new Blip { Embed = main.GetIdOfPart(image) }, new Stretch(new FillRectangle())),
                new Pic.ShapeProperties(
                    new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = width, Cy = height }),
                    new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }));
    }
}
