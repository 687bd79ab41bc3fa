namespace Analysis.Cli;

/// <summary>The folder of an export. Its files are written whole or not at all: beside their place first, then renamed.</summary>
internal sealed class ExportFolder(string folder, bool byteOrderMark = false)
{
    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>Writes a file; folders in its name are made.</summary>
    public void Write(string name, Action<Stream> write) => AtomicFile.Write(PathOf(name), write);

    /// <summary>Writes text as UTF-8.</summary>
    public void WriteText(string name, Action<TextWriter> write) =>
        AtomicFile.WriteText(PathOf(name), new UTF8Encoding(false), write);

    /// <summary>Writes a table as CSV, with a byte order mark if that was asked for.</summary>
    public void WriteCsv(string name, DataFrame table) =>
        TableView.TryCreate(table)!.ToCsv(PathOf(name), byteOrderMark);

    /// <summary>Full path of a file or folder in it.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Path of a file for messages.</summary>
    public string Shown(string name) => Project.Shown(PathOf(name));

    /// <summary>
    /// A file name for a document's id, which may hold anything: letters, digits, hyphens and underscores stand for themselves, so do
    /// points after the first character; every other is written as <c>%</c> and its code in hexadecimal, so that two ids never share a
    /// file. A long name is cut, and ends with a hash of the id.
    /// </summary>
    public static string FileNameOf(string id)
    {
        const int MostLetters = 60; // Of four bytes each at most; file systems allow 255.
        var name = string.Concat(id.Select((letter, at) =>
            char.IsLetterOrDigit(letter) || letter is '-' or '_' || (letter == '.' && at > 0)
                ? $"{letter}"
                : FormattableString.Invariant($"%{(int)letter:X4}")));
        return name.Length <= MostLetters ? name
            : FormattableString.Invariant($"{name[..MostLetters]}-{DocumentKey.Of(id):x32}");
    }
}
