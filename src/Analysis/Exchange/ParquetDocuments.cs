namespace Analysis;

/// <summary>Reads documents from a Parquet file, such as a dump of a news archive: one row a document.</summary>
internal static class ParquetDocuments
{
    /// <summary>The documents, with one row group in memory at a time; a row that is none has the reason with it, and its number from
    /// 1.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="fields">Names of the columns.</param>
    /// <exception cref="InvalidDataException">The file is no Parquet file, or has no column of texts.</exception>
    public static IEnumerable<DocumentLine> Read(string file, FieldNames fields)
    {
        var number = 0;
        foreach (var row in ParquetRows.Read(file, fields.Text))
        {
            yield return DocumentLine.Of(++number, () => fields.Read(name => InvariantText.Format(row.GetValueOrDefault(name))));
        }
    }
}
