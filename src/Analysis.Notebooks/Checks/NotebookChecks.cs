using System.Text;

namespace Analysis.Notebooks;

/// <summary>The rules for the structure of the project's notebooks, so that all of them read alike and run in every C# engine.</summary>
public static class NotebookChecks
{
    /// <summary>The text of the cell tagged <c>setup</c>, the same in every notebook.</summary>
    public const string SetupSource = "#r \"../artifacts/lib/Analysis.dll\"\nusing Analysis;";

    /// <summary>The most lines that a code cell has; what is longer belongs in the library.</summary>
    public const int MaxCodeLines = 12;

    /// <summary>All rules, in the order in which they are checked.</summary>
    public static IReadOnlyList<NotebookCheck> All { get; } =
    [
        new("format", "The file is nbformat 4.5.", DocumentRules.Format),
        new("kernel", "Kernel and language are stated as .NET Interactive and Polyglot Notebooks state them.", DocumentRules.Kernel),
        new("cell-language", "Each code cell states its language for both, dotnet_interactive and polyglot_notebook.", DocumentRules.CellLanguage),
        new("cell-id", "Cell ids are unique and in kebab case.", DocumentRules.CellIds),
        new("title", "The first cell is prose that begins with a heading which asks a question.", DocumentRules.Title),
        new("setup", "The first code cell is the only one tagged setup and reads the same in every notebook.", DocumentRules.Setup),
        new("exercises", "Exercises and solutions are tagged, and each exercise has a solution at the end.", DocumentRules.Exercises),
        new("short-code", "Code cells are short.", CodeRules.Length),
        new("plain-code", "Types, loops and regular expressions belong in the library.", CodeRules.Plain),
        new("figure", "A cell tagged figure ends in an expression and shows a picture.", CodeRules.Figures),
        new("executed", "All code cells were executed once, in order, without an error.", OutputRules.Executed),
        new("reproducible", "Outputs hold no paths of a machine, GUIDs or times of day.", OutputRules.Reproducible),
    ];

    /// <summary>Checks a notebook against all rules.</summary>
    public static IReadOnlyList<NotebookFinding> Check(NotebookDocument notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return [.. All.SelectMany(check => check.Violations(notebook)
            .Select(violation => new NotebookFinding(notebook.File, violation.Cell, check.Name, violation.Message)))];
    }

    /// <summary>Checks a notebook against all rules, and that the file it was loaded from is written in the canonical form, Arabic unescaped.</summary>
    /// <param name="notebook">The notebook as <see cref="NotebookDocument.Load"/> gave it.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<NotebookFinding> CheckFile(NotebookDocument notebook)
    {
        var findings = Check(notebook);
        var found = File.ReadAllText(notebook.File, Encoding.UTF8);
        var expected = IpynbFormat.Format(notebook);
        if (found == expected)
            return findings;
        var (line, was, canonical) = LineDifference.First(found, expected)!.Value;
        return [.. findings, new NotebookFinding(
            notebook.File, "", "canonical", $"line {line} is not written as Jupyter writes it: found '{was}', expected '{canonical}'")];
    }
}
