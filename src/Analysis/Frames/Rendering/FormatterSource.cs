namespace Analysis;

/// <summary>The formatters of a type; derived classes need a parameterless constructor, for engines make them by reflection.</summary>
internal abstract class FormatterSource
{
    /// <summary>One formatter for each MIME type (objects with <c>MimeType</c> and <c>Format</c>).</summary>
    public abstract IEnumerable<object> CreateTypeFormatters();
}
