using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>Collects the outputs of one running cell in the order in which they come, from whatever threads, and tells them on.</summary>
/// <param name="session">The session that the cell runs in.</param>
/// <param name="cell">Id of the cell.</param>
/// <param name="told">Told of each output at once; null for nobody.</param>
internal sealed class CellRecorder(CSharpSession session, string cell, Action<CellOutputEvent>? told)
{
    private static readonly AsyncLocal<CellRecorder?> Ambient = new();
    private readonly Lock _gate = new();
    private readonly List<CellOutput> _outputs = [];

    /// <summary>The recorder of the cell that the current asynchronous flow belongs to; null outside of cells.</summary>
    public static CellRecorder? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>The outputs so far; a later update of a displayed value shows in the list.</summary>
    public IReadOnlyList<CellOutput> Outputs => _outputs;

    /// <summary>Adds text on a standard stream.</summary>
    public void Write(string stream, string text)
    {
        if (text.Length == 0)
            return;
        lock (_gate)
        {
            if (_outputs is [.., StreamOutput last] && last.Name == stream)
                _outputs[^1] = last with { Text = last.Text + text };
            else
                _outputs.Add(new StreamOutput(stream, text));
            Tell(new CellOutputEvent(new StreamOutput(stream, text)));
        }
    }

    /// <summary>Adds a displayed value; the handle can put another in its place.</summary>
    public DisplayedValue Display(object? value, IReadOnlyList<string> mimeTypes)
    {
        var (data, metadata) = session.Formatter.Format(value, mimeTypes);
        return Add(value, new DisplayData(data, metadata));
    }

    /// <summary>Adds a representation as it is.</summary>
    public DisplayedValue Display(string text, string mimeType) =>
        Add(text, new DisplayData(new JsonObject { [mimeType] = text }, []));

    /// <summary>Adds the value of the cell's last expression.</summary>
    public void Result(object value, int executionCount)
    {
        var (data, metadata) = session.Formatter.Format(value, []);
        Add(value, new ExecuteResult(data, metadata, executionCount));
    }

    /// <summary>Adds the error that ended the cell.</summary>
    public void Fail(CellError error)
    {
        lock (_gate)
        {
            var output = new ErrorOutput(error.Name, error.Message, error.Traceback);
            _outputs.Add(output);
            Tell(new CellOutputEvent(output));
        }
    }

    /// <summary>Puts a value in the place of one displayed earlier.</summary>
    public void Update(int index, string displayId, object? value)
    {
        var (data, metadata) = session.Formatter.Format(value, []);
        var output = new DisplayData(data, metadata);
        lock (_gate)
        {
            _outputs[index] = output;
            Tell(new CellOutputEvent(output, displayId, IsUpdate: true));
        }

        if (value is not null)
            Outside(() => session.Tell(new DisplayedObject(value, cell, output, IsUpdate: true)));
    }

    /// <summary>Runs the host's own code, whose console output is not the cell's.</summary>
    public static void Outside(Action host)
    {
        var current = Current;
        Current = null;
        try
        {
            host();
        }
        finally
        {
            Current = current;
        }
    }

    private void Tell(CellOutputEvent output)
    {
        if (told is not null)
            Outside(() => told(output));
    }

    private DisplayedValue Add(object? value, RichOutput output)
    {
        int index;
        var displayId = session.NextDisplayId();
        lock (_gate)
        {
            index = _outputs.Count;
            _outputs.Add(output);
            Tell(new CellOutputEvent(output, output is DisplayData ? displayId : null));
        }

        if (value is not null)
            Outside(() => session.Tell(new DisplayedObject(value, cell, output, IsUpdate: false)));
        return new DisplayedValue(this, index, displayId);
    }
}
