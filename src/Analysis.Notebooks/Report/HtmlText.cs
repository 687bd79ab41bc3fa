namespace Analysis.Notebooks;

/// <summary>Text as HTML.</summary>
internal static class HtmlText
{
    /// <summary>Text with the characters that HTML gives a meaning escaped.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
