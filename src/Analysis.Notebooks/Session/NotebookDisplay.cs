namespace Analysis.Notebooks;

/// <summary>What cells can call without a directive; the names are those that .NET Interactive's notebooks use.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1708", Justification = "display(x) and x.Display() are what notebooks say.")]
public static class NotebookDisplay
{
    /// <summary>Shows a value as an output of the running cell.</summary>
    /// <param name="value">Any value, null too.</param>
    /// <param name="mimeTypes">The representations to show; by default those that suit the value.</param>
    /// <returns>A handle that can put another value in its place.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
#pragma warning disable IDE1006 // The name that notebooks use.
    public static DisplayedValue display(object? value, params string[] mimeTypes) => Recorder.Display(value, mimeTypes);
#pragma warning restore IDE1006

    /// <inheritdoc cref="display"/>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Recorder.Display(value, mimeTypes);

    /// <summary>Marks text as HTML, to be shown unescaped.</summary>
    public static RawHtml HTML(string html) => new(html);

    private static CellRecorder Recorder =>
        CellRecorder.Current ?? throw new InvalidOperationException("values can be displayed only while a cell runs");
}

/// <summary>A value shown by a cell, which another can replace in place.</summary>
public sealed class DisplayedValue
{
    private readonly CellRecorder _recorder;
    private readonly int _index;

    internal DisplayedValue(CellRecorder recorder, int index, string id) => (_recorder, _index, Id) = (recorder, index, id);

    /// <summary>Identifies the output in its session (the transient <c>display_id</c> of Jupyter).</summary>
    public string Id { get; }

    /// <summary>Shows another value in this place, also from a later cell.</summary>
    public void Update(object? value) => _recorder.Update(_index, Id, value);
}

/// <summary>HTML that is shown as it is.</summary>
/// <param name="Html">The markup.</param>
public sealed record RawHtml(string Html)
{
    /// <summary>The markup.</summary>
    public override string ToString() => Html;
}
