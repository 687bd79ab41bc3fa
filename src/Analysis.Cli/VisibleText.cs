namespace Analysis.Cli;

/// <summary>Passes text on with control characters replaced, so that a name or a message cannot command the terminal.</summary>
internal sealed class VisibleText(TextWriter output) : TextWriter
{
    public override System.Text.Encoding Encoding => output.Encoding;

    public override void Write(char value) => output.Write(Shown(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => output.Write(Shown(value));

    public override void WriteLine(string? value) => output.WriteLine(Shown(value));

    private static string? Shown(string? text) =>
        text is null || !text.Any(char.IsControl) ? text : string.Concat(text.Select(Shown));

    private static char Shown(char letter) => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t') ? '\uFFFD' : letter;
}
