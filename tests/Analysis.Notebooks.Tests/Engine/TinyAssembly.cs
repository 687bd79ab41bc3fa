using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Analysis.Notebooks.Tests;

/// <summary>Makes small assemblies and packages of them, so that tests need no network.</summary>
internal static class TinyAssembly
{
    public static void Write(string folder, string name, string source, params string[] beside)
    {
        Directory.CreateDirectory(folder);
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = beside.Select(file => Path.Combine(folder, file))
            .Append(Path.Combine(framework, "System.Private.CoreLib.dll"))
            .Append(Path.Combine(framework, "System.Runtime.dll"))
            .Select(file => MetadataReference.CreateFromFile(file));
        var result = CSharpCompilation
            .Create(
                name, [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(Path.Combine(folder, name + ".dll"));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    public static void Pack(string feed, string id, string version, params string[] assemblies)
    {
        using var package = ZipFile.Open(Path.Combine(feed, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        foreach (var assembly in assemblies) package.CreateEntryFromFile(assembly, $"lib/net8.0/{Path.GetFileName(assembly)}");
        using var specification = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        specification.Write(
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{id}</id><version>{version}</version><authors>tests</authors><description>A tiny package.</description>
            </metadata></package>
            """);
    }
}
