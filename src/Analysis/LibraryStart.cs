using System.Diagnostics.CodeAnalysis;
using System.Runtime.Loader;

namespace Analysis;

/// <summary>Makes the library's packages work in the host that loaded it, before the first member of the library is used.</summary>
internal static class LibraryStart
{
    private const string Formatting = "Microsoft.DotNet.Interactive.Formatting";

    // What Plotly.NET 6.0 and Deedle 8.1 ask for.
    private static readonly Version NeededFSharp = new(10, 1);

    private static readonly HashSet<string> FSharpAssemblies =
        ["FSharp.Core", "Giraffe.ViewEngine", "DynamicObj", "Plotly.NET", "Plotly.NET.CSharp", "Deedle", "Fable.Core"];

    // .NET Interactive brings an older FSharp.Core and gives it to everyone. There these assemblies get a context of their own.
    private static readonly Lazy<AssemblyLoadContext?> FSharp = new(() => HostFSharp() < NeededFSharp ? new FSharpContext() : null);

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A notebook only names the library; nothing else runs before its first use.")]
    internal static void Run()
    {
        AssemblyLoadContext.Default.Resolving += (_, name) =>
            FSharpAssemblies.Contains(name.Name!) ? FSharp.Value?.LoadFromAssemblyName(name) : null;
        AppDomain.CurrentDomain.AssemblyLoad += RegisterFormatters;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) RegisterFormatters(null, new AssemblyLoadEventArgs(assembly));
    }

    // Where there is no notebook engine, neither the formatters nor the packages that they show are loaded.
    private static void RegisterFormatters(object? sender, AssemblyLoadEventArgs loaded)
    {
        if (loaded.LoadedAssembly.GetName().Name != Formatting) return;
        AppDomain.CurrentDomain.AssemblyLoad -= RegisterFormatters;
        RegisterFormatters();
    }

    /// <summary>Registers what shows figures and tables in notebooks; again for an engine that has reset the formatters.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void RegisterFormatters()
    {
        FrameFormatters.Register();
        FigureFormatters.Register();
        ReportFormatters.Register();
    }

    private static Version? HostFSharp()
    {
        var assemblies = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        var core = assemblies.Split(Path.PathSeparator).FirstOrDefault(path => Path.GetFileName(path) == "FSharp.Core.dll");
        return core is null ? null : AssemblyName.GetAssemblyName(core).Version;
    }

    private sealed class FSharpContext() : AssemblyLoadContext("F# assemblies of Analysis")
    {
        private readonly string _folder = Path.GetDirectoryName(typeof(LibraryStart).Assembly.Location)!;

        protected override Assembly? Load(AssemblyName assemblyName) =>
            FSharpAssemblies.Contains(assemblyName.Name!) ? LoadFromAssemblyPath(Path.Combine(_folder, assemblyName.Name + ".dll")) : null;
    }
}
