using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace Analysis.Notebooks;

/// <summary>
/// Assemblies as the compiler sees them. Each file is read once in a process and its symbols are shared by all sessions, which is
/// most of what makes a second session cheap to start.
/// </summary>
internal static class ScriptReferences
{
    private static readonly ConcurrentDictionary<(string File, DateTime Written), PortableExecutableReference> Cache = new();

    private static readonly Lock Compiling = new();
    private static Compilation? _first;

    private static readonly Dictionary<string, string> HostFiles =
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Namespaces that every cell may use without a directive, as in .NET Interactive, and <see cref="NotebookDisplay"/>.</summary>
    public static IReadOnlyList<string> Imports { get; } =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.Diagnostics", "System.IO", "System.Linq",
        "System.Linq.Expressions", "System.Text", "System.Threading.Tasks", typeof(NotebookDisplay).FullName!,
    ];

    /// <summary>The framework's assemblies, and this one for <see cref="NotebookDisplay"/>.</summary>
    public static Lazy<IReadOnlyList<MetadataReference>> Defaults { get; } = new(() =>
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return
        [
            .. HostFiles.Values.Where(file => Path.GetDirectoryName(file) == framework).Select(FromFile),
            FromFile(typeof(NotebookDisplay).Assembly.Location),
        ];
    });

    /// <summary>
    /// The reference for an assembly file. An assembly that the host runs with stands in for a file of the same name and no newer
    /// version: the runtime binds to it whatever the compiler saw, so that a notebook's values have the host's own types.
    /// </summary>
    /// <exception cref="BadImageFormatException">The file is no managed assembly.</exception>
    public static PortableExecutableReference Resolve(string file)
    {
        var name = AssemblyName.GetAssemblyName(file);
        return HostFiles.TryGetValue(name.Name!, out var host) && AssemblyName.GetAssemblyName(host).Version >= name.Version
            ? FromFile(host)
            : FromFile(file);
    }

    /// <summary>
    /// Compiles a cell. The compiler makes symbols for an assembly when it first meets it and looks for them in a cache of weak
    /// references later. Two sessions that meet it at the same time would make two sets, of which the next cell may find the other, and
    /// then every type is there twice. So one compiles at a time, and the first set is kept alive.
    /// </summary>
    public static ImmutableArray<Diagnostic> Compile(Script script, CancellationToken cancellation)
    {
        lock (Compiling)
        {
            var diagnostics = script.Compile(cancellation);
            _first ??= script.GetCompilation();
            return diagnostics;
        }
    }

    /// <summary>Whether a reference is the engine's own assembly.</summary>
    public static bool IsEngine(MetadataReference reference) =>
        reference is PortableExecutableReference { FilePath: { } file } && file == typeof(NotebookDisplay).Assembly.Location;

    /// <summary>The host's assembly of that simple name; null when it has none.</summary>
    public static PortableExecutableReference? FromHost(string name) =>
        HostFiles.TryGetValue(name, out var file) ? FromFile(file) : null;

    private static PortableExecutableReference FromFile(string file) =>
        Cache.GetOrAdd((file, File.GetLastWriteTimeUtc(file)), static key =>
        {
            using var stream = File.OpenRead(key.File);
            // Only the metadata is read: code makes up most of a precompiled framework assembly and the compiler never looks at it.
            var module = ModuleMetadata.CreateFromStream(stream, PEStreamOptions.PrefetchMetadata);
            return AssemblyMetadata.Create(module).GetReference(filePath: key.File);
        });
}
