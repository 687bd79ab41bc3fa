namespace Analysis.Cli;

/// <summary>The quality page: every figure, a row a type, every error in its context.</summary>
internal static class EvaluationPage
{
    private static readonly JsonSerializerOptions Camel = new(JsonForm.Readable)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new NaNAsNull() },
    };

    /// <summary>Annotates the texts that gold annotates, and compares.</summary>
    /// <exception cref="InvalidDataException">Gold annotates a document of which there is no text.</exception>
    public static Evaluation Of(string goldFolder, string? textFolder, string? manifest)
    {
        var gold = GoldDocument.ReadFolder(goldFolder);
        var source = DocumentSource.Open(textFolder ?? DefaultTexts(goldFolder), manifest);
        var documents = source.Read().ToDictionary(document => document.Id, StringComparer.Ordinal);
        var absent = gold.FirstOrDefault(document => !documents.ContainsKey(document.Id));
        if (absent is not null)
        {
            throw new InvalidDataException(
                $"{goldFolder} annotates document '{absent.Id}', of which there is no text in '{source.Location}' "
                + $"({string.Join(", ", documents.Keys.Take(8))})");
        }

        var annotator = Annotator.Create(Gazetteer.Load(CorpusFolders.FindEntities(null)));
        var annotations = gold.Select(document => annotator.Annotate(documents[document.Id]));
        return Evaluation.Of(gold, annotations, annotator.Gazetteer);
    }

    public static string ToText(Evaluation evaluation)
    {
        var figures = evaluation.Figures.Select(figure => double.IsNaN(figure.Value) ? $"{figure.Key} none to count\n"
            : FormattableString.Invariant($"{figure.Key} {figure.Value:0.000}\n"));
        var head = $"\n{"type",-24}{"gold",6}{"pred.",7}{"corr.",7}{"P",8}{"R",7}{"F1",7}"
            + $"  95 % interval, n = {Counted.Of(evaluation.Documents, "document")}\n";
        var types = evaluation.Types.Select(row => FormattableString.Invariant(
            $"{row.Type,-24}{row.Gold,6}{row.Predicted,7}{row.Correct,7}{row.Precision,8:0.000}{row.Recall,7:0.000}{row.F1,7:0.000}")
            + (double.IsNaN(row.Low) ? "\n" : FormattableString.Invariant($"  {row.Low:0.000}–{row.High:0.000}\n")));
        static string Shown(string side) => side.Length > 0 ? side : "nothing";
        var errors = evaluation.Errors.Select(error => FormattableString.Invariant(
            $"{error.Document}:{error.Start}-{error.End} {error.Layer} {error.Problem}: {Shown(error.Expected)} expected, ")
            + $"{Shown(error.Found)} found\n    {error.Context}\n");
        return string.Concat([.. figures, head, .. types, $"\n{evaluation.Errors.Count} errors\n", .. errors]);
    }

    public static string ToJson(Evaluation evaluation) => JsonSerializer.Serialize(
        new
        {
            evaluation.Documents,
            Figures = evaluation.Figures.ToDictionary(figure => figure.Key, figure => figure.Value),
            evaluation.Types,
            evaluation.Errors,
        },
        Camel) + "\n";

    private sealed class NaNAsNull : System.Text.Json.Serialization.JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            writer.WriteRawValue(double.IsNaN(value) ? "null" : value.ToString(CultureInfo.InvariantCulture));
    }

    private static string DefaultTexts(string gold) =>
        Directory.Exists(gold) && Directory.EnumerateFiles(gold, "*.txt").Any() ? gold : CorpusFolders.Find();
}
