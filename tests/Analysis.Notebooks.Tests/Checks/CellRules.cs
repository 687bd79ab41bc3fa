using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analysis.Notebooks.Tests;

/// <summary>Rules for the code in cells and for the outputs that are committed with it.</summary>
internal static partial class CellRules
{
    /// <summary>The most lines that a code cell has; what is longer belongs in the library.</summary>
    private const int MaxLines = 12;

    /// <summary>The most columns that a line of code has; what is longer must be scrolled to be read.</summary>
    private const int MaxColumns = 110;

    public static IEnumerable<(string Cell, string Message)> Length(Notebook notebook) =>
        from cell in notebook.Code
        where cell.Lines.Count > MaxLines
        select (cell.Id, $"the cell has {cell.Lines.Count} lines; expected at most {MaxLines}");

    public static IEnumerable<(string Cell, string Message)> Width(Notebook notebook) =>
        from cell in notebook.Code
        from line in cell.Lines.Index()
        where line.Item.Length > MaxColumns
        select (cell.Id, $"line {line.Index + 1} has {line.Item.Length} columns; expected at most {MaxColumns}");

    public static IEnumerable<(string Cell, string Message)> Plain(Notebook notebook) =>
        from cell in notebook.Code
        from node in CSharpCell.Parse(cell.Source).DescendantNodes()
        let what = Forbidden(node)
        where what is not null
        select (cell.Id, $"line {node.GetLocation().GetLineSpan().StartLinePosition.Line + 1} holds {what}; that belongs in the library");

    public static IEnumerable<(string Cell, string Message)> Figures(Notebook notebook)
    {
        foreach (var cell in notebook.Code.Where(cell => cell.HasTag("figure")))
        {
            if (CSharpCell.Parse(cell.Source).Members.LastOrDefault()
                is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } })
                yield return (cell.Id, "the cell is tagged figure but does not end in an expression");
            if (!cell.Outputs.Any(output => output.Data.Any(pair => pair.Key.StartsWith("image/", StringComparison.Ordinal))))
                yield return (cell.Id, "the cell is tagged figure but shows no picture");
        }
    }

    public static IEnumerable<(string Cell, string Message)> Executed(Notebook notebook)
    {
        foreach (var (index, cell) in notebook.Code.Index())
        {
            if (cell.ExecutionCount != index + 1)
                yield return (cell.Id, $"the execution count is '{cell.ExecutionCount}'; expected '{index + 1}'");
            foreach (var error in cell.Outputs.Where(output => output.Type == "error"))
                yield return (cell.Id, $"the outputs hold an error: {error.Texts.First().Text}");
        }
    }

    public static IEnumerable<(string Cell, string Message)> Reproducible(Notebook notebook) =>
        from cell in notebook.Code
        from text in cell.Outputs.SelectMany(output => output.Texts)
        from found in new[]
        {
            (What: "the path of a machine", Match: MachinePath().Match(text.Text)),
            (What: "a GUID", Match: Guid().Match(text.Text)),
            (What: "a time of day", Match: Timestamp().Match(text.Text)),
        }
        where found.Match.Success
        select (cell.Id, $"the outputs hold {found.What}: '{found.Match.Value}'");

    private static string? Forbidden(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => $"the type '{type.Identifier.Text}'",
        DelegateDeclarationSyntax type => $"the type '{type.Identifier.Text}'",
        CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax => "a loop",
        IdentifierNameSyntax { Identifier.Text: "Regex" or "RegularExpressions" } => "a regular expression",
        _ => null,
    };

    [GeneratedRegex("""(?<![\w/.])(/(home|Users|tmp|root|var|usr|mnt|work)/|[A-Za-z]:\\+)[^\s"'<>]+""")]
    private static partial Regex MachinePath();

    [GeneratedRegex("""\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b""")]
    private static partial Regex Guid();

    // Midnight is how a date without a time of day is written where a date alone has no form.
    [GeneratedRegex("""\b\d{4}-\d\d-\d\d[T ](?!00:00:00)\d\d:\d\d:\d\d""")]
    private static partial Regex Timestamp();
}
