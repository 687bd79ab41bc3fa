using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Analysis.Notebooks;

/// <summary>Finds what <c>#r</c> names: an assembly file below the session's folder, one of the host's assemblies, or a package.</summary>
/// <param name="folder">What relative paths start from.</param>
/// <param name="packages">Restores packages.</param>
internal sealed class ReferenceResolver(string folder, PackageRestore packages) : MetadataReferenceResolver
{
    private const string PackagePrefix = "nuget:";

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (reference.StartsWith(PackagePrefix, StringComparison.OrdinalIgnoreCase))
            return [.. packages.Restore(reference[PackagePrefix.Length..]).Select(ScriptReferences.Resolve)];
        var file = Path.GetFullPath(reference, folder);
        if (!File.Exists(file))
            return ScriptReferences.FromHost(reference) is { } host ? [host] : [];
        try
        {
            return [ScriptReferences.Resolve(file)];
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            throw new CellException(reference, $"#r \"{reference}\": the file cannot be read as a .NET assembly", exception);
        }
    }

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        // What the engine itself is built on is no part of what cells can use.
        if (ScriptReferences.IsEngine(definition))
            return null;
        if (ScriptReferences.FromHost(referenceIdentity.Name) is { } host)
            return host;
        var beside = definition is PortableExecutableReference { FilePath: { } file }
            ? Path.Combine(Path.GetDirectoryName(file)!, referenceIdentity.Name + ".dll")
            : "";
        return File.Exists(beside) ? ScriptReferences.Resolve(beside) : null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
