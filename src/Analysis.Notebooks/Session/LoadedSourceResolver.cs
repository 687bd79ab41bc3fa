using System.Text;
using Microsoft.CodeAnalysis;

namespace Analysis.Notebooks;

/// <summary>Finds what <c>#load</c> names. All paths, nested ones too, start from the session's folder, as in .NET Interactive.</summary>
/// <param name="folder">The session's folder.</param>
/// <param name="loaded">Told of each file's name, as it was written, and its text.</param>
internal sealed class LoadedSourceResolver(string folder, Action<string, string> loaded) : SourceReferenceResolver
{
    /// <inheritdoc/>
    public override string? NormalizePath(string path, string? baseFilePath) => path;

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath) =>
        File.Exists(Path.GetFullPath(path, folder)) ? path : null;

    /// <inheritdoc/>
    public override Stream OpenRead(string resolvedPath)
    {
        var text = File.ReadAllText(Path.GetFullPath(resolvedPath, folder));
        loaded(resolvedPath, text);
        return new MemoryStream(Encoding.UTF8.GetBytes(text));
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
