namespace Analysis.Notebooks.Tests;

/// <summary>The rules for the project's notebooks, so that all of them read alike and run in every C# kernel.</summary>
internal static class NotebookChecks
{
    /// <summary>The text of the cell tagged <c>setup</c>, the same in every notebook.</summary>
    public const string SetupSource =
        """
        #r "../artifacts/lib/Analysis.dll"
        #r "../artifacts/lib/Plotly.NET.CSharp.dll"
        using Analysis; using Deedle; using Microsoft.Data.Analysis; using Plotly.NET; using Plotly.NET.CSharp;
        using Chart = Plotly.NET.CSharp.Chart; using Figure = Analysis.Figure; using Frame = Deedle.Frame;
        """;

    internal static IReadOnlyList<NotebookCheck> All { get; } =
    [
        new("format", DocumentRules.Format),
        new("kernel", DocumentRules.Kernel),
        new("cell-language", DocumentRules.CellLanguage),
        new("cell-id", DocumentRules.CellIds),
        new("title", DocumentRules.Title),
        new("setup", DocumentRules.Setup),
        new("exercises", DocumentRules.Exercises),
        new("short-code", CellRules.Length),
        new("narrow-code", CellRules.Width),
        new("plain-code", CellRules.Plain),
        new("figure", CellRules.Figures),
        new("executed", CellRules.Executed),
        new("reproducible", CellRules.Reproducible),
    ];

    /// <summary>Checks a notebook against all rules, and that its file is written as Jupyter writes it, Arabic unescaped.</summary>
    /// <param name="notebook">The notebook as <see cref="Notebook.Load"/> gave it.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<NotebookFinding> Check(Notebook notebook)
    {
        var findings = All.SelectMany(check => check.Violations(notebook)
            .Select(violation => new NotebookFinding(notebook.File, violation.Cell, check.Name, violation.Message))).ToList();
        if (LineDifference.First(File.ReadAllText(notebook.File), notebook.ToString()) is { } difference)
        {
            findings.Add(new NotebookFinding(
                notebook.File, "", "canonical",
                $"line {difference.Line} is not written as Jupyter writes it: found '{difference.Left}', expected '{difference.Right}'"));
        }

        return findings;
    }
}

/// <summary>A rule that notebooks follow.</summary>
/// <param name="Name">Short name in kebab case.</param>
/// <param name="Violations">Finds the cells (empty for the whole notebook) that break it, and says how.</param>
internal sealed record NotebookCheck(string Name, Func<Notebook, IEnumerable<(string Cell, string Message)>> Violations);
