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

    public static IEnumerable<Token> Tokens(Document document)
    {
        var (tokens, sentences) = Read(document);
        foreach (var (sentence, mark) in sentences.Index())
        {
            for (var index = mark.FirstToken; index < mark.EndToken; index++)
            {
                var (surface, kind) = (tokens.Surface(index).ToString(), tokens.Kind[index]);
                var normal = Normalizer.Normalize(surface, NormalizationLevel.Folded).Text;
                var taken = kind == TokenKind.Word ? ProcliticRule.Length(tokens.Key(index), out _) : 0;
                var proclitics = string.Join('+', tokens.Key(index)[..taken].ToArray());
                yield return new Token(
                    document.Id, sentence, index, tokens.Start[index], tokens.End[index], surface, normal, kind, proclitics);
            }
        }
    }
}
