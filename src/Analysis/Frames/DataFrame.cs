namespace Analysis;

/// <summary>A table of named, typed columns of one length, whatever the type of its rows. Frames never change: a verb returns another.</summary>
[TypeFormatterSource(typeof(DataFrameFormatterSource), PreferredMimeTypes = ["text/html"])]
public abstract partial class DataFrame
{
    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>The columns, in order.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>The column of that name (ordinal comparison).</summary>
    /// <exception cref="KeyNotFoundException">There is no such column; the message lists those there are.</exception>
    public Column this[string name] => Find(name);

    /// <summary>Makes a frame of rows: a column for each property, in the order of the record's parameters.</summary>
    /// <param name="rows">Records, or objects with public properties. They are copied once.</param>
    public static DataFrame<TRow> Of<TRow>(IEnumerable<TRow> rows) => new([.. rows]);

    /// <summary>Some of the columns, in the order of their names.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public DataFrame Select(params string[] columns) => new ColumnFrame([.. columns.Select(Find)]);

    /// <summary>The same frame, to be shown in a notebook with another number of rows than 20.</summary>
    public abstract DataFrame Show(int rows);

    /// <summary>
    /// What each column holds: number of values, missing and distinct ones, least and greatest; mean, standard deviation and quartiles of
    /// numbers; the most frequent value of the others.
    /// </summary>
    public DataFrame<ColumnSummary> Describe() => Of(Columns.Select(column => ColumnSummary.Of(StoredColumn.Of(column))));

    /// <summary>Size and columns, such as <c>231 rows × 9 columns: Document, Sentence, …</c>.</summary>
    public override string ToString() => InvariantText.Format(
        (FormattableString)$"{Count} rows × {Columns.Count} columns: {string.Join(", ", Columns.Select(column => column.Name))}")!;

    /// <summary>How many rows a notebook shows.</summary>
    internal int RowsShown { get; init; } = 20;

    internal StoredColumn Find(string name) => StoredColumn.Of(
        Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new KeyNotFoundException($"no column '{name}'; the columns are {string.Join(", ", Columns.Select(column => column.Name))}"));
}

/// <summary>Columns without a row type.</summary>
internal sealed class ColumnFrame(StoredColumn[] columns) : DataFrame
{
    public override int Count => columns.Length == 0 ? 0 : columns[0].Count;

    public override IReadOnlyList<Column> Columns => columns;

    public override DataFrame Show(int rows) => new ColumnFrame(columns) { RowsShown = rows };
}
