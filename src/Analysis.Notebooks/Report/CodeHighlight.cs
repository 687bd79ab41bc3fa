namespace Analysis.Notebooks;

/// <summary>C# source as HTML, with keywords, literals and comments marked by the compiler's own scanner.</summary>
internal static class CodeHighlight
{
    /// <summary>The markup of a source text; without its tags it is that text.</summary>
    public static string Render(string source) => string.Concat(CSharpCell.Parse(source).DescendantTokens()
        .Select(token => Trivia(token.LeadingTrivia) + Marked(token.Text, Kind(token)) + Trivia(token.TrailingTrivia)));

    private static string Trivia(SyntaxTriviaList list) => string.Concat(list.Select(trivia =>
        Marked(trivia.ToFullString(), trivia.IsDirective ? "directive" : trivia.ToString().StartsWith('/') ? "comment" : "")));

    private static string Kind(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "number",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken => "string",
        var kind => SyntaxFacts.IsKeywordKind(kind) || token.Text is "var" ? "keyword" : "",
    };

    private static string Marked(string text, string kind) =>
        text.Length == 0 || kind.Length == 0 ? HtmlEncode(text) : $"<span class=\"{kind}\">{HtmlEncode(text)}</span>";
}
