namespace Analysis.Cli;

/// <summary><c>analysis annotate</c>: texts in, one JSON object a line out, and nothing else on standard output.</summary>
internal static class AnnotateCommand
{
    public static readonly Argument<string[]> Inputs = new("input")
    {
        Description = "Text files, folders of *.txt, .jsonl and .jsonl.gz files, or - for JSON Lines documents "
            + "{\"id\",\"text\",\"date\",\"title\"} on standard input. What is no document is "
            + "reported on standard error and skipped, and the exit code is 1. It is 2 if the run could not be done, "
            + "130, 143 or 129 after SIGINT, SIGTERM or SIGHUP, 141 if the reader of the output ended.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static readonly Option<string?> Manifest =
        Options.Text("--manifest", "CSV", "CSV table with the columns id and file; dates and titles come from it.");

    public static readonly Option<DateOnly?> Date = Options.Read<DateOnly?>(
        "--date", "YYYY-MM-DD", "Publication date of documents that have none of their own.", text =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
                : throw new InvalidDataException($"--date is '{text}', expected YYYY-MM-DD"));

    /// <summary>The names of kinds of lines. Default: all but the line about the document.</summary>
    public static readonly Option<AnnotationKinds?> Kinds = Options.Read<AnnotationKinds?>(
        "--kinds", "mention,time,event,document",
        "What to write: any of mention, time, event, document, separated by commas; default: the first three. "
            + "document is a last line for each document: whether it is news, if not why, and how many annotations it has.",
        text => text.Split(',', StringSplitOptions.TrimEntries).Aggregate(AnnotationKinds.None, (kinds, name) => kinds | name switch
        {
            "mention" => AnnotationKinds.Mentions,
            "time" => AnnotationKinds.Times,
            "event" => AnnotationKinds.Events,
            "document" => AnnotationKinds.Document,
            _ => throw new InvalidDataException($"--kinds holds '{name}', expected mention, time, event or document"),
        }));

    public static readonly Option<bool> AnyText =
        Options.Flag("--any-text", "Also read events in texts that are not news, such as match reports, recipes and laws.");

    public static readonly Option<string?> Corrections = Options.Text("--corrections", "JSONL",
        "A person's corrections, one JSON object a line; applied after everything else. "
            + "Default: the folder's corrections.jsonl, applied to its own documents.");

    public static readonly Option<string?> Decisions =
        Options.Text("--decisions", "TSV", "Decisions on spellings (see audit); default: the folder's decisions.tsv.");

    public static readonly Option<string?> Output = Options.Text("--output", "FILE|DIR",
        "File to write in place of standard output; it is written as FILE.part and renamed when it is whole. "
            + "With --format parquet a folder.");

    public static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "jsonl (default), or parquet: five tables in the folder that --output names, one part for each shard.",
        DefaultValueFactory = _ => "jsonl",
    }.AcceptOnlyFromAmong("jsonl", "parquet");

    public static readonly Option<bool> Resume = Options.Flag(
        "--resume", "Go on after the last complete document of the --output that an interrupted run left; implies the kind document.");

    public static readonly Option<FieldNames?> Fields = Options.Read<FieldNames?>(
        "--fields", "text=NAME,date=NAME,…", "Names of the properties of JSON Lines that hold id, text, date, title and outlet.",
        FieldNames.Parse);

    public static readonly Option<(int Index, int Of)?> Shard = Options.Read<(int, int)?>(
        "--shard", "I/N", "Annotate every N-th document by position only, from the I-th; the shards 1/N to N/N together are the whole.",
        text => text.Split('/') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var of) && index >= 1 && index <= of
                ? (index, of) : throw new InvalidDataException($"--shard is '{text}', expected I/N with I from 1 to N, such as 1/4"));

    public static readonly Option<int?> Threads =
        Options.Number("--threads", "Number of threads that annotate (default: one a core); the output is the same for any number.");

    public static readonly Option<bool> Strict =
        Options.Flag("--strict", "End with exit code 2 at the first document that cannot be read or annotated.");

    public static Command Create()
    {
        var command = new Command("annotate", "Write the mentions, times and events of texts as JSON Lines.")
        {
            Inputs, Manifest, Date, CorpusOptions.Entities, Kinds, AnyText, CorpusOptions.Landmarks, Corrections, Decisions, Fields,
            Output, Format, Resume, Strict, Shard, Threads,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Resume) && result.GetValue(Output) is null) result.AddError("--resume needs --output FILE");
            if (result.GetValue(Format) == "parquet" && result.GetValue(Output) is null)
                result.AddError("--format parquet needs --output DIR");
            if (result.GetValue(Format) == "parquet" && result.GetValue(Resume))
                result.AddError("--resume goes on with lines only; tables of a shard are written anew");
            if (result.GetValue(Threads) is < 1) result.AddError("--threads expects a number of 1 or more");
        });
        return command.Doing((given, stop) =>
        {
            using var output = StandardStreams.OpenOutput();
            using var input = given.GetRequiredValue(Inputs).Contains("-") ? StandardStreams.OpenInput() : Stream.Null;
            var isQuiet = Console.IsErrorRedirected || (!Console.IsOutputRedirected && given.GetValue(Output) is null);
            return Task.FromResult(new AnnotateRun(given)
            {
                Input = input,
                Output = output,
                Error = Console.Error,
                Progress = isQuiet ? null : new AnnotateProgress(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true }),
                Stop = stop,
            }.Execute());
        });
    }
}
