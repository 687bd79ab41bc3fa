namespace Analysis;

/// <summary>
/// Says how a type shows itself in a notebook. Engines know the attribute by its name and properties alone, so that the library needs no
/// package of any of them.
/// </summary>
/// <param name="formatterSourceType">A class with a parameterless constructor and <c>IEnumerable&lt;object&gt;
/// CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>
    /// MIME types that an engine should emit. Each needs a formatter, or .NET Interactive recurses without end; left out, the engine
    /// uses <c>text/html</c>.
    /// </summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
