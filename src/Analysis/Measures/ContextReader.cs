namespace Analysis;

/// <summary>Reads the words around passages of one document.</summary>
internal sealed class ContextReader(Document document, IReadOnlyList<Token> tokens, int context)
{
    private readonly int[] _starts = [.. tokens.Select(token => token.Start)];

    /// <summary>The line of a passage, with context within its paragraph.</summary>
    public ConcordanceLine Read(int start, int end)
    {
        // The first word that ends after the start, and the first that begins at the end or later; punctuation lies between words.
        var first = IndexAt(start);
        if (first > 0 && tokens[first - 1].End > start) first--;
        var after = IndexAt(end);
        var from = tokens.Count == 0 || context == 0 ? start : tokens[Math.Clamp(first - context, 0, tokens.Count - 1)].Start;
        var to = tokens.Count == 0 || context == 0 ? end : tokens[Math.Clamp(after - 1 + context, 0, tokens.Count - 1)].End;
        var text = document.Text;
        var sentence = tokens.Count == 0 ? 0
            : tokens[first < tokens.Count && (first == 0 || tokens[first].Start <= start) ? first : first - 1].Sentence;
        var before = text[Math.Min(from, start)..start];
        var behind = text[end..Math.Max(to, end)];
        return new(
            document.Id, document.Published, sentence,
            ShownText.OneLine(before[(before.LastIndexOf('\n') + 1)..]), ShownText.OneLine(text[start..end]),
            ShownText.OneLine(behind.Split('\n')[0]), start, end);
    }

    private int IndexAt(int offset)
    {
        var index = Array.BinarySearch(_starts, offset);
        return index < 0 ? ~index : index;
    }
}
