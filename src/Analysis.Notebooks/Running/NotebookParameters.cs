using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analysis.Notebooks;

/// <summary>
/// Sets the variables that a notebook declares in its cell tagged <c>parameters</c>, as papermill does: a cell with assignments, tagged
/// <c>injected-parameters</c>, is put after it.
/// </summary>
public static class NotebookParameters
{
    /// <summary>Puts the cell with the assignments into the notebook.</summary>
    /// <param name="notebook">The notebook; it is changed.</param>
    /// <param name="assignments">Texts <c>name=value</c>; the value is written as C# needs it for the variable's type.</param>
    /// <exception cref="InvalidDataException">No cell is tagged so, it does not declare the variable, or the value is not of its type.</exception>
    public static void Set(Notebook notebook, IReadOnlyList<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(assignments);
        if (assignments.Count == 0) return;
        var cell = notebook.Code.FirstOrDefault(cell => cell.HasTag("parameters"))
            ?? throw new InvalidDataException($"{notebook.File}: no code cell is tagged parameters, so there is nothing that -p could set");
        var declared = CSharpCell.Parse(cell.Source).Members.OfType<FieldDeclarationSyntax>()
            .SelectMany(field => field.Declaration.Variables.Select(variable => (variable.Identifier.Text, Type: TypeOf(field.Declaration.Type, variable))))
            .ToDictionary(variable => variable.Text, variable => variable.Type, StringComparer.Ordinal);
        var lines = assignments.Select(assignment =>
        {
            var (name, value) = assignment.Split('=', 2) is [var left, var right] ? (left.Trim(), right) : throw new InvalidDataException($"-p is '{assignment}'; expected name=value");
            var type = declared.TryGetValue(name, out var known) ? known : throw new InvalidDataException(
                $"{notebook.File}, cell '{cell.Name}': no variable '{name}' is declared; declared are {string.Join(", ", declared.Keys)}");
            return Literal(type, value) is { } literal ? $"{name} = {literal};" : throw new InvalidDataException(
                $"-p {name}={value}: the notebook declares '{name}' as {(type.Length > 0 ? type : "a type that is not plain from its initial value")}, and the value is not one that can be given for it");
        });
        notebook.Insert(cell.Index + 1, new JsonObject
        {
            ["cell_type"] = "code",
            ["id"] = "injected-parameters",
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray("injected-parameters") },
            ["source"] = JsonText.Lines(string.Join('\n', lines)),
            ["execution_count"] = null,
            ["outputs"] = new JsonArray(),
        });
    }

    // The name of the type; empty where var hides it.
    private static string TypeOf(TypeSyntax declared, VariableDeclaratorSyntax variable) => declared.IsVar
        ? variable.Initializer?.Value switch
        {
            PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: { } value } } => value.GetType().Name,
            LiteralExpressionSyntax { Token.Value: { } value } => value.GetType().Name,
            InterpolatedStringExpressionSyntax => nameof(String),
            ObjectCreationExpressionSyntax creation => creation.Type.ToString(),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Parse" } parse } => parse.Expression.ToString(),
            MemberAccessExpressionSyntax member => member.Expression.ToString(),
            _ => "",
        }
        : declared.ToString();

    private static string? Literal(string type, string value)
    {
        var culture = CultureInfo.InvariantCulture;
        if (type.EndsWith('?')) return value == "null" ? value : Literal(type[..^1], value);
        return type switch
        {
            "string" or "String" => SymbolDisplay.FormatLiteral(value, quote: true),
            "bool" or "Boolean" => bool.TryParse(value, out var truth) ? (truth ? "true" : "false") : null,
            "int" or "Int32" => int.TryParse(value, NumberStyles.AllowLeadingSign, culture, out var number) ? number.ToString(culture) : null,
            "long" or "Int64" => long.TryParse(value, NumberStyles.AllowLeadingSign, culture, out var number) ? $"{number.ToString(culture)}L" : null,
            "double" or "Double" => double.TryParse(value, NumberStyles.Float, culture, out var number) && double.IsFinite(number) ? $"{number.ToString("R", culture)}d" : null,
            "decimal" or "Decimal" => decimal.TryParse(value, NumberStyles.Float, culture, out var number) ? $"{number.ToString(culture)}m" : null,
            "DateOnly" => DateOnly.TryParseExact(value, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) ? string.Create(culture, $"new DateOnly({day.Year}, {day.Month}, {day.Day})") : null,
            // Else an enumeration, whose members the compiler knows.
            _ => SyntaxFacts.IsValidIdentifier(type.Split('.')[^1]) && SyntaxFacts.IsValidIdentifier(value) ? $"{type}.{value}" : null,
        };
    }
}
