namespace Analysis.Notebooks;

/// <summary>The syntax of C# cells.</summary>
internal static class CSharpCell
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    public static CompilationUnitSyntax Parse(string source) => SyntaxFactory.ParseCompilationUnit(source, options: Script);
}
