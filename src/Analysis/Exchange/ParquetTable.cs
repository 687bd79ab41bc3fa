using Parquet;
using Parquet.Schema;
using Parquet.Serialization;

namespace Analysis;

/// <summary>
/// One Parquet file (Zstandard, fastest level) to which rows are added; it holds no more rows in memory than one row group has. It has its
/// name only when it is complete: until then it stands beside, with the ending <c>.tmp</c>.
/// </summary>
internal sealed class ParquetTable<TRow>(string path, int rowGroup) : IParquetTable
{
    private readonly List<TRow> _rows = [];
    private readonly string _path = Path.GetFullPath(path);
    private bool _begun;

    private string Beside => _path + ".tmp";

    /// <summary>Adds rows.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Add(IEnumerable<TRow> rows)
    {
        _rows.AddRange(rows);
        if (_rows.Count >= rowGroup) Flush();
    }

    public void WriteRest()
    {
        if (_rows.Count > 0 || !_begun) Flush();
    }

    public void Complete() => File.Move(Beside, _path, overwrite: true);

    public void Abandon()
    {
        if (_begun) File.Delete(Beside);
    }

    private void Flush()
    {
        var isNew = !_begun;
        if (isNew) Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        using (var stream = new FileStream(Beside, isNew ? FileMode.Create : FileMode.Open, FileAccess.ReadWrite))
        {
            _begun = true;
            var options = new ParquetOptions
            {
                CompressionMethod = CompressionMethod.Zstd,
                CompressionLevel = System.IO.Compression.CompressionLevel.Fastest,
                Append = !isNew,
            };
            try
            {
                ParquetSerializer.SerializeAsync(_rows, stream, options).GetAwaiter().GetResult();
            }
            catch (ApplicationException error) when (error.GetBaseException() is IOException cause)
            {
                throw new IOException($"'{_path}' cannot be written: {cause.Message}", error);
            }
        }

        _rows.Clear();
    }
}

/// <summary>A table of any row type.</summary>
internal interface IParquetTable
{
    /// <summary>Writes what is left.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    void WriteRest();

    /// <summary>Gives the file its name.</summary>
    void Complete();

    /// <summary>Removes what was written.</summary>
    void Abandon();
}

/// <summary>Reads Parquet files row by row, with one row group in memory at a time.</summary>
internal static class ParquetRows
{
    /// <summary>The rows of a file; columns that the row type has no property for are not read.</summary>
    /// <exception cref="InvalidDataException">The file is no Parquet file, or lacks a column; the message names the file.</exception>
    public static IEnumerable<TRow> Read<TRow>(string file)
        where TRow : class, new() => Read(file, _ => { }, async (stream, group) =>
            (await ParquetSerializer.DeserializeAsync<TRow>(stream, null, group)).Data);

    /// <summary>The rows of a file whose columns are not known beforehand, by the names of columns.</summary>
    /// <param name="file">The file.</param>
    /// <param name="needed">A column that must be there.</param>
    /// <exception cref="InvalidDataException">The file is no Parquet file, or lacks that column; the message names the file.</exception>
    public static IEnumerable<IReadOnlyDictionary<string, object>> Read(string file, string needed) => Read(
        file,
        schema =>
        {
            var names = schema.Fields.Select(field => field.Name).ToList();
            if (!names.Contains(needed))
            {
                throw new InvalidDataException(
                    $"no column '{needed}' among '{string.Join(", ", names)}'; --fields text=NAME says which column holds the text");
            }
        },
        async (stream, group) => (await ParquetSerializer.DeserializeUntypedAsync(stream, null, group)).Data);

    /// <summary>The documents in a file, such as a dump of a news archive: one row a document; a row that is none has the reason with
    /// it, and its number from 1.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="fields">Names of the columns.</param>
    /// <exception cref="InvalidDataException">The file is no Parquet file, or has no column of texts.</exception>
    public static IEnumerable<DocumentLine> Documents(string file, FieldNames fields) => Read(file, fields.Text).Select((row, at) =>
        DocumentLine.Of(at + 1, () => fields.Read(name => InvariantText.Format(row.GetValueOrDefault(name)))));

    private static IEnumerable<TRow> Read<TRow>(string file, Action<ParquetSchema> check, Func<Stream, int, Task<IList<TRow>>> read)
    {
        using var stream = RegularFile.OpenRead(file);
        var groups = Of(file, async () =>
        {
            await using var reader = await ParquetReader.CreateAsync(stream, leaveStreamOpen: true);
            check(reader.Schema);
            return reader.RowGroupCount;
        });
        for (var group = 0; group < groups; group++)
        {
            stream.Position = 0;
            var index = group;
            foreach (var row in Of(file, () => read(stream, index))) yield return row;
        }
    }

    private static T Of<T>(string file, Func<Task<T>> read)
    {
        try
        {
            return read().GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // The package throws whatever a damaged file leads it to.
        catch (Exception error)
#pragma warning restore CA1031
        {
            throw new InvalidDataException($"'{file}' cannot be read as Parquet: {error.Message}", error);
        }
    }
}
