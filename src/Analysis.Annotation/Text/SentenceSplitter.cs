namespace Analysis;

/// <summary>A sentence of a <see cref="TokenStream"/>.</summary>
/// <param name="FirstToken">Its first token.</param>
/// <param name="EndToken">The token after its last.</param>
/// <param name="Start">Start offset in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Paragraph">0-based paragraph.</param>
/// <param name="Kind">Whether it is running text.</param>
internal readonly record struct SentenceMark(int FirstToken, int EndToken, int Start, int End, int Paragraph, SentenceKind Kind);

/// <summary>
/// Splits the tokens of a text into sentences. A paragraph is a non-empty line. A
/// sentence ends at a line break, or at a run of <c>. ! ؟ ? …</c> that is not between digits and is followed by a space, a quotation
/// mark, a bracket or a letter. Closing marks belong to the sentence, as does the rest of the line if it contains no word. A full stop
/// inside an abbreviation, an address or a numbering does not end a sentence. Titles and boilerplate lines are one sentence each.
/// </summary>
internal sealed class SentenceSplitter(TokenStream tokens)
{
    private readonly List<SentenceMark> _sentences = [];

    /// <summary>The sentences in text order.</summary>
    /// <param name="title">The document's title; every line that equals it is a title. Empty if there is none.</param>
    public List<SentenceMark> Split(string title)
    {
        title = Letters.Plain(title.Trim());
        for (int first = 0, end, paragraph = 0; first < tokens.Count; first = end, paragraph++)
        {
            end = first + 1;
            while (end < tokens.Count && !tokens.AfterBreak[end]) end++;
            var kind = KindOf(first, end, title);
            if (kind == SentenceKind.Body) Split(first, end, paragraph);
            else Add(first, end, paragraph, kind);
        }

        return _sentences;
    }

    private SentenceKind KindOf(int first, int end, string title)
    {
        var line = tokens.Text.AsSpan()[tokens.Start[first]..tokens.End[end - 1]];
        if (title.Length > 0 && line.SequenceEqual(title)) return SentenceKind.Title;
        return line is ['|', .., '|'] || !HasWord(first, end) ? SentenceKind.Boilerplate : SentenceKind.Body;
    }

    private void Split(int first, int end, int paragraph)
    {
        for (var token = first; token < end; token++)
        {
            if (!IsTerminator(token)) continue;
            var start = token;
            while (token + 1 < end && (IsTerminator(token + 1) || (IsClosing(token + 1) && Touch(token)))) token++;
            if (!Ends(start, token, first, end)) continue;
            if (!HasWord(token + 1, end)) token = end - 1;
            Add(first, token + 1, paragraph, SentenceKind.Body);
            first = token + 1;
        }

        if (first < end) Add(first, end, paragraph, SentenceKind.Body);
    }

    // Whether the run of terminators from token to last ends the sentence that began at first. The line ends at end.
    private bool Ends(int token, int last, int first, int end)
    {
        var (before, next) = (token - 1, last + 1);
        if (next == end) return true;
        var stop = token == last && FirstOf(token) == '.' && token > first && Touch(before);
        if (Touch(last))
        {
            return tokens.Kind[next] switch
            {
                TokenKind.Word => !(stop && IsJoint(before, next)),
                TokenKind.Number => false,
                _ => FirstOf(next) is '“' or '„' or '«' or '‹' or '‘' or '(' or '[' or '{',
            };
        }

        // A space follows. «د. أحمد» and «1. العراق» are an initial and the number of an item.
        return !stop || (tokens.Kind[before], tokens.End[before] - tokens.Start[before]) switch
        {
            (TokenKind.Word, 1) => false,
            (TokenKind.Number, <= 2) => before != first,
            _ => true,
        };
    }

    // Whether a full stop between two tokens without a space joins them: www.example.com, U.S., بي.بي.سي, العربية.نت.
    private bool IsJoint(int before, int after)
    {
        if (tokens.Kind[before] == TokenKind.Symbol) return false;
        if (IsLatin(tokens.Text[tokens.End[before] - 1]) && IsLatin(FirstOf(after))) return true;
        return (tokens.Key(before).Length <= 2 && tokens.Key(after).Length <= 2) || tokens.Key(after) is "نت" or "كوم" or "اورغ" or "تي";
    }

    private static bool IsLatin(char letter) => letter < '\u0250';

    private char FirstOf(int token) => tokens.Text[tokens.Start[token]];

    private bool Touch(int token) => tokens.End[token] == tokens.Start[token + 1];

    private bool HasWord(int first, int end) => tokens.Kind.AsSpan(first, end - first).Contains(TokenKind.Word);

    private bool IsTerminator(int token) =>
        tokens.Kind[token] == TokenKind.Symbol && FirstOf(token) is '.' or '!' or '؟' or '?' or '…' or '۔';

    private bool IsClosing(int token) => FirstOf(token) is '"' or '”' or '»' or '›' or '’' or '\'' or ')' or ']' or '}';

    private void Add(int first, int end, int paragraph, SentenceKind kind) =>
        _sentences.Add(new SentenceMark(first, end, tokens.Start[first], tokens.End[end - 1], paragraph, kind));
}
