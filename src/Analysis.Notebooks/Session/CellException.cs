namespace Analysis.Notebooks;

/// <summary>A directive of a cell (<c>#!import</c>, <c>#r "nuget: …"</c>, …) that cannot be carried out.</summary>
internal sealed class CellException : Exception
{
    /// <summary>Reports a directive whose place is known.</summary>
    /// <param name="line">1-based line of the directive in its cell.</param>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="innerException">What it came from.</param>
    public CellException(int line, string message, Exception? innerException = null)
        : base(message, innerException) => Line = line;

    /// <summary>Reports a reference met while the compiler runs, which doesn't say on which line it stands.</summary>
    /// <param name="reference">The text behind <c>#r</c>, or part of it.</param>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="innerException">What it came from.</param>
    public CellException(string reference, string message, Exception? innerException = null)
        : base(message, innerException) => Reference = reference;

    /// <summary>1-based line of the directive in its cell; null when <see cref="Reference"/> says where to look.</summary>
    public int? Line { get; }

    /// <summary>The text behind <c>#r</c>, or part of it; null when <see cref="Line"/> is known.</summary>
    public string? Reference { get; }
}
