using System.Collections;
using System.Data;
using System.Data.Common;

namespace Analysis;

/// <summary>
/// A frame as the reader that other .NET data libraries load from. Numbers and truth values keep their type, dates are
/// <see cref="DateTime"/>, everything else is text as in CSV.
/// </summary>
internal sealed class FrameDataReader(DataFrame frame) : DbDataReader, IDbColumnSchemaGenerator
{
    private readonly Column[] _columns = [.. frame.Columns];
    private readonly Type[] _types = [.. frame.Columns.Select(column => TypeFor(column.Type))];
    private int _row = -1;
    private bool _closed;

    public override int FieldCount => _columns.Length;

    public override bool HasRows => frame.Count > 0;

    public override bool IsClosed => _closed;

    public override int RecordsAffected => -1;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => !_closed && _row < frame.Count && ++_row < frame.Count;

    public override bool NextResult() => false;

    public override void Close() => _closed = true;

    public override string GetName(int ordinal) => _columns[ordinal].Name;

    public override int GetOrdinal(string name) => Array.FindIndex(_columns, column => column.Name == name) is var found and >= 0
        ? found
        : throw new ArgumentOutOfRangeException(nameof(name), name, $"no such column; the columns are {string.Join(", ", _columns.Select(column => column.Name))}");

    public override Type GetFieldType(int ordinal) => _types[ordinal];

    public override string GetDataTypeName(int ordinal) => _types[ordinal].Name;

    public override bool IsDBNull(int ordinal) => Current(ordinal) is null;

    public override object GetValue(int ordinal) => Current(ordinal) switch
    {
        null => DBNull.Value,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        var value when value.GetType() == _types[ordinal] => value,
        var value => InvariantText.Format(value)!,
    };

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new InvalidCastException($"column '{GetName(ordinal)}' holds no bytes");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        var text = GetString(ordinal);
        if (buffer is null) return text.Length;
        var count = (int)Math.Clamp(text.Length - dataOffset, 0, length);
        text.CopyTo((int)dataOffset, buffer, bufferOffset, count);
        return count;
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    public System.Collections.ObjectModel.ReadOnlyCollection<DbColumn> GetColumnSchema() =>
        Array.AsReadOnly<DbColumn>([.. Enumerable.Range(0, FieldCount).Select(i => new FrameDbColumn(_columns[i], _types[i], i))]);

    public override DataTable GetSchemaTable()
    {
        var schema = new DataTable("SchemaTable") { Locale = System.Globalization.CultureInfo.InvariantCulture };
        schema.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        schema.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        schema.Columns.Add(SchemaTableColumn.ColumnSize, typeof(int));
        schema.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        schema.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        schema.Columns.Add(SchemaTableColumn.IsUnique, typeof(bool));
        schema.Columns.Add(SchemaTableColumn.IsKey, typeof(bool));
        foreach (var column in GetColumnSchema())
            schema.Rows.Add(column.ColumnName, column.ColumnOrdinal, -1, column.DataType, column.AllowDBNull, false, false);
        return schema;
    }

    private object? Current(int ordinal) => !_closed && _row >= 0 && _row < frame.Count
        ? _columns[ordinal][_row]
        : throw new InvalidOperationException("the reader stands on no row: call Read first");

    private static Type TypeFor(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(DateOnly)) return typeof(DateTime);
        return !type.IsEnum && Type.GetTypeCode(type) is TypeCode.Boolean or (>= TypeCode.Byte and <= TypeCode.DateTime) ? type : typeof(string);
    }

    private sealed class FrameDbColumn : DbColumn
    {
        public FrameDbColumn(Column column, Type type, int ordinal)
        {
            ColumnName = column.Name;
            ColumnOrdinal = ordinal;
            DataType = type;
            DataTypeName = type.Name;
            AllowDBNull = !column.Type.IsValueType || Nullable.GetUnderlyingType(column.Type) is not null;
        }
    }
}
