namespace Analysis.Cli;

/// <summary><c>analysis evaluate</c>: annotates texts and compares the result with hand annotations.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> Gold =
        new("gold") { Description = "Folder of hand annotations: <doc>.mentions.jsonl, <doc>.times.jsonl, <doc>.events.jsonl." };

    private static readonly Option<string?> Texts =
        new("--texts") { Description = "Folder of the texts (default: the gold folder's own, else the corpus).", HelpName = "DIR" };

    private static readonly Option<string?> ManifestFile =
        new("--manifest") { Description = "CSV table that dates the texts (default: the folder's own).", HelpName = "CSV" };

    private static readonly Option<bool> Json = new("--json") { Description = "Write one JSON object." };

    public static Command Create()
    {
        var command = new Command("evaluate", "Measure the annotations against hand annotations.") { Gold, Texts, ManifestFile, Json };
        command.SetAction(result =>
        {
            var evaluation = EvaluationPage.Of(result.GetRequiredValue(Gold), result.GetValue(Texts), result.GetValue(ManifestFile));
            Console.Out.Write(result.GetValue(Json) ? EvaluationPage.ToJson(evaluation) : EvaluationPage.ToText(evaluation));
        });
        return command;
    }
}
