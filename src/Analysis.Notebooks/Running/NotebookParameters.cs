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
    /// <exception cref="InvalidDataException">No cell is tagged so, it has no such variable, or the value is not of its type.</exception>
    public static void Set(Notebook notebook, IReadOnlyList<string> assignments)
    {
        if (assignments.Count == 0) return;
        var twice = assignments.GroupBy(assignment => assignment.Split('=')[0]).FirstOrDefault(variable => variable.Count() > 1);
        if (twice is not null) throw new InvalidDataException($"-p sets '{twice.Key}' twice");
        var cell = notebook.Code.FirstOrDefault(cell => cell.HasTag("parameters"))
            ?? throw new InvalidDataException($"{notebook.File}: no code cell is tagged parameters, so there is nothing that -p could set");
        var declarations = CSharpCell.Parse(cell.Source).Members.OfType<FieldDeclarationSyntax>().Select(field => field.Declaration);
        var variables = declarations.SelectMany(each => each.Variables, (each, variable) => (each.Type, Variable: variable));
        var types = variables.ToDictionary(each => each.Variable.Identifier.Text, each => TypeOf(each.Type, each.Variable));
        var place = $"{notebook.File}, cell '{cell.Name}'";
        notebook.Insert(cell.Index + 1, new JsonObject
        {
            ["cell_type"] = "code",
            ["id"] = "injected-parameters",
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray("injected-parameters") },
            ["source"] = JsonText.Lines(string.Join('\n', assignments.Select(assignment => Statement(assignment, types, place)))),
            ["execution_count"] = null,
            ["outputs"] = new JsonArray(),
        });
    }

    private static string Statement(string assignment, Dictionary<string, string> types, string place)
    {
        if (assignment.Split('=', 2) is not [{ Length: > 0 } name, var value])
            throw new InvalidDataException($"-p is '{assignment}'; expected name=value");
        if (!types.TryGetValue(name, out var type))
            throw new InvalidDataException($"{place}: no variable '{name}' is declared; declared are {string.Join(", ", types.Keys)}");
        return Literal(type, value) is { } literal
            ? $"{name} = {literal};"
            : throw new InvalidDataException($"{place}: '{name}' is declared as {type}, which '{value}' is not, or cannot be set to");
    }

    // The name of the type; where var hides it, of the initial value's.
    private static string TypeOf(TypeSyntax declared, VariableDeclaratorSyntax variable) => !declared.IsVar
        ? declared.ToString()
        : variable.Initializer?.Value switch
        {
            PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: { } value } } => value.GetType().Name,
            LiteralExpressionSyntax { Token.Value: { } value } => value.GetType().Name,
            ObjectCreationExpressionSyntax creation => creation.Type.ToString(),
            MemberAccessExpressionSyntax member => member.Expression.ToString(),
            _ => "var",
        };

    private static string? Literal(string type, string value)
    {
        if (type.EndsWith('?')) return value == "null" ? value : Literal(type[..^1], value);
        return type switch
        {
            "string" or "String" => SymbolDisplay.FormatLiteral(value, quote: true),
            "bool" or "Boolean" => bool.TryParse(value, out var truth) ? (truth ? "true" : "false") : null,
            "int" or "Int32" => Number<int>(value, ""),
            "long" or "Int64" => Number<long>(value, "L"),
            "double" or "Double" => Number<double>(value, "d"),
            "decimal" or "Decimal" => Number<decimal>(value, "m"),
            "DateOnly" when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => $"new DateOnly({day.Year}, {day.Month}, {day.Day})",
            "var" or "DateOnly" => null,
            // Else an enumeration, whose members the compiler knows.
            _ => SyntaxFacts.IsValidIdentifier(type.Split('.')[^1]) && SyntaxFacts.IsValidIdentifier(value) ? $"{type}.{value}" : null,
        };
    }

    private static string? Number<T>(string value, string suffix)
        where T : struct, System.Numerics.INumber<T> =>
        T.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && T.IsFinite(number)
            ? number.ToString(null, CultureInfo.InvariantCulture) + suffix
            : null;
}
