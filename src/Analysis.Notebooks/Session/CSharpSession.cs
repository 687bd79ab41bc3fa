using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace Analysis.Notebooks;

/// <summary>
/// Runs C# cells one after another, each seeing what the earlier ones declared. Cells may use <c>await</c>,
/// <c>#r "file.dll"</c>, <c>#r "nuget: Id, Version"</c>, <c>#i "nuget: source"</c>, <c>#load</c>, <c>#!import</c>,
/// <c>#!csharp</c>, <c>#!markdown</c>, and what <see cref="NotebookDisplay"/> offers.
/// </summary>
/// <remarks>
/// Sessions are independent of each other, but the console and the current directory belong to the process. One cell runs at a time.
/// </remarks>
public sealed class CSharpSession : IDisposable
{
    private readonly CSharpSessionOptions _options;
    private readonly ScriptOptions _scriptOptions;
    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly PackageRestore _packages;
    private readonly ErrorReport _errors = new();
    private readonly string _folder;
    private readonly Stack<string> _imports = new();
    private ScriptState<object>? _state;
    private Task _running = Task.CompletedTask;
    private int _displays;

    /// <summary>Makes a session; the compiler starts with its first cell, or earlier by <see cref="WarmUpAsync"/>.</summary>
    public CSharpSession(CSharpSessionOptions? options = null)
    {
        _options = options ?? new CSharpSessionOptions();
        _folder = Path.GetFullPath(_options.Folder ?? Directory.GetCurrentDirectory());
        _packages = new PackageRestore(_folder, _options.PackageCache ?? PackageRestore.DefaultCache) { Restored = LoadLater };
        Formatter = new MimeFormatter(_options.Picture);
        _scriptOptions = ScriptOptions.Default
            .WithReferences(ScriptReferences.Defaults.Value)
            .WithImports(ScriptReferences.Imports)
            .WithMetadataResolver(new ReferenceResolver(_folder, _packages))
            .WithSourceResolver(new LoadedSourceResolver(_folder, _errors.Know))
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8);
    }

    /// <summary>Number of cells run so far.</summary>
    public int ExecutionCount { get; private set; }

    internal MimeFormatter Formatter { get; }

    /// <summary>
    /// Starts the compiler in the background, once a process: most of a first cell's time is the compiler's own start. Hosts call it
    /// as early as they can and need not wait for it.
    /// </summary>
    public static Task WarmUpAsync() => CompilerWarmUp.Started.Value;

    /// <summary>Runs a cell. Errors in it are part of the result, not exceptions.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="cell">The cell's id, for messages.</param>
    /// <param name="output">Told of each output at once, on the thread that made it; null for nobody.</param>
    /// <param name="cancellation">
    /// Ends the wait for the cell, which then fails with <c>OperationCanceledException</c>. Code that never looks up cannot be stopped
    /// inside a process: as long as it goes on, the session takes no other cell.
    /// </param>
    /// <exception cref="InvalidOperationException">A cell of this session is still running.</exception>
    public async Task<CellResult> RunAsync(
        string source, string cell, Action<CellOutputEvent>? output = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(cell);
        if (!_running.IsCompleted)
            throw new InvalidOperationException("a cell of this session is still running; if it cannot be stopped, start a new session");
        ConsoleCapture.Install();
        var count = ++ExecutionCount;
        var recorder = new CellRecorder(this, cell, output);
        _errors.Know(cell, source);
        var running = Task.Run(
            () =>
            {
                // Both end with the flow of the cell. A culture would change outputs from machine to machine.
                CellRecorder.Current = recorder;
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
                return RunSourceAsync(source, cell, recorder, isCell: true, cancellation);
            },
            CancellationToken.None);
        _running = running;
        CellError? error;
        try
        {
            error = await running.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            error = _errors.FromException(new OperationCanceledException("the cell was cancelled"), cell);
        }

        if (error is not null)
            recorder.Fail(error);
        return new CellResult(cell, count, recorder.Outputs, error);
    }

    /// <summary>Awaits the pictures that <see cref="CSharpSessionOptions.Picture"/> is making and adds them to their outputs.</summary>
    public Task CompletePicturesAsync() => Formatter.CompletePicturesAsync();

    /// <summary>Lets go of what finds assemblies; values that cells made stay usable.</summary>
    public void Dispose() => _loader.Dispose();

    internal string NextDisplayId() => string.Create(CultureInfo.InvariantCulture, $"display-{Interlocked.Increment(ref _displays)}");

    internal void Tell(DisplayedObject displayed) => _options.Displayed?.Invoke(displayed);

    // A cell's last value is its result; an imported file has none.
    private async Task<CellError?> RunSourceAsync(string source, string name, CellRecorder recorder, bool isCell, CancellationToken cancellation)
    {
        try
        {
            var parts = CellSource.Split(source);
            for (var index = 0; index < parts.Count; index++)
            {
                var isLast = isCell && index == parts.Count - 1;
                if (await RunPartAsync(parts[index], name, recorder, isLast, cancellation).ConfigureAwait(false) is { } error)
                    return error;
            }

            return null;
        }
        catch (CellException exception)
        {
            return _errors.FromDirective(exception, name);
        }
    }

    private async Task<CellError?> RunPartAsync(
        CellPart part, string cell, CellRecorder recorder, bool isLast, CancellationToken cancellation)
    {
        switch (part.Kind)
        {
            case CellPartKind.Markdown:
                recorder.Display(part.Text, "text/markdown");
                return null;
            case CellPartKind.PackageSource:
                _packages.AddSource(part.Text);
                return null;
            case CellPartKind.Import:
                return await ImportAsync(part, recorder, cancellation).ConfigureAwait(false);
            default:
                return await RunScriptAsync(part.Text, cell, recorder, isLast, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<CellError?> ImportAsync(CellPart part, CellRecorder recorder, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(part.Text, _folder);
        if (!File.Exists(file))
            throw new CellException(part.Line, $"#!import \"{part.Text}\": there is no such file");
        if (_imports.Contains(file))
            throw new CellException(part.Line, $"#!import \"{part.Text}\": the file imports itself");
        _imports.Push(file);
        try
        {
            foreach (var (name, source) in ImportedFile.Read(file, part.Text, part.Line))
            {
                _errors.Know(name, source);
                if (await RunSourceAsync(source, name, recorder, isCell: false, cancellation).ConfigureAwait(false) is { } error)
                    return error;
            }

            return null;
        }
        finally
        {
            _imports.Pop();
        }
    }

    private async Task<CellError?> RunScriptAsync(
        string code, string cell, CellRecorder recorder, bool isLast, CancellationToken cancellation)
    {
        var options = _scriptOptions.WithFilePath(cell);
        var script = _state is null
            ? CSharpScript.Create<object>(code, options, assemblyLoader: _loader)
            : _state.Script.ContinueWith<object>(code, options);
        var errors = ScriptReferences.Compile(script, cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            return _errors.FromDiagnostics(errors, cell);
        _state = _state is null
            ? await script.RunAsync(globals: null, catchException: _ => true, cancellation).ConfigureAwait(false)
            : await script.RunFromAsync(_state, catchException: _ => true, cancellation).ConfigureAwait(false);
        try
        {
            if (_state.Exception is null && _state.ReturnValue is { } value)
            {
                if (isLast)
                    recorder.Result(value, ExecutionCount);
                else
                    recorder.Display(value, []);
            }
        }
#pragma warning disable CA1031 // Whatever a value's own formatter throws is the cell's error.
        catch (Exception exception)
        {
            return _errors.FromException(exception, cell);
        }
#pragma warning restore CA1031
        return _state.Exception is { } thrown ? _errors.FromException(thrown, cell) : null;
    }

    private void LoadLater(string file)
    {
        var name = System.Reflection.AssemblyName.GetAssemblyName(file);
        if (AssemblyIdentity.TryParseDisplayName(name.FullName, out var identity))
            _loader.RegisterDependency(identity, file);
    }
}
