using Microsoft.Data.Analysis;

namespace Analysis;

/// <summary>A mark of a chart: a bar, cell, point, tick, node or edge.</summary>
/// <param name="First">Id of what it stands for; the first of two for a mark that joins two, such as a cell (its row) or an edge.</param>
/// <param name="Second">Id of the other thing that it joins; null where it stands for one.</param>
/// <param name="Name">The words drawn for it.</param>
/// <param name="Values">What it shows: numbers and texts, each with the name of its column.</param>
internal sealed record ChartMark(string First, string? Second, string Name, params IReadOnlyList<(string Column, object? Value)> Values)
{
    /// <summary>The name by which <see cref="Evidence.Mark"/> refers to it.</summary>
    public string Id => Second is null ? First : Evidence.Pair(First, Second)!;
}

/// <summary>The marks of a chart as a table: their ids, names and values, a record for each.</summary>
internal static class MarkTable
{
    public static Microsoft.Data.Analysis.DataFrame Of(IReadOnlyList<ChartMark> marks)
    {
        var (columns, records) = Read(marks);
        return new(columns.Select((column, index) => Column(column, [.. records.Select(record => record[index])])));
    }

    /// <summary>CSV of the table, with the addresses of each mark's passages where the figure has evidence.</summary>
    public static string Csv(IReadOnlyList<ChartMark> marks, IReadOnlyList<Evidence> evidence)
    {
        var (columns, records) = Read(marks);
        var passages = new EvidenceIndex(evidence);
        using var writer = new StringWriter { NewLine = "\n" };
        Analysis.Csv.WriteRecord(writer, evidence.Count > 0 ? [.. columns, "Evidence"] : columns);
        foreach (var (mark, record) in marks.Zip(records))
        {
            string?[] fields = [.. record.Select(InvariantText.Format)];
            var addresses = passages.Addresses(mark);
            Analysis.Csv.WriteRecord(writer, evidence.Count > 0
                ? [.. fields, addresses.Length > 0 ? string.Join("; ", addresses) : null] : fields);
        }
        return writer.ToString();
    }

    private static (string[] Columns, object?[][] Records) Read(IReadOnlyList<ChartMark> marks)
    {
        string[] ids = marks.Any(mark => mark.Second is not null) ? ["First", "Second"] : ["Id"];
        string[] values = [.. marks.SelectMany(mark => mark.Values).Select(value => value.Column).Distinct()];
        return ([.. ids, "Name", .. values], [.. marks.Select(mark => (object?[])[
            .. ids.Length == 1 ? new string?[] { mark.First } : [mark.First, mark.Second],
            mark.Name,
            .. values.Select(column => mark.Values.FirstOrDefault(value => value.Column == column).Value)])]);
    }

    private static DataFrameColumn Column(string name, object?[] values) =>
        values.Any(value => value is double) && values.All(value => value is null or double)
            ? new DoubleDataFrameColumn(name, values.Select(value => (double?)value))
            : new StringDataFrameColumn(name, values.Select(InvariantText.Format));
}
