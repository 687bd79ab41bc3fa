namespace Analysis.Notebooks;

/// <summary>What a host tells a session.</summary>
public sealed record CSharpSessionOptions
{
    /// <summary>
    /// The folder that relative paths in <c>#r</c>, <c>#load</c>, <c>#!import</c> and <c>#i</c> start from: the notebook's folder.
    /// Null for the process's current directory at the time the session is made.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>Told of each object that a cell displays or returns, in order, at once, on the thread of the cell.</summary>
    public Action<DisplayedObject>? Displayed { get; init; }

    /// <summary>
    /// Makes the picture (PNG) of a value that offers a Plotly figure, in place of the value's own <c>image/png</c> formatter. It is
    /// started when the value is displayed and runs beside the following cells; a null result means no picture.
    /// <see cref="CSharpSession.CompletePicturesAsync"/> awaits those that are under way.
    /// </summary>
    public Func<object, Task<byte[]?>>? Picture { get; init; }

    /// <summary>Where restored packages' projects are cached; null for the user's local application data.</summary>
    public string? PackageCache { get; init; }
}

/// <summary>An object that a cell displayed or returned.</summary>
/// <param name="Value">The object itself.</param>
/// <param name="Cell">Id of the cell.</param>
/// <param name="Output">Its representations.</param>
/// <param name="IsUpdate">Whether it took the place of an object displayed earlier.</param>
public sealed record DisplayedObject(object Value, string Cell, RichOutput Output, bool IsUpdate);
