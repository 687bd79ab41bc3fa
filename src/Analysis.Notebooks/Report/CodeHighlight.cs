using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Analysis.Notebooks;

/// <summary>C# source as HTML, with keywords, literals and comments marked by the compiler's own scanner.</summary>
internal static class CodeHighlight
{
    /// <summary>The markup of a source text; without its tags it is that text.</summary>
    public static string Render(string source)
    {
        var html = new StringBuilder();
        foreach (var token in CSharpCell.Parse(source).DescendantTokens())
        {
            AppendTrivia(html, token.LeadingTrivia);
            Append(html, token.Text, Class(token));
            AppendTrivia(html, token.TrailingTrivia);
        }

        return html.ToString();
    }

    private static void AppendTrivia(StringBuilder html, SyntaxTriviaList list)
    {
        foreach (var trivia in list)
            Append(html, trivia.ToFullString(), trivia.IsDirective ? "directive" : trivia.ToString().StartsWith('/') ? "comment" : null);
    }

    private static string? Class(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringStartToken
            or SyntaxKind.InterpolatedStringEndToken => "string",
        SyntaxKind.NumericLiteralToken => "number",
        var kind when SyntaxFacts.IsKeywordKind(kind) || token.Text is "var" => "keyword",
        _ => null,
    };

    private static void Append(StringBuilder html, string text, string? kind)
    {
        if (text.Length == 0)
            return;
        var escaped = HtmlText.Escape(text);
        if (kind is null)
            html.Append(escaped);
        else
            html.Append("<span class=\"").Append(kind).Append("\">").Append(escaped).Append("</span>");
    }
}
