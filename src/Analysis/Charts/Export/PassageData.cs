namespace Analysis;

/// <summary>The passages behind marks as the data that <c>figure.js</c> shows: addresses, and each document's sentences once.</summary>
internal static class PassageData
{
    private static readonly JsonSerializerOptions Options =
        new(JsonForm.Compact) { Converters = { new Written<CitedDocument>(Write), new Written<ShownSentence>(Write) } };

    /// <summary>
    /// The passages of one mark: <c>[[document, [[start, end, rule, [from, to], …], …]], …]</c>, a list for each document; the last pairs
    /// say what is highlighted, where that is not all of the passage.
    /// </summary>
    /// <param name="passages">The passages.</param>
    /// <param name="name">Name of a document in the data.</param>
    /// <param name="language">The language of the rules.</param>
    public static IEnumerable<CitedDocument> Of(Evidence[] passages, Func<Document, string> name, Language language) =>
        RowArray.Runs(passages, (one, other) => ReferenceEquals(one.Document, other.Document))
            .GroupBy(run => name(run[0].Document), (document, runs) => new CitedDocument(document, runs.SelectMany(run => run), language));

    /// <summary>
    /// A document with some of its sentences, or all: <c>{ id, title, …, sentences: [[start, text, paragraph, gap, length, …], …] }</c>;
    /// the pairs are its words, each with what parts it from the one before.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="sentences">The sentences.</param>
    /// <param name="words">Words by the index of their sentence; null to leave them out.</param>
    public static Dictionary<string, object> Of(
        Document document, IEnumerable<Sentence> sentences, ILookup<int, Token>? words = null) => new()
        {
            ["id"] = document.Id,
            ["title"] = document.Title.Length > 0 ? document.Title : document.TitleEnglish,
            ["outlet"] = document.Outlet,
            ["date"] = InvariantText.Format(document.Published) ?? "",
            ["language"] = document.Language,
            ["sentences"] = sentences.OrderBy(sentence => sentence.Start)
                .Select(sentence => new ShownSentence(sentence, words?[sentence.Index] ?? [])),
        };

    /// <summary>All that a page with this figure alone needs.</summary>
    public static string Inline(Figure figure)
    {
        var cited = figure.Evidence.ToLookup(passage => passage.Document, ReferenceEqualityComparer.Instance);
        var names = cited.Index().ToDictionary(
            each => each.Item.Key!, each => InvariantText.Format(each.Index)!, ReferenceEqualityComparer.Instance);
        return ToJson(new
        {
            passages = FigureMeta.Of(figure).Passages().ToDictionary(
                mark => mark.Mark, mark => Of(mark.Passages, document => names[document], figure.Language)),
            articles = cited.ToDictionary(each => names[each.Key!], each =>
                Of((Document)each.Key!, each.Select(passage => passage.Sentence).DistinctBy(sentence => sentence.Start))),
        });
    }

    public static byte[] ToUtf8Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static string ToJson(object value) => JsonSerializer.Serialize(value, Options);

    private sealed record ShownSentence(Sentence Sentence, IEnumerable<Token> Words);

    /// <summary>A document's passages behind a mark.</summary>
    internal sealed record CitedDocument(string Name, IEnumerable<Evidence> Passages, Language Language);

    // Written without an object for each number and each passage: there are millions.
    private sealed class Written<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            write(writer, value);
            writer.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter writer, ShownSentence shown)
    {
        var at = shown.Sentence.Start;
        writer.WriteNumberValue(at);
        writer.WriteStringValue(shown.Sentence.Text);
        writer.WriteNumberValue(shown.Sentence.Paragraph);
        foreach (var word in shown.Words)
        {
            writer.WriteNumberValue(word.Start - at);
            writer.WriteNumberValue(word.End - word.Start);
            at = word.End;
        }
    }

    private static void Write(Utf8JsonWriter writer, CitedDocument cited)
    {
        writer.WriteStringValue(cited.Name);
        writer.WriteStartArray();
        foreach (var passage in cited.Passages)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(passage.Span.Start);
            writer.WriteNumberValue(passage.Span.End);
            writer.WriteStringValue(cited.Language.NameOf(passage.Rule));
            foreach (var part in passage.Highlights)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(part.Start);
                writer.WriteNumberValue(part.End);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
