namespace Analysis;

/// <summary>What charts need beside the library's code; it lies in the assemblies, so that no file can be missing.</summary>
internal static partial class ChartAssets
{
    private static readonly Lazy<string> Script =
        new(() => Encoding.UTF8.GetString(Read(typeof(GenericChart).Assembly, "Plotly.NET.plotly-2.28.0.min.js")));

    /// <summary>plotly.js, the version that comes with Plotly.NET.</summary>
    public static string PlotlyScript => Script.Value;

    /// <summary>The script that brings figures to life, with its texts in a language.</summary>
    public static string FigureScript(Language language)
    {
        string[] keys = ["passages", "documents", .. LanguageTexts.Keys.Where(key => key.StartsWith("page-", StringComparison.Ordinal))];
        var texts = keys.ToDictionary(key => key, key => LanguageTexts.Of(language.Code, key));
        texts["language"] = language.Tag;
        return $"globalThis.analysisTexts ??= {PassageData.ToJson(texts)};\n{ReadText("legend.js")}{ReadText("figure.js")}";
    }

    /// <summary>Bytes of an embedded file, such as <c>fonts/noto-sans-latin-400-normal.woff2</c>.</summary>
    public static byte[] Read(string name) => Read(typeof(ChartAssets).Assembly, name);

    /// <summary>An embedded text, such as <c>figure.js</c>.</summary>
    public static string ReadText(string name) => Encoding.UTF8.GetString(Read(name));

    /// <summary>A piece of markup with its names in braces, such as <c>{title}</c>, filled in.</summary>
    /// <param name="markup">The markup.</param>
    /// <param name="part">The markup that stands for a name.</param>
    public static string Fill(string markup, Func<string, string> part) => Name().Replace(markup, found => part(found.Groups[1].Value));

    /// <summary>Bytes of a file that is embedded in an assembly.</summary>
    internal static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex("""\{([a-z-]+)\}""")]
    private static partial Regex Name();
}
