using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using Analysis.Notebooks;

namespace Analysis.Cli;

/// <summary><c>analysis worker</c>, hidden: the process that <see cref="Worker"/> starts.</summary>
internal sealed class WorkerCommand : IDisposable
{
    public const string Name = "worker";

    private readonly BlockingCollection<Request> _requests = [];
    private readonly StreamWriter _reports;
    private readonly Lock _reporting = new();
    private FigureCollection? _figures;
    private TableCollection? _tables;
    private Corpus? _corpus;

    private WorkerCommand(string reports) =>
        _reports = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, reports), new UTF8Encoding(false));

    public static Command Create()
    {
        var requests = new Argument<string>("requests");
        var reports = new Argument<string>("reports");
        var command = new Command(Name) { requests, reports };
        command.Hidden = true;
        command.SetAction(async (result, _) =>
        {
            // Ctrl-C reaches every process of the terminal; the parent decides.
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
            using var worker = new WorkerCommand(result.GetValue(reports)!);
            var reader = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, result.GetValue(requests)!), Encoding.UTF8);
            new Thread(() => worker.Listen(reader)) { IsBackground = true }.Start();
            await worker.WorkAsync().ConfigureAwait(false);
            // A thread that a notebook left running must not hold the process.
            Environment.Exit(0);
        });
        return command;
    }

    public void Dispose()
    {
        _requests.Dispose();
        _reports.Dispose();
    }

    private void Listen(StreamReader reader)
    {
        while (reader.ReadLine() is { } line) _requests.Add(WorkerMessages.Parse<Request>(line));
        // The parent is gone.
        Process.GetCurrentProcess().Kill();
    }

    private void Tell(Report report)
    {
        lock (_reporting)
        {
            _reports.WriteLine(WorkerMessages.Format(report));
            _reports.Flush();
        }
    }

    private async Task WorkAsync()
    {
        foreach (var request in _requests.GetConsumingEnumerable())
        {
            try
            {
                switch (request)
                {
                    case OpenOutput open: Open(open); break;
                    case RunNotebook run: await RunAsync(run).ConfigureAwait(false); break;
                    case WriteTables: WriteCorpus(); break;
                    default: return;
                }
            }
            catch (Exception error) when (Failures.IsInput(error))
            {
                Tell(new Refused(error.Message));
                return;
            }
        }
    }

    private void Open(OpenOutput open)
    {
        _corpus = Corpus.Open();
        _figures = new FigureCollection(Path.Combine(open.Folder, "figures"), open.Written, Tell);
        _tables = new TableCollection(Path.Combine(open.Folder, "tables"), open.Written, Tell);
        Tell(new CorpusOpened(_corpus.Folder, _corpus.Warnings));
    }

    private async Task RunAsync(RunNotebook request)
    {
        var notebook = Notebook.Parse(request.Notebook.ToJsonString(), request.File);
        // Figures and tables are named after the notebook's number and the cell.
        var prefix = Path.GetFileNameWithoutExtension(request.File).Split('-')[0] + "-";
        var run = await new NotebookRunner
        {
            CellStarted = cell => Tell(new CellStarted(cell.Index)),
            CellFinished = cell => Tell(new CellFinished(cell.Index, cell.ExecutionCount, new JsonArray([.. cell.Outputs.Select(output => output.Json.DeepClone())]))),
            Draw = (cell, figure) => _figures?.AddAsync(prefix + cell, figure) ?? Task.FromResult<byte[]?>(null),
            TableShown = (cell, table) => _tables?.Add(prefix + cell, table),
        }.RunAsync(notebook).ConfigureAwait(false);
        Tell(new NotebookFinished(run.FailedCell, run.Error));
    }

    private void WriteCorpus()
    {
        var corpus = _corpus!;
        foreach (var (name, table) in CorpusTables.Of(corpus)) _tables!.Add(name, TableView.TryCreate(table)!);
        Tell(new TablesWritten(
            FormattableString.Invariant($"Made from {corpus.Documents.Count} documents, {corpus.Mentions.Count} mentions, {corpus.Times.Count} time expressions and {corpus.Events.Count} events; every number leads back to the sentences behind it."),
            [.. corpus.CorrectionsIdle.Select(correction => correction.ToWarning())]));
    }
}
