using System.Buffers;

namespace Analysis;

/// <summary>JSON as UTF-8 bytes in a buffer that grows. Arabic is not escaped; the caller writes the marks between values.</summary>
/// <param name="capacity">Number of bytes to make room for.</param>
internal sealed class JsonText(int capacity = 1 << 16)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The characters of one or two bytes that are not escaped; a text with any other is left to the framework.
    private static readonly bool[] Plain = [.. Enumerable.Range(0, '٩' + 1).Select(code =>
        code is (>= ' ' and <= '~' and not '"' and not '\\') or (>= 'ء' and <= 'ْ') or >= '٠')];

    // Ids, types and rules hold nothing else, and are copied as a whole.
    private static readonly SearchValues<char> PlainAscii =
        SearchValues.Create([.. Enumerable.Range(0, 128).Where(code => Plain[code]).Select(code => (char)code)]);

    private const int Kept = 1 << 10;

    // Pieces of earlier lines, each at a place that follows from the strings in it: these are the same objects again and again.
    private (string? First, string Second, string Third, string Fourth, double Number, byte[]? Json)[]? _pieces;
    private byte[] _bytes = new byte[capacity];

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>Forgets what has been written.</summary>
    public void Clear() => Length = 0;

    /// <summary>Writes JSON as it is.</summary>
    public JsonText Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        Length += json.Length;
        return this;
    }

    /// <summary>Writes a name as it is, and a string or null.</summary>
    public JsonText Text(ReadOnlySpan<byte> name, string? value)
    {
        Raw(name);
        if (value is null) return Raw("null"u8);
        var room = Room((2 * value.Length) + 2);
        var (plain, at) = (Plain, 1);
        if (!value.AsSpan().ContainsAnyExcept(PlainAscii)) at += Encoding.ASCII.GetBytes(value, room[1..]);
        else foreach (var letter in value)
        {
            if (letter >= plain.Length || !plain[letter]) return Escaped(value);
            if (letter > '~') room[at++] = (byte)(0xC0 | (letter >> 6));
            room[at++] = letter > '~' ? (byte)(0x80 | (letter & 0x3F)) : (byte)letter;
        }

        room[0] = room[at] = (byte)'"';
        Length += at + 1;
        return this;
    }

    /// <summary>Writes a name as it is, and a number.</summary>
    public JsonText Number<T>(ReadOnlySpan<byte> name, T value)
        where T : IUtf8SpanFormattable
    {
        const int LongestNumber = 32;
        Raw(name);
        value.TryFormat(Room(LongestNumber), out var length, default, CultureInfo.InvariantCulture);
        Length += length;
        return this;
    }

    /// <summary>Writes a name as it is, and a list of strings.</summary>
    public JsonText List(ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        Raw(name).Raw("["u8);
        for (var at = 0; at < values.Count; at++) Text(at == 0 ? default : ","u8, values[at]);
        return Raw("]"u8);
    }

    /// <summary>Writes what was written of the same strings, as objects, and number before; false if that is not known.</summary>
    public bool Repeat(string? first, string second, string third, string fourth, double number = 0)
    {
        ref var piece = ref PieceOf(first, third);
        var known = piece.Json is not null && ReferenceEquals(piece.First, first) && ReferenceEquals(piece.Second, second)
            && ReferenceEquals(piece.Third, third) && ReferenceEquals(piece.Fourth, fourth) && piece.Number.Equals(number);
        if (known) Raw(piece.Json);
        return known;
    }

    /// <summary>Keeps what has been written from a length on for <see cref="Repeat"/>.</summary>
    public void Remember(int start, string? first, string second, string third, string fourth, double number = 0) =>
        PieceOf(first, third) = (first, second, third, fourth, number, Written[start..].ToArray());

    private ref (string? First, string Second, string Third, string Fourth, double Number, byte[]? Json) PieceOf(string? first, string third)
    {
        _pieces ??= new (string?, string, string, string, double, byte[]?)[Kept];
        return ref _pieces[((RuntimeHelpers.GetHashCode(first) * 31) + RuntimeHelpers.GetHashCode(third)) & (Kept - 1)];
    }

    private JsonText Escaped(string value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Relaxed)) json.WriteStringValue(value);
        return Raw(bytes.WrittenSpan);
    }

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count) Grow(count);
        return _bytes.AsSpan(Length);
    }

    // By itself, so that the compiler inlines the rest.
    private void Grow(int count) => Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + count));
}
