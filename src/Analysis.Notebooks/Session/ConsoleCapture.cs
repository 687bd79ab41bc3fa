using System.Globalization;
using System.Text;

namespace Analysis.Notebooks;

/// <summary>
/// Leads what a cell writes to the console to that cell. The console belongs to the process, so a writer that looks up the cell of
/// the current asynchronous flow takes its place once; whatever runs outside of cells goes on writing to the old one.
/// </summary>
internal static class ConsoleCapture
{
    private static readonly Lock Gate = new();
    private static TextWriter? _out;
    private static TextWriter? _error;

    /// <summary>Puts the writers in place, again if someone has replaced them.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (_out is null || Console.Out != _out)
            {
                Console.SetOut(new CellWriter("stdout", Console.Out));
                _out = Console.Out;
            }

            if (_error is null || Console.Error != _error)
            {
                Console.SetError(new CellWriter("stderr", Console.Error));
                _error = Console.Error;
            }
        }
    }

    private sealed class CellWriter : TextWriter
    {
        private readonly string _stream;
        private readonly TextWriter _outside;

        // Numbers and line ends are part of outputs that get committed: the same on every machine.
        public CellWriter(string stream, TextWriter outside)
            : base(CultureInfo.InvariantCulture)
        {
            (_stream, _outside) = (stream, outside);
            CoreNewLine = ['\n'];
        }

        public override Encoding Encoding => _outside.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            if (CellRecorder.Current is { } recorder)
                recorder.Write(_stream, value ?? "");
            else
                _outside.Write(value);
        }

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void Flush()
        {
            if (CellRecorder.Current is null)
                _outside.Flush();
        }
    }
}
