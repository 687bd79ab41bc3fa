using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Analysis.Notebooks;

/// <summary>C# source as HTML, with keywords, literals and comments marked by the compiler's own scanner.</summary>
internal static class CodeHighlight
{
    /// <summary>The markup of a source text; without its tags it is that text.</summary>
    public static string Render(string source) => string.Concat(CSharpCell.Parse(source).DescendantTokens().Select(token =>
        string.Concat(token.LeadingTrivia.Select(Trivia)) + Marked(token.Text, Kind(token)) + string.Concat(token.TrailingTrivia.Select(Trivia))));

    private static string Trivia(SyntaxTrivia trivia) =>
        Marked(trivia.ToFullString(), trivia.IsDirective ? "directive" : trivia.ToString().StartsWith('/') ? "comment" : "");

    private static string Kind(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "number",
        SyntaxKind.CharacterLiteralToken => "string",
        var kind when kind.ToString() is ['I', 'n', 't', 'e', 'r', 'p', ..] || token.Value is string && kind.ToString().Contains("String", StringComparison.Ordinal) => "string",
        var kind when SyntaxFacts.IsKeywordKind(kind) || token.Text is "var" => "keyword",
        _ => "",
    };

    private static string Marked(string text, string kind) =>
        text.Length == 0 || kind.Length == 0 ? HtmlText.Escape(text) : $"<span class=\"{kind}\">{HtmlText.Escape(text)}</span>";
}
