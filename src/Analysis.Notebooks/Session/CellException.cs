namespace Analysis.Notebooks;

/// <summary>A directive of a cell (<c>#!import</c>, <c>#r "nuget: …"</c>, …) that cannot be carried out.</summary>
/// <param name="line">1-based line of the directive in its cell; 0 when the place is not known.</param>
/// <param name="message">What is wrong with it.</param>
/// <param name="innerException">What it came from.</param>
internal sealed class CellException(int line, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>1-based line of the directive in its cell; 0 when the place is not known.</summary>
    public int Line { get; } = line;
}
