using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analysis.Notebooks;

/// <summary>Rules for the code in cells.</summary>
internal static class CodeRules
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    public static IEnumerable<(string Cell, string Message)> Length(NotebookDocument notebook) =>
        from cell in DocumentRules.Code(notebook)
        where cell.Lines.Count > NotebookChecks.MaxCodeLines
        select (cell.Id, $"the cell has {cell.Lines.Count} lines; expected at most {NotebookChecks.MaxCodeLines}");

    public static IEnumerable<(string Cell, string Message)> Plain(NotebookDocument notebook) =>
        from cell in DocumentRules.Code(notebook)
        from node in Parse(cell).DescendantNodes()
        let what = Forbidden(node)
        where what is not null
        select (cell.Id, $"line {node.GetLocation().GetLineSpan().StartLinePosition.Line + 1} holds {what}; that belongs in the library");

    public static IEnumerable<(string Cell, string Message)> Figures(NotebookDocument notebook)
    {
        foreach (var cell in DocumentRules.Code(notebook).Where(cell => cell.HasTag("figure")))
        {
            if (Parse(cell).Members is not [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } }])
                yield return (cell.Id, "the cell is tagged figure but does not end in an expression");
            if (!cell.Outputs.OfType<RichOutput>().Any(output => output.Data.Any(pair => pair.Key.StartsWith("image/", StringComparison.Ordinal))))
                yield return (cell.Id, "the cell is tagged figure but shows no picture");
        }
    }

    private static CompilationUnitSyntax Parse(NotebookCell cell) => SyntaxFactory.ParseCompilationUnit(cell.Source, options: Script);

    private static string? Forbidden(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => $"the type '{type.Identifier.Text}'",
        DelegateDeclarationSyntax type => $"the type '{type.Identifier.Text}'",
        CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax => "a loop",
        IdentifierNameSyntax { Identifier.Text: "Regex" or "RegularExpressions" } => "a regular expression",
        _ => null,
    };
}
