using System.Globalization;
using Analysis.Notebooks;

namespace Analysis.Cli;

/// <summary>Progress of the main job: one line that is written over on a terminal, a plain line for each notebook elsewhere.</summary>
internal sealed class RunProgressLines(TextWriter output, bool isTerminal)
{
    private const string ClearLine = "\r\u001b[K";

    private Notebook? _notebook;

    /// <summary>Reports that a cell (its place in the notebook) is about to run.</summary>
    public void Tell(Notebook notebook, int cell)
    {
        var name = Path.GetFileName(notebook.File);
        var code = notebook.Code.ToList();
        if (isTerminal)
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{ClearLine}{name}  {code.FindIndex(each => each.Index == cell) + 1}/{code.Count}  {notebook.Cells[cell].Name}"));
        else if (_notebook != notebook)
            output.WriteLine($"{name}: {Counted.Of(code.Count, "code cell")}");
        _notebook = notebook;
    }

    public void Close()
    {
        if (isTerminal) output.Write(ClearLine);
    }
}
