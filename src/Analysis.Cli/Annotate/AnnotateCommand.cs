namespace Analysis.Cli;

/// <summary><c>analysis annotate</c>: texts in, one JSON object a line out, and nothing else on standard output.</summary>
internal static class AnnotateCommand
{
    private static readonly Argument<string[]> Inputs = new("input")
    {
        Description = "Text files, folders of *.txt, .jsonl files, or - for JSON Lines documents "
            + "{\"id\",\"text\",\"date\",\"title\"} on standard input. A line that is not a document is "
            + "reported on standard error and skipped, and the exit code is 1; in a folder of .jsonl files it stops the run.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> ManifestFile =
        new("--manifest") { Description = "CSV table with the columns id and file; dates and titles come from it.", HelpName = "CSV" };

    private static readonly Option<DateOnly?> Date = new("--date")
    {
        Description = "Publication date of documents that have none of their own.",
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
            result.AddError($"--date is '{text}', expected YYYY-MM-DD");
            return null;
        },
    };

    private static readonly Option<string?> Entities =
        new("--entities") { Description = "Gazetteer in place of the folder's entities.tsv or the project's.", HelpName = "TSV" };

    private static readonly Dictionary<string, AnnotationKinds> KindNames =
        new()
        {
            ["mention"] = AnnotationKinds.Mentions, ["time"] = AnnotationKinds.Times, ["event"] = AnnotationKinds.Events,
            ["document"] = AnnotationKinds.Document,
        };

    private static readonly Option<AnnotationKinds?> Kinds = new("--kinds")
    {
        Description = "What to write: any of mention, time, event, document, separated by commas; default: the first three. "
            + "document is a last line for each document: whether it is news, if not why, and how many annotations it has.",
        HelpName = "mention,time,event,document",
        CustomParser = result =>
        {
            var kinds = AnnotationKinds.None;
            foreach (var name in result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries))
            {
                if (KindNames.TryGetValue(name, out var kind)) kinds |= kind;
                else result.AddError($"--kinds holds '{name}', expected mention, time, event or document");
            }

            return kinds;
        },
    };

    private static readonly Option<bool> AnyText = new("--any-text")
    {
        Description = "Read events in texts that are no news too, such as match reports, recipes and laws.",
    };

    private static readonly Option<bool> Landmarks = new("--landmarks")
    {
        Description = "Date events that a text ties to a landmark only by the file landmarks.tsv (phrase, date) beside the gazetteer.",
    };

    private static readonly Option<string?> CorrectionsFile = new("--corrections")
    {
        Description = "A person's corrections, one JSON object a line; applied after everything else. "
            + "Default: the folder's corrections.jsonl, applied to its own documents.",
        HelpName = "JSONL",
    };

    private static readonly Option<string?> DecisionsFile =
        new("--decisions") { Description = "Decisions on spellings (see audit); default: the folder's decisions.tsv.", HelpName = "TSV" };

    public static Command Create()
    {
        var command = new Command("annotate", "Write the mentions, times and events of texts as JSON Lines.")
        {
            Inputs, ManifestFile, Date, Entities, Kinds, AnyText, Landmarks, CorrectionsFile, DecisionsFile,
        };
        command.SetAction(result =>
        {
            using var output = Console.OpenStandardOutput();
            using var input = Console.OpenStandardInput();
            return new AnnotateRun
            {
                Inputs = result.GetRequiredValue(Inputs),
                Manifest = result.GetValue(ManifestFile),
                Date = result.GetValue(Date),
                Entities = result.GetValue(Entities),
                Kinds = result.GetValue(Kinds) ?? AnnotationKinds.All,
                AnyText = result.GetValue(AnyText),
                Landmarks = result.GetValue(Landmarks),
                CorrectionsFile = result.GetValue(CorrectionsFile),
                DecisionsFile = result.GetValue(DecisionsFile),
                Input = input,
                Output = output,
                Error = Console.Error,
            }.Execute();
        });
        return command;
    }
}
