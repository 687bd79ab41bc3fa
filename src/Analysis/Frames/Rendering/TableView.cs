using Microsoft.Data.Analysis;

namespace Analysis;

/// <summary>
/// What is shown of a table: HTML, plain text and CSV of a frame or column of Microsoft.Data.Analysis, of a frame or series of Deedle, and
/// of a sequence of records or of objects of anonymous types. The same table is always the same text, under every culture.
/// </summary>
public sealed class TableView : ITabular
{
    private const int RowsByDefault = 20;

    /// <summary>Most columns that are shown; more cannot be read on a page.</summary>
    private const int MostColumns = 30;

    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly string _note;

    internal TableView(IReadOnlyList<TableColumn> columns, int rows, string note = "") =>
        (_columns, RowCount, _note) = (columns, rows, note);

    /// <summary>Names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.Select(column => column.Name)];

    /// <summary>Number of rows, those that are not shown included.</summary>
    public int RowCount { get; }

    /// <summary>The columns that are shown.</summary>
    internal IEnumerable<TableColumn> ShownColumns => _columns.Take(MostColumns);

    /// <summary>Number of rows that are shown.</summary>
    internal int ShownRows => Math.Min(RowCount, MostRows);

    /// <summary>Which columns hold numbers.</summary>
    internal IEnumerable<bool> Numeric => _columns.Select(column => column.IsNumber);

    /// <summary>Whether its columns are parts of Arabic lines, and so run from right to left in every language.</summary>
    internal bool IsRightToLeft => _columns.Any(column => column.Align is not null);

    /// <summary>What is not shown or not counted; empty where nothing is.</summary>
    internal string Caption => CaptionIn(Language.English);

    internal string CaptionIn(Language language) => language.List(new[]
    {
        RowCount == 0 ? language.Text("table-empty") : Cut(language, "table-rows", MostRows, RowCount),
        Cut(language, "table-columns", MostColumns, _columns.Count), language.Say(_note),
        ShownColumns.Any(column => !column.IsNumber && Enumerable.Range(0, ShownRows).Select(column.Text)
            .Any(text => UnlistedName.IsIn(text) || (language.IsRightToLeft && UnlistedName.NameOf(text) is not null)))
            ? language.Text("unlisted").TrimEnd('.') : "",
    }.Where(part => part.Length > 0));

    /// <summary>What the table shows, where that is not the value itself; else null.</summary>
    internal object? Source { get; init; }

    private int MostRows { get; init; } = RowsByDefault;

    /// <summary>The table of a value; null where the value is no table.</summary>
    /// <param name="value">Any value.</param>
    public static TableView? TryCreate(object? value) => value switch
    {
        ITabular table => table.ToTable(),
        DataFrame frame => Of(frame.Columns),
        DataFrameColumn column => Of([column]),
        IEnumerable<object> rows when RecordOf(rows.GetType()) is { } record => Of(record, [.. rows]),
        null or string => null,
        _ => DeedleTable.TryCreate(value),
    };

    /// <summary>The table with another number of rows shown than 20.</summary>
    /// <param name="rows">Most rows that are shown.</param>
    public TableView Show(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return new(_columns, RowCount, _note) { MostRows = rows, Source = Source };
    }

    /// <summary>
    /// The table for readers of a file: its heads, kinds, names and dates in words are Arabic where the language is. Numbers and days stay;
    /// ids beside names are left out.
    /// </summary>
    internal TableView In(Language language) => !language.IsRightToLeft ? this : new(
        [
            .. _columns.Where(column => column.Name != "Id" || !Columns.Contains("Name")).Select(column => column with
            {
                Name = language.Say(column.Name),
                Value = row => column.Value(row) is var value && (column.IsNumber || value is null or DateOnly or DateTime)
                    ? value : ShownText.WithoutIsolates(HtmlTable.Shown(column, InvariantText.Format(value)!, language)),
            }),
        ],
        RowCount, _note);

    /// <summary>
    /// The shown rows as an HTML table that needs neither script nor style sheet; columns of Arabic run from right to left.
    /// </summary>
    /// <param name="language">Language of heads, kinds and names; default: English.</param>
    public string ToHtml(Language? language = null) => HtmlTable.Of(this, language ?? Language.English);

    /// <summary>Writes all rows as CSV (RFC 4180, lines end with LF); a missing value is an empty field, an empty text <c>""</c>.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="forExcel">
    /// Whether a text that a spreadsheet would take for a formula, since it begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab or a
    /// carriage return, gets a <c>'</c> in front.
    /// </param>
    public void WriteCsv(TextWriter writer, bool forExcel = false)
    {
        var field = forExcel ? InertField : (Func<object?, string?>)InvariantText.Format;
        CsvOutput.WriteRecord(writer, [.. Columns.Select(field)]);
        var fields = new string?[_columns.Count];
        for (var row = 0; row < RowCount; row++)
        {
            for (var column = 0; column < fields.Length; column++) fields[column] = field(_columns[column].Value(row));
            CsvOutput.WriteRecord(writer, fields);
        }
    }

    /// <summary>The values of a row, of all columns.</summary>
    internal IEnumerable<object?> Values(int row) => _columns.Select(column => column.Value(row));

    /// <summary>Writes all rows to a CSV file in UTF-8.</summary>
    /// <param name="path">File to write; it is replaced, whole or not at all. Folders are made.</param>
    /// <param name="byteOrderMark">
    /// Whether the file is for Excel: it begins with a byte order mark, and no text in it is a formula; see <see cref="WriteCsv"/>.
    /// </param>
    public void ToCsv(string path, bool byteOrderMark = false) =>
        AtomicFile.WriteText(path, new UTF8Encoding(byteOrderMark), writer => WriteCsv(writer, byteOrderMark));

    /// <summary>All rows as the bytes of a CSV file in UTF-8; for Excel as <see cref="ToCsv"/> with a byte order mark.</summary>
    internal byte[] ToCsvBytes(bool forExcel = false)
    {
        using var csv = new MemoryStream();
        using (var writer = new StreamWriter(csv, new UTF8Encoding(forExcel))) WriteCsv(writer, forExcel);
        return csv.ToArray();
    }

    /// <summary>The shown rows as plain text in columns, one line a row; texts over 40 characters are cut.</summary>
    public override string ToString() => TextTable.Of(this);

    TableView ITabular.ToTable() => this;

    internal static TableView Of(IReadOnlyList<DataFrameColumn> columns) => new(
        [.. columns.Select(TableColumn.Of)],
        columns.Count == 0 ? 0 : checked((int)columns[0].Length));

    /// <summary>The type of the records in a sequence; null where they are none, or hold more than values and lists of texts.</summary>
    private static Type? RecordOf(Type sequence) => sequence.GetInterfaces()
        .Where(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(each => each.GetGenericArguments()[0])
        .FirstOrDefault(item => RowColumns.IsRecord(item) && RowColumns.Of(item).All(column => IsPlain(column.Type)));

    private static bool IsPlain(Type type) =>
        type.IsValueType || type == typeof(string) || type.IsAssignableTo(typeof(IEnumerable<string>));

    private static TableView Of(Type record, object?[] rows) =>
        new([.. RowColumns.Of(record).Select(column => TableColumn.Of(column, row => rows[row]))], rows.Length);

    private static string? InertField(object? value) => InvariantText.Format(value) is var text && value is not null
        && InvariantText.IsNumber(value.GetType()) ? text : CsvOutput.Inert(text);

    private static string Cut(Language language, string what, int most, int all) => most < all ? language.Text(what, most, all) : "";
}

/// <summary>A value that is shown as a table.</summary>
internal interface ITabular
{
    TableView ToTable();
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand to the right.</param>
/// <param name="Value">The value in a row; null where it is missing.</param>
internal sealed record TableColumn(string Name, bool IsNumber, Func<int, object?> Value)
{
    /// <summary>A column of a frame.</summary>
    public static TableColumn Of(DataFrameColumn column) =>
        new(column.Name, InvariantText.IsNumber(column.DataType), row => column[row]);

    /// <summary>A column that records make.</summary>
    public static TableColumn Of(RowColumn column, Func<int, object?> record) =>
        new(column.Name, InvariantText.IsNumber(column.Type), row => column.Value(record(row)));

    /// <summary>Where texts stand; null: by their direction. At an edge they are kept in one line.</summary>
    public ColumnAlign? Align { get; init; }

    /// <summary>
    /// A cell as it is shown, empty where the value is missing, a dash for NaN; fractions with four decimals, small ones with four digits.
    /// </summary>
    public string Text(int row) => Value(row) switch
    {
        double.NaN => "–",
        double number => Number(number),
        float number => Number(number),
        var value => InvariantText.Format(value) ?? "",
    };

    private static string Number(double number)
    {
        var format = number == Math.Floor(number) && Math.Abs(number) < 1e15 ? "0" : Math.Abs(number) >= 1e-4 ? "0.####" : "0.###e0";
        return number.ToString(format, CultureInfo.InvariantCulture);
    }
}

/// <summary>Where the texts of a column stand.</summary>
internal enum ColumnAlign
{
    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right edge.</summary>
    Right,
}
