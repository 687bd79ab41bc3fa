namespace Analysis;

/// <summary>The part of a document that a sentence belongs to. Only <see cref="Body"/> sentences count in co-mentions.</summary>
public enum SentenceKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The document's title.</summary>
    Title,

    /// <summary>A line left over from the page from which the text was taken.</summary>
    Boilerplate,
}
