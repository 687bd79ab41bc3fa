using System.Reflection;

namespace Analysis;

/// <summary>What charts need beside the library's code; it lies in the assemblies, so that no file can be missing.</summary>
internal static class ChartAssets
{
    private static readonly Lazy<string> Script = new(() =>
    {
        var plotly = typeof(GenericChart).Assembly;
        return Encoding.UTF8.GetString(Read(plotly,
            plotly.GetManifestResourceNames().Single(name => name.EndsWith(".min.js", StringComparison.Ordinal))));
    });

    /// <summary>plotly.js, the version that comes with Plotly.NET: 2.28.0.</summary>
    public static string PlotlyScript => Script.Value;

    /// <summary>Bytes of an embedded file, such as <c>fonts/noto-sans-latin-400-normal.woff2</c>.</summary>
    public static byte[] Read(string name) => Read(typeof(ChartAssets).Assembly, name);

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} was built without {name}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
