namespace Analysis;

/// <summary>Splits documents into sentences and tokens without an annotator.</summary>
internal static class Segmentation
{
    private static readonly Vocabulary Open = new();

    public static (TokenStream Tokens, SentenceTable Sentences) Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tokens = new TokenStream(Open);
        tokens.Read(document.Text);
        var sentences = new SentenceTable();
        sentences.Read(tokens, document.Title);
        return (tokens, sentences);
    }

    public static IEnumerable<Sentence> Sentences(Document document)
    {
        var (tokens, table) = Read(document);
        for (var index = 0; index < table.Count; index++)
        {
            var (start, end) = (tokens.Start[table.FirstToken[index]], tokens.End[table.EndToken[index] - 1]);
            yield return new Sentence(document.Id, index, start, end, table.Paragraph[index], table.Kind[index], document.Text[start..end]);
        }
    }

    public static IEnumerable<Token> Tokens(Document document)
    {
        var (tokens, table) = Read(document);
        for (int index = 0, sentence = 0; index < tokens.Count; index++)
        {
            sentence = table.At(index, sentence);
            var (start, end, kind) = (tokens.Start[index], tokens.End[index], tokens.Kind[index]);
            var surface = document.Text[start..end];
            var normal = Normalizer.Normalize(surface, NormalizationLevel.Folded).Text;
            var taken = kind == TokenKind.Word ? ProcliticRule.Length(tokens.Key(index), out _) : 0;
            var proclitics = string.Join('+', tokens.Key(index)[..taken].ToArray());
            yield return new Token(document.Id, sentence, index, start, end, surface, normal, kind, proclitics);
        }
    }
}
