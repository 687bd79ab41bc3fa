namespace Analysis;

/// <summary>Splits documents into sentences and tokens without an annotator.</summary>
internal static class Segmentation
{
    private static readonly Vocabulary Open = new();

    public static (TokenStream Tokens, List<SentenceMark> Sentences) Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tokens = new TokenStream(Open);
        tokens.Read(document.Text);
        return (tokens, new SentenceSplitter(tokens).Split(document.Title));
    }

    /// <summary>The tokens of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="forms">What is known of forms already, for the tokens of many documents.</param>
    public static IEnumerable<Token> Tokens(Document document, TokenForms? forms = null)
    {
        forms ??= new TokenForms();
        var (tokens, sentences) = Read(document);
        foreach (var (sentence, mark) in sentences.Index())
        {
            for (var index = mark.FirstToken; index < mark.EndToken; index++)
            {
                var form = forms.Of(tokens, index);
                yield return new Token(
                    document.Id, sentence, index, tokens.Start[index], tokens.End[index], form.Surface, form.Normal, form.Kind,
                    form.Proclitics);
            }
        }
    }
}
