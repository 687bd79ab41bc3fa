namespace Analysis;

/// <summary>The forms in which JSON is written and read: Arabic unescaped, lines ending with <c>\n</c>.</summary>
internal static class JsonForm
{
    /// <summary>One line.</summary>
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Indented by two.</summary>
    public static readonly JsonSerializerOptions Readable = new(Compact) { WriteIndented = true, NewLine = "\n" };

    /// <summary>A file of the library's own, which a person may have edited: nothing in it may be unknown, missing or twice.</summary>
    public static readonly JsonSerializerOptions File = new(Readable)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads such a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="expected">What it should hold.</param>
    /// <exception cref="InvalidDataException">It does not; the message names it, and the line where that is known.</exception>
    public static T Read<T>(string path, string source, string expected)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Utf8Text.Read(path, source), File) ?? throw new JsonException("null found");
        }
        catch (JsonException fault)
        {
            var line = fault.LineNumber is { } number ? FormattableString.Invariant($", line {number + 1}") : "";
            throw new InvalidDataException($"{source}{line}: {JsonFault.Describe(fault)}; {expected} expected", fault);
        }
    }
}
