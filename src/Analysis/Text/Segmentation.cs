namespace Analysis;

/// <summary>Splits documents into sentences and tokens without an annotator.</summary>
internal static class Segmentation
{
    private static readonly Vocabulary Open = new();

    /// <summary>Letters of the longest document whose stream is kept for the next.</summary>
    private const int LongestKept = 1 << 20;

    // Its arrays and tables are larger than what is read of a document.
    [ThreadStatic]
    private static TokenStream? _stream;

    /// <summary>Reads a document; the tokens are good until this thread reads the next.</summary>
    public static (TokenStream Tokens, List<SentenceMark> Sentences) Read(Document document)
    {
        var tokens = document.Text.Length > LongestKept ? new TokenStream(Open) : _stream ??= new TokenStream(Open);
        tokens.Read(document.Text);
        return (tokens, new SentenceSplitter(tokens).Split(document.Title));
    }

    /// <summary>Number of words of a document.</summary>
    public static int Words(Document document)
    {
        var (tokens, sentences) = Read(document);
        return sentences.Sum(sentence => tokens.Kind.AsSpan(sentence.FirstToken..sentence.EndToken).Count(TokenKind.Word));
    }

    /// <summary>The tokens of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="forms">What is known of forms already, for the tokens of many documents.</param>
    public static Token[] Tokens(Document document, TokenForms? forms = null)
    {
        forms ??= new TokenForms();
        List<Token> found = [];
        var (tokens, sentences) = Read(document);
        foreach (var (sentence, mark) in sentences.Index())
        {
            for (var index = mark.FirstToken; index < mark.EndToken; index++)
            {
                var form = forms.Of(document.Text, tokens, index);
                found.Add(new Token(
                    document.Id, sentence, index, tokens.Start[index], tokens.End[index], form.Surface, form.Normal, form.Kind,
                    form.Proclitics));
            }
        }

        return [.. found];
    }
}
