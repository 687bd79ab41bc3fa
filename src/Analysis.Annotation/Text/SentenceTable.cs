namespace Analysis;

/// <summary>
/// The sentences of one text as parallel arrays, over the tokens of a <see cref="TokenStream"/>. A paragraph is a non-empty line. A
/// sentence ends at a line break, or at a run of <c>. ! ؟ ? …</c> that is not between digits and is followed by a space, a quotation
/// mark, a bracket or a letter. Closing marks belong to the sentence, as does the rest of the line if it contains no word. A full stop
/// inside an abbreviation, an address or a numbering does not end a sentence. Titles and boilerplate lines are one sentence each.
/// </summary>
internal sealed class SentenceTable
{
    // Domains that follow the dot of an address written in Arabic, such as العربية.نت.
    private static readonly string[] Domains = ["نت", "كوم", "اورغ", "تي"];

    public int Count { get; private set; }

    /// <summary>First token of each sentence.</summary>
    public int[] FirstToken { get; private set; } = new int[64];

    /// <summary>Token after the last token of each sentence.</summary>
    public int[] EndToken { get; private set; } = new int[64];

    /// <summary>0-based paragraph of each sentence.</summary>
    public int[] Paragraph { get; private set; } = new int[64];

    public SentenceKind[] Kind { get; private set; } = new SentenceKind[64];

    /// <summary>The sentence that contains a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="from">A sentence at or before it, from which to search: for tokens in ascending order, the previous result.</param>
    public int At(int token, int from)
    {
        while (from + 1 < Count && FirstToken[from + 1] <= token) from++;
        return from;
    }

    /// <summary>Replaces the contents by the sentences of a stream.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="title">The document's title; every line that equals it is a title. Empty if there is none.</param>
    public void Read(TokenStream tokens, string title)
    {
        Count = 0;
        var wanted = title.AsSpan().Trim();
        var paragraph = 0;
        for (int first = 0, end; first < tokens.Count; first = end, paragraph++)
        {
            end = first + 1;
            while (end < tokens.Count && !tokens.AfterBreak[end]) end++;
            var kind = KindOf(tokens, first, end, wanted);
            if (kind == SentenceKind.Body) Split(tokens, first, end, paragraph);
            else Append(first, end, paragraph, kind);
        }
    }

    private static SentenceKind KindOf(TokenStream tokens, int first, int end, ReadOnlySpan<char> title)
    {
        var line = tokens.Text.AsSpan(tokens.Start[first], tokens.End[end - 1] - tokens.Start[first]);
        if (title.Length > 0 && line.SequenceEqual(title)) return SentenceKind.Title;
        var framed = line.Length > 1 && line[0] == '|' && line[^1] == '|';
        return framed || !HasWord(tokens, first, end) ? SentenceKind.Boilerplate : SentenceKind.Body;
    }

    private void Split(TokenStream tokens, int first, int end, int paragraph)
    {
        var start = first;
        for (var token = first; token < end; token++)
        {
            if (!IsTerminator(tokens, token)) continue;
            var last = EndOfRun(tokens, token, end);
            if (Ends(tokens, token, last, start, end))
            {
                if (!HasWord(tokens, last + 1, end)) last = end - 1;
                Append(start, last + 1, paragraph, SentenceKind.Body);
                start = last + 1;
            }

            token = last;
        }

        if (start < end) Append(start, end, paragraph, SentenceKind.Body);
    }

    private static int EndOfRun(TokenStream tokens, int token, int end)
    {
        while (token + 1 < end && (IsTerminator(tokens, token + 1) || (IsClosing(tokens, token + 1) && Touch(tokens, token)))) token++;
        return token;
    }

    // Whether the run of terminators from token to last ends the sentence that began at first. The line ends at end.
    private static bool Ends(TokenStream tokens, int token, int last, int first, int end)
    {
        var next = last + 1;
        if (next == end) return true;
        var stop = token == last && tokens.Text[tokens.Start[token]] == '.';
        var attached = token > first && Touch(tokens, token - 1) && tokens.Kind[token - 1] != TokenKind.Symbol;
        if (Touch(tokens, last))
        {
            return tokens.Kind[next] switch
            {
                TokenKind.Word => !(stop && attached && IsJoint(tokens, token - 1, next)),
                TokenKind.Number => false,
                _ => IsOpening(tokens, next),
            };
        }

        // A space follows. «د. أحمد» and «1. العراق» are an initial and the number of an item.
        var initial = attached && tokens.Kind[token - 1] == TokenKind.Word && tokens.End[token - 1] - tokens.Start[token - 1] == 1;
        var item = attached && token - 1 == first && tokens.Kind[first] == TokenKind.Number && tokens.End[first] - tokens.Start[first] <= 2;
        return !(stop && (initial || item));
    }

    // Whether a full stop between two words without a space joins them: www.example.com, U.S., بي.بي.سي, العربية.نت.
    private static bool IsJoint(TokenStream tokens, int before, int after)
    {
        if (IsLatin(tokens.Text[tokens.End[before] - 1]) && IsLatin(tokens.Text[tokens.Start[after]])) return true;
        var key = tokens.Key(after);
        if (key.Length <= 2 && tokens.Key(before).Length <= 2) return true;
        foreach (var domain in Domains)
        {
            if (key.SequenceEqual(domain)) return true;
        }

        return false;
    }

    private static bool IsLatin(char letter) => letter < '\u0250';

    private static bool Touch(TokenStream tokens, int token) => tokens.End[token] == tokens.Start[token + 1];

    private static bool HasWord(TokenStream tokens, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (tokens.Kind[token] == TokenKind.Word) return true;
        }

        return false;
    }

    private static bool IsTerminator(TokenStream tokens, int token) =>
        tokens.Kind[token] == TokenKind.Symbol && tokens.Text[tokens.Start[token]] is '.' or '!' or '؟' or '?' or '…' or '۔';

    private static bool IsClosing(TokenStream tokens, int token) =>
        tokens.Kind[token] == TokenKind.Symbol && tokens.Text[tokens.Start[token]] is '"' or '”' or '»' or '›' or '’' or '\'' or ')' or ']' or '}';

    private static bool IsOpening(TokenStream tokens, int token) =>
        tokens.Text[tokens.Start[token]] is '“' or '„' or '«' or '‹' or '‘' or '(' or '[' or '{';

    private void Append(int first, int end, int paragraph, SentenceKind kind)
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
        Kind[Count] = kind;
        Count++;
    }

    private static T[] Resized<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
