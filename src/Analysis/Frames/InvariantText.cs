using System.Collections;
using System.Globalization;
using System.Text;

namespace Analysis;

/// <summary>Values as text and back, the same under every culture: how cells are shown, written to files and read from them.</summary>
internal static class InvariantText
{
    private const string DateFormat = "yyyy-MM-dd";
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>
    /// Dates as <c>yyyy-MM-dd</c>, times in ISO 8601, <c>true</c> and <c>false</c>, enumerations by name, numbers so that they read back
    /// exactly, lists with their items joined by <c>; </c> (a semicolon or backslash in an item gets a backslash in front). Null for null.
    /// </summary>
    public static string? Format(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString(DateFormat, Culture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", Culture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", Culture),
        Enum member => member.ToString(),
        IFormattable formattable => formattable.ToString(null, Culture),
        IEnumerable items => string.Join("; ", items.Cast<object?>().Select(item => Escape(Format(item) ?? ""))),
        _ => value.ToString(),
    };

    /// <summary>Whether the type, or the type that it makes nullable, is a number.</summary>
    public static bool IsNumber(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
    }

    /// <summary>A boxed number as a double.</summary>
    public static double ToDouble(object number) => Convert.ToDouble(number, Culture);

    /// <summary>The inverse of <see cref="Format"/>; false where the text is no value of the type.</summary>
    public static bool TryParse(string text, Type type, out object? value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        value = type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, Culture, out var i) ? i : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, Culture, out var l) ? l : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, Culture, out var d) ? d : null,
            _ when type == typeof(float) => float.TryParse(text, NumberStyles.Float, Culture, out var f) ? f : null,
            _ when type == typeof(decimal) => decimal.TryParse(text, NumberStyles.Float, Culture, out var m) ? m : null,
            _ when type == typeof(bool) => text switch { "true" => true, "false" => false, _ => null },
            _ when type == typeof(DateOnly) =>
                DateOnly.TryParseExact(text, DateFormat, Culture, DateTimeStyles.None, out var date) ? date : null,
            _ when type == typeof(DateTime) => DateTime.TryParseExact(
                text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", Culture, DateTimeStyles.RoundtripKind, out var time) ? time : null,
            { IsEnum: true } => Enum.TryParse(type, text, out var member) && Enum.IsDefined(type, member) ? member : null,
            _ when type.IsAssignableFrom(typeof(string[])) => SplitList(text),
            _ => null,
        };
        return value is not null;
    }

    /// <summary>Whether values of the type can be read back.</summary>
    public static bool CanParse(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || type.IsAssignableFrom(typeof(string[])) && type != typeof(object)
            || Type.GetTypeCode(type) is TypeCode.String or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Double or TypeCode.Single
                or TypeCode.Decimal or TypeCode.Boolean or TypeCode.DateTime
            || type == typeof(DateOnly);
    }

    /// <summary>A type as a reader of error messages knows it.</summary>
    public static string Describe(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare == typeof(string) => "text",
            _ when bare == typeof(DateOnly) => "date yyyy-MM-dd",
            _ when bare == typeof(DateTime) => "date and time yyyy-MM-ddTHH:mm:ss",
            _ when bare == typeof(bool) => "true or false",
            _ when bare == typeof(int) || bare == typeof(long) => "whole number",
            { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(bare))}",
            _ when IsNumber(bare) => "number",
            _ when bare.IsAssignableFrom(typeof(string[])) => "list of texts",
            _ => bare.Name,
        };
    }

    private static string Escape(string item) =>
        item.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal);

    private static string[] SplitList(string text)
    {
        if (text.Length == 0) return [];
        var items = new List<string>();
        var item = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                item.Append(text[++i]);
            else if (text[i] == ';')
            {
                items.Add(item.ToString());
                item.Clear();
                if (i + 1 < text.Length && text[i + 1] == ' ') i++;
            }
            else
                item.Append(text[i]);
        }
        items.Add(item.ToString());
        return [.. items];
    }
}
