using System.Xml.Linq;
using Analysis.Tests.Corpora;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analysis.Tests.Architecture;

/// <summary>
/// The library's source, bound by the compiler, so that a use of a later stage is seen whatever it looks like: a type, a member of a
/// partial class that a later stage declares, an extension method.
/// </summary>
public sealed class Layers
{
    /// <summary>The stages in the order of the route; each is a folder of src/Analysis.Annotation or src/Analysis, or a file there such as
    /// <c>Corpus.cs</c>.</summary>
    public static readonly string[] Stages = [
        "Corpora", "Text", "Annotation", "Corrections", "Languages", "Frames", "Corpus", "Measures", "Charts", "Exchange", "Reports",
        "LibraryStart"];

    private static readonly string[] Projects = ["Analysis.Annotation", "Analysis"];

    // A partial method whose other part a source generator writes; generators do not run here.
    private const string GeneratedPart = "CS8795";

    private const string ImplicitUsings =
        "global using System; global using System.IO; global using System.Linq; global using System.Net.Http; global using "
            + "System.Threading; "
        + "global using System.Threading.Tasks; global using System.Collections.Generic; ";

    private readonly CSharpCompilation _compilation;

    public Layers()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Analysis.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(
            "Layers", references: references,
            options: new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .AddSyntaxTrees(Tree("", ImplicitUsings + string.Concat(ProjectUsings())))
            .AddSyntaxTrees(Files.Select(file => Tree(file, File.ReadAllText(Path.Combine(Repository.Root, "src", file)))));
    }

    /// <summary>Source files of the library, relative to src.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Projects.SelectMany(
            project => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Path.Combine(Repository.Root, "src"), path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
    ];

    /// <summary>What the compiler finds wrong with the declarations as they are bound here; without it a binding that failed would pass for
    /// innocent.</summary>
    public IEnumerable<Diagnostic> Errors =>
        _compilation.GetDeclarationDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != GeneratedPart);

    /// <summary>Uses of a later stage in the library, as <c>file(line): name of stage</c>.</summary>
    public IEnumerable<string> Violations() => _compilation.SyntaxTrees.SelectMany(tree => Violations(_compilation, tree));

    /// <summary>Uses of a later stage in a file that is thought into the library.</summary>
    public IEnumerable<string> ViolationsIn(string file, string source)
    {
        var tree = Tree(file, source);
        return Violations(_compilation.AddSyntaxTrees(tree), tree);
    }

    private static IEnumerable<string> ProjectUsings() =>
        from project in Projects
        from item in XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants("Using")
        from name in item.Attribute("Include")!.Value.Split(';')
        select $"global using {(item.Attribute("Alias") is { } alias ? alias.Value + " = " : "")}{name}; ";

    private static IEnumerable<string> Violations(CSharpCompilation compilation, SyntaxTree tree)
    {
        if (tree.FilePath.Length == 0) yield break;
        var model = compilation.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol?.OriginalDefinition;
            if (symbol is null or INamespaceSymbol || symbol.DeclaringSyntaxReferences.IsEmpty) continue;
            var stage = symbol.DeclaringSyntaxReferences.Min(reference => StageOf(reference.SyntaxTree.FilePath));
            if (stage > StageOf(tree.FilePath))
                yield return $"{tree.FilePath}({LineOf(name)}): {symbol.Name} of {Stages[stage]}";
        }
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>Name of the stage that a file, relative to src, belongs to.</summary>
    /// <remarks>Names, times and events share the draft of a document: they are one stage in several folders.</remarks>
    public static string StageNameOf(string file) => file.Split('/')[1] switch
    {
        "Names" or "Times" or "Events" => "Annotation",
        var name when name.EndsWith(".cs", StringComparison.Ordinal) => name.Split('.')[0],
        var folder => folder,
    };

    private static int StageOf(string file) => Array.IndexOf(Stages, StageNameOf(file));

    private static SyntaxTree Tree(string file, string source) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14), file);
}
