using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Analysis;

/// <summary>What the library does when its first member is used: it makes its packages work in the host that loaded it.</summary>
internal static class LibraryStart
{
    private const string Formatting = "Microsoft.DotNet.Interactive.Formatting";

    // What Plotly.NET 6.0 and Deedle 8.1 ask for.
    private static readonly Version NeededFSharp = new(10, 1);

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A cell only says which library it uses; the library has to make itself ready.")]
    internal static void Run()
    {
        if (HostFSharp() < NeededFSharp)
        {
            var context = new FSharpContext(Path.GetDirectoryName(typeof(LibraryStart).Assembly.Location)!);
            AssemblyLoadContext.Default.Resolving += (_, name) => context.Find(name);
        }

        if (AppDomain.CurrentDomain.GetAssemblies().Any(IsFormatting)) RegisterFormatters();
        else AppDomain.CurrentDomain.AssemblyLoad += RegisterWithFormatting;
    }

    // The version of FSharp.Core that the host brings, which it gives to everyone who asks for the same or an older one; null where it brings none.
    private static Version? HostFSharp() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES"))?.Split(Path.PathSeparator)
            .FirstOrDefault(path => path.EndsWith("FSharp.Core.dll", StringComparison.OrdinalIgnoreCase)) is { } path
            ? AssemblyName.GetAssemblyName(path).Version
            : null;

    private static void RegisterWithFormatting(object? sender, AssemblyLoadEventArgs args)
    {
        if (!IsFormatting(args.LoadedAssembly)) return;
        AppDomain.CurrentDomain.AssemblyLoad -= RegisterWithFormatting;
        RegisterFormatters();
    }

    private static bool IsFormatting(Assembly assembly) => assembly.GetName().Name == Formatting;

    // Not inlined: its types must not be loaded before the context stands.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RegisterFormatters()
    {
        FrameFormatters.Register();
        FigureFormatters.Register();
    }

    private sealed class FSharpContext(string folder) : AssemblyLoadContext("F# assemblies of Analysis")
    {
        private static readonly HashSet<string> Names =
            ["FSharp.Core", "Giraffe.ViewEngine", "DynamicObj", "Plotly.NET", "Plotly.NET.CSharp", "Deedle", "Fable.Core"];

        public Assembly? Find(AssemblyName name) => Names.Contains(name.Name!) ? LoadFromAssemblyName(name) : null;

        protected override Assembly? Load(AssemblyName assemblyName) =>
            Names.Contains(assemblyName.Name!) ? LoadFromAssemblyPath(Path.Combine(folder, assemblyName.Name + ".dll")) : null;
    }
}
