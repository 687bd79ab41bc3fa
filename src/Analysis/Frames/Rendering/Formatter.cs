namespace Analysis;

/// <summary>Writes values of one type in one MIME type; engines call both members by their names.</summary>
/// <param name="mimeType">The MIME type that is written.</param>
/// <param name="write">Writes a value.</param>
internal sealed class Formatter<T>(string mimeType, Action<T, TextWriter> write)
{
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the value; false where it is of another type, which leaves it to the engine.</summary>
    public bool Format(object? instance, TextWriter writer)
    {
        if (instance is not T value) return false;
        write(value, writer);
        return true;
    }
}
