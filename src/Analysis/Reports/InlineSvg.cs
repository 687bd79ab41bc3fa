using System.Xml.Linq;

namespace Analysis;

/// <summary>
/// The picture of a figure as a part of a page: its letters have the page's fonts, and what is copied from a print of the page is what is
/// written. A browser prints a picture from a file without the words behind its letters.
/// </summary>
internal static class InlineSvg
{
    private static readonly Regex Reference = new(@"(?<=url\([""']?#)", RegexOptions.CultureInvariant);

    /// <summary>The picture as markup.</summary>
    /// <param name="svg">The picture as a file.</param>
    /// <param name="picture">The figure and its size on paper.</param>
    public static string Of(byte[] svg, ReportPicture picture)
    {
        var root = XElement.Parse(Encoding.UTF8.GetString(svg), LoadOptions.PreserveWhitespace);
        // Pictures of several figures have parts of the same names.
        var prefix = $"{picture.Figure.Id}-";
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(each => !each.IsNamespaceDeclaration))
            attribute.Value = attribute.Name.LocalName switch
            {
                "id" => prefix + attribute.Value,
                "href" when attribute.Value.StartsWith('#') => $"#{prefix}{attribute.Value[1..]}",
                _ => Reference.Replace(attribute.Value, prefix),
            };
        root.SetAttributeValue("class", "picture");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-label", ShownText.Contained(picture.Figure.Alt));
        root.SetAttributeValue("style", FormattableString.Invariant($"--paper-width:{picture.Width}mm"));
        return root.ToString(SaveOptions.DisableFormatting);
    }
}
