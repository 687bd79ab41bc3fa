namespace Analysis;

/// <summary>Splits documents into sentences and tokens without an annotator.</summary>
internal static class Segmentation
{
    private static readonly Lazy<Vocabulary> Plain = new(() =>
    {
        var vocabulary = new Vocabulary();
        vocabulary.Close();
        return vocabulary;
    });

    public static (TokenStream Tokens, SentenceTable Sentences) Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var tokens = new TokenStream(Plain.Value);
        tokens.Read(document.Text);
        var sentences = new SentenceTable();
        sentences.Read(tokens, document.Title);
        return (tokens, sentences);
    }

    public static Sentence[] Sentences(Document document)
    {
        var (tokens, table) = Read(document);
        var sentences = new Sentence[table.Count];
        for (var index = 0; index < sentences.Length; index++)
        {
            var start = tokens.Start[table.FirstToken[index]];
            var end = tokens.End[table.EndToken[index] - 1];
            sentences[index] = new Sentence(document.Id, index, start, end, table.Paragraph[index], table.Kind[index], document.Text[start..end]);
        }

        return sentences;
    }

    public static Token[] Tokens(Document document)
    {
        var (stream, table) = Read(document);
        var normalized = Normalizer.Normalize(document.Text, NormalizationLevel.Folded);
        var tokens = new Token[stream.Count];
        for (var sentence = 0; sentence < table.Count; sentence++)
        {
            for (var index = table.FirstToken[sentence]; index < table.EndToken[sentence]; index++)
            {
                var span = new Span(stream.Start[index], stream.End[index]);
                var proclitics = stream.Kind[index] == TokenKind.Word ? Proclitics(stream.Key(index)) : "";
                tokens[index] = new Token(
                    document.Id, sentence, index, span.Start, span.End, span.Of(document.Text),
                    normalized.ToNormalized(span).Of(normalized.Text), stream.Kind[index], proclitics);
            }
        }

        return tokens;
    }

    private static string Proclitics(ReadOnlySpan<char> key) => ProcliticRule.Length(key, out _) switch
    {
        0 => "",
        1 => key[..1].ToString(),
        var length => string.Join('+', key[..length].ToArray()),
    };
}
