namespace Analysis;

/// <summary>
/// Some documents of an input that are read together. An input is a sequence of batches: they are made in order on one thread, and read
/// on any.
/// </summary>
/// <param name="source">Name of the file, for messages.</param>
/// <param name="count">How many documents there are at most; they are numbered from the batch's first position.</param>
/// <param name="bytes">Their size in the input.</param>
/// <param name="read">Reads the documents, once.</param>
internal sealed class DocumentBatch(string source, int count, long bytes, Func<DocumentBatch, IEnumerable<DocumentLine>> read)
{
    /// <summary>Name of the file, for messages.</summary>
    public string Source { get; } = source;

    /// <summary>How many documents there are at most.</summary>
    public int Count { get; } = count;

    /// <summary>Their size in the input, in bytes.</summary>
    public long Bytes { get; } = bytes;

    /// <summary>Number of the first line; 0 for a whole file.</summary>
    public int FirstLine { get; init; }

    /// <summary>What a person should know of how it was read, such as its encoding; null if there is nothing.</summary>
    public string? Note { get; set; }

    /// <summary>The batches of JSON Lines.</summary>
    /// <param name="input">The lines; the stream is closed at the end.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="fields">The names of the properties; null for the project's own form.</param>
    public static IEnumerable<DocumentBatch> OfLines(Stream input, string source, FieldNames? fields)
    {
        using var lines = TextEncodings.ToUtf8(input, out var encoding);
        foreach (var block in LineBlock.Read(lines))
        {
            yield return new DocumentBatch(source, block.Count, block.Length, _ => block.Documents(fields))
            {
                FirstLine = block.FirstLine,
                Note = block.FirstLine == 1 ? TextEncodings.Note(source, encoding) : null,
            };
        }
    }

    /// <summary>The documents, and what is wrong with those that are none.</summary>
    public IEnumerable<DocumentLine> Read() => read(this);

    /// <summary>What is wrong with a document, with its place.</summary>
    public string Locate(DocumentLine line) =>
        line.Number > 0 ? FormattableString.Invariant($"{Source}, line {line.Number}: {line.Problem}")
        : line.Problem!.StartsWith(Source, StringComparison.Ordinal) ? line.Problem : $"{Source}: {line.Problem}";
}
