namespace Analysis;

/// <summary>
/// The sentences of one text as parallel arrays, over the tokens of a <see cref="TokenStream"/>. A paragraph is a non-empty line. A
/// sentence ends at a line break, or at a run of <c>. ! ؟ ? …</c> that is not between digits and is followed by a space, a quotation
/// mark, a bracket or a letter. Closing marks belong to the sentence, as does the rest of the line if it contains no word. A full stop
/// inside an abbreviation, an address or a numbering does not end a sentence. Titles and boilerplate lines are one sentence each.
/// </summary>
internal sealed class SentenceTable
{
    private TokenStream _tokens = null!;

    public int Count { get; private set; }

    /// <summary>First token of each sentence.</summary>
    public int[] FirstToken { get; private set; } = [];

    /// <summary>Token after the last token of each sentence.</summary>
    public int[] EndToken { get; private set; } = [];

    /// <summary>0-based paragraph of each sentence.</summary>
    public int[] Paragraph { get; private set; } = [];

    public SentenceKind[] Kind { get; private set; } = [];

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
        _tokens = tokens;
        Count = 0;
        if (Kind.Length < _tokens.Count)
        {
            (FirstToken, EndToken, Paragraph) = (new int[_tokens.Count], new int[_tokens.Count], new int[_tokens.Count]);
            Kind = new SentenceKind[_tokens.Count];
        }

        title = title.Trim();
        var paragraph = 0;
        for (int first = 0, end; first < _tokens.Count; first = end, paragraph++)
        {
            end = first + 1;
            while (end < _tokens.Count && !_tokens.AfterBreak[end]) end++;
            var kind = KindOf(first, end, title);
            if (kind == SentenceKind.Body) Split(first, end, paragraph);
            else Append(first, end, paragraph, kind);
        }
    }

    private SentenceKind KindOf(int first, int end, string title)
    {
        var line = _tokens.Text.AsSpan(_tokens.Start[first], _tokens.End[end - 1] - _tokens.Start[first]);
        if (title.Length > 0 && line.SequenceEqual(title)) return SentenceKind.Title;
        return line is ['|', .., '|'] || !HasWord(first, end) ? SentenceKind.Boilerplate : SentenceKind.Body;
    }

    private void Split(int first, int end, int paragraph)
    {
        var start = first;
        for (var token = first; token < end; token++)
        {
            if (!IsTerminator(token)) continue;
            var last = token;
            while (last + 1 < end && (IsTerminator(last + 1) || (IsClosing(last + 1) && Touch(last)))) last++;
            if (Ends(token, last, start, end))
            {
                if (!HasWord(last + 1, end)) last = end - 1;
                Append(start, last + 1, paragraph, SentenceKind.Body);
                start = last + 1;
            }

            token = last;
        }

        if (start < end) Append(start, end, paragraph, SentenceKind.Body);
    }

    // Whether the run of terminators from token to last ends the sentence that began at first. The line ends at end.
    private bool Ends(int token, int last, int first, int end)
    {
        var (before, next) = (token - 1, last + 1);
        if (next == end) return true;
        var stop = token == last && _tokens.Text[_tokens.Start[token]] == '.' && token > first && Touch(before);
        if (Touch(last))
        {
            return _tokens.Kind[next] switch
            {
                TokenKind.Word => !(stop && IsJoint(before, next)),
                TokenKind.Number => false,
                _ => IsOpening(next),
            };
        }

        // A space follows. «د. أحمد» and «1. العراق» are an initial and the number of an item.
        var initial = stop && _tokens.Kind[before] == TokenKind.Word && Length(before) == 1;
        var item = stop && _tokens.Kind[before] == TokenKind.Number && Length(before) <= 2 && before == first;
        return !initial && !item;
    }

    // Whether a full stop between two tokens without a space joins them: www.example.com, U.S., بي.بي.سي, العربية.نت.
    private bool IsJoint(int before, int after)
    {
        if (_tokens.Kind[before] == TokenKind.Symbol) return false;
        if (IsLatin(_tokens.Text[_tokens.End[before] - 1]) && IsLatin(_tokens.Text[_tokens.Start[after]])) return true;
        return (_tokens.Key(before).Length <= 2 && _tokens.Key(after).Length <= 2) || _tokens.Key(after) is "نت" or "كوم" or "اورغ" or "تي";
    }

    private static bool IsLatin(char letter) => letter < '\u0250';

    private int Length(int token) => _tokens.End[token] - _tokens.Start[token];

    private bool Touch(int token) => _tokens.End[token] == _tokens.Start[token + 1];

    private bool HasWord(int first, int end) => _tokens.Kind.AsSpan(first, end - first).Contains(TokenKind.Word);

    private bool IsTerminator(int token) =>
        _tokens.Kind[token] == TokenKind.Symbol && _tokens.Text[_tokens.Start[token]] is '.' or '!' or '؟' or '?' or '…' or '۔';

    private bool IsClosing(int token) => _tokens.Text[_tokens.Start[token]] is '"' or '”' or '»' or '›' or '’' or '\'' or ')' or ']' or '}';

    private bool IsOpening(int token) => _tokens.Text[_tokens.Start[token]] is '“' or '„' or '«' or '‹' or '‘' or '(' or '[' or '{';

    private void Append(int first, int end, int paragraph, SentenceKind kind)
    {
        (FirstToken[Count], EndToken[Count], Paragraph[Count], Kind[Count]) = (first, end, paragraph, kind);
        Count++;
    }
}
