namespace Analysis;

/// <summary>
/// The sentences of one text as arrays, one entry a sentence, over the tokens of a <see cref="TokenStream"/>. A sentence ends at a line
/// break or at a run of <c>. ! ؟ ? …</c> that doesn't stand between digits and is followed by a blank, a closing quotation mark or a
/// letter; closing quotation marks belong to it. A paragraph is a non-empty line.
/// </summary>
internal sealed class SentenceTable
{
    /// <summary>Number of sentences.</summary>
    public int Count { get; private set; }

    /// <summary>First token of each sentence.</summary>
    public int[] FirstToken { get; private set; } = new int[64];

    /// <summary>Behind the last token of each sentence.</summary>
    public int[] EndToken { get; private set; } = new int[64];

    /// <summary>0-based paragraph of each sentence.</summary>
    public int[] Paragraph { get; private set; } = new int[64];

    /// <summary>Kind of each sentence.</summary>
    public SentenceKind[] Kind { get; private set; } = new SentenceKind[64];

    /// <summary>Sentence that holds a token.</summary>
    public int At(int token)
    {
        var found = Array.BinarySearch(FirstToken, 0, Count, token);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Makes the table hold the sentences of a stream.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="title">The document's title; the line that equals it is no running text. Empty when it has none.</param>
    public void Read(TokenStream tokens, string title)
    {
        Count = 0;
        var paragraph = -1;
        var first = 0;
        for (var token = 0; token < tokens.Count; token++)
        {
            if (tokens.AfterBreak[token])
            {
                if (token > first) Append(first, token, paragraph);
                first = token;
                paragraph++;
            }

            if (!Ends(tokens, ref token)) continue;
            Append(first, token + 1, paragraph);
            first = token + 1;
        }

        if (tokens.Count > first) Append(first, tokens.Count, paragraph);
        Classify(tokens, title);
    }

    // Moves to the last token of a terminator run, its closing quotation marks included, when the sentence ends there.
    private static bool Ends(TokenStream tokens, ref int token)
    {
        if (!IsTerminator(tokens, token)) return false;
        var last = token;
        while (last + 1 < tokens.Count && !tokens.AfterBreak[last + 1] && (IsTerminator(tokens, last + 1) || IsClosing(tokens, last + 1))) last++;
        var betweenDigits = token > 0 && tokens.Kind[token - 1] == TokenKind.Number && tokens.End[token - 1] == tokens.Start[token]
            && last + 1 < tokens.Count && tokens.Kind[last + 1] == TokenKind.Number && tokens.Start[last + 1] == tokens.End[last];
        if (betweenDigits) return false;
        token = last;
        return true;
    }

    private static bool IsTerminator(TokenStream tokens, int token) =>
        tokens.Kind[token] == TokenKind.Symbol && tokens.Text[tokens.Start[token]] is '.' or '!' or '؟' or '?' or '…';

    private static bool IsClosing(TokenStream tokens, int token) =>
        tokens.Kind[token] == TokenKind.Symbol && tokens.Start[token] == tokens.End[token - 1] && tokens.Text[tokens.Start[token]] is '"' or '”' or '»' or '’' or '\'';

    private void Append(int first, int end, int paragraph)
    {
        if (Count == FirstToken.Length)
        {
            var size = Count * 2;
            FirstToken = Resized(FirstToken, size);
            EndToken = Resized(EndToken, size);
            Paragraph = Resized(Paragraph, size);
            Kind = Resized(Kind, size);
        }

        FirstToken[Count] = first;
        EndToken[Count] = end;
        Paragraph[Count] = paragraph;
        Kind[Count] = SentenceKind.Body;
        Count++;
    }

    private void Classify(TokenStream tokens, string title)
    {
        for (var sentence = 0; sentence < Count; sentence++)
        {
            var start = tokens.Start[FirstToken[sentence]];
            var end = tokens.End[EndToken[sentence] - 1];
            if (title.Length > 0 && tokens.Text.AsSpan(start, end - start).SequenceEqual(title)) Kind[sentence] = SentenceKind.Title;
        }
    }

    private static T[] Resized<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
