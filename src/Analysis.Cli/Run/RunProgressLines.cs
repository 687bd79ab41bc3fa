namespace Analysis.Cli;

/// <summary>Progress of the main job: one line that is written over on a terminal, a plain line for each notebook elsewhere.</summary>
internal sealed class RunProgressLines(TextWriter output, bool isTerminal)
{
    private const string ClearLine = "\r\u001b[K";

    /// <summary>Reports that a cell (its place in the notebook) is about to run.</summary>
    public void Tell(Notebook notebook, int cell)
    {
        var name = Path.GetFileName(notebook.File);
        var count = notebook.Code.Count();
        var number = notebook.Code.TakeWhile(each => each.Index <= cell).Count();
        if (isTerminal) output.Write($"{ClearLine}{name}  {number}/{count}  {notebook.Cells[cell].Name}");
        else if (number == 1) output.WriteLine($"{name}: {Counted.Of(count, "code cell")}");
    }

    public void Close()
    {
        if (isTerminal) output.Write(ClearLine);
    }
}
