using System.Text.Encodings.Web;

namespace Analysis.Cli;

/// <summary>The quality page: every figure, a row a type, every error in its context.</summary>
internal sealed class EvaluationPage
{
    private const int Context = 45;

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private readonly IReadOnlyDictionary<string, string> _texts;

    private EvaluationPage(Evaluation evaluation, IReadOnlyDictionary<string, string> texts) => (Evaluation, _texts) = (evaluation, texts);

    public Evaluation Evaluation { get; }

    /// <summary>Annotates the texts that gold annotates, and compares.</summary>
    /// <exception cref="InvalidDataException">Gold annotates a document of which there is no text.</exception>
    public static EvaluationPage Of(string goldFolder, string? textFolder, string? manifest)
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

        var annotator = Annotator.Create(Gazetteer.Open());
        var annotations = gold.Select(document => annotator.Annotate(documents[document.Id])).ToList();
        var evaluation = Analysis.Evaluation.Of(gold, annotations, KnownEntities(goldFolder));
        return new EvaluationPage(evaluation, documents.ToDictionary(pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal));
    }

    public string ToText()
    {
        var page = new StringBuilder();
        foreach (var (key, value) in Evaluation.Figures) page.Append(CultureInfo.InvariantCulture, $"{key} {value:0.000}\n");
        page.Append(CultureInfo.InvariantCulture, $"\n{"type",-24}{"gold",6}{"pred.",7}{"corr.",7}{"P",8}{"R",7}{"F1",7}")
            .Append($"  95 % of 1,000 samples of n = {Counted.Of(Evaluation.Documents, "document")}\n");
        foreach (var row in Evaluation.Types)
        {
            page.Append(CultureInfo.InvariantCulture, $"{row.Type,-24}{row.Gold,6}{row.Predicted,7}{row.Correct,7}")
                .Append(CultureInfo.InvariantCulture, $"{row.Precision,8:0.000}{row.Recall,7:0.000}{row.F1,7:0.000}")
                .Append(CultureInfo.InvariantCulture, $"  {row.Low:0.000}–{row.High:0.000}\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\n{Evaluation.Errors.Count} errors\n");
        foreach (var error in Evaluation.Errors)
        {
            page.Append(CultureInfo.InvariantCulture, $"{error.Document}:{error.Start}-{error.End} {error.Layer} {error.Problem}: ")
                .Append(error.Expected.Length > 0 ? error.Expected : "nothing").Append(" expected, ")
                .Append(error.Found.Length > 0 ? error.Found : "nothing").Append(" found\n    ")
                .Append(InContext(error)).Append('\n');
        }

        return page.ToString();
    }

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Evaluation.Documents,
            Figures = Evaluation.Figures.ToDictionary(figure => figure.Key, figure => figure.Value),
            Evaluation.Types,
            Errors = Evaluation.Errors.Select(error => new
            {
                error.Document,
                error.Start,
                error.End,
                error.Layer,
                error.Problem,
                error.Expected,
                error.Found,
                Context = InContext(error),
            }),
        },
        JsonOptions) + "\n";

    private string InContext(EvaluationError error)
    {
        var text = _texts[error.Document];
        var (from, to) = (Math.Max(0, error.Start - Context), Math.Min(text.Length, error.End + Context));
        return $"…{text[from..error.Start]}[{text[error.Start..error.End]}]{text[error.End..to]}…".Replace('\n', ' ').Replace('\r', ' ');
    }

    private static string DefaultTexts(string gold) =>
        Directory.Exists(gold) && Directory.EnumerateFiles(gold, "*.txt").Any() ? gold : CorpusFolders.Find();

    // entity_acc_known is taken over the entities of the project's own gold annotations, so that figures of different texts compare.
    private static IReadOnlySet<string> KnownEntities(string gold)
    {
        var own = GoldDocument.ReadEntities(Path.Combine(CorpusFolders.Find(), "gold"));
        return own.Count > 0 ? own : GoldDocument.ReadEntities(gold);
    }
}
