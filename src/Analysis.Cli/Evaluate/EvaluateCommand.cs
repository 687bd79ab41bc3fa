namespace Analysis.Cli;

/// <summary><c>analysis evaluate</c>: annotates texts and compares the result with hand annotations.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> Gold =
        new("gold") { Description = "Folder of hand annotations: <doc>.mentions.jsonl, <doc>.times.jsonl, <doc>.events.jsonl." };

    private static readonly Option<string?> Texts =
        Options.Text("--texts", "DIR", "Folder of the texts (default: the gold folder's own, else the corpus).");

    private static readonly Option<string?> ManifestFile =
        Options.Text("--manifest", "CSV", "CSV table that dates the texts (default: the folder's own).");

    private static readonly Option<bool> Json = Options.Flag("--json", "Write one JSON object.");

    public static Command Create() => new Command("evaluate", "Measure the annotations against hand annotations.")
    {
        Gold, Texts, ManifestFile, Json,
    }.Doing(result =>
    {
        var evaluation = EvaluationPage.Of(result.GetRequiredValue(Gold), result.GetValue(Texts), result.GetValue(ManifestFile));
        Console.Out.Write(result.GetValue(Json) ? EvaluationPage.ToJson(evaluation) : EvaluationPage.ToText(evaluation));
    });
}
