using System.Globalization;
using Analysis.Notebooks;

namespace Analysis.Cli;

/// <summary>Progress of the main job: one line that is written over on a terminal, a plain line for each notebook elsewhere.</summary>
internal sealed class RunProgressLines(TextWriter output, bool isTerminal)
{
    private const string ClearLine = "\r\u001b[K";
    private readonly Lock _writing = new();

    public void Tell(RunProgress step)
    {
        var name = Path.GetFileName(step.File);
        lock (_writing)
        {
            if (isTerminal && step.Step == RunStep.CellStarted)
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{ClearLine}{name}  {step.Index + 1}/{step.Count}  {step.Cell}"));
            else if (!isTerminal && step.Step == RunStep.NotebookStarted)
                output.WriteLine($"{name}: {Counted.Of(step.Count, "code cell")}");
        }
    }

    public void Close()
    {
        if (isTerminal) output.Write(ClearLine);
    }
}
