using System.Text;
using Plotly.NET;

namespace Analysis;

/// <summary>What charts need beside the library's code; it lies in the assemblies, so that no file can be missing.</summary>
internal static class ChartAssets
{
    private static readonly Lazy<string> Script = new(ReadScript);

    /// <summary>plotly.js, the version that comes with Plotly.NET: 2.28.0.</summary>
    public static string PlotlyScript => Script.Value;

    /// <summary>Bytes of an embedded file, such as <c>fonts/noto-sans-latin-400-normal.woff2</c>.</summary>
    public static byte[] Read(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string name) =>
        typeof(ChartAssets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the library was built without {name}");

    private static string ReadScript()
    {
        var plotly = typeof(GenericChart).Assembly;
        var name = plotly.GetManifestResourceNames().Single(resource => resource.EndsWith(".min.js", StringComparison.Ordinal));
        using var reader = new StreamReader(plotly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
