using Parquet;
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

    public void Complete()
    {
        if (_rows.Count > 0 || !_begun) Flush();
        File.Move(Beside, _path, overwrite: true);
    }

    public void Abandon()
    {
        if (_begun) File.Delete(Beside);
    }

    private void Flush()
    {
        if (!_begun) Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        using (var stream = new FileStream(Beside, _begun ? FileMode.Open : FileMode.Create, FileAccess.ReadWrite))
        {
            var options = new ParquetOptions
            {
                CompressionMethod = CompressionMethod.Zstd,
                CompressionLevel = System.IO.Compression.CompressionLevel.Fastest,
                Append = _begun,
            };
            ParquetSerializer.SerializeAsync(_rows, stream, options).GetAwaiter().GetResult();
        }

        _begun = true;
        _rows.Clear();
    }
}

/// <summary>A table of any row type.</summary>
internal interface IParquetTable
{
    /// <summary>Writes what is left, and gives the file its name.</summary>
    void Complete();

    /// <summary>Removes what was written.</summary>
    void Abandon();
}

/// <summary>Reads Parquet files row by row.</summary>
internal static class ParquetRows
{
    /// <summary>The rows of a file, with one row group in memory at a time; columns that the row type has no property for are not read.</summary>
    /// <exception cref="InvalidDataException">The file is no Parquet file, or lacks a column; the message names it.</exception>
    public static IEnumerable<TRow> Read<TRow>(string file)
        where TRow : class, new()
    {
        using var stream = File.OpenRead(file);
        var groups = Of(file, async () =>
        {
            await using var reader = await ParquetReader.CreateAsync(stream, leaveStreamOpen: true);
            return reader.RowGroupCount;
        });
        for (var group = 0; group < groups; group++)
        {
            stream.Position = 0;
            var index = group;
            foreach (var row in Of(file, () => ParquetSerializer.DeserializeAsync<TRow>(stream, null, index)).Data) yield return row;
        }
    }

    private static T Of<T>(string file, Func<Task<T>> read)
    {
        try
        {
            return read().GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is IOException or ParquetException or InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"'{file}' cannot be read as Parquet: {error.Message}", error);
        }
    }
}
